"""The current row, chosen by the program and not by a key."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView


def choose(view: QAbstractItemView, index: QModelIndex, also: Sequence[QModelIndex] = ()) -> None:
    """Make a row the current and the only selected one but for others, whatever keys are held.

    `setCurrentIndex` would take a Ctrl that is held for a shortcut as a wish to select more.
    """
    model = view.selectionModel()
    if also:
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Clear)
        whole = QItemSelection()
        for one in (index, *also):
            whole.select(one, one)
        model.select(whole, QItemSelectionModel.SelectionFlag.Select)
    elif index != view.currentIndex():
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
