"""Makes the calendar file of a plan, and keeps in mind what it holds for the next one."""

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from planner.core.exchange.calendar import Chosen, Entry, Revision, entries, known_still, revised
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording.outward import program_name
from planner.storage.calendar.exported import remember
from planner.storage.calendar.writing import calendar_file
from planner.storage.calendar.zone import system_zone, zone_named


class Wanted(Fact, frozen=True):
    """What a calendar file is to hold: which entries, of which days, how said, and alarms.

    `days` are the first and the last of those that matter, None for all; `alarm` minutes before a
    block of study.
    """

    chosen: Chosen = Chosen.ALL
    days: tuple[date, date] | None = None
    discreet: bool = False
    alarm: int | None = None

    def concerns(self, entry: Entry) -> bool:
        """Say whether an entry would be among these, were it still planned."""
        first, last = self.days or (date.min, date.max)
        kind = Chosen.GATES if entry.start is None else Chosen.SESSIONS
        return first <= entry.day <= last and self.chosen in {Chosen.ALL, kind}


class CalendarExport(Fact, frozen=True):
    """A calendar file, and what it tells of the entries it holds or cancels."""

    content: bytes
    revisions: tuple[Revision, ...]


def export_calendar(
    state: State, wanted: Wanted, now: datetime, store: str, before: Sequence[Revision] = ()
) -> CalendarExport:
    """Return the calendar file of the accepted plan.

    `store` is what tells the store from others when it is first exported, `before` what was
    exported of it earlier: the id that was used then stays, whatever comes into the store.
    Times are meant in the candidate's zone, else in that of the system; where that has no name,
    they are meant wherever the reader is.

    Raises:
        Refused: while there is no plan.
    """
    found = entries(state, wanted.chosen, days=wanted.days, discreet=wanted.discreet)
    held = next((one.store for one in before if one.store), _id(store))
    revisions = tuple(
        one if one.store else one.evolve(store=held)
        for one in revised(found, before, now, wanted.concerns)
    )
    content = calendar_file(
        revisions,
        _zone(state),
        name=program_name(discreet=wanted.discreet),
        alarm=wanted.alarm,
    )
    return CalendarExport(content, revisions)


def keep_in_mind(
    folder: Path,
    device: str,
    before: Sequence[Revision],
    made: CalendarExport,
    today: date,
) -> None:
    """Remember what was exported, beside what an export of another choice was before it.

    What a year has passed over is forgotten, unless this file holds it.

    Raises:
        NotSaved: when that failed; the next file then cancels less than it could.
    """
    now = {one.entry.name for one in made.revisions}
    others = [one for one in known_still(before, today) if one.entry.name not in now]
    remember(folder, device, [*made.revisions, *others])


def _id(store: str) -> str:
    return sha256(store.encode()).hexdigest()[:12]


def _zone(state: State) -> ZoneInfo | None:
    named = zone_named(state.profile.zone) if state.profile else None
    return named or system_zone()
