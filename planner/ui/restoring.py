"""Goes back to a backup that the user chooses, with a backup before it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner.core.language import translate
from planner.ui.gestures import Gestures
from planner.ui.prompts import Prompts
from planner.workspace import Workspace

_tr = partial(translate, "Restoring")

if TYPE_CHECKING:  # loaded when a backup is looked at
    from collections.abc import Callable

    from planner.core.screens.holding import Preview
    from planner.storage.backup.keeping import Backups


class Restoring:
    """What the action “Restore from a backup…” stands for."""

    def __init__(
        self,
        workspace: Workspace,
        gestures: Gestures,
        prompts: Prompts,
        backups: "Callable[[], Backups] | None",
    ) -> None:
        """Remember the parts; where nothing is kept there are no backups."""
        self._workspace = workspace
        self._gestures = gestures
        self._prompts = prompts
        self._backups = backups

    def ask(self) -> None:
        """Let the user choose a backup, and go back to it; that is one gesture."""
        from planner.storage.trouble import BackupError, NotSaved

        if self._backups is None:
            self._gestures.told.emit(_tr("Nothing is kept here, so nothing can be restored."))
            return
        backups = self._backups()
        file = self._prompts.backup(backups.all(), backups.place, self._look_into)
        if file is None:
            return
        try:
            self._go_back(backups, file)
        except (BackupError, NotSaved) as trouble:
            self._gestures.told.emit(_tr("Nothing was restored. {trouble}").format(trouble=trouble))

    def _look_into(self, file: Path) -> "Preview":
        from planner.storage.backup.packing import read_backup
        from planner.storage.backup.preview import preview

        return preview(read_backup(file), self._workspace.state, self._workspace.records)

    def _go_back(self, backups: "Backups", file: Path) -> None:
        from planner.storage.backup.keeping import Kind
        from planner.storage.backup.packing import read_backup

        content = read_backup(file)
        backups.take(Kind.BEFORE_RESTORE)
        if self._workspace.restore(content):
            self._gestures.tell_last()
