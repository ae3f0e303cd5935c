"""The current row, chosen by the program and not by a key."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView


def choose_only(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make a row the current and the only selected one, whatever keys are held down.

    `setCurrentIndex` would take a Ctrl that is held for a shortcut as a wish to select more.
    """
    if index != view.currentIndex():
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        view.selectionModel().setCurrentIndex(index, flag)
