"""Readiness: the success criteria, the failure points, and the way so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.core import readiness
from planner.core.curriculum import Criterion
from planner.core.plan import Session
from planner.core.progress import Done, is_done
from planner.core.readiness import Kept, Share, Standing
from planner.core.state import State
from planner.core.values import Level


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion; `items` counts what is kept for it, `dropped` what is not."""

    id: str
    label: str
    note: str
    studied: Share
    evidenced: Share
    tested: Share
    prepared: Share
    items: int
    dropped: int
    is_weakest: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Three criteria under their heading; `prepared` is the mean of their shares, 0 to 1."""

    label: str
    prepared: float
    rows: tuple[CriterionRow, ...]


@dataclass(frozen=True, slots=True)
class FailureRow:
    """One failure point and how far it is guarded."""

    id: str
    family: str
    label: str
    note: str
    state: Done
    share: Share


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round of the level's loop and how far it is prepared."""

    id: str
    label: str
    prepared: Share
    tested: Share


@dataclass(frozen=True, slots=True)
class BurnPoint:
    """A day, the minutes planned until its end, and done until then (None in the future)."""

    day: date
    planned: int
    done: int | None


class Step(StrEnum):
    """What would strengthen a criterion."""

    STUDY = "study"
    MOCK = "mock"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class NextStep:
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


@dataclass(frozen=True, slots=True)
class ReadinessScreen:
    """Readiness as a page. Nothing is weakest before anything has `begun`."""

    level: Level
    families: tuple[Family, ...]
    failures: tuple[FailureRow, ...]
    rounds: tuple[RoundRow, ...]
    burn_up: tuple[BurnPoint, ...]
    next_step: NextStep | None
    begun: bool


def readiness_screen(state: State, today: date) -> ReadinessScreen | None:
    """Return readiness as a page, or None while no level is chosen."""
    if state.profile is None:
        return None
    level = state.profile.level
    known = readiness.standing(state)
    weakest = readiness.weakest(known, level)
    criteria = state.curriculum.criteria_at(level)
    begun = any(readiness.prepared(known, one).done for one in criteria)
    families: dict[str, list[CriterionRow]] = {}
    for criterion in criteria:
        row = _criterion_row(known, criterion, is_weakest=begun and criterion is weakest)
        families.setdefault(criterion.family, []).append(row)
    return ReadinessScreen(
        level=level,
        families=tuple(
            Family(label, sum(row.prepared.ratio for row in rows) / len(rows), tuple(rows))
            for label, rows in families.items()
        ),
        failures=tuple(
            FailureRow(one.id, one.family, one.label, one.note, *readiness.guarded(known, one))
            for one in state.curriculum.failures_at(level)
        ),
        rounds=tuple(
            RoundRow(
                one.id,
                one.label,
                readiness.round_prepared(known, one),
                readiness.round_tested(known, one),
            )
            for one in state.curriculum.rounds_at(level)
        ),
        burn_up=burn_up(state, today),
        next_step=next_step(known, weakest) if weakest else None,
        begun=begun,
    )


def _criterion_row(known: Standing, criterion: Criterion, *, is_weakest: bool) -> CriterionRow:
    return CriterionRow(
        id=criterion.id,
        label=criterion.label,
        note=criterion.note,
        studied=readiness.studied(known, criterion),
        evidenced=readiness.evidenced(known, criterion),
        tested=readiness.tested(known, criterion),
        prepared=readiness.prepared(known, criterion),
        items=len(readiness.kept_for(known, criterion)),
        dropped=readiness.dropped(known, criterion),
        is_weakest=is_weakest,
    )


def burn_up(state: State, today: date) -> tuple[BurnPoint, ...]:
    """Return planned and done minutes from the start over the end of each week, and of today.

    A session counts as done on the day it was ticked.
    """
    plan = state.plan
    if plan is None:
        return ()
    planned = [(one.date, one.minutes) for one in plan.sessions]
    ticked = [one for one in plan.sessions if is_done(state, one)]
    done = [(state.ticks[one.code], one.minutes) for one in ticked]
    ends = {week.sunday for week in plan.weeks}
    if plan.start <= today < plan.weeks[-1].sunday:
        ends.add(today)
    return (
        BurnPoint(plan.start, 0, 0),
        *(
            BurnPoint(day, _until(planned, day), _until(done, day) if day <= today else None)
            for day in sorted(ends)
        ),
    )


def _until(minutes: Iterable[tuple[date, int]], day: date) -> int:
    return sum(those for on, those in minutes if on <= day)


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
