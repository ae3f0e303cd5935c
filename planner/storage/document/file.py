"""Opens a file that somebody calls a document, or says in a sentence why it is none."""

import errno
import stat
from pathlib import Path

from planner.core.exchange.words import line
from planner.core.language import translate
from planner.storage.document.form import MOST_BYTES
from planner.storage.trouble import DocumentError

_MB = 2**20
_LONGEST_REASON = 240
_SIGNS = (
    (b"PK\x03\x04", "it is a zip; loopready restore goes back to a backup"),
    (b"\x1f\x8b", "it is packed with gzip; unpack it first"),
    (b"\xef\xbb\xbf", "it begins with a byte order mark; save it as UTF-8 without one"),
    (b"\xff\xfe", "it is UTF-16 text; save it as UTF-8"),
    (b"\xfe\xff", "it is UTF-16 text; save it as UTF-8"),
    (b'{"id": "', "it is a journal; copy it into the folder of the store instead"),
)
_WHY = {
    errno.EACCES: "there is no permission to read it",
    errno.EPERM: "there is no permission to read it",
    errno.ELOOP: "its links lead round in a circle",
    errno.ENOTDIR: "part of its path is a file",
    errno.ENAMETOOLONG: "its name is too long",
}


def text_of(path: Path) -> str:
    """Return the text of a file.

    Raises:
        DocumentError: when it cannot be read, is too large, or is no text of ours.
    """
    data = bytes_of(path)
    try:
        return _text(data)
    except ValueError as error:
        raise unusable(path, str(error)) from error


def bytes_of(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        DocumentError: when it cannot be read or is too large.
    """
    try:
        return _content(path)
    except FileNotFoundError as error:
        raise DocumentError(translate("Storage", "There is no file {path}.", path=path)) from error
    except OSError as error:
        known = _WHY.get(error.errno or 0)
        raise unusable(path, known or f"it cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise unusable(path, str(error)) from error


def unusable(path: Path, why: str) -> DocumentError:
    """Return what to tell of a file that cannot be imported, in a line whatever it holds."""
    plain = line(why[: 2 * _LONGEST_REASON])
    short = plain if len(plain) <= _LONGEST_REASON else f"{plain[: _LONGEST_REASON - 1]}…"
    return DocumentError(
        translate("Storage", "{path} cannot be imported: {short}.", path=path, short=short)
    )


def _content(path: Path) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise ValueError("it is a folder")
    if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for, a device never ends
        raise ValueError("it is no ordinary file")
    if status.st_size > MOST_BYTES:
        raise ValueError(
            f"it has {status.st_size / _MB:,.1f} MB, and no document has more than "
            f"{MOST_BYTES // _MB} MB"
        )
    with path.open("rb") as opened:
        data = opened.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"it has more than {MOST_BYTES // _MB} MB")
    return data


def _text(data: bytes) -> str:
    why = next((why for sign, why in _SIGNS if data.startswith(sign)), "")
    if not data.strip():
        why = "it is empty"
    elif not data.strip(b"\0"):
        why = "it holds nothing but zeros"
    elif not why and b"\0" in data:
        why = "it holds zero bytes, which no text does"
    if why:
        raise ValueError(why)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8 at byte {error.start}") from error
