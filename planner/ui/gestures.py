"""Does what pages and dialogs intend, and says in words what came of it."""

from PySide6.QtCore import QObject, Signal

from planner.core.commands import Change, Retract
from planner.core.refusal import Refused
from planner.core.wording import refusal_text
from planner.storage.trouble import NotSaved
from planner.ui.deeds import deed
from planner.workspace import Workspace


class Gestures(QObject):
    """One gesture of the user is one step of undo."""

    done = Signal(str)
    told = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def do(self, intent: object) -> bool:
        """Do a command, or a tuple of commands as one gesture; return whether it changed anything.

        A refusal, also by a store that is read-only, is told in a sentence and changes nothing.
        """
        commands = intent if isinstance(intent, tuple) else (intent,)
        try:
            changed = self._workspace.do(*commands)
        except (Refused, NotSaved) as refused:
            told = refusal_text(refused) if isinstance(refused, Refused) else str(refused)
            self.told.emit(told)
            return False
        if changed:
            self.done.emit(deed(self._workspace.state, commands).past)
        return changed

    def tell_last(self) -> None:
        """Say what the last gesture was, which was done elsewhere, and offer to undo it."""
        last = self._workspace.next_undo
        if last:
            self.done.emit(deed(self._workspace.state, last).past)

    def undo(self) -> None:
        """Take the last gesture back."""
        name = self.undo_name
        if self._workspace.undo() is not None:
            self.told.emit(self.tr("Undone: {name}").format(name=name))

    def redo(self) -> None:
        """Bring back what was undone last."""
        name = self.redo_name
        if self._workspace.redo() is not None:
            self.told.emit(self.tr("Done again: {name}").format(name=name))

    @property
    def undo_name(self) -> str:
        """What undo would take back, in words; empty when there is nothing."""
        return self._name(self._workspace.next_undo)

    @property
    def redo_name(self) -> str:
        """What redo would bring back, in words; empty when there is nothing."""
        return self._name(self._workspace.next_redo)

    def _name(self, commands: tuple[Change | Retract, ...] | None) -> str:
        return deed(self._workspace.state, commands).name if commands else ""
