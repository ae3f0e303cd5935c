"""Lets what is selected become the current row, as a screen reader selects without the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection


class Leading(QObject):
    """Moves the current row of a view to a row that alone was selected anew.

    The keyboard and the pointer move both at once, so it looks when they are through. What else
    was selected is not any more: a screen reader means the row that it names.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_through)
        self._selected: QModelIndex | None = None
        view.selectionModel().selectionChanged.connect(self._on_selected)

    def _on_selected(self, selected: "QItemSelection") -> None:
        indexes = selected.indexes()
        self._selected = indexes[0] if len(indexes) == 1 else None
        self._timer.start()

    def _on_through(self) -> None:
        model, wanted = self._view.selectionModel(), self._selected
        self._selected = None
        if wanted is None or wanted.model() is not self._view.model():
            return
        if model.isSelected(wanted) and wanted != model.currentIndex():
            from PySide6.QtCore import QItemSelectionModel

            model.setCurrentIndex(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
