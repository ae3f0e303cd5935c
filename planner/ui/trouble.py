"""What is wrong with the store: the words for it, what can be done, and the question at the end."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.core.language import translate
from planner.storage.trouble import NotSaved
from planner.ui.notice import Choice
from planner.ui.prompts import Prompts
from planner.workspace import Workspace

if TYPE_CHECKING:
    from planner.storage.rescue import Rescue

ELSEWHERE = "loopready-unsaved.jsonl"

_tr = partial(translate, "Trouble")


class Trouble(QObject):
    """Knows what waits for the disk, and keeps it elsewhere when that is wanted.

    `changed` says that there are other words, `told` carries a sentence for the user, `restore`
    and `begin` that the user wants a backup, or a new store where there is none any more.
    """

    changed = Signal()
    told = Signal(str)
    restore = Signal()
    begin = Signal()

    def __init__(
        self,
        workspace: Workspace,
        prompts: Prompts,
        rescue: "Rescue | None",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._prompts, self._rescue = workspace, prompts, rescue
        self._place = ""

    @property
    def sentence(self) -> str:
        """What is wrong now, or nothing."""
        unsaved, read_only = self._workspace.unsaved, self._workspace.read_only
        if unsaved and not self._workspace.outbox.unkept:
            kept = self.tr("What waits is kept in {place}, and comes into the store once it can.")
            return f"{unsaved} {kept.format(place=self._place)}"
        if unsaved:
            waiting = len(self._workspace.waiting)
            return f"{unsaved} {_tr('%n change(s) wait(s|).', n=waiting)}"
        return self.tr("Read-only. {reason}").format(reason=read_only) if read_only else ""

    @property
    def undecided(self) -> str:
        """A sentence on texts with several versions, or nothing."""
        if not self._workspace.state.versions:
            return ""
        from planner.core.wording.texts import versions_text

        return versions_text(self._workspace.state)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be done about it."""
        again = Choice(self.tr("Try again"), self._workspace.try_again)
        if self._workspace.outbox.unkept:
            return again, Choice(self.tr("Save elsewhere…"), self.save_elsewhere)
        if self._workspace.not_there and self._workspace.read_only:
            return (
                again,
                Choice(self.tr("Restore…"), self.restore.emit),
                Choice(self.tr("Start new…"), self.start_new),
            )
        return (again,)

    def save_elsewhere(self) -> bool:
        """Write what waits into a file that the user chooses; return whether it is safe there."""
        from planner.storage.files import write_whole

        file = self._prompts.file_to_write(self.tr("Save elsewhere"), ELSEWHERE)
        if file is None:
            return False
        try:
            self._workspace.outbox.keep(partial(write_whole, file))
        except NotSaved as trouble:
            self.told.emit(str(trouble))
            return False
        self._place = str(file)
        self._keep()
        self.changed.emit()
        return True

    def start_new(self) -> None:
        """Begin a new store in place of one that is not there, where the user is sure."""
        answer = self._prompts.choice(
            self.tr("Start new"),
            self._workspace.not_there,
            [self.tr("Wait for it"), self.tr("Begin an empty one; the old one may come back")],
        )
        if answer != 1:
            return
        try:
            self._workspace.start_new()
        except NotSaved as trouble:
            self.told.emit(str(trouble))
        else:
            self.begin.emit()

    def may_leave(self) -> bool:
        """Ask where something would be lost; return whether the window may close."""
        if not self._workspace.outbox.unkept:
            return True
        self._workspace.try_again()
        lost = self._workspace.outbox.unkept
        if not lost:
            return True
        answer = self._prompts.choice(
            self.tr("Not saved yet"),
            self._workspace.unsaved,
            [
                self.tr("Stay"),
                self.tr("Save elsewhere…"),
                _tr("Close and lose %n change(s)", n=lost),
            ],
        )
        return self.save_elsewhere() if answer == 1 else answer == 2  # noqa: PLR2004 - its place

    def make_safe(self) -> None:
        """Keep what waits without a question: the system wants the program to end."""
        if self._workspace.outbox.unkept:
            self._workspace.try_again()
        if self._workspace.outbox.unkept:
            self._keep()

    def note_fault(self, details: str) -> str:
        """Keep what waits with a mistake of the program, and say where; nothing if that failed."""
        if self._rescue is None:
            return ""
        rescue = self._rescue
        try:
            return str(self._workspace.outbox.keep(lambda lines: rescue.keep(lines, details)))
        except NotSaved:
            return ""

    def take_back(self, tell: Callable[[str], object]) -> None:
        """Put what an earlier start kept into the store, and tell of it."""
        if self._rescue is None or self._workspace.read_only or self._workspace.unsaved:
            return
        lines = self._rescue.lines()
        try:
            count = self._workspace.outbox.take_back(lines) if lines else 0
        except NotSaved as trouble:
            tell(str(trouble))
            return
        self._workspace.refresh()
        left = self._rescue.clear(self._workspace.records)
        if left:
            stays = self.tr("Not all that was saved elsewhere can be read; it stays in {places}.")
            tell(stays.format(places=", ".join(map(str, left))))
        if count:
            tell(
                _tr("In the store now, after it could not be saved before: %n change(s).", n=count)
            )

    def _keep(self) -> None:
        """Keep what waits beside the settings of this computer, for the next start to find."""
        if self._rescue is not None:
            rescue = self._rescue
            with suppress(NotSaved):
                kept = self._workspace.outbox.keep(rescue.keep)
                self._place = self._place or str(kept)
