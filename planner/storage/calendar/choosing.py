"""Which appointments of a calendar matter, and whether they can be worked out in a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.storage.calendar.repetition import understood
from planner.storage.calendar.text import Entry, day_of, may_touch

MOST_ENTRIES = 3000
MOST_PERIODS = 100_000
MOST_REPEATED = 8_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """The appointments that matter.

    `broken` others could not be read, and `strange` of them repeat in a way that is not
    understood.
    """

    entries: Sequence[Entry]
    broken: int
    strange: int
    periods: int
    repeated: int

    @property
    def is_too_much(self) -> bool:
        """Whether working them out would take more than a moment."""
        return (
            len(self.entries) > MOST_ENTRIES
            or self.periods > MOST_PERIODS
            or self.repeated > MOST_REPEATED
        )


def chosen(entries: Sequence[Entry], first: date, last: date) -> Chosen:
    """Return the appointments that may lie between two days, each with an id of its own.

    One that repeats in a way that is not understood is left with its first day.
    """
    wanted = [
        entry
        for entry in entries
        if (entry.takes_time or entry.is_one_of_many) and may_touch(entry, first, last)
    ]
    kept = [entry for entry in wanted if entry.is_sound]
    periods = repeated = strange = 0
    names: set[str] = set()
    for place, entry in enumerate(kept):
        _name(entry, place, names)
        repeated += sum(line.count(",") + 1 for line in entry.lines.get("RDATE", ()))
        start = entry.starts
        if "RRULE" not in entry.lines or start is None:
            continue
        rule = understood(entry.value("RRULE"), start) if entry.has_one_rule else None
        if rule is None:
            del entry.lines["RRULE"]
            strange += 1
        else:
            until = min(day_of(rule.until) or last, last)
            gone, shown = rule.effort(start, first, until)
            periods, repeated = periods + gone, repeated + shown
    return Chosen(kept, len(wanted) - len(kept), strange, periods, repeated)


def _name(entry: Entry, place: int, names: set[str]) -> None:
    """Give an appointment an id of its own where it has none, or one that another had before."""
    uid = entry.value("UID")
    if not entry.is_one_of_many and (not uid or uid in names):
        uid = f"{place}@loopready"
        entry.lines["UID"] = [f"UID:{uid}"]
    names.add(uid)
