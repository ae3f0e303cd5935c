"""Reads a checklist of whatever program, as Markdown or as a table."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from planner.core.listed import Listed, from_markdown, from_table, unused_columns
from planner.core.values import Fact
from planner.storage.document.file import bytes_of, unusable

TABLES = frozenset({".csv", ".tsv"})
TEXTS = frozenset({".md", ".markdown", ".txt"})
_MOST_BYTES = 4 * 2**20
_WESTERN = "cp1252"


class ReadList(Fact, frozen=True):
    """The lines of a list, and the columns of a table from which nothing is taken.

    `guessed` says that its encoding is only likely.
    """

    lines: tuple[Listed, ...]
    guessed: bool = False
    unused: tuple[str, ...] = ()


def is_list(path: Path) -> bool:
    """Say whether a file is a checklist by its name, rather than a document of everything."""
    return path.suffix.lower() in TABLES | TEXTS


def read_list(path: Path) -> ReadList:
    """Return the lines of a list.

    Raises:
        DocumentError: when it cannot be read, or is none.
    """
    data = bytes_of(path)
    is_table = path.suffix.lower() in TABLES
    try:
        text, guessed = _decoded(data)
        lines = from_table(text) if is_table else from_markdown(text)
        unused = unused_columns(text) if is_table else ()
    except ValueError as error:
        raise unusable(path, str(error)) from error
    if not lines:
        raise unusable(path, "it has no rows" if is_table else "no line of it is a task")
    return ReadList(lines, guessed, unused)


def _decoded(data: bytes) -> tuple[str, bool]:
    if len(data) > _MOST_BYTES:
        raise ValueError(f"it has more than {_MOST_BYTES // 2**20} MB")
    wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if b"\0" in data and not wide:
        raise ValueError("it is no text")
    try:
        return data.removeprefix(BOM_UTF8).decode("utf-16" if wide else "utf-8"), False
    except UnicodeDecodeError:
        if wide:
            raise ValueError("it is no text") from None
    try:
        return data.decode(_WESTERN), True
    except UnicodeDecodeError:
        raise ValueError("it is neither UTF-8 nor Windows text; save it as UTF-8") from None
