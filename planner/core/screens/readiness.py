"""Readiness: the success criteria, the failure points, and the way so far."""

from collections.abc import Iterable
from datetime import date

from planner.core import readiness
from planner.core.curriculum import Criterion, FailurePoint
from planner.core.forecast import Forecast, forecast
from planner.core.progress import Done, is_done
from planner.core.readiness import Kept, Share, Standing
from planner.core.screens.next_step import NextStep, next_step
from planner.core.screens.support import Support, supports
from planner.core.state import State
from planner.core.story_check import against
from planner.core.values import Fact, Level
from planner.core.wording.assessment import risk_text


class CriterionRow(Fact, frozen=True):
    """One criterion; `items` counts what is kept for it, `dropped` what is not.

    `supports` is all that speaks for it.
    """

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
    supports: tuple[Support, ...]


class Family(Fact, frozen=True):
    """Three criteria under their heading; `prepared` is the mean of their shares, 0 to 1."""

    label: str
    prepared: float
    rows: tuple[CriterionRow, ...]


class FailureRow(Fact, frozen=True):
    """One failure point, how far it is guarded, and the titles of stories that run into it."""

    id: str
    family: str
    label: str
    note: str
    state: Done
    share: Share
    stories: tuple[str, ...] = ()


class RoundRow(Fact, frozen=True):
    """One round of the level's loop and how far it is prepared."""

    id: str
    label: str
    prepared: Share
    tested: Share


class BurnPoint(Fact, frozen=True):
    """A day, the minutes planned until its end, and done until then (None in the future)."""

    day: date
    planned: int
    done: int | None


class SoFar(Fact, frozen=True):
    """The way up to a day: minutes done, minutes planned until then, and those of the whole way."""

    day: date
    done: int
    due: int
    of: int
    end: date


class EvidenceRow(Fact, frozen=True):
    """An item that something can be shown for, and the line that says what."""

    item: str
    title: str
    line: str


class ReadinessScreen(Fact, frozen=True):
    """Readiness as a page. Nothing is weakest before anything has `begun`.

    `takes_evidence` says that there are items that want a line, see `evidence_rows`.

    `risk` says that one's own work speaks for another level, empty where it does not.

    Without a plan there is no way to show and no forecast.
    """

    level: Level
    families: tuple[Family, ...]
    failures: tuple[FailureRow, ...]
    rounds: tuple[RoundRow, ...]
    burn_up: tuple[BurnPoint, ...]
    forecast: Forecast | None
    next_step: NextStep | None
    takes_evidence: bool
    begun: bool
    risk: str

    @property
    def so_far(self) -> SoFar | None:
        """The way until today, or None where there is none to show."""
        if not self.burn_up:
            return None
        last = self.burn_up[-1]
        now, done = [(one, one.done) for one in self.burn_up if one.done is not None][-1]
        return SoFar(now.day, done, now.planned, last.planned, last.day)


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
        failures=tuple(_failure_row(known, one) for one in state.curriculum.failures_at(level)),
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
        forecast=forecast(state, today),
        next_step=next_step(known, weakest, today) if weakest else None,
        takes_evidence=any(one is not None and not one.is_mock for one in known.items.values()),
        begun=begun,
        risk=risk_text(state.assessment, level, state.curriculum),
    )


def _failure_row(known: Standing, one: FailurePoint) -> FailureRow:
    state, share = readiness.guarded(known, one)
    stories = tuple(story.title for story in against(known.state, one.id))
    return FailureRow(one.id, one.family, one.label, one.note, state, share, stories)


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
        supports=supports(known, criterion),
    )


def evidence_rows(state: State) -> tuple[EvidenceRow, ...]:
    """Return the items that want a line of evidence, those first where it would help most.

    That is: without a line yet, for the weakest criterion, and begun.
    """
    known = readiness.standing(state)
    weakest = readiness.weakest(known, state.profile.level) if state.profile else None

    def order(one: Kept) -> tuple[bool, bool, bool]:
        helps = weakest is not None and weakest.id in one.at.criteria
        return (one.item.id in known.state.evidence, not helps, one.state is Done.OPEN)

    wanted = sorted((one for one in known.kept if not one.is_mock), key=order)
    lines = known.state.evidence
    return tuple(
        EvidenceRow(one.item.id, one.item.title, lines.get(one.item.id, "")) for one in wanted
    )


def burn_up(state: State, today: date) -> tuple[BurnPoint, ...]:
    """Return planned and done minutes from the start over the end of each week to the loop day.

    Today is among them. A session counts as done on the day it was ticked.
    """
    plan = state.plan
    if plan is None:
        return ()
    planned = [(one.date, one.minutes) for one in plan.sessions]
    ticked = [one for one in plan.sessions if is_done(state, one)]
    done = [(state.ticks[one.code], one.minutes) for one in ticked]
    ends = {plan.loop, *(week.sunday for week in plan.weeks if week.sunday < plan.loop)}
    if plan.start <= today < plan.loop:
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
