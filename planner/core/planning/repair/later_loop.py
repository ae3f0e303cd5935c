"""The same plan with the loop some weeks later, and with open weeks before the mock block."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from planner.core.free_time import windows
from planner.core.moving import in_order
from planner.core.plan import WEEKLY_REVIEW, Plan, Rule, Session, Week, because, clock
from planner.core.planning.calendar import EVE, STUDYING, lay_out
from planner.core.planning.rooms import SMALLEST_REVIEWED_WEEK, WEEKLY_REVIEW_MINUTES
from planner.core.profile import LATEST, LONGEST_PLAN_DAYS, Profile
from planner.core.progress import is_done
from planner.core.spans import Span
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


def with_later_loop(
    state: State, profile: Profile, plan: Plan, today: date, weeks: int
) -> Plan | None:
    """Return a plan with its loop so many weeks later; None for one without a day for study.

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
    if len(stretches) != len(new_phases):
        return None
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
    taken = {*(one.date for one in moved), *profile.gates.values()}
    last = loop - timedelta(days=EVE + 1)
    free = {
        day: windows(profile, state.busy, day)
        for week in all_weeks[place : place + weeks]
        for day in (week.monday + timedelta(days=count) for count in range(7))
        if day <= last and day not in taken
    }
    reviews = list(_weekly_reviews(all_weeks[place : place + weeks], free, issued))
    return plan.evolve(
        loop=loop, weeks=all_weeks, sessions=in_order([*moved, *reviews]), issued=issued
    )


def _opening(plan: Plan, today: date) -> int:
    """Return how many weeks stay: those before the mock block, and those until this one."""
    until_now = (today - plan.weeks[0].monday).days // 7 + 1
    before_block = sum(week.phase in STUDYING for week in plan.weeks)
    return min(max(until_now, before_block), len(plan.weeks))


def _weekly_reviews(
    weeks: Sequence[Week], free: Mapping[date, Sequence[Span]], issued: dict[int, int]
) -> Iterator[Session]:
    """Yield the weekly reviews of new weeks, each on the last day that has room and nothing yet."""
    for week in weeks:
        begins = {
            day: spans[0][0]
            for day, spans in free.items()
            if week.monday <= day <= week.sunday
            and spans
            and spans[0][1] - spans[0][0] >= WEEKLY_REVIEW_MINUTES
        }
        if week.budget_minutes < SMALLEST_REVIEWED_WEEK or not begins:
            continue
        day = max(begins)
        issued[week.number] = issued.get(week.number, 0) + 1
        yield Session(
            code=f"W{week.number}-{issued[week.number]:02d}",
            item=WEEKLY_REVIEW,
            kind=SessionKind.WEEKLY_REVIEW,
            minutes=WEEKLY_REVIEW_MINUTES,
            date=day,
            start=clock(begins[day]),
            why=(because(Rule.WEEKLY_REVIEW),),
        )
