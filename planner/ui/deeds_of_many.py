"""The words for what was done to several sessions or items in one gesture."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from planner.core import commands as c
from planner.core.state import State
from planner.ui.deeds import Deed, order_broken


def deed_of_many(state: State, commands: Sequence[c.Change | c.Retract]) -> Deed:
    """Return the words for commands of one kind: "tick of 3 sessions", "Ticked 3 sessions"."""
    last, count = commands[-1], len(commands)
    if isinstance(last, c.Tick):
        what = _counted(state, [one.target for one in commands if isinstance(one, c.Tick)])
        if last.done:
            return _about(_tr("tick of {}"), _tr("Ticked {}"), what)
        return _about(_tr("untick of {}"), _tr("Unticked {}"), what)
    if isinstance(last, c.MoveSession):
        what = _tr("%n sessions", count)
        codes = [one.code for one in commands if isinstance(one, c.MoveSession)]
        broken = next(filter(None, (order_broken(state, code) for code in codes)), "")
        moved = _about(_tr("move of {}"), _tr("Moved {}"), what)
        return moved.evolve(past=f"{moved.past}{broken}")
    what = _tr("%n items", count)
    if isinstance(last, c.SkipItem) and not last.skipped:
        return _about(_tr("taking in of {}"), _tr("Took in {}"), what)
    return _about(_tr("skip of {}"), _tr("Skipped {}"), what)


def _counted(state: State, targets: Sequence[str]) -> str:
    """Return "3 sessions", "3 items", or where they are not of one sort "3 entries"."""
    sessions = state.plan.by_code if state.plan else {}
    if all(one in sessions for one in targets):
        return _tr("%n sessions", len(targets))
    if all(state.item(one) for one in targets):
        return _tr("%n items", len(targets))
    return _tr("%n entries", len(targets))


def _about(name: str, past: str, what: str) -> Deed:
    return Deed(name.format(what), past.format(what))


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Deeds", text, "", count)
