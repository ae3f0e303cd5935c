"""Shows the backups, what the chosen one holds beside now, and what going back would change."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from planner.core.language import translate
from planner.core.screens.holding import Preview
from planner.core.wording.backups import change_text, kind_text, preview_rows, unreadable_text
from planner.storage.trouble import BackupError
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.choices import ChoiceList
from planner.ui.kit.words.dates import clock_text, long_day
from planner.ui.kit.words.figures import Figures
from planner.ui.kit.words.labels import Body, Muted, SectionLabel, Small, breakable

_tr = partial(translate, "RestoreDialog")

if TYPE_CHECKING:  # loaded when the dialog is asked for
    from planner.storage.backup.keeping import Backup

LETTERS = 87
_FILE = Qt.ItemDataRole.UserRole


class RestoreDialog(Dialog):
    """`file` is the backup to go back to. Each is looked into when it is chosen, not before."""

    def __init__(
        self,
        backups: Sequence["Backup"],
        place: Path,
        look_into: Callable[[Path], Preview],
        other_file: Callable[[], Path | None],
        parent: QWidget | None,
    ) -> None:
        promise = _tr("Nothing is deleted, and Undo brings back what there is now.")
        super().__init__(_tr("Restore from a backup"), parent, promise)
        self._look_into, self._other_file = look_into, other_file
        self._seen: dict[Path, Preview | str] = {}
        self.list = ChoiceList(self)
        self.widen(self.list, LETTERS)
        name = SectionLabel(_tr("Backups of this computer"), self)
        name.setBuddy(self.list)
        self.list.setAccessibleName(name.text())
        self.body.addWidget(name)
        self.body.addWidget(self.list, stretch=1)
        self.figures = Figures(_tr("In the backup"), _tr("Now"), self)
        self.change, self.remark = Body("", self), Muted("", self)
        for part in (self.figures, self.change, self.remark):
            self.body.addWidget(part)
        where = _tr("Backups are kept in {folder}").format(folder=breakable(str(place)))
        self.body.addWidget(Small(where, self))
        self.foot.insertWidget(0, Button(_tr("Another file…"), self._on_other_file, self))
        self.restore = self.add_buttons(_tr("Restore"), _tr("Cancel"))
        self.list.currentItemChanged.connect(self._on_chosen)
        for one in backups:
            self._add(_name(one), one.file)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        if not backups:
            self._show(_tr("There is no backup on this computer yet."))

    @property
    def file(self) -> Path | None:
        """The chosen backup."""
        chosen = self.list.selectedItems()
        return chosen[0].data(_FILE) if chosen else None

    def _add(self, text: str, file: Path) -> QListWidgetItem:
        item = QListWidgetItem(text, self.list)
        item.setData(_FILE, file)
        return item

    def _on_other_file(self) -> None:
        file = self._other_file()
        if file is not None:
            self.list.setCurrentItem(self._add(str(file), file))

    def _on_chosen(self) -> None:
        file = self.file
        if file is None:
            return
        if file not in self._seen:
            try:
                self._seen[file] = self._look_into(file)
            except BackupError as error:
                self._seen[file] = str(error)
        self._show(self._seen[file])

    def _show(self, seen: Preview | str) -> None:
        if isinstance(seen, str):
            self.figures.show_rows({})
            texts = seen, ""
        else:
            rows = preview_rows(seen, long_day)
            self.figures.show_rows({name: (then, now) for name, then, now in rows})
            texts = change_text(seen), unreadable_text(seen)
        for label, text in zip((self.change, self.remark), texts, strict=True):
            label.setText(breakable(text))
            label.setVisible(bool(text))
        self.restore.setEnabled(not isinstance(seen, str) and not seen.changes_nothing)


def _name(backup: "Backup") -> str:
    when = backup.moment.astimezone()
    return f"{long_day(when.date())}, {clock_text(when.time())} · {kind_text(backup.kind)}"
