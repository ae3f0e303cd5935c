"""Practice: each round of the level with its minutes, its mocks, and whether it is ready."""

from datetime import date, time, timedelta
from datetime import datetime as moment

from planner.core import readiness
from planner.core.curriculum import Round
from planner.core.mock import Mock
from planner.core.mocks import asked_in, history, is_ready
from planner.core.progress import is_done, is_scored
from planner.core.readiness import Share, Standing
from planner.core.state import State
from planner.core.values import Fact, Level

BREAK, LUNCH = 10, 45
"""Minutes between two rounds of a rehearsal, and after half of them."""
BEGIN = time(9)


class PracticeRow(Fact, frozen=True):
    """A round; `asked` are the ids it is judged by, `sessions` the codes planned and open."""

    id: str
    level: Level
    label: str
    note: str
    count: int
    shortest: int | None
    longest: int | None
    in_loop: bool
    optional: bool
    prepared: Share
    tested: Share
    mocks: tuple[Mock, ...]
    is_ready: bool
    asked: tuple[str, ...]
    sessions: tuple[tuple[str, date], ...]


class Slot(Fact, frozen=True):
    """A part of a rehearsal: a round from its start to its end, or a break without a round."""

    round: str
    label: str
    start: time
    minutes: int


class Rehearsal(Fact, frozen=True):
    """The whole loop in one day. `shortest` and `longest` add the rounds up, without breaks."""

    slots: tuple[Slot, ...]
    stated_hours: tuple[int, int]
    shortest: int
    longest: int
    note: str


class PracticeScreen(Fact, frozen=True):
    """Practice as a page."""

    level: Level
    rows: tuple[PracticeRow, ...]
    rehearsal: Rehearsal
    ready: int
    mocks: int


def practice_screen(state: State) -> PracticeScreen | None:
    """Return practice as a page, or None while no level is chosen."""
    if state.profile is None:
        return None
    level = state.profile.level
    known = readiness.standing(state)
    rows = tuple(_row(known, one) for one in state.curriculum.rounds_at(level))
    return PracticeScreen(
        level=level,
        rows=rows,
        rehearsal=rehearsal(state, level),
        ready=sum(row.is_ready for row in rows),
        mocks=sum(len(row.mocks) for row in rows),
    )


def rehearsal(state: State, level: Level) -> Rehearsal:
    """Return the rounds of the loop one after the other, each at its longest, with breaks."""
    rounds = [one for one in state.curriculum.rounds_at(level) if one.in_loop]
    every = [one for one in rounds for _ in range(one.count)]
    guide = state.curriculum.guide.levels[level]
    slots: list[Slot] = []
    now = moment.combine(date.min, BEGIN)
    for number, one in enumerate(every):
        if number:
            pause = LUNCH if number == (len(every) + 1) // 2 else BREAK
            slots.append(Slot("", "", now.time(), pause))
            now += timedelta(minutes=pause)
        minutes = one.longest or 0
        slots.append(Slot(one.id, one.label, now.time(), minutes))
        now += timedelta(minutes=minutes)
    certain = [one for one in every if not one.optional]
    return Rehearsal(
        slots=tuple(slots),
        stated_hours=guide.stated_loop_hours,
        shortest=sum(one.shortest or 0 for one in certain),
        longest=sum(one.longest or 0 for one in certain),
        note=guide.loop_note,
    )


def _row(known: Standing, one: Round) -> PracticeRow:
    state = known.state
    return PracticeRow(
        id=one.id,
        level=one.level,
        label=one.label,
        note=one.note,
        count=one.count,
        shortest=one.shortest,
        longest=one.longest,
        in_loop=one.in_loop,
        optional=one.optional,
        prepared=readiness.round_prepared(known, one),
        tested=readiness.round_tested(known, one),
        mocks=history(state, one.level, one.id),
        is_ready=is_ready(state, one.level, one.id),
        asked=asked_in(state.curriculum, one.level, one.id),
        sessions=_open_sessions(state, one),
    )


def _open_sessions(state: State, one: Round) -> tuple[tuple[str, date], ...]:
    """Return the planned mocks of a round that are still to come, the next one first."""
    if state.plan is None:
        return ()
    return tuple(
        (session.code, session.date)
        for session in state.plan.sessions
        if is_scored(state, session)
        and not is_done(state, session)
        and session.code not in state.scores
        and (item := state.item(session.item)) is not None
        and one.level in item.at
        and one.id in item.at[one.level].rounds
    )
