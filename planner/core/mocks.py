"""What mocks say about a round: its history, and whether it is ready."""

from collections.abc import Mapping

from planner.core.commands import DropMock, NoteMock
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


def noted(state: State, command: NoteMock) -> State:
    """Return the state with one mock more, or the same one noted anew.

    One that was a planned session gives that session its score, and stays what it was when a later
    plan has that session no more.

    Raises:
        Refused: when round, session or something scored is unknown, or there are too many.
    """
    _round(state.curriculum, command.level, command.round)
    known = {*dimensions(state.curriculum), *(one.id for one in state.curriculum.principles)}
    for scored in command.scores:
        if scored not in known:
            raise Refused(Refusal.UNKNOWN_DIMENSION, scored)
    if command.mock not in state.mocks and len(state.mocks) >= MOST_MOCKS:
        raise Refused(Refusal.TOO_MANY_MOCKS, str(MOST_MOCKS))
    before = state.mocks.get(command.mock)
    if command.code is not None and (before is None or before.code != command.code):
        _ensure_scored(state, command.code)
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
    scores = _without(state, before.code if before else "")
    if mock.code:
        scores[mock.code] = mock.overall
    return state.evolve(mocks={**state.mocks, mock.id: mock}, scores=scores)


def dropped(state: State, command: DropMock) -> State:
    """Return the state without a mock, and without the score it gave a session.

    Raises:
        Refused: when there is no such mock.
    """
    mock = state.mocks.get(command.mock)
    if mock is None:
        raise Refused(Refusal.UNKNOWN_MOCK, command.mock)
    mocks = {**state.mocks, mock.id: mock.evolve(dropped=True)}
    return state.evolve(mocks=mocks, scores=_without(state, mock.code))


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
    """Return the mocks of a round that were no planned session."""
    return tuple(one for one in history(state, level, round_id) if not one.code)


def _without(state: State, code: str) -> dict[str, int]:
    return {one: score for one, score in state.scores.items() if one != code}


def _round(curriculum: Curriculum, level: Level, round_id: str) -> Round:
    for one in curriculum.rounds_at(level):
        if one.id == round_id:
            return one
    raise Refused(Refusal.UNKNOWN_ROUND, round_id)


def _ensure_scored(state: State, code: str) -> None:
    if state.plan is None:
        raise Refused(Refusal.NO_PLAN)
    session = state.plan.by_code.get(code)
    if session is None:
        raise Refused(Refusal.UNKNOWN_CODE, code)
    if not is_scored(state, session):
        raise Refused(Refusal.NOT_A_MOCK, code)
