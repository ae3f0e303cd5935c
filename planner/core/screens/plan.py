"""The plan as a whole: one row a week, what is left out, and what other hours would change."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial
from itertools import takewhile

from planner.core.gates import gates_at
from planner.core.language import translate
from planner.core.pace import Pace, paces
from planner.core.plan import WORK, LeftOut, Plan, Week
from planner.core.progress import has_slipped, is_done, ticked_minutes
from planner.core.screens.subjects import Load, loads
from planner.core.state import State
from planner.core.touched import Latest
from planner.core.values import Fact, Phase, Priority, SessionKind
from planner.core.wording import back_text, item_title, left_out_text
from planner.core.wording.lists import enumeration
from planner.core.wording.names import priority_name
from planner.core.wording.titles import round_label

_tr = partial(translate, "PlanScreen")


class Entry(Fact, frozen=True):
    """A title within a week, and whether all of the week's sessions of it are done."""

    title: str
    done: bool


class WeekRow(Fact, frozen=True):
    """A week as a row; `loop` is the day the last one leads to, `rounds` those that come before."""

    number: int
    monday: date
    sunday: date
    phase: Phase
    loads: tuple[Load, ...]
    planned: int
    free: int
    done: int
    slipped: int
    entries: tuple[Entry, ...]
    is_current: bool
    is_over: bool
    loop: date | None
    rounds: tuple[tuple[str, date], ...] = ()


class LeftOutRow(Fact, frozen=True):
    """An item without room, why, and what would bring it back, empty where that is not known.

    `is_whole` says that nothing of it is planned.
    """

    item: str
    title: str
    priority: Priority | None
    minutes: int
    why: str
    is_whole: bool
    back: str = ""


class PlanScreen(Fact, frozen=True):
    """The plan as a page. `finish` is the day of the last session.

    `paces` are empty until enough is known of own pace.
    """

    start: date
    loop: date
    loop_proposed: bool
    weeks: tuple[WeekRow, ...]
    left_out: tuple[LeftOutRow, ...]
    left_out_items: int
    shortfall: int
    extra_weeks: int
    fits: bool
    headline: str
    finish: date | None
    paces: tuple[Pace, ...]


def plan_screen(state: State, today: date, most: int | None = None) -> PlanScreen | None:
    """Return the plan as a page, or None while there is none.

    Of what is left out, at most so many rows are made.
    """
    plan = state.plan
    if plan is None:
        return None
    return PlanScreen(
        start=plan.start,
        loop=plan.loop,
        loop_proposed=plan.loop_proposed,
        weeks=tuple(week_row(state, plan, week, today) for week in plan.weeks),
        left_out=tuple(left_out_row(state, left) for left in plan.left_out[:most]),
        left_out_items=len(plan.left_out),
        shortfall=plan.shortfall_minutes,
        extra_weeks=plan.extra_weeks_needed,
        fits=plan.fits,
        headline=headline(state),
        finish=plan.sessions[-1].date if plan.sessions else None,
        paces=tuple(paces(state).values()),
    )


def week_row(state: State, plan: Plan, week: Week, today: date) -> WeekRow:
    """Return a week as a row."""
    sessions = plan.sessions_of(week)
    booked = state.profile.gates if state.profile else {}
    gates = gates_at(state.curriculum, plan.level, booked)
    finished: dict[str, bool] = {}
    reviews = [one for one in sessions if one.kind is SessionKind.REVIEW]
    for session in sessions:
        if session.kind in WORK:
            title = item_title(state, session.item)
            finished[title] = finished.get(title, True) and is_done(state, session)
    if reviews:
        name = _tr("%n review(s)", n=len(reviews))
        finished[name] = all(is_done(state, one) for one in reviews)
    return WeekRow(
        number=week.number,
        monday=week.monday,
        sunday=week.sunday,
        phase=week.phase,
        loads=loads(state, sessions),
        planned=plan.planned_minutes(week),
        free=week.capacity_minutes,
        done=ticked_minutes(state, sessions),
        slipped=sum(one.minutes for one in sessions if has_slipped(state, one, today)),
        entries=tuple(Entry(title, done) for title, done in finished.items()),
        is_current=week.monday <= today <= week.sunday,
        is_over=week.sunday < today,
        loop=plan.loop if week is plan.weeks[-1] else None,
        rounds=tuple(
            (round_label(state, gate), day)
            for gate, day in gates.items()
            if week.monday <= day <= week.sunday
        ),
    )


def left_out_row(state: State, left: LeftOut) -> LeftOutRow:
    """Return what is left out as a row."""
    standing = _standing(state, left.item)
    return LeftOutRow(
        item=left.item,
        title=item_title(state, left.item),
        priority=standing.priority,
        minutes=left.minutes,
        why=left_out_text(state, left),
        is_whole=standing.is_whole,
        back=back_text(state, left),
    )


class _Standing(Fact, frozen=True):
    """How an item that is left out counts: by its priority, or as whole where none is planned."""

    priority: Priority | None
    is_whole: bool


def headline(state: State) -> str:
    """Say in one clause how much of the curriculum the plan holds."""
    standings = _LATEST.of(state).values()
    whole = Counter(one.priority for one in standings if one.is_whole)
    shortened = {one.priority for one in standings if not one.is_whole}
    fitting = list(takewhile(lambda one: one not in whole and one not in shortened, Priority))
    clauses = []
    if not standings:
        clauses.append(_tr("everything fits"))
    elif fitting:
        names = enumeration([priority_name(one) for one in fitting])
        clauses.append(_tr("everything {priorities} fits", priorities=names))
    if whole:
        groups = [one for one in (*Priority, None) if one in whole]
        counts = enumeration([_counted(whole[one], one) for one in groups])
        clauses.append(_tr("{counts} item(s) left out", n=whole.total(), counts=counts))
    if len(standings) > whole.total():
        clauses.append(_tr("%n shortened", n=len(standings) - whole.total()))
    if state.skipped:
        clauses.append(_tr("%n skipped by you", n=len(state.skipped)))
    return ", ".join(clauses)


def _standings(state: State) -> Mapping[str, _Standing]:
    left_out = state.plan.left_out if state.plan else ()
    return {one.item: _standing(state, one.item) for one in left_out}


def _standings_again(
    before: Mapping[str, _Standing], state: State, touched: frozenset[str]
) -> Mapping[str, _Standing]:
    return {**before, **{one: _standing(state, one) for one in touched if one in before}}


def _standing(state: State, item_id: str) -> _Standing:
    item = state.item(item_id)
    at = item.at.get(state.profile.level) if item and state.profile else None
    is_whole = state.plan is None or item_id not in state.plan.by_item
    return _Standing(at.priority if at else None, is_whole)


_LATEST = Latest(_standings, _standings_again)


def _counted(number: int, priority: Priority | None) -> str:
    if priority is None:
        return _tr("%n other", n=number)
    return _tr("%n {priority}", n=number, priority=priority_name(priority))
