"""The words for what was done to several sessions or items in one gesture."""

from collections.abc import Sequence
from functools import partial

from planner.core import commands as c
from planner.core.language import translate
from planner.core.state import State
from planner.core.wording import duration
from planner.ui.deeds import Deed, order_broken, with_remark

_tr = partial(translate, "Deeds")


def deed_of_many(state: State, commands: Sequence[c.Change | c.Retract], logged: int = 0) -> Deed:
    """Return the words for commands of one kind: "tick of 3 sessions", "Ticked 3 sessions".

    `logged` are the minutes that go with ticks.
    """
    last, count = commands[-1], len(commands)
    if isinstance(last, c.Tick):
        what = _counted(state, [one.target for one in commands if isinstance(one, c.Tick)])
        if logged:
            return Deed(
                _tr("tick of {what} with {time}", what=what, time=duration(logged)),
                _tr("Ticked {what} with {time}", what=what, time=duration(logged)),
            )
        if last.done:
            return _about(_tr("tick of {what}"), _tr("Ticked {what}"), what)
        return _about(_tr("untick of {what}"), _tr("Unticked {what}"), what)
    if isinstance(last, c.MoveSession):
        what = _tr("%n session(s)", n=count)
        codes = [one.code for one in commands if isinstance(one, c.MoveSession)]
        broken = next(filter(None, (order_broken(state, code) for code in codes)), "")
        moved = _about(_tr("move of {what}"), _tr("Moved {what}"), what)
        return moved.evolve(past=with_remark(moved.past, broken))
    return _of_items(last, _tr("%n item(s)", n=count))


def _of_items(last: c.Change | c.Retract, what: str) -> Deed:
    if isinstance(last, c.AddItem):
        return _about(_tr("adding of {what}"), _tr("Added {what}"), what)
    if isinstance(last, c.SkipItem) and not last.skipped:
        return _about(_tr("taking in of {what}"), _tr("Took in {what}"), what)
    return _about(_tr("skip of {what}"), _tr("Skipped {what}"), what)


def _counted(state: State, targets: Sequence[str]) -> str:
    """Return "3 sessions", "3 items", or where they are not of one sort "3 entries"."""
    sessions = state.plan.by_code if state.plan else {}
    if all(one in sessions for one in targets):
        return _tr("%n session(s)", n=len(targets))
    if all(state.item(one) for one in targets):
        return _tr("%n item(s)", n=len(targets))
    return _tr("%n entr(y|ies)", n=len(targets))


def _about(name: str, past: str, what: str) -> Deed:
    return Deed(name.format(what=what), past.format(what=what))
