"""The range of the way ahead in the burn-up: from today's dot to the earliest and latest finish."""

from collections.abc import Sequence
from datetime import date

from planner.core.forecast import Forecast
from planner.core.screens.readiness import BurnPoint

Corner = tuple[date, int]


def fan(points: Sequence[BurnPoint], found: Forecast | None) -> tuple[Corner, ...]:
    """Return the corners of the range, each a day and the minutes done by then.

    It goes from the last day known up to where all is done earliest and, below, latest, and is cut
    at the last day shown. There is none where nothing lies ahead or nothing is left.
    """
    known = [one for one in points if one.done is not None]
    if found is None or not known or not found.left_minutes:
        return ()
    now, end = known[-1], points[-1].day
    if now.day >= end:
        return ()
    dot = (now.day, now.done or 0)
    above = _way(dot, found.left_minutes, found.earliest, end)
    below = _way(dot, found.left_minutes, found.latest, end)
    return (dot, *above, *reversed(below))


def _way(dot: Corner, left: int, finish: date | None, end: date) -> tuple[Corner, ...]:
    """Return where a straight way to the finish leads until the last day shown."""
    day, done = dot
    if finish is None:
        return ((end, done),)
    if finish <= end:
        return ((finish, done + left), (end, done + left))
    return ((end, done + left * (end - day).days // (finish - day).days),)
