"""Files outside the store for what the store does not take, until it takes it."""

import json
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from planner.storage.disk import make_folder
from planner.storage.files import write_whole
from planner.storage.line import Record, decode
from planner.storage.trouble import not_saved

_UNSAVED, _FAULT = "unsaved", "fault"
_MOST_FAULTS = 20
_REPORT = b'{"fault": '


class Rescue:
    """A folder of this computer. A file holds lines of a journal, at the end what went wrong.

    Files with lines stay until those are in the store, the newest others as reports.
    """

    def __init__(self, folder: Path) -> None:
        """Remember the folder, which is made when there is something to keep."""
        self.folder = folder

    def keep(self, lines: bytes, fault: str = "") -> Path:
        """Write lines, and what went wrong where anything did; return the new file.

        Raises:
            NotSaved: when that failed.
        """
        try:
            make_folder(self.folder)
        except OSError as error:
            raise not_saved(error, self.folder) from error
        file = self._next(_UNSAVED if lines else _FAULT)
        report = json.dumps({"fault": fault}, ensure_ascii=False).encode("utf-8", "replace")
        write_whole(file, lines + (report + b"\n" if fault else b""))
        for old in self._files(_FAULT)[:-_MOST_FAULTS]:
            with suppress(OSError):
                old.unlink()
        return file

    def lines(self) -> bytes:
        """Return all lines that are kept, each once, without the reports."""
        found: dict[bytes, None] = {}
        for file in self._files(_UNSAVED):
            with suppress(OSError):
                found |= dict.fromkeys(lacking(file.read_bytes(), ()))
        return b"".join(found)

    def clear(self, records: Collection[Record]) -> Sequence[Path]:
        """Let the files go whose lines are all among the records, and return those that stay.

        What cannot be read may be readable again tomorrow, or for a newer version.
        """
        left: list[Path] = []
        for file in self._files(_UNSAVED):
            try:
                if _is_spent(file.read_bytes(), records):
                    file.unlink()
                else:
                    left.append(file)
            except OSError:
                left.append(file)
        return left

    def _files(self, kind: str) -> list[Path]:
        with suppress(OSError):
            return sorted(self.folder.glob(f"{kind}-[0-9]*.jsonl"), key=_number)
        return []

    def _next(self, kind: str) -> Path:
        files = self._files(kind)
        return self.folder / f"{kind}-{_number(files[-1]) + 1 if files else 1}.jsonl"


def _is_spent(data: bytes, records: Collection[Record]) -> bool:
    """Say whether nothing but reports stands in a file that is not among the records."""
    there = {(one.id, one.sum) for one in records}
    for line in data.split(b"\n"):
        one = decode(line)
        is_there = isinstance(one, Record) and (one.id, one.sum) in there
        if line.strip() and not is_there and not line.startswith(_REPORT):
            return False
    return True


def _number(file: Path) -> int:
    digits = file.stem.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0


def lacking(lines: bytes, records: Iterable[Record]) -> list[bytes]:
    """Return the lines, each with its newline, that are not among the records."""
    there = {(one.id, one.sum) for one in records}
    found = ((line, decode(line)) for line in lines.split(b"\n"))
    return [
        line + b"\n"
        for line, one in found
        if isinstance(one, Record) and (one.id, one.sum) not in there
    ]
