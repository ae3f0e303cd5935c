"""Names, and two figures beside each: of a backup and of now, or of now and of afterwards."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

from planner.ui.kit.words.labels import Muted, PlainLabel, SectionLabel


class Figures(QWidget):
    """A small table under two headings."""

    def __init__(self, first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(SectionLabel(first, self), 0, 1)
        self._grid.addWidget(SectionLabel(second, self), 0, 2)
        self._cells: dict[str, tuple[PlainLabel, PlainLabel]] = {}

    def show_rows(self, rows: Mapping[str, tuple[str, str]]) -> None:
        """Show figures by their names; none hides them all."""
        for name, texts in rows.items():
            for label, text in zip(self._row(name), texts, strict=True):
                label.setText(text)
        self.setVisible(bool(rows))

    def _row(self, name: str) -> tuple[PlainLabel, PlainLabel]:
        if name not in self._cells:
            place = len(self._cells) + 1
            self._grid.addWidget(Muted(name, self), place, 0)
            self._cells[name] = PlainLabel("", self), PlainLabel("", self)
            for column, label in enumerate(self._cells[name], start=1):
                self._grid.addWidget(label, place, column)
        return self._cells[name]
