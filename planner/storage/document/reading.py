"""Reads a document strictly: every command of it is sound, or all of it is refused."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from planner.core.checking import first_problem, read
from planner.core.profile import EARLIEST, LATEST
from planner.core.values import Fact
from planner.storage.backup.content import Content
from planner.storage.document.file import text_of, unusable
from planner.storage.document.form import FORMAT, MOST_COMMANDS, VERSION, Header
from planner.storage.line import Record, Why, decode
from planner.storage.records import Records
from planner.storage.strict import strict_json

_LONGEST_NAME = 60
_WHYS: Mapping[Why, str] = {
    Why.BAD_SUM: "was changed after it was written",
    Why.UNKNOWN_KIND: "is of a kind that this version does not know",
    Why.NEWER_VERSION: "was written by a newer version of Loopready",
}


class Everything(Fact, frozen=True):
    """A document: its header, and its commands in order with their lines."""

    header: Header
    content: Content


def read_document(path: Path) -> Everything:
    """Return what a document holds.

    Raises:
        DocumentError: when it is none, or anything in it cannot be.
    """
    text = text_of(path)
    try:
        return document_of(text)
    except ValueError as error:
        raise unusable(path, str(error)) from error


def document_of(text: str) -> Everything:
    """Return what the text of a document holds.

    Raises:
        ValueError: when it is none, or anything in it cannot be; the message is half a sentence.
    """
    values = _object(text)
    _check_kind(values)
    commands = values.pop("commands", None)
    try:
        header = read(Header, json.dumps(values))
    except ValueError as error:
        raise ValueError(_told("its head", error)) from error
    if not isinstance(commands, list) or len(commands) != header.count:
        held = len(commands) if isinstance(commands, list) else "no list"
        raise ValueError(f"it speaks of {header.count} commands and holds {held}")
    return Everything(header, _content(commands))


def _object(text: str) -> dict[str, Any]:
    try:
        values = strict_json(text)
    except ValueError as error:
        raise ValueError(f"it is not JSON as it should be: {error}") from error
    if isinstance(values, dict):
        return values
    raise ValueError("it is JSON, but no document of Loopready")


def _check_kind(values: Mapping[str, Any]) -> None:
    if values.get("format") != FORMAT:
        if {"weeks", "level", "loop"} <= values.keys():
            raise ValueError("it is a plan alone; loopready export --everything writes all")
        raise ValueError("it is JSON, but no document of Loopready")
    version = values.get("version")
    if type(version) is not int or version < 1:
        raise ValueError("its version is none")
    if version > VERSION:
        raise ValueError("it was written by a newer version of Loopready")


def _content(commands: list[Any]) -> Content:
    if len(commands) > MOST_COMMANDS:
        raise ValueError(f"it has more than {MOST_COMMANDS} commands")
    lines: dict[tuple[str, str], bytes] = {}
    found: list[Record] = []
    for number, values in enumerate(commands, 1):
        line = json.dumps(values, ensure_ascii=False).encode()
        record = _sound(number, values, line)
        _check_stamp(number, record)
        if (record.id, record.sum) in lines:
            raise ValueError(f"{_named(number, values)} stands in it twice")
        lines[record.id, record.sum] = line
        found.append(record)
    records = Records()
    records.add(found)
    return Content(tuple(records.in_order()), lines)


def _sound(number: int, values: object, line: bytes) -> Record:
    record = decode(line)
    if isinstance(record, Record):
        return record
    raise ValueError(_what_is_wrong(number, values, line, record))


def _check_stamp(number: int, record: Record) -> None:
    """See that the moment of a command is one; the journal only looks at its form."""
    try:
        day = datetime.fromisoformat(record.at.partition("Z")[0]).date()
    except ValueError as error:
        raise ValueError(f"command {number} ({record.id}) has a day that is none") from error
    if not EARLIEST <= day <= LATEST:
        raise ValueError(
            f"command {number} ({record.id}) lies outside the years "
            f"{EARLIEST.year} to {LATEST.year}"
        )


def _what_is_wrong(number: int, values: object, line: bytes, why: Why) -> str:
    name = _named(number, values)
    if why in _WHYS:
        return f"{name} {_WHYS[why]}"
    try:
        read(Record, line)
    except ValueError as error:
        return _told(name, error)
    return f"{name} is none"


def _named(number: int, values: object) -> str:
    known = values.get("id") if isinstance(values, dict) else None
    return f"command {number} ({_short(known)})" if isinstance(known, str) else f"command {number}"


def _told(place: str, error: ValueError) -> str:
    steps, reason = first_problem(error)
    way = ".".join(_short(str(step)) for step in steps)
    return (
        f"{place} is wrong: {way}: {_short(reason, 160)}" if way else f"{place} is wrong: {reason}"
    )


def _short(text: str, most: int = _LONGEST_NAME) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
