"""Rows under headings, in columns, only to be read."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

LEAST_LETTERS = 20
LETTERS, ROWS, LEAST_ROWS = 120, 13, 5
"""How wide and high a table wants to be, and how many rows it can do with."""
ABOVE = 5
"""Pixels over a row, and under it, as in the style sheet."""
Spoken = Qt.ItemDataRole.AccessibleTextRole


class GroupedTable(QTreeWidget):
    """A row is said as a whole where it begins, and no cell of it is silent."""

    def __init__(self, name: str, columns: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setAccessibleName(name)
        self.setHeaderLabels(columns)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(12)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # Where the columns beside leave less for what it is about, all are scrolled instead.
        header.setMinimumSectionSize(LEAST_LETTERS * self.fontMetrics().averageCharWidth())

    def sizeHint(self) -> QSize:
        """Return room for some rows, however many there are."""
        return QSize(self.fontMetrics().averageCharWidth() * LETTERS, self._high(ROWS))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few: a small screen shows fewer."""
        return QSize(0, self._high(LEAST_ROWS))

    def _high(self, rows: int) -> int:
        """Return the height of so many rows and the headings of the columns."""
        return (rows + 1) * (self.fontMetrics().height() + 2 * ABOVE)

    def add_group(self, heading: str, rows: Sequence[Sequence[str]]) -> None:
        """Add rows under a heading with their number; nothing where there is none."""
        if not rows:
            return
        top = QTreeWidgetItem(self, [f"{heading} · {len(rows)}"])
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        top.setFirstColumnSpanned(True)
        for column in range(len(self._columns)):
            top.setData(column, Spoken, top.text(0))
        for row in rows:
            self._add_row(top, row)

    def open_up(self) -> None:
        """Show everything, from the first heading on."""
        self.expandAll()
        self.setCurrentIndex(self.model().index(0, 0))

    def _add_row(self, top: QTreeWidgetItem, row: Sequence[str]) -> None:
        child = QTreeWidgetItem(top, list(row))
        child.setToolTip(0, row[0])
        child.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        cells = [
            self.tr("{column}: {text}").format(column=name, text=text or self.tr("nothing"))
            for name, text in zip(self._columns, row, strict=True)
        ]
        for column, cell in enumerate(cells):
            child.setData(column, Spoken, cell)
        child.setData(0, Spoken, ", ".join((row[0], *cells[1:])))
