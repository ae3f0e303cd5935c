"""What would strengthen a success criterion most: to study, a mock, or a line of evidence."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from planner.core import readiness
from planner.core.curriculum import Criterion
from planner.core.plan import Session
from planner.core.progress import Done, is_done
from planner.core.readiness import Kept, Standing
from planner.core.state import State
from planner.core.values import Fact


class Step(StrEnum):
    """What would strengthen a criterion."""

    STUDY = "study"
    MOCK = "mock"
    EVIDENCE = "evidence"


class NextStep(Fact, frozen=True):
    """What would strengthen the weakest criterion most.

    `minutes` are those still open of the item; `code` and `week` are those of its next open
    session, None where none is planned.
    """

    step: Step
    criterion: str
    item: str
    title: str
    minutes: int
    code: str | None
    week: int | None


def next_step(known: Standing, criterion: Criterion) -> NextStep | None:
    """Return what does most for a criterion: to study, then mocks, then lines of evidence.

    Of items to study the core ones come first, then those that are planned soonest.
    """
    kept = readiness.kept_for(known, criterion)
    todo = [one for one in kept if one.state is not Done.DONE]
    unproven = [one for one in kept if not one.is_mock and one.item.id not in known.state.evidence]
    for step, those in (
        (Step.STUDY, [one for one in todo if not one.is_mock]),
        (Step.MOCK, [one for one in todo if one.is_mock]),
        (Step.EVIDENCE, unproven),
    ):
        if those:
            return _step(known.state, criterion, step, those)
    return None


def _step(state: State, criterion: Criterion, step: Step, kept: Sequence[Kept]) -> NextStep:
    soonest = {one.item.id: _next_session(state, one) for one in kept}

    def order(one: Kept) -> tuple[int, date, str]:
        session = soonest[one.item.id]
        return (one.at.priority.rank, session.date if session else date.max, one.item.id)

    first = min(kept, key=order)
    session = soonest[first.item.id]
    return NextStep(
        step=step,
        criterion=criterion.label,
        item=first.item.id,
        title=first.item.title,
        minutes=first.planned - first.done,
        code=session.code if session else None,
        week=state.plan.week_number(session.date) if state.plan and session else None,
    )


def _next_session(state: State, kept: Kept) -> Session | None:
    sessions = state.plan.by_item.get(kept.item.id, ()) if state.plan else ()
    return next((one for one in sessions if not is_done(state, one)), None)
