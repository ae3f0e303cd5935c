"""What the grade of a review changes in the plan: when the item comes back, and nothing else."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from planner.core.free_time import free_minutes
from planner.core.moving import EVE, end_of_day, in_order
from planner.core.plan import Plan, Rule, Session, because
from planner.core.profile import Profile
from planner.core.progress import done_on
from planner.core.reviewing import Held, due_weeks
from planner.core.state import State
from planner.core.values import SessionKind


def regraded(before: State, after: State, session: Session, on: date) -> Plan | None:
    """Return the plan after a review got another grade on a day.

    Reviews of the item that are still ahead move to the weeks they are due in now; those that are
    due no more go, and one that is due anew is added. One that finds no room in its week, or none
    on another day, stays where it stood, at its time; what was put on a day by hand stays as well.
    """
    plan, profile = after.plan, after.profile
    if plan is None or profile is None:
        return plan
    finished = _finished_in(after, plan, session)
    old, new = (
        due_weeks(finished, len(plan.weeks), [*_held(state, plan, session, on)])
        for state in (before, after)
    )
    if old == new:
        return plan
    laid = [one for one in _reviews(plan, session.item) if _is_ahead(after, one, session, on)]
    places = _due_with(plan, old, laid)
    missing = [week for week in new if week not in old]
    spare = [one for week, one in places.items() if week not in new and not one.pinned]
    gone = {one.code for one in spare}
    others = [one for one in plan.sessions if one.code not in gone]
    taken = spare[max(len(spare) - len(missing), 0) :]
    issued = dict(plan.issued)
    for week, old_one in zip(missing, [*[None] * (len(missing) - len(taken)), *taken], strict=True):
        one = old_one or session.evolve(code=_next_code(issued, week), pinned=False)
        day = _day_with_room(after, profile, plan, others, one.minutes, week, on)
        if old_one is not None and day in {None, old_one.date}:
            others.append(old_one)
        elif day is not None:
            start = end_of_day(others, day, one.minutes, profile, after.busy)
            why = (because(Rule.REVIEW_DUE, one.item, week=finished),)
            others.append(one.evolve(date=day, start=start, why=why))
            issued[week] = max(issued.get(week, 0), _number(one, week))
    return plan.evolve(sessions=in_order(others), issued=issued)


def next_review(state: State, item_id: str, after: date) -> Session | None:
    """Return the first review of an item that is still open after a day."""
    reviews = _reviews(state.plan, item_id) if state.plan else ()
    return next((one for one in reviews if one.date > after and one.code not in state.ticks), None)


def _reviews(plan: Plan, item_id: str) -> Iterator[Session]:
    return (one for one in plan.sessions if one.item == item_id and one.kind is SessionKind.REVIEW)


def _finished_in(state: State, plan: Plan, session: Session) -> int:
    """Return the week in which the item of a review was finished, at least as it was planned."""
    item = state.item(session.item)
    day = done_on(state, item) if item else None
    if day is not None:
        return plan.week_number(day)
    planned = (one.week for one in session.why if one.rule is Rule.REVIEW_DUE)
    return next(planned, None) or max(plan.week_number(session.date) - 1, 1)


def _due_with(plan: Plan, due: Sequence[int], laid: Sequence[Session]) -> dict[int, Session]:
    """Return which review stands for which week: each for the last one before it, or the next."""
    found: dict[int, Session] = {}
    for one in laid:
        open_weeks = [week for week in due if week not in found]
        before = [week for week in open_weeks if week <= plan.week_number(one.date)]
        if open_weeks:
            found[before[-1] if before else open_weeks[0]] = one
    return found


def _held(state: State, plan: Plan, session: Session, on: date) -> Iterator[Held]:
    """Yield the reviews of an item that were held until a day, the one of the session included."""
    found: list[tuple[date, time, str]] = []
    for one in _reviews(plan, session.item):
        day = state.ticks.get(one.code, on if one.code == session.code else None)
        if day is not None:
            found.append((day, one.start, one.code))
    for day, _, code in sorted(found):
        yield Held(plan.week_number(day), state.grades.get(code))


def _is_ahead(state: State, one: Session, session: Session, on: date) -> bool:
    return one.code != session.code and one.code not in state.ticks and one.date > on


def _day_with_room(
    state: State,
    profile: Profile,
    plan: Plan,
    others: Sequence[Session],
    minutes: int,
    week: int,
    on: date,
) -> date | None:
    """Return the day of a week with the least room that is enough, after a day; the first on a tie.

    The eve of the loop and the days of rounds stay free.
    """
    monday = plan.weeks[week - 1].monday
    closed = {plan.loop - EVE, *profile.gates.values()}
    rooms: list[tuple[int, date]] = []
    for day in (monday + timedelta(days=count) for count in range(7)):
        if not (max(on, plan.start - EVE) < day < plan.loop) or day in closed:
            continue
        used = (one.minutes for one in others if one.date == day and one.item not in state.skipped)
        left = free_minutes(profile, state.busy, day) - sum(used)
        if left >= minutes:
            rooms.append((left, day))
    return min(rooms, default=(0, None))[1]


def _next_code(issued: dict[int, int], week: int) -> str:
    return f"W{week}-{issued.get(week, 0) + 1:02d}"


def _number(one: Session, week: int) -> int:
    """Return the number in a code that was given in a week, 0 for a code of another one."""
    name, _, number = one.code.partition("-")
    return int(number) if name == f"W{week}" else 0
