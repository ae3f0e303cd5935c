"""A framed list: to choose one of many, or to tick several."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
CHECKED = (Qt.CheckState.Unchecked, Qt.CheckState.Checked)


class ChoiceList(QListWidget):
    """Rows of text, as high as the look makes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows again now that the look has reached them."""
        super().showEvent(event)
        self.doItemsLayout()


class TickList(ChoiceList):
    """Rows with a box each; `chosen` returns the ids of those that are ticked."""

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(rows * (self.fontMetrics().height() + 10))

    def add(self, row_id: str, text: str, *, ticked: bool) -> None:
        """Add a row at the end."""
        row = QListWidgetItem(text, self)
        row.setData(Qt.ItemDataRole.UserRole, row_id)
        row.setFlags(FLAGS)
        row.setCheckState(CHECKED[ticked])
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of what is ticked."""
        rows = (self.item(place) for place in range(self.count()))
        return tuple(
            row.data(Qt.ItemDataRole.UserRole)
            for row in rows
            if row.checkState() is Qt.CheckState.Checked
        )
