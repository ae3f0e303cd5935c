"""The figures of a week, the same on screen and in files."""

from functools import partial
from typing import TYPE_CHECKING

from planner.core.language import translate
from planner.core.wording.times import done_of_planned, duration

if TYPE_CHECKING:
    from planner.core.screens.week import SessionRow, WeekScreen

_tr = partial(translate, "Week")


def progress_text(week: "WeekScreen") -> str:
    """Return "4 h 10 m done of 8 h planned"."""
    return done_of_planned(week.done, week.planned)


def buffer_text(week: "WeekScreen") -> str:
    """Return what is kept free of the week, or by how much it is overfull."""
    if week.planned > week.free:
        over = duration(week.planned - week.free)
        return _tr("{minutes} more than the week has free", minutes=over)
    return _tr("{minutes} buffer kept free", minutes=duration(week.buffer))


def fate_text(row: "SessionRow") -> str:
    """Return "slipped" or "skipped", or nothing for a session that is simply open or done."""
    if row.done:
        return ""
    if row.skipped:
        return _tr("skipped")
    return _tr("slipped") if row.slipped else ""
