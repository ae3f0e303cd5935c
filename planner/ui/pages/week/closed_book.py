"""What a review asks, how it went, and the way to answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.screens.week import Detail
from planner.ui.kit.buttons import Button
from planner.ui.kit.words.labels import Body, Small, breakable
from planner.ui.pages.week import words


class ClosedBookPart(QWidget):
    """The questions of a review; they come a moment after the rest, when they have been read."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._questions, self._graded, self._answer = Body(parent=self), Body(parent=self), Small()
        self.button = Button("", self._on_wanted, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self._questions, self._graded, self._answer):
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_detail(self, detail: Detail) -> None:
        """Show how a review went; its questions stay while it is the same one."""
        if detail.code != self._code:
            self._code = detail.code
            self.show_questions(())
        self._graded.setText(words.graded(detail.grade) if detail.grade else "")
        self._graded.setVisible(detail.grade is not None)
        self._answer.setText(breakable(detail.answer))
        self._answer.setVisible(bool(detail.answer))
        again = detail.grade is not None
        self.button.setText(self.tr("Grade again… (Q)") if again else self.tr("Answer… (Q)"))

    def show_questions(self, questions: Sequence[str]) -> None:
        """Show what the review asks."""
        numbered = (f"{place}. {text}" for place, text in enumerate(questions, start=1))
        self._questions.setText("\n".join(numbered))
        self._questions.setVisible(bool(questions))

    def _on_wanted(self) -> None:
        self.wanted.emit()
