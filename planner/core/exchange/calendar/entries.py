"""What stands in a calendar: one entry per block of study, one per round and loop day."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from enum import StrEnum

from planner.core.exchange.pages import chosen_plan
from planner.core.exchange.words import line
from planner.core.gates import gates_at
from planner.core.plan import Session
from planner.core.state import State
from planner.core.values import Value
from planner.core.wording import duration, session_minutes, session_title
from planner.core.wording.titles import item_title, round_label

BREAK = timedelta(minutes=15)
"""Sessions that lie no further apart are one block."""
MOST_NAMED = 2
"""Items that the title of a block names; the text names them all."""


class Chosen(StrEnum):
    """What of a plan goes into a calendar."""

    ALL = "all"
    SESSIONS = "sessions"
    GATES = "gates"


class Entry(Value, frozen=True):
    """An entry of a calendar; one without `start` and `end` takes the whole day.

    `name` is its own for ever within the plan of a candidate: the place of a block in its day, or
    the round. `title` is one line, `text` can be several.
    """

    name: str
    day: date
    start: time | None = None
    end: time | None = None
    title: str
    text: str = ""


def entries(
    state: State,
    chosen: Chosen = Chosen.ALL,
    *,
    days: tuple[date, date] | None = None,
    discreet: bool = False,
) -> tuple[Entry, ...]:
    """Return the entries of the accepted plan, in order of time, those of some days if wanted.

    What was skipped takes no time. Discreet entries say that there is study, and by its codes
    which; they name no item, no round and no company.

    Raises:
        Refused: while there is no plan.
    """
    plan = chosen_plan(state)
    found: list[Entry] = []
    if chosen is not Chosen.GATES:
        found += _blocks(state, plan.sessions, discreet=discreet)
    if chosen is not Chosen.SESSIONS:
        found += _days(state, discreet=discreet)
    first, last = days or (date.min, date.max)
    kept = (one for one in found if first <= one.day <= last)
    return tuple(sorted(kept, key=lambda one: (one.day, one.start or time.min, one.name)))


def _blocks(state: State, sessions: Sequence[Session], *, discreet: bool) -> Iterator[Entry]:
    place: dict[date, int] = {}
    for block in _together([one for one in sessions if not _is_skipped(state, one)]):
        first, last = block[0], block[-1]
        place[first.date] = number = place.get(first.date, 0) + 1
        minutes = duration(sum(one.minutes for one in block))
        yield Entry(
            name=f"study-{first.date.isoformat()}-{number}",
            day=first.date,
            start=first.start,
            end=last.end,
            title=f"Study, {minutes}" if discreet else f"Study: {_named(state, block)}",
            text="\n".join(_row(state, one, discreet=discreet) for one in block),
        )


def _together(sessions: Sequence[Session]) -> Iterator[list[Session]]:
    """Yield the sessions of each block: on one day, each soon after the one before."""
    block: list[Session] = []
    for one in sessions:
        if block and not (one.date == block[-1].date and _gap(block[-1], one) <= BREAK):
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def _gap(before: Session, after: Session) -> timedelta:
    def since_midnight(at: time) -> timedelta:
        return timedelta(hours=at.hour, minutes=at.minute)

    return since_midnight(after.start) - since_midnight(before.end)


def _is_skipped(state: State, one: Session) -> bool:
    return one.item in state.skipped and one.code not in state.ticks


def _named(state: State, block: Sequence[Session]) -> str:
    titles = list(dict.fromkeys(line(item_title(state, one.item)) for one in block))
    more = len(titles) - MOST_NAMED
    return ", ".join(titles[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _row(state: State, one: Session, *, discreet: bool) -> str:
    words = "" if discreet else f" {line(session_title(state, one))}"
    return f"{one.code}{words}, {session_minutes(one.minutes)}"


def _days(state: State, *, discreet: bool) -> Iterator[Entry]:
    """Yield the booked rounds and the loop day; one that is only proposed is none to go to."""
    plan, profile = chosen_plan(state), state.profile
    gates = gates_at(state.curriculum, plan.level, profile.gates) if profile else {}
    for gate, day in gates.items():
        title = "Appointment" if discreet else line(round_label(state, gate))
        yield Entry(name=f"round-{gate}", day=day, title=title)
    title = "Appointment" if discreet else "Loop day"
    if not plan.loop_proposed:
        yield Entry(name="loop", day=plan.loop, title=title)
