"""Writing that has reached the disk when it returns, or says that it has not."""

import errno
import os
import sys
from pathlib import Path

BINARY: int = getattr(os, "O_BINARY", 0)
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_NO_FOLDER_FLUSH = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
"""What file systems answer that cannot flush a folder; there is nothing more to be had there."""


def write_all(file: int, data: bytes) -> None:
    """Write bytes at the place of an open file, in as many goes as it takes."""
    rest = memoryview(data)
    while rest:
        count = os.write(file, rest)
        if count <= 0:
            raise OSError(errno.EIO, "nothing was written")
        rest = rest[count:]


def read_at(file: int, start: int, length: int) -> bytes:
    """Return so many bytes of an open file from a place on, or fewer where it ends."""
    os.lseek(file, start, os.SEEK_SET)
    parts = bytearray()
    while len(parts) < length:
        part = os.read(file, length - len(parts))
        if not part:
            break
        parts += part
    return bytes(parts)


def flush(file: int) -> None:
    """Wait until an open file has reached the disk itself."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not there on Windows

        try:
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        except OSError:  # refused by network drives
            os.fsync(file)
    else:
        os.fsync(file)


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder have reached the disk; Windows does that by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_FLUSH:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder that only the user can enter, and the folders above it where they miss."""
    if folder.is_dir():
        return
    above = folder.parent
    if not above.exists():
        make_folder(above)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    flush_folder(above)
