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
from planner.core.values import Fact, SessionKind
from planner.core.wording import session_title


class Step(StrEnum):
    """What would strengthen a criterion."""

    STUDY = "study"
    MOCK = "mock"
    EVIDENCE = "evidence"


class NextStep(Fact, frozen=True):
    """What would strengthen the weakest criterion most.

    `minutes` are those still open of the item; `code` and `week` are those of its next open
    session, None where none is planned. `displaces` is the session of this week that matters
    least, which would have to wait for it; empty where it is planned this week or nothing gives.
    """

    step: Step
    criterion: str
    item: str
    title: str
    minutes: int
    code: str | None
    week: int | None
    displaces: str = ""


def next_step(known: Standing, criterion: Criterion, today: date) -> NextStep | None:
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
            return _step(known, criterion, (step, today), those)
    return None


def _step(
    known: Standing, criterion: Criterion, when: tuple[Step, date], kept: Sequence[Kept]
) -> NextStep:
    (step, today), state = when, known.state
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
        displaces=_displaced(known, first, session, today) if step is Step.STUDY else "",
    )


def _displaced(known: Standing, first: Kept, session: Session | None, today: date) -> str:
    """Return what would wait if the item were studied this week instead of later."""
    plan, state = known.state.plan, known.state
    if plan is None or not plan.start <= today < plan.loop:
        return ""
    week = plan.week_at(today)
    if session is not None and session.date <= week.sunday:
        return ""
    ranks = {one.item.id: one.at.priority.rank for one in known.kept}
    open_ones = [
        one
        for one in plan.sessions_of(week)
        if one.kind is SessionKind.STUDY and one.date >= today and not is_done(state, one)
    ]
    less = [one for one in open_ones if ranks.get(one.item, 0) >= first.at.priority.rank]
    if not less:
        return ""
    last = max(less, key=lambda one: (ranks.get(one.item, 0), one.date, one.start, one.code))
    return f"{last.code} {session_title(state, last)}"


def _next_session(state: State, kept: Kept) -> Session | None:
    sessions = state.plan.by_item.get(kept.item.id, ()) if state.plan else ()
    return next((one for one in sessions if not is_done(state, one)), None)
