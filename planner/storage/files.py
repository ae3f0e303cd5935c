"""Writes a file as a whole: afterwards there is the new one or the old one, never a part."""

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from planner.storage.disk import flush, flush_folder, write_all
from planner.storage.trouble import not_saved

_HELD_BY_OTHERS = {5, 32, 33}
"""Windows errors while a virus scanner or a synchroniser looks at the file."""
_PATIENCE = (0.05, 0.1, 0.2, 0.4, 1.0)


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file by new content, or make it; what was there stays until the new one is safe.

    A new file can be read by the user alone, an old one keeps its mode. A link stays a link: the
    file it points to is replaced.

    Raises:
        NotSaved: when it could not be written; the old file is as it was.
    """
    import tempfile  # noqa: PLC0415 - brings more along than a start needs

    target = Path(os.path.realpath(path))
    try:
        mode = _mode(target)
        handle, name = tempfile.mkstemp(".tmp", ".~loopready-", target.parent)
        temporary = Path(name)
        try:
            _fill(handle, temporary, data, mode)
            _replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        flush_folder(target.parent)
    except OSError as error:
        raise not_saved(error, path) from error


def _mode(target: Path) -> int | None:
    """Return the mode an existing file keeps.

    Raises:
        OSError: when it may not be replaced, or is no file.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "this is no ordinary file")
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _fill(handle: int, temporary: Path, data: bytes, mode: int | None) -> None:
    try:
        write_all(handle, data)
        flush(handle)
    finally:
        os.close(handle)
    if temporary.read_bytes() != data:
        raise OSError(errno.EIO, "the disk does not return what was written")
    if mode is not None:
        temporary.chmod(mode)


def _replace(temporary: Path, target: Path) -> None:
    for pause in _PATIENCE:
        try:
            temporary.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_OTHERS:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)
