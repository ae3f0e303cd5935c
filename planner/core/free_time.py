"""When there is time for study: the hours of a weekday, without days off and busy hours."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from planner.core.entry import spread_hours
from planner.core.hours import scaled
from planner.core.profile import (
    LATEST,
    LEAST_WEEK_MINUTES,
    LONGEST_PLAN_DAYS,
    MOST_DAY_MINUTES,
    MOST_DAYS_OFF,
    Profile,
    StudyDay,
)
from planner.core.refusal import Refusal, Refused
from planner.core.spans import Span, length, merged, without
from planner.core.values import GRAIN

Busy = Mapping[date, tuple[Span, ...]]
"""The busy hours of days."""

LEAST_GAP = 15
"""What busy hours leave of a day counts as free from so many minutes on."""
LONGEST_PROPOSAL = timedelta(weeks=24)
AHEAD = timedelta(weeks=26)


def study_day(profile: Profile, day: date) -> StudyDay:
    """Return how long a day is free and from when, whatever the calendar holds.

    A day off has no minutes. In a week with other hours each study day has its share of them.
    """
    usual = profile.week[day.weekday()]
    if day in profile.days_off:
        return usual.evolve(minutes=0)
    if not profile.special_weeks:
        return usual
    monday = day - timedelta(days=day.weekday())
    minutes = profile.special_weeks.get(monday)
    if minutes is None:
        return usual
    off = tuple(monday + timedelta(days=place) in profile.days_off for place in range(7))
    return _shared(profile.week, off, minutes)[day.weekday()]


def windows(profile: Profile, busy: Mapping[str, Busy], day: date) -> tuple[Span, ...]:
    """Return the free stretches of a day in order, as minutes after midnight."""
    free = study_day(profile, day).spans
    taken = busy_spans(busy, day) if busy else ()
    if not taken:
        return free
    left = without(free, map(_on_the_grid, taken))
    return tuple(span for span in left if span in free or span[1] - span[0] >= LEAST_GAP)


def _on_the_grid(span: Span) -> Span:
    """Return a busy hour from and to full five minutes, so that no session begins at 10:07."""
    begin, end = span
    return begin // GRAIN * GRAIN, -(-end // GRAIN) * GRAIN


def free_minutes(profile: Profile, busy: Mapping[str, Busy], day: date) -> int:
    """Return the minutes of a day that are free for study."""
    return length(windows(profile, busy, day))


def busy_spans(busy: Mapping[str, Busy], day: date) -> tuple[Span, ...]:
    """Return the busy hours of a day, of all calendars together."""
    return merged(span for days in busy.values() for span in days.get(day, ()))


def past_busy(busy: Mapping[str, Busy], day: date, begin: int, minutes: int) -> int:
    """Return the first minute of a day from `begin` on with so many minutes before a busy hour."""
    for first, last in busy_spans(busy, day):
        if first < begin + minutes and begin < last:
            begin = last
    return begin


def free_time_problem(profile: Profile, busy: Mapping[str, Busy], today: date) -> Refused | None:
    """Return what is wrong where days off and busy hours take all there would be until the loop."""
    if len(profile.days_off) > MOST_DAYS_OFF:
        return Refused(Refusal.TOO_MANY_DAYS_OFF, str(MOST_DAYS_OFF))
    loop = profile.loop or profile.start + LONGEST_PROPOSAL
    first = max(profile.start, today)
    days = [first + timedelta(days=count) for count in range(max((loop - first).days - 1, 0))]
    would_be = any(profile.week[day.weekday()].minutes for day in days)
    if would_be and not any(windows(profile, busy, day) for day in days):
        return Refused(Refusal.NO_FREE_TIME, loop.isoformat())
    return None


def with_holidays(profile: Profile, found: Mapping[date, str]) -> Profile:
    """Return a profile with these public holidays and no others; days taken off oneself stay."""
    own = {day: name for day, name in profile.days_off.items() if not name}
    days = {**found, **own}
    return profile.evolve(days_off={day: days[day] for day in sorted(days)})


def horizon(profile: Profile, today: date) -> tuple[date, date]:
    """Return the first and the last day for which holidays and busy hours are looked up.

    That is half a year more than the plan, so that they are known when the loop moves.
    """
    first = max(profile.start, today)
    end = (profile.loop or profile.start + LONGEST_PROPOSAL) + AHEAD
    last = min(end, profile.start + timedelta(days=LONGEST_PLAN_DAYS), LATEST)
    return first - timedelta(days=first.weekday()), max(last, first)


@lru_cache(maxsize=512)
def _shared(
    week: tuple[StudyDay, ...], off: tuple[bool, ...], minutes: int
) -> tuple[StudyDay, ...]:
    """Return a week that holds so many minutes: on its study days, or where none is left on others.

    Without a study day they spread as hours do whose weekdays are not known.
    """
    spread = spread_hours(max(minutes, LEAST_WEEK_MINUTES))
    for days in (week, spread, spread_hours(7 * MOST_DAY_MINUTES)):
        open_days = tuple(
            day.evolve(minutes=0) if is_off else day for day, is_off in zip(days, off, strict=True)
        )
        if any(day.minutes for day in open_days):
            return scaled(open_days, minutes)
    return tuple(day.evolve(minutes=0) for day in week)
