"""What it would mean to drop sessions somewhere, in words, shown while they are carried."""

from functools import partial

from planner.core.language import translate
from planner.core.refusal import Refusal
from planner.core.screens.dropping import Drop
from planner.core.wording import duration
from planner.ui.kit.words.dates import short_day

_tr = partial(translate, "Dragging")


def consequence(drop: Drop) -> str:
    """Return what comes of it, or why it cannot be."""
    if drop.refused is not None:
        return _refusal(drop)
    if not drop.moves:
        return _tr("stands here already")
    left = _tr("{time} stay free").format(time=duration(drop.left))
    parts = [left if drop.left > 0 else _tr("then full")]
    if drop.requires:
        parts.insert(0, _tr("before its prerequisite “{title}”").format(title=drop.requires))
    if drop.before_part:
        parts.insert(0, _tr("before its part {number}").format(number=drop.before_part))
    if drop.after_part:
        parts.insert(0, _tr("after its part {number}").format(number=drop.after_part))
    if drop.required_by:
        parts.insert(0, _tr("after “{title}”, which builds on it").format(title=drop.required_by))
    return "; ".join(parts)


def consequence_in_week(drop: Drop) -> str:
    """Return the same with the day on which it would stand."""
    if not drop.moves:
        return consequence(drop)
    return _tr("to {day}: {what}").format(day=short_day(drop.day), what=consequence(drop))


def not_moved(drop: Drop) -> str:
    """Return in a sentence why nothing was moved by what was let go on a place."""
    return _tr("Nothing was moved: {why}.", why=_why(drop) or _tr("not possible"))


def _refusal(drop: Drop) -> str:
    why = _why(drop)
    return _tr("not possible: {why}", why=why) if why else _tr("not possible")


def _why(drop: Drop) -> str:
    words = {
        Refusal.DAY_FULL: _tr("{over} over the free time"),
        Refusal.DAY_WITHOUT_TIME: _tr("no free time"),
        Refusal.DAY_OVER: _tr("that day is over"),
        Refusal.EVE_OF_LOOP: _tr("the day before the loop stays free"),
        Refusal.OUTSIDE_PLAN: _tr("outside the plan"),
        Refusal.ALREADY_DONE: _tr("“{about}” is done"),
    }
    told = words.get(drop.refused or Refusal.NO_PLAN, "")
    return told.format(over=duration(drop.over), about=drop.about)
