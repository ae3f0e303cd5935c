"""Packs the files of a store into a zip, and reads a zip that may be anything."""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from planner.core.language import translate
from planner.storage.backup.content import Content, content_of
from planner.storage.disk import PRIVATE_FILE
from planner.storage.line import VERSION
from planner.storage.trouble import BackupError

MOST_FILES = 1_000
MOST_BYTES = 256 * 2**20
MOST_PACKED = 64 * 2**20
"""What is taken from a zip. A journal of a hundred thousand steps is a tenth of it."""

_MADE_BY_US = b"Loopready store, lines of version %d"
_HOW_IT_ENDS = re.compile(rb"Loopready store, lines of version (\d{1,6})$")
_ENCRYPTED = 0x1
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.*$')
_DRIVE = re.compile(r"[A-Za-z]:")
_DAMAGE = (
    *(BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, OverflowError, LookupError),
)
"""What the library raises for zips that are damaged or were made to do harm."""


def packed(files: Mapping[str, bytes], version: int = VERSION) -> bytes:
    """Return a zip of files; the same files give the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as opened:
        opened.comment = _MADE_BY_US % version
        for name, safe in sorted(_safe_names(files).items()):
            entry = ZipInfo(safe)  # of 1980, whenever it is made
            entry.create_system = 3
            entry.external_attr = PRIVATE_FILE << 16
            opened.writestr(entry, files[name], ZIP_DEFLATED)
    return made.getvalue()


def version_of(data: bytes) -> int:
    """Return the version of the lines in a zip that was packed here; 0 for any other file."""
    found = _HOW_IT_ENDS.search(data[-100:])
    return int(found[1]) if found else 0


def read_zip(file: Path) -> bytes:
    """Return the bytes of a file that should be a zip.

    Raises:
        BackupError: when it cannot be read, or is far too large.
    """
    try:
        if not file.is_file():
            raise BackupError(translate("Storage", "There is no file {file}.", file=file))
        if file.stat().st_size > MOST_PACKED:
            raise BackupError(
                translate("Storage", "It is too large to be a backup: {file}.", file=file)
            )
        return file.read_bytes()
    except OSError as error:
        raise BackupError(
            translate(
                "Storage",
                "The backup cannot be read, {reason}: {file}.",
                reason=error.strerror,
                file=file,
            )
        ) from error


def read_backup(file: Path) -> Content:
    """Return what a zip holds.

    Raises:
        BackupError: when it cannot be read, or is no backup that this version can use.
    """
    return content_of(unpacked(read_zip(file), str(file)), str(file))


def unpacked(data: bytes, name: str) -> Mapping[str, bytes]:
    """Return the files of a zip; nothing is written anywhere. `name` is what to call it.

    Raises:
        BackupError: when it is none, is damaged or encrypted, or holds what no backup does.
    """
    try:
        with ZipFile(BytesIO(data)) as opened:
            return dict(_content(opened, name))
    except _DAMAGE as error:
        raise BackupError(
            translate("Storage", "It is no zip, or a damaged one: {name}.", name=name)
        ) from error


def _content(opened: ZipFile, name: str) -> Iterator[tuple[str, bytes]]:
    entries = opened.infolist()
    if len(entries) > MOST_FILES or sum(one.file_size for one in entries) > MOST_BYTES:
        raise BackupError(
            translate("Storage", "It holds more than a backup can: {name}.", name=name)
        )
    for entry in entries:
        if not _stays_inside(entry.filename):
            raise BackupError(
                translate("Storage", "It names files outside of its own folder: {name}.", name=name)
            )
        if entry.flag_bits & _ENCRYPTED:
            raise BackupError(
                translate(
                    "Storage",
                    "It is encrypted, and only plain zips can be read: {name}.",
                    name=name,
                )
            )
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise BackupError(
                translate("Storage", "It is packed in a way that is not known: {name}.", name=name)
            )
    for entry in entries:
        if not entry.is_dir():
            with opened.open(entry) as part:
                data = part.read(entry.file_size)
            if len(data) != entry.file_size:
                raise BadZipFile("an entry ends early")
            yield entry.filename, data


def _stays_inside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return parts[0] != "" and ".." not in parts and not _DRIVE.match(name)


def _safe_names(names: Iterable[str]) -> Mapping[str, str]:
    """Return names that every system takes, all different; what a file is called means nothing."""
    given: dict[str, str] = {}
    for name in sorted(names):
        known = name.encode("utf-8", "replace").decode()
        safe = free = _UNSAFE.sub("_", known)
        number = 2
        while free in given.values():
            free = f"{safe}~{number}"
            number += 1
        given[name] = free
    return given
