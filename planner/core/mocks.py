"""What mocks say about a round: its history, and whether it is ready."""

from collections.abc import Mapping

from planner.core.commands import Change, DropMock, NoteMock, Tick
from planner.core.curriculum import Curriculum, Round
from planner.core.mock import Mock
from planner.core.progress import is_scored
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.values import Level

IN_A_ROW = 3
"""Mocks at the bar that make a round ready: one score says little (rule 10)."""
MOST_MOCKS = 2000

TECHNICAL = frozenset({"PS", "COD", "SD", "TS", "ARC", "STR"})
"""The rounds that are judged by the guide's assessment matrix; the others by principles."""
USUAL_MINUTES = 45
"""What a mock takes of a round whose length is not stated."""


def usual_minutes(curriculum: Curriculum, level: Level, round_id: str) -> int:
    """Return how long a mock of a round takes where nobody says."""
    stated = [one.longest for one in curriculum.rounds_at(level) if one.id == round_id]
    return next(filter(None, stated), USUAL_MINUTES)


def noted(state: State, command: NoteMock) -> State:
    """Return the state with one mock more, or the same one noted anew.

    One that was a planned session gives that session its score, and stays what it was when a later
    plan has that session no more.

    Raises:
        Refused: when round, session or something scored is unknown, the session is one of another
            round, or there are too many.
    """
    _round(state.curriculum, command.level, command.round)
    known = {*dimensions(state.curriculum), *(one.id for one in state.curriculum.principles)}
    for scored in command.scores:
        if scored not in known:
            raise Refused(Refusal.UNKNOWN_DIMENSION, scored)
    if command.mock not in state.mocks and is_full(state):
        raise Refused(Refusal.TOO_MANY_MOCKS, str(MOST_MOCKS))
    before = state.mocks.get(command.mock)
    if command.code is not None and (before is None or before.code != command.code):
        _ensure_scored(state, command.code, command.round)
    mock = Mock(
        id=command.mock,
        round=command.round,
        level=command.level,
        on=command.on,
        minutes=command.minutes,
        scores=command.scores,
        judge=command.judge,
        notes=command.notes,
        code=command.code or "",
    )
    scores = _scores_without(state, before) if before else dict(state.scores)
    if mock.code:
        scores[mock.code] = mock.overall
    return state.evolve(mocks={**state.mocks, mock.id: mock}, scores=scores)


def held(noted: NoteMock) -> tuple[Change, ...]:
    """Return what a mock that was held comes to: the session it was is done, and it is noted."""
    return (Tick(target=noted.code, on=noted.on), noted) if noted.code else (noted,)


def dropped(state: State, command: DropMock) -> State:
    """Return the state without a mock, and without the score it gave a session.

    Where another mock was the same session, its score holds again.

    Raises:
        Refused: when there is no such mock.
    """
    mock = state.mocks.get(command.mock)
    if mock is None:
        raise Refused(Refusal.UNKNOWN_MOCK, command.mock)
    mocks = {**state.mocks, mock.id: mock.evolve(dropped=True)}
    return state.evolve(mocks=mocks, scores=_scores_without(state, mock))


def is_full(state: State) -> bool:
    """Say whether no further mock can be noted; dropped ones take no room."""
    return sum(not one.dropped for one in state.mocks.values()) >= MOST_MOCKS


def dimensions(curriculum: Curriculum) -> Mapping[str, str]:
    """Return the dimensions of the guide's assessment matrix by id."""
    return {row.id: row.label for row in curriculum.guide.matrix}


def asked_in(curriculum: Curriculum, level: Level, round_id: str) -> tuple[str, ...]:
    """Return what a round is judged by: dimensions, or the principles critical at the level."""
    if round_id in TECHNICAL:
        return tuple(dimensions(curriculum))
    critical = [one for one in curriculum.principles if one.critical_for is level]
    return tuple(one.id for one in sorted(critical, key=lambda one: one.place or 0))


def history(state: State, level: Level, round_id: str) -> tuple[Mock, ...]:
    """Return the mocks of a round in order of their days, those of a day as they were noted."""
    found = [
        one
        for one in state.mocks.values()
        if (one.round, one.level) == (round_id, level) and not one.dropped
    ]
    return tuple(sorted(found, key=lambda one: one.on))


def is_ready(state: State, level: Level, round_id: str) -> bool:
    """Say whether the last three mocks of a round were at the bar."""
    last = history(state, level, round_id)[-IN_A_ROW:]
    return len(last) == IN_A_ROW and all(one.is_at_bar for one in last)


def outside_plan(state: State, level: Level, round_id: str) -> tuple[Mock, ...]:
    """Return the mocks of a round that are no session of the plan that holds."""
    planned = state.plan.by_code if state.plan else {}
    return tuple(one for one in history(state, level, round_id) if one.code not in planned)


def as_planned(state: State, command: NoteMock) -> NoteMock:
    """Return a note that can be made now: outside the plan where its session is gone since."""
    session = state.plan.by_code.get(command.code or "") if state.plan else None
    stands = session is not None and is_scored(state, session)
    return command if stands else command.evolve(code=None)


def _scores_without(state: State, mock: Mock) -> dict[str, int]:
    """Return the scores of sessions without the one that a mock gave."""
    if mock.dropped or not mock.code:
        return dict(state.scores)
    scores = {code: score for code, score in state.scores.items() if code != mock.code}
    others = [
        one
        for one in state.mocks.values()
        if one.code == mock.code and one.id != mock.id and not one.dropped
    ]
    return {**scores, mock.code: others[-1].overall} if others else scores


def _round(curriculum: Curriculum, level: Level, round_id: str) -> Round:
    for one in curriculum.rounds_at(level):
        if one.id == round_id:
            return one
    raise Refused(Refusal.UNKNOWN_ROUND, round_id)


def _ensure_scored(state: State, code: str, round_id: str) -> None:
    if state.plan is None:
        raise Refused(Refusal.NO_PLAN)
    session = state.plan.by_code.get(code)
    if session is None:
        raise Refused(Refusal.UNKNOWN_CODE, code)
    if not is_scored(state, session):
        raise Refused(Refusal.NOT_A_MOCK, code)
    item = state.item(session.item)
    if item is not None and all(round_id not in at.rounds for at in item.at.values()):
        raise Refused(Refusal.OTHER_ROUND, code)
