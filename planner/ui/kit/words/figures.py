"""Names, and two figures beside each: of now and of afterwards, of one level and of another."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

from planner.ui.kit.words.labels import Body, Muted, SectionLabel


class Figures(QWidget):
    """A small table under two headings."""

    def __init__(self, first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        self._grid.addWidget(SectionLabel(first, self), 0, 1)
        self._grid.addWidget(SectionLabel(second, self), 0, 2)
        self._cells: dict[str, tuple[Body, Body]] = {}

    def show_rows(self, rows: Mapping[str, tuple[str, str]]) -> None:
        """Show figures by their names; none hides them all."""
        for name, texts in rows.items():
            for label, text in zip(self._row(name), texts, strict=True):
                label.setText(text)
        self.setVisible(bool(rows))

    def _row(self, name: str) -> tuple[Body, Body]:
        if name not in self._cells:
            place = len(self._cells) + 1
            said = Muted(name, self)
            said.setWordWrap(False)
            self._grid.addWidget(said, place, 0)
            self._cells[name] = Body("", self), Body("", self)
            for column, label in enumerate(self._cells[name], start=1):
                self._grid.addWidget(label, place, column)
        return self._cells[name]
