"""What stands at the top of every document: level, loop day, and the time that is planned."""

from datetime import date
from functools import partial

from planner.core.language import spoken, translate
from planner.core.refusal import Refusal, Refused
from planner.core.screens.sidebar import Countdown, countdown
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording import duration

_tr = partial(translate, "Paper")


def days_to_loop(state: State, today: date) -> Countdown:
    """Return how far the loop is, as the sidebar shows it.

    Raises:
        Refused: while there is no plan.
    """
    found = countdown(state, today)
    if found is None:
        raise Refused(Refusal.NO_PLAN)
    return found


def loop_line(left: Countdown, *, discreet: bool) -> str:
    """Return level and loop day in a line: "L6 · loop day Mon 25 Jan (41 days)"; or the day."""
    day, distance = spoken().day(left.loop, "ddd d MMM"), _distance(left.days)
    if discreet:
        return f"{day} ({distance})"
    if left.loop_proposed:
        words = _tr("{level} · proposed loop day {day} ({distance})")
    else:
        words = _tr("{level} · loop day {day} ({distance})")
    return words.format(level=left.level.value, day=day, distance=distance)


def level_line(level: Level, left: Countdown | None, *, discreet: bool) -> str:
    """Return level and loop day in a line, or the level alone while there is no plan."""
    if left is not None:
        return loop_line(left, discreet=discreet)
    return "" if discreet else level.value


def time_line(planned: int, free: int) -> str:
    """Return minutes as a line: "8 h planned · 2 h buffer"."""
    return _tr("{planned} planned · {free} buffer", planned=duration(planned), free=duration(free))


def _distance(days: int) -> str:
    if days == 0:
        return _tr("today")
    return _tr("%n day(s)", n=days) if days > 0 else _tr("%n day(s) ago", n=-days)
