"""How a mock went, on four steps in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from planner.ui.kit.buttons import LinkButton
from planner.ui.kit.forms.rings import Ring
from planner.ui.pages.week import words


class Judgement(QWidget):
    """Four steps; choosing one only asks for it, and what is shown stays the truth.

    `scored` carries the step, or None to take the judgement back.
    """

    scored = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score: int | None = None
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for score, word in enumerate(words.steps(), start=1):
            step = Ring(f"{score} · {word}", self)
            self._group.addButton(step, score)
            column.addWidget(step)
        self._group.idToggled.connect(self._on_toggled)
        self._back = LinkButton(self.tr("Take back"), self._on_taken_back, self)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_score(None)

    def show_score(self, score: int | None) -> None:
        """Show a judgement, or that there is none yet."""
        self._score = score
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for step in self._group.buttons():
            step.setChecked(self._group.id(step) == score)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._back.setVisible(score is not None)

    def _on_toggled(self, score: int, on: bool) -> None:
        if not on:
            return
        shown = self._score
        self.scored.emit(score)
        if self._score == shown:
            self.show_score(shown)

    def _on_taken_back(self) -> None:
        self.scored.emit(None)
