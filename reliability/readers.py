"""Every reader of the program with what is sound for it, and what it may answer to anything."""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import Phase, given, settings

from planner.core.checking import checked, written
from planner.core.commands import Change, Retract
from planner.core.state import State
from planner.resources import resource
from planner.storage.backup.content import content_of
from planner.storage.backup.packing import packed, unpacked
from planner.storage.calendar.file import CalendarError
from planner.storage.calendar.reading import read_busy
from planner.storage.curriculum import INDEX, LISTS, CurriculumError, load_curriculum
from planner.storage.curriculum_seen import tell_news
from planner.storage.document.merging import taking
from planner.storage.document.reading import read_document
from planner.storage.document.writing import everything
from planner.storage.known import Known
from planner.storage.line import (
    Record,
    Why,
    can_be_remade,
    decode,
    encode,
    name_of,
    remade,
    unsigned,
)
from planner.storage.preferences import Preferences, load_preferences, save_preferences
from planner.storage.records import Records
from planner.storage.remembered.given import NONE, Given, Giving
from planner.storage.rubric import FILE, load_rubric
from planner.storage.trouble import BackupError, DocumentError
from planner.ui.theme import theme_of
from reliability.spoiling import Spoil, a_value, bytes_anywhere, in_json, in_lines, json_text
from tests.support import study
from tests.support.commands import any_command

AT = "2026-12-01T19:30:00.000Z/0001"
FIRST, LAST = date(2026, 11, 30), date(2027, 2, 28)
READ = "read"

Read = Callable[[bytes], str]


@dataclass(frozen=True)
class Reader:
    """`share` is its part of all inputs, `read` gives the answer in a word or two.

    An answer that is no answer, and whatever is raised, is a fault of the reader.
    """

    share: int
    seeds: tuple[bytes, ...]
    spoils: tuple[Spoil, ...]
    read: Read

    def spoilt(self, dice: Random) -> bytes:
        """Return something unsound, or now and then something that is still sound."""
        return dice.choice(self.spoils)(dice, dice.choice(self.seeds))


class Wrong(Exception):  # noqa: N818 - it is what the answer is
    """A reader answered without an error, but not rightly."""


def readers(place: Path) -> Mapping[str, Reader]:
    """Return all readers; those of files read them in a folder."""
    lines = _lines()
    with_places = (bytes_anywhere, in_json)
    calendar_spoils = (bytes_anywhere, in_lines(_CALENDAR_WORDS), in_lines(_CALENDAR_WORDS))
    return {
        "line": Reader(45, lines, (bytes_anywhere, _summed, _summed), _read_line),
        "document": Reader(
            15, _documents(lines), (*with_places, _in_command), _in_file(place, _read_document)
        ),
        "preferences": Reader(12, _preferences(place), with_places, _preferences_reader(place)),
        "theme": Reader(9, _themes(), with_places, _read_theme),
        "curriculum": Reader(5, _curriculum(), with_places, _curriculum_reader(place)),
        "backup": Reader(4, _backups(lines), (bytes_anywhere,), _read_backup),
        "calendar": Reader(4, _CALENDARS, calendar_spoils, _in_file(place, _read_calendar)),
        "known": Reader(2, _known(place), (bytes_anywhere,), _in_file(place, _read_known)),
        "given": Reader(2, _given(place), with_places, _in_file(place, _read_given)),
        "rubric": Reader(1, _rubric(), with_places, _rubric_reader(place)),
        "seen": Reader(1, (b"a.b\nread.x\n",), (bytes_anywhere,), _in_file(place, _read_seen)),
    }


def _in_file(place: Path, read: Callable[[Path], str]) -> Read:
    file = place / "input"

    def write_and_read(data: bytes) -> str:
        file.write_bytes(data)
        return read(file)

    return write_and_read


def _lines() -> tuple[bytes, ...]:
    """Return a line of some two hundred commands of every kind, the same in each run."""
    found: list[bytes] = []

    @settings(
        max_examples=250, derandomize=True, database=None, deadline=None, phases=[Phase.generate]
    )
    @given(any_command)
    def collect(command: Change | Retract) -> None:
        n = len(found) + 1
        line, _ = encode(f"ada-{n}", AT, {"bob": n} if n % 7 == 0 else {}, checked(command))
        if len(line) < 4_000:
            found.append(line[:-1])

    collect()
    return tuple(found)


