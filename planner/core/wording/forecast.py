"""What a forecast rests on and how sure it is, in words; the days follow the locale elsewhere."""

from planner.core.forecast import COURSES, FALLACY, Forecast
from planner.core.wording.titles import counted


def method_text(found: Forecast) -> str:
    """Return in one sentence how the range was found."""
    return (
        f"The weeks ahead are put together {COURSES} times from {_source(found)}, each by the "
        "share of its free time that became work done; the range leaves out the outer tenth on "
        "either side."
    )


def in_time_text(found: Forecast) -> str:
    """Return how many of ten such courses of weeks are done before the loop."""
    return f"In {found.in_time} of 10 ways the weeks may go, all is done before the loop day"


def basis_text(found: Forecast) -> str:
    """Return what a forecast rests on and how sure it is; nothing once all is done."""
    return f"{in_time_text(found)}. {method_text(found)}" if found.left_minutes else ""


def _source(found: Forecast) -> str:
    usual = (
        f"{counted(found.usual, 'usual week')} (plans take {FALLACY:.2f} times as long as expected)"
    )
    if not found.own:
        return usual
    own = f"your last {found.own} full weeks" if found.own > 1 else "your one full week"
    return f"{own} and {usual}" if found.usual else own
