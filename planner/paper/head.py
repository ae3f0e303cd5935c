"""What stands at the top of every document: level, loop day, and the time that is planned."""

from datetime import date

from planner.core.exchange.words import count, weekday
from planner.core.refusal import Refusal, Refused
from planner.core.screens.sidebar import Countdown, countdown
from planner.core.state import State
from planner.core.wording import duration


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
    if discreet:
        return f"{weekday(left.loop)} ({_distance(left.days)})"
    word = "proposed loop day" if left.loop_proposed else "loop day"
    return f"{left.level} · {word} {weekday(left.loop)} ({_distance(left.days)})"


def time_line(planned: int, free: int) -> str:
    """Return minutes as a line: "8 h planned · 2 h free"."""
    return f"{duration(planned)} planned · {duration(free)} free"


def _distance(days: int) -> str:
    if days == 0:
        return "today"
    return count(days, "day") if days > 0 else f"{count(-days, 'day')} ago"
