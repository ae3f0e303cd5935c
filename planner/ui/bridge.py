"""Turns what the workspace tells its listeners into one signal."""

from PySide6.QtCore import QObject, Signal

from planner.core.state import State
from planner.core.values import Fact, types_of
from planner.workspace import Workspace


class Changes(Fact, frozen=True):
    """The state that holds now, and the names of its fields that differ from before."""

    state: State
    fields: frozenset[str]


def differing(old: State, new: State) -> frozenset[str]:
    """Return the names of the fields in which two states differ."""
    return frozenset(
        name for name in types_of(State) if getattr(old, name) is not getattr(new, name)
    )


class Bridge(QObject):
    """Says `changed` with `Changes` whenever the workspace holds another state."""

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        workspace.listen(self._on_heard)

    def _on_heard(self, old: State, new: State) -> None:
        self.changed.emit(Changes(new, differing(old, new)))