def _summed(dice: Random, line: bytes) -> bytes:
    """Return a line with a value changed and a sum that is true again."""
    values = a_value(dice, {**json.loads(line), "sum": None})
    if not isinstance(values, dict):
        return json_text(dice, values)
    values.pop("sum", None)
    body = json_text(dice, values)[:-1]
    return body + b', "sum": "%08x"}' % zlib.crc32(body)


def _read_line(line: bytes) -> str:
    name_of(line)
    unsigned(line)
    record = decode(line)
    if isinstance(record, Why):
        return record.value
    if can_be_remade(line) and remade([line]) not in ((), (record,)):
        raise Wrong("the light reader reads another command")
    _, again = encode(record.id, record.at, record.seen, record.command)
    if again.command != record.command:
        raise Wrong("the line does not read back")
    return READ


def _documents(lines: Iterable[bytes]) -> tuple[bytes, ...]:
    records = [one for one in map(decode, lines) if isinstance(one, Record)]
    state = State(study.CURRICULUM)
    groups = [records[at : at + size] for size in (0, 1, 2, 5) for at in range(0, 60, 5)]
    return tuple(everything(group, state, FIRST) for group in groups)


def _in_command(dice: Random, data: bytes) -> bytes:
    """Return a document with a command changed and its sum true again."""
    values = json.loads(data)
    commands = values["commands"]
    if commands:
        place = dice.randrange(len(commands))
        line = json.dumps(commands[place], ensure_ascii=False).encode()
        try:
            commands[place] = json.loads(_summed(dice, line))
        except ValueError:  # half a character cannot be read even here
            commands[place] = None
    return json_text(dice, values)


def _read_document(file: Path) -> str:
    try:
        found = read_document(file)
    except DocumentError as error:
        if "\n" in str(error) or len(str(error)) > 600:
            raise Wrong("the sentence is none") from error
        return "refused"
    taking(found.content, State(study.CURRICULUM), ())
    return READ


def _preferences(place: Path) -> tuple[bytes, ...]:
    file = place / "seed"
    save_preferences(file, Preferences(theme="dark", text_scale=120, geometry="AAAA", paper="a4"))
    return (file.read_bytes(), b"{}")


def _preferences_reader(place: Path) -> Read:
    folder = place / "config"
    folder.mkdir()
    file = folder / "preferences.json"

    def read(data: bytes) -> str:
        file.write_bytes(data)
        found = load_preferences(file)
        if checked(found) != found:
            raise Wrong("the preferences break their bounds")
        return READ if file.exists() else "put aside"

    return read


def _themes() -> tuple[bytes, ...]:
    return tuple(resource("themes", f"{name}.json").read_bytes() for name in ("light", "dark"))


def _read_theme(data: bytes) -> str:
    try:
        found = theme_of("light", data.decode())
    except ValueError:
        return "refused"
    if checked(found) != found:
        raise Wrong("the theme breaks its bounds")
    return READ


def _curriculum() -> tuple[bytes, ...]:
    values = written(study.CURRICULUM)
    parts = {name: values[name] for name in ("guide", *LISTS)}
    return (json.dumps(parts, ensure_ascii=False).encode(),)


def _curriculum_reader(place: Path) -> Read:
    folder = place / "curriculum"
    folder.mkdir()
    (folder / INDEX).write_text(json.dumps({"version": 1, "files": ["a.json"]}), encoding="utf-8")

    def read(data: bytes) -> str:
        (folder / "a.json").write_bytes(data)
        try:
            load_curriculum(folder)
        except CurriculumError as error:
            if "\n" in str(error):
                raise Wrong("the sentence is none") from error
            return "refused"
        return READ

    return read


def _backups(lines: Iterable[bytes]) -> tuple[bytes, ...]:
    whole = [b"\n".join(list(lines)[at : at + 3]) + b"\n" for at in (0, 9, 30)]
    return tuple(packed({"journal-ada.jsonl": one, "note.txt": b"mine"}) for one in whole)


def _read_backup(data: bytes) -> str:
    try:
        content_of(unpacked(data, "x.zip"), "x.zip")
    except BackupError:
        return "refused"
    return READ


def _known(place: Path) -> tuple[bytes, ...]:
    file = place / "digests"
    known = Known(file)
    known.note(Preferences, b"{}")
    known.note_lines(b"a line\nanother\n", [2])
    known.save()
    return (file.read_bytes(),)


def _read_known(file: Path) -> str:
    known = Known(file)
    known.recall(Preferences, b"{}")
    known.lines(b"a line\nanother\n")
    known.covers(b"a line\nanother\n")
    return READ


