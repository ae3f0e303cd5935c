"""One command as one line of a journal, with a sum that tells whether it is still whole."""

import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from planner.core.apply import Entry
from planner.core.checking import Limits, parsed, read, written
from planner.core.commands import Change, Command, Retract
from planner.core.trusted import trusted
from planner.core.values import Fact
from planner.storage import migrations

VERSION = 1
DEVICE = r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}"

_START = re.compile(rb'\{"id": "(' + DEVICE.encode() + rb')-([1-9][0-9]{0,14})"')
_SUM = re.compile(rb', "sum": "[0-9a-f]{8}"\}$')
_END = len(', "sum": "00000000"}')
_PRESENT = b', "v": %d, "command": {' % VERSION
_MARK = b"\xef\xbb\xbf"
"""What some editors put before the first line of a file."""
_KINDS = [one.kind for one in (*get_args(Change), Retract)]


class Why(StrEnum):
    """What is wrong with a line that is set aside."""

    TORN = "torn"
    ZEROS = "zeros"
    NOT_JSON = "not-json"
    BAD_SUM = "bad-sum"
    UNKNOWN_KIND = "unknown-kind"
    NEWER_VERSION = "newer-version"
    BROKEN_VALUE = "broken-value"
    UNREADABLE = "unreadable"
    SLOW = "slow"


class SetAside(Fact, frozen=True):
    """A line that could not be read and stays where it is; number 0 means the whole file.

    `says` is the command of a line that was changed by hand, where it is one.
    """

    file: Path
    number: int
    why: Why
    says: "Record | None" = None


class Record(Entry, frozen=True, kw_only=True):
    """A command with what the journal knows of it.

    `at` is the stamp of its gesture, `sum` the checksum of the line.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - read by pydantic

    id: Annotated[str, Limits(pattern=rf"^{DEVICE}-[1-9][0-9]{{0,14}}$")]
    command: Command
    at: Annotated[
        str,
        Limits(
            pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
            r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z/\d{4}$"
        ),
    ]
    v: Literal[1]
    sum: str
    of: Annotated[str, Limits(max_length=80)] = ""

    @property
    def name(self) -> str:
        """What a retraction calls it: its id, and its sum to tell it from others of that id."""
        return f"{self.id}:{self.sum}" if self.sum else self.id

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Where it stands among all records, on every computer alike."""
        device, _, n = self.id.rpartition("-")
        return self.at, device, int(n), self.sum


Draft = tuple[bytes, Record]
"""A line with its newline, and what it reads back as."""


def encode(
    line_id: str, at: str, seen: Mapping[str, int], command: Change | Retract, of: str = ""
) -> Draft:
    """Return the line of a command with its newline, and the record it reads back as.

    What equals its default is left out, so a default that a command ever had is part of the format.

    Raises:
        ValueError: when the line would not read back as the same command.
    """
    line = spelled(line_id, at, seen, command, of)
    record = decode(line)
    if isinstance(record, Why) or (record.v, record.command) != (VERSION, command):
        raise ValueError(f"a {command.kind} command would not read back as it was written")
    return line + b"\n", record


def spelled(
    line_id: str, at: str, seen: Mapping[str, int], command: Change | Retract, of: str = ""
) -> bytes:
    """Return the line of a command without its newline, unread."""
    values: dict[str, Any] = {"id": line_id, "at": at}
    if seen:
        values["seen"] = dict(seen)
    if of:
        values["of"] = of
    values["v"] = VERSION
    values["command"] = {
        "kind": command.kind,
        **written(command, short=True),
    }
    body = json.dumps(values, ensure_ascii=False).encode()[:-1]
    return body + _ending(body)


def encoded(
    device: str, first: int, at: str, seen: Mapping[str, int], commands: Iterable[Change | Retract]
) -> list[Draft]:
    """Return the lines of a gesture, the first of which names what was seen.

    Raises:
        ValueError: when one would not read back as its command.
    """
    return [
        encode(f"{device}-{n}", at, seen if n == first else {}, command)
        for n, command in enumerate(commands, first)
    ]


def check(command: Change | Retract) -> None:
    """See that a command can be written.

    Raises:
        ValueError: when its line would not read back as the same command.
    """
    encode("check-1", "2000-01-01T00:00:00.000Z/0001", {}, command)


def decode(line: bytes) -> Record | Why:
    """Return the record of a line without its newline, or what is wrong with it. Never raises."""
    if _is_whole(line):
        return _record(line)
    bare = line.removeprefix(_MARK).strip(b"\0 \t\r")
    if not bare:
        return Why.ZEROS
    return _record(bare) if _is_whole(bare) else _why(bare)


def remade(lines: Sequence[bytes]) -> Sequence[Record]:
    """Return the records of lines that were found to be whole before, or none in doubt.

    They are read as one text, in less than half of the time that each on its own would take.
    """
    records = trusted(tuple[Record, ...], b"[%b]" % b",".join(lines)) or ()
    return records if len(records) == len(lines) else ()


def can_be_remade(line: bytes) -> bool:
    """Say whether a line is of the present version, and bare of what editors put around it."""
    return line[:1] == b"{" and line[-1:] != b"\0" and _PRESENT in line


def unsigned(line: bytes) -> Record | None:
    """Return what a line with a wrong sum says, or None where that is no command.

    It keeps the sum that stands in it, by which the line is known that it was made of.
    """
    bare = line.removeprefix(_MARK).strip(b"\0 \t\r")
    try:
        values = parsed(bare)
        stated = values["sum"] if _SUM.search(bare) else ""
        return read(Record, json.dumps({**values, "sum": stated}))
    except (ValueError, TypeError, KeyError):
        return None


def name_of(line: bytes) -> tuple[str, int] | None:
    """Return device and number from the start of a line, also where the rest is unreadable."""
    found = _START.match(line)
    return (found[1].decode(), int(found[2])) if found else None


def _is_whole(line: bytes) -> bool:
    return line[-_END:] == _ending(line[:-_END])


def _ending(body: bytes) -> bytes:
    return b', "sum": "%08x"}' % zlib.crc32(body)


def _record(line: bytes) -> Record | Why:
    try:
        return read(Record, line)
    except ValueError:
        return _older(line) or _why(line)


def _older(line: bytes) -> Record | None:
    """Return the record that a line of an older version makes, or None if it makes none.

    It keeps the sum of its line, so that every version of the program takes it for the same one.
    """
    try:
        values = migrations.lifted(parsed(line), VERSION, migrations.UPGRADES)
        return None if values is None else read(Record, json.dumps(values))
    except Exception:  # noqa: BLE001 - a step meets whatever a line may hold
        return None


def _why(line: bytes) -> Why:
    try:
        values = parsed(line)
    except ValueError as error:
        return Why.TORN if line[:1] == b"{" and "EOF" in str(error) else Why.NOT_JSON
    if not isinstance(values, dict):
        return Why.NOT_JSON
    version, command = values.get("v"), values.get("command")
    newer = type(version) is int and version > VERSION
    if not _is_whole(line) and (not newer or _SUM.search(line)):
        return Why.BAD_SUM
    if newer:
        return Why.NEWER_VERSION
    if isinstance(command, dict) and command.get("kind") not in _KINDS:
        return Why.UNKNOWN_KIND
    return Why.BROKEN_VALUE
