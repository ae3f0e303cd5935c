"""What a forecast rests on and how sure it is, in words; the days follow the locale elsewhere."""

from functools import partial

from planner.core.forecast import COURSES, FALLACY, Forecast
from planner.core.language import number, translate

_tr = partial(translate, "Forecast")


def method_text(found: Forecast) -> str:
    """Return in one sentence how the range was found."""
    return _tr(
        "The weeks ahead are put together %n time(s) from {weeks}, each by the share of its free "
        "time that became work done; the range leaves out the outer tenth on either side.",
        n=COURSES,
        weeks=_source(found),
    )


def in_time_text(found: Forecast) -> str:
    """Return how many of ten such courses of weeks are done before the loop."""
    if not found.own:
        return _tr(
            "If work slips as it usually does, all is done before the loop day in %n of 10 cases",
            n=found.in_time,
        )
    return _tr(
        "If the weeks ahead go like those so far, all is done before the loop day in %n of 10 "
        "cases",
        n=found.in_time,
    )


def basis_text(found: Forecast) -> str:
    """Return what a forecast rests on and how sure it is; nothing once all is done."""
    return f"{in_time_text(found)}. {method_text(found)}" if found.left_minutes else ""


def _source(found: Forecast) -> str:
    usual = _tr(
        "%n usual week(s) (plans take {factor} times as long as expected)",
        n=found.usual,
        factor=number(FALLACY, 2),
    )
    if not found.own:
        return usual
    own = _tr("your last %n full week(s)", n=found.own)
    if found.own == 1:
        own = _tr("your one full week")
    return _tr("{own} and {usual}", own=own, usual=usual) if found.usual else own
