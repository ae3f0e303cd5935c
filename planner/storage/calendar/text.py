"""The lines of a calendar file that say when something is, and nothing of what it is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

_WHEN = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})
_WANTED = _WHEN | {"UID", "STATUS", "TRANSP", "SEQUENCE"}
OURS = "@plan.loopready"
"""How the ids of entries end that we wrote ourselves."""
LONGEST_LINE = 20_000
LONGEST_ZONE = 400
_FOLD = re.compile(r"(?:\r\n|\n|\r)[ \t]")
_BREAK = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"[A-Za-z-]+")
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?", re.ASCII)
_LONG = re.compile(r"\+?P(?:(\d{1,3})W|(\d{1,3})D)?(?:T(?:\d{1,4}[HMS])*)?", re.ASCII)
_PARTS = frozenset({"VEVENT", "VTIMEZONE", "VCALENDAR"})
_END = "the end"
_BOUNDS = {"BEGIN": 1, "END": -1}
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199


@dataclass(slots=True)
class Entry:
    """An appointment: its lines by the name of their property, whole but for what is not wanted."""

    lines: dict[str, list[str]] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """Return what stands behind the colon of a property, or nothing."""
        return self.lines[name][0].rpartition(":")[2].strip() if name in self.lines else ""

    @property
    def starts(self) -> date | None:
        """The day it begins, as far as that can be read."""
        return day_of(self.value("DTSTART"))

    @property
    def is_sound(self) -> bool:
        """Whether begin and end can be read and lie in years that people plan in."""
        ends = "DTEND" not in self.lines or day_of(self.value("DTEND")) is not None
        lasts = "DURATION" not in self.lines or _LONG.fullmatch(self.value("DURATION")) is not None
        return self.starts is not None and ends and lasts

    @property
    def repeats(self) -> bool:
        """Whether it stands on more days than one."""
        return "RRULE" in self.lines or "RDATE" in self.lines

    @property
    def has_one_rule(self) -> bool:
        """Whether a single rule says how it repeats."""
        return len(self.lines.get("RRULE", ())) == 1

    @property
    def is_one_of_many(self) -> bool:
        """Whether it takes the place of one repetition of another."""
        return "RECURRENCE-ID" in self.lines

    @property
    def takes_time(self) -> bool:
        """Whether it stands and leaves no time for something else; a planned block is our own."""
        return not (
            self.value("STATUS").upper() == "CANCELLED"
            or self.value("TRANSP").upper() == "TRANSPARENT"
            or self.value("UID").endswith(OURS)
        )


@dataclass(frozen=True, slots=True)
class Lines:
    """What a calendar file holds; `zones` are its own definitions of time zones, line by line."""

    entries: Sequence[Entry]
    zones: Sequence[Sequence[str]]
    is_whole: bool


def sifted(text: str) -> Lines:
    """Return the appointments of a calendar file. Broken lines are passed over."""
    entries: list[Entry] = []
    zones: list[list[str]] = []
    is_whole = False
    for name, lines in _components(_BREAK.split(_FOLD.sub("", text))):
        if name == "VEVENT":
            entries.append(_entry(lines))
        elif name == "VTIMEZONE" and len(lines) <= LONGEST_ZONE:
            zones.append(lines)
        elif name == _END:
            is_whole = True
    return Lines(entries, zones, is_whole)


def day_of(value: str) -> date | None:
    """Return the day of a date or a moment as calendars write them, or None."""
    found = _DAY.fullmatch(value)
    if found is None or not EARLIEST_YEAR <= int(found[1]) <= LATEST_YEAR:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def may_touch(entry: Entry, first: date, last: date) -> bool:
    """Say whether an appointment can lie between two days; in doubt it can."""
    start = entry.starts
    if start is None or entry.is_one_of_many:
        return True
    if start > last + timedelta(days=1):
        return False
    if entry.repeats:
        return True
    end = day_of(entry.value("DTEND"))
    if end is None:
        length = _LONG.fullmatch(entry.value("DURATION"))
        weeks, days = (length[1], length[2]) if length else (None, None)
        end = start + timedelta(days=7 * int(weeks or 0) + int(days or 0) + 8)
    return end >= first - timedelta(days=1)


def _components(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each appointment and each time zone with its lines, and the calendar at its end.

    A part that never ends is over where the next one begins, or the calendar ends.
    """
    name, inner = "", 0
    held: list[str] = []
    for line in (one for one in lines if len(one) <= LONGEST_LINE):
        verb, _, what = line.strip().upper().partition(":")
        if verb in _BOUNDS and what in _PARTS:
            yield name, held
            name, inner, held = (what if verb == "BEGIN" else ""), 0, []
            if verb == "END" and what == "VCALENDAR":
                yield _END, []
        elif verb in _BOUNDS and name == "VEVENT":
            inner = max(inner + _BOUNDS[verb], 0)
        elif not inner:
            held.append(line)
    yield name, held


def _entry(lines: Iterable[str]) -> Entry:
    entry = Entry()
    for line in lines:
        name = _NAME.match(line)
        key = name[0].upper() if name else ""
        if key in _WANTED and ":" in line:
            entry.lines.setdefault(key, []).append(line)
    return entry
