"""The title of an own item, changed where it stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from planner.core.commands import LONGEST_TITLE
from planner.ui.kit.forms.fields import mark
from planner.ui.kit.words.labels import Problem


class TitleField(QLineEdit):
    """Enter keeps the title, Escape gives up, and what cannot be kept is said below the field.

    `kept` and `given_up` are sent once; who made the field puts it away.
    """

    kept = Signal(str)
    given_up = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._before, self._is_through = title, False
        self.setMaxLength(LONGEST_TITLE)
        self.setAccessibleName(self.tr("Title"))
        self._problem = Problem(parent=parent)
        self._problem.setAutoFillBackground(True)
        self._problem.hide()
        self.selectAll()
        self.textChanged.connect(self._check)

    @property
    def problem(self) -> str:
        """Why the title cannot be kept, or nothing."""
        return "" if self.text().strip() else self.tr("An item needs a title.")

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Enter from the window's own keys."""
        own = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        is_key = isinstance(event, QKeyEvent) and event.key() in own
        if is_key and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep or give up."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not self.problem:
                self._leave(self.text())
            else:
                self._check()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what can be kept when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._leave(None if self.problem else self.text())

    def _check(self) -> None:
        mark(self, wrong=bool(self.problem))
        self._problem.setText(self.problem)
        self._problem.adjustSize()
        self._problem.move(self.x(), self.geometry().bottom() + 2)
        self._problem.setVisible(bool(self.problem))
        self._problem.raise_()

    def _leave(self, title: str | None) -> None:
        if self._is_through:
            return
        self._is_through = True
        self._problem.deleteLater()
        wanted = title.strip() if title is not None else self._before
        if wanted == self._before:
            self.given_up.emit()
        else:
            self.kept.emit(wanted)


def rename_at(
    view: QAbstractItemView, place: QRect, title: str, keep: Callable[[str], object]
) -> None:
    """Let a title be changed at a place of a list; `keep` gets the new one, if there is one."""
    field = TitleField(title, view.viewport())
    field.setGeometry(place)
    field.kept.connect(keep)
    for through in (field.kept, field.given_up):
        through.connect(partial(_put_away, view, field))
    field.show()
    field.setFocus()


def _put_away(view: QWidget, field: QWidget, _: str = "") -> None:
    if field.hasFocus():
        view.setFocus()
    field.hide()
    field.deleteLater()