def _given(place: Path) -> tuple[bytes, ...]:
    file = place / "numbers"
    Giving(file).write(Given("ada", 7, 9, {8: "0123abcd", 9: "ffffffff"}))
    return (file.read_bytes(),)


def _read_given(file: Path) -> str:
    given = Giving(file).read()
    given.is_of_two("ada", Records())
    return "nothing" if given == NONE else READ


def _rubric() -> tuple[bytes, ...]:
    return (resource("practice", FILE).read_bytes(),)


def _rubric_reader(place: Path) -> Read:
    folder = place / "rubric"
    folder.mkdir()

    def read(data: bytes) -> str:
        (folder / FILE).write_bytes(data)
        try:
            load_rubric(folder)
        except ValueError:
            return "refused"
        return READ

    return read


def _read_seen(file: Path) -> str:
    told: list[str] = []
    tell_news(file, State(study.CURRICULUM), (), told.append)
    return READ if told else "nothing"


def _read_calendar(file: Path) -> str:
    try:
        read_busy(file, FIRST, LAST, ZoneInfo("Europe/Berlin"))
    except CalendarError:
        return "refused"
    return READ


_CALENDARS = tuple(
    "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR", ""]
    ).encode()
    for lines in (
        [
            "BEGIN:VEVENT",
            "UID:1",
            "DTSTART:20261201T090000Z",
            "DTEND:20261201T100000Z",
            "END:VEVENT",
        ],
        [
            *("BEGIN:VEVENT", "UID:2", "DTSTART;TZID=Europe/Berlin:20261202T090000"),
            *("DURATION:PT1H30M", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9", "SUMMARY:x"),
            *("EXDATE;TZID=Europe/Berlin:20261207T090000", "END:VEVENT", "BEGIN:VEVENT", "UID:2"),
            *("RECURRENCE-ID;TZID=Europe/Berlin:20261209T090000", "STATUS:CONFIRMED"),
            *("DTSTART;TZID=Europe/Berlin:20261210T090000", "DURATION:PT1H", "END:VEVENT"),
        ],
        [
            *("BEGIN:VTIMEZONE", "TZID:Mine", "BEGIN:STANDARD", "DTSTART:19701025T030000"),
            *("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200"),
            *("TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:3"),
            *("DTSTART;TZID=Mine:20261203T090000", "DTEND;TZID=Mine:20261203T110000"),
            *("BEGIN:VALARM", "TRIGGER:-PT15M", "END:VALARM", "TRANSP:OPAQUE", "END:VEVENT"),
        ],
        [
            *("BEGIN:VEVENT", "UID:4", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"),
            *("RDATE;VALUE=DATE:20270101,20270106", "TRANSP:TRANSPARENT", "END:VEVENT"),
            *("BEGIN:VEVENT", "UID:5", "DTSTART:20261205T233000", "RRULE:FREQ=MONTHLY"),
            *("DTEND:20261206T013000", "END:VEVENT"),
        ],
    )
)
_CALENDAR_WORDS = (
    *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:VTODO", "END:X"),
    *("END:VCALENDAR", "BEGIN:VCALENDAR", "UID:1", "UID:", "RECURRENCE-ID:20261201T090000Z"),
    *("DTSTART:20261325T250000", "DTSTART:99991231T235959Z", "DTSTART:00010101T000000", "DTSTART:"),
    *("DTSTART;TZID=../../etc/passwd:20261201T090000", "DTSTART;TZID=X:20261201T090000"),
    *("DTSTART;TZID=Europe/Berlin:20270328T023000", "DTSTART;VALUE=PERIOD:x", "DTEND:20200101"),
    *("DTEND:99991231T235959Z", "DURATION:P1000000000D", "DURATION:-PT1H", "DURATION:x"),
    *("RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;COUNT=1000000000", "RRULE:FREQ=YEARLY;BYMONTH=2"),
    *("RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "RRULE:FREQ=DAILY;UNTIL=99991231", "RRULE:"),
    *("RRULE:FREQ=WEEKLY;INTERVAL=0", "RRULE:FREQ=WEEKLY;BYDAY=XX,,5MO", "RRULE:FREQ=DAILY"),
    *("RDATE:20261201T090000Z/PT1H", "RDATE;VALUE=PERIOD:20261201T090000Z/PT1H", "EXDATE:x"),
    *("TZOFFSETTO:+9999", "TZOFFSETFROM:x", "TZID:Europe/Berlin", "STATUS:CANCELLED", "TRANSP:"),
    *("SUMMARY:a\\nATTENDEE:x", " folded", "\tfolded", "X" * 3_000, ":::", ";;=", "DTSTART"),
)
