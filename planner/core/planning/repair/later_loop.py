"""The same plan with the loop some weeks later, and with open weeks before the mock block."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planner.core.free_time import free_minutes, windows
from planner.core.moving import in_order
from planner.core.plan import WEEKLY_REVIEW, Plan, Rule, Session, Week, because, clock
from planner.core.planning.calendar import STUDYING, lay_out
from planner.core.planning.rooms import SMALLEST_REVIEWED_WEEK, WEEKLY_REVIEW_MINUTES
from planner.core.profile import LATEST, LONGEST_PLAN_DAYS, Profile
from planner.core.progress import is_done
from planner.core.state import State
from planner.core.values import Phase, SessionKind


def later_profile(profile: Profile, plan: Plan, weeks: int) -> Profile | None:
    """Return the profile with the loop so many weeks later, or None where that is too far.

    Where no loop is booked the profile stays as it is: only the proposal moves.
    """
    loop = plan.loop + timedelta(weeks=weeks)
    if loop > LATEST or (loop - profile.start).days > LONGEST_PLAN_DAYS:
        return None
    return profile if profile.loop is None else profile.evolve(loop=loop)


def with_later_loop(state: State, profile: Profile, plan: Plan, today: date, weeks: int) -> Plan:
    """Return a plan with its loop so many weeks later.

    What stands before the mock block stays, and so does this week; the rest moves along by whole
    weeks. The new weeks hold nothing yet but their weekly reviews. The mock block keeps the
    number of weeks it had.
    """
    loop = plan.loop + timedelta(weeks=weeks)
    place = _opening(plan, today)
    phases = [week.phase for week in plan.weeks]
    filler = Phase.BUILD if all(one in STUDYING for one in phases[:place]) else Phase.MOCK
    between = [filler] * weeks
    if place == len(phases):
        between[-1] = Phase.TAPER
    stretches = lay_out(profile, loop, today, (), plan, state.busy)
    new_phases = [*phases[:place], *between, *phases[place:]]
    all_weeks = tuple(
        stretch.as_week().evolve(phase=phase)
        for stretch, phase in zip(stretches, new_phases, strict=True)
    )
    opens = plan.weeks[0].monday + timedelta(weeks=place)
    days = timedelta(weeks=weeks)
    moved = [
        one.evolve(date=one.date + days)
        if one.date >= opens and not one.pinned and not is_done(state, one)
        else one
        for one in plan.sessions
    ]
    issued = dict(plan.issued)
    reviews = list(_weekly_reviews(state, profile, all_weeks[place : place + weeks], issued))
    return plan.evolve(
        loop=loop, weeks=all_weeks, sessions=in_order([*moved, *reviews]), issued=issued
    )


def _opening(plan: Plan, today: date) -> int:
    """Return how many weeks stay: those before the mock block, and those until this one."""
    until_now = (today - plan.weeks[0].monday).days // 7 + 1
    before_block = sum(week.phase in STUDYING for week in plan.weeks)
    return min(max(until_now, before_block), len(plan.weeks))


def _weekly_reviews(
    state: State, profile: Profile, weeks: Sequence[Week], issued: dict[int, int]
) -> Iterator[Session]:
    for week in weeks:
        days = [week.sunday - timedelta(days=back) for back in range(7)]
        free = {day: free_minutes(profile, state.busy, day) for day in days}
        roomy = (day for day in days if free[day] >= WEEKLY_REVIEW_MINUTES)
        day = next(roomy, None)
        if week.budget_minutes < SMALLEST_REVIEWED_WEEK or day is None:
            continue
        issued[week.number] = issued.get(week.number, 0) + 1
        yield Session(
            code=f"W{week.number}-{issued[week.number]:02d}",
            item=WEEKLY_REVIEW,
            kind=SessionKind.WEEKLY_REVIEW,
            minutes=WEEKLY_REVIEW_MINUTES,
            date=day,
            start=clock(windows(profile, state.busy, day)[0][0]),
            why=(because(Rule.WEEKLY_REVIEW),),
        )
