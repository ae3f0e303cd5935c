"""When the work of the plan will be done if the coming weeks go like those behind.

The quantity is the share of a week's free time that became planned work done: the minutes of the
sessions ticked off in it, over its free minutes. Not the share of what was planned: a plan made
anew moves what slipped out of the weeks behind, and every one of them would look perfect. Not
bare minutes either: a week of travel would count as a slow one. Minutes are those planned, not
those logged, so an hour is an hour of progress.

It is a bootstrap. Many courses of the weeks ahead are put together from the weeks behind, and the
range holds all of them but the outer tenth on either side. Each week that is drawn goes back
twice (a Pólya urn, the Bayesian bootstrap), so a course keeps to its pace and a short history
gives a wide range; weeks drawn without that would let good and bad ones cancel out too well.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import islice
from math import ceil

from planner.core.chance import drawn
from planner.core.plan import Plan
from planner.core.progress import is_done, open_minutes
from planner.core.state import State
from planner.core.values import Fact

FALLACY = 55.5 / 33.9
"""Own plans took 55.5 days where 33.9 were expected (Buehler, Griffin and Ross 1994)."""
SPREAD = 0.5
"""Usual weeks lie within half above and half below their mean; the finding is silent on weeks."""
ENOUGH_WEEKS = 4
"""With so many full weeks of one's own the finding is needed no more."""
RECENT_WEEKS = 12
"""How a week went longer ago says little about the next one."""
MOST = 2.0
"""A pile of ticks on one day says little about pace, so no week counts above twice its time."""
COURSES, SEED = 200, 1994
TENTH = COURSES // 10
IN_SIGHT = 104
"""Weeks after the loop (or after today, if later) that are looked at."""


class Forecast(Fact, frozen=True):
    """When the work of the plan is done: in one of ten courses earlier, likely, in one later.

    A day is None where it lies further away than can be seen; once all is done it is the day of
    the last tick. `slack` are the weeks from the likely day to the loop in halves, below zero
    where it comes after the loop. `in_time` of ten courses are done before the loop; that is
    about the plan, not about the decision. It rests on `own` full weeks, filled up with `usual`
    ones.
    """

    earliest: date | None
    likely: date | None
    latest: date | None
    slack: float | None
    in_time: int
    own: int
    usual: int
    left_minutes: int


class Stretch(Fact, frozen=True):
    """Days of a week that lie ahead, and their free minutes."""

    first: date
    days: int
    minutes: float

    def day_after(self, part: float) -> date:
        """Return the day on which this part of the stretch, above 0 up to 1, is over."""
        return self.first + timedelta(days=max(ceil(part * self.days), 1) - 1)


def forecast(state: State, today: date, seed: int = SEED) -> Forecast | None:
    """Return when the plan will be done at the candidate's pace, or None while there is none."""
    plan = state.plan
    if plan is None:
        return None
    own = own_shares(state, plan, today)
    usual = usual_shares(ENOUGH_WEEKS - len(own))
    left = open_minutes(state, plan.sessions)
    if not left:
        days = [_last_tick(state, plan)] * COURSES
    else:
        ahead = islice(stretches(state, plan, today), _weeks_in_sight(plan, today))
        days = finishes(left, ahead, (*own, *usual), seed)
    likely = _seen(days[COURSES // 2 - 1])
    return Forecast(
        earliest=_seen(days[TENTH - 1]),
        likely=likely,
        latest=_seen(days[-TENTH - 1]),
        slack=None if likely is None else round((plan.loop - likely).days / 7 * 2) / 2,
        in_time=sum(day < plan.loop for day in days) * 10 // COURSES,
        own=len(own),
        usual=len(usual),
        left_minutes=left,
    )


def own_shares(state: State, plan: Plan, today: date) -> tuple[float, ...]:
    """Return how much of the free time of each full week behind became work done, oldest first."""
    done: dict[date, int] = {}
    for one in plan.sessions:
        if is_done(state, one):
            monday = _monday(state.ticks[one.code])
            done[monday] = done.get(monday, 0) + one.minutes
    shares = [
        min(done.get(week.monday, 0) / week.capacity_minutes, MOST)
        for week in plan.weeks
        if week.sunday < today and week.capacity_minutes
    ]
    return tuple(shares[-RECENT_WEEKS:])


def usual_shares(weeks: int) -> tuple[float, ...]:
    """Return as many usual weeks, evenly spread about their mean.

    Who plans all the free time needs `FALLACY` times as long, so one share in `FALLACY` of it
    becomes work done. The buffer that every plan keeps free takes a part of that.
    """
    steps = (2 * number + 1 - weeks for number in range(weeks))
    return tuple((1 + SPREAD * step / weeks) / FALLACY for step in steps)


def stretches(state: State, plan: Plan, today: date) -> Iterator[Stretch]:
    """Yield the weeks from today on with their free minutes: those of the plan, then usual ones.

    Of a week that has begun only the days that are left count.
    """
    usual = max(week.capacity_minutes for week in plan.weeks)
    if state.profile is not None:
        usual = state.profile.week_minutes
    first = max(today, plan.start)
    monday = _monday(first)
    known = {week.monday: week.capacity_minutes for week in plan.weeks}
    while True:
        begin = max(monday, plan.start)
        sunday = monday + timedelta(days=6)
        days = (sunday - max(begin, first)).days + 1
        part = days / ((sunday - begin).days + 1)
        yield Stretch(max(begin, first), days, known.get(monday, usual) * part)
        monday += timedelta(weeks=1)


def finishes(left: int, ahead: Iterator[Stretch], shares: Sequence[float], seed: int) -> list[date]:
    """Return the day on which each course is through with the minutes left, earliest first.

    A course that is not through when the weeks end has `date.max`.
    """
    days: list[date] = []
    if not any(shares):
        return [date.max] * COURSES
    going = [(course, float(left)) for course in range(COURSES)]
    for number, stretch in enumerate(ahead):
        if not going:
            break
        column = draws(seed, len(shares), number)
        still = []
        for course, rest in going:
            done = shares[column[course]] * stretch.minutes
            if done < rest:
                still.append((course, rest - done))
            else:
                days.append(stretch.day_after(rest / done))
        going = still
    return [*sorted(days), *(date.max for _ in going)]


@cache
def draws(seed: int, shares: int, week: int) -> tuple[int, ...]:
    """Return which share each course has in a week: one of the shares, or what it had before."""
    places = range(week * COURSES, (week + 1) * COURSES)
    return tuple(
        at if at < shares else draws(seed, shares, at - shares)[course]
        for course, at in enumerate(drawn(seed, places, shares + week))
    )


def _weeks_in_sight(plan: Plan, today: date) -> int:
    first = _monday(max(today, plan.start))
    return max((plan.loop - first).days // 7, 0) + IN_SIGHT


def _last_tick(state: State, plan: Plan) -> date:
    ticks = (state.ticks[one.code] for one in plan.sessions if is_done(state, one))
    return max(ticks, default=plan.start)


def _seen(day: date) -> date | None:
    return None if day == date.max else day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
