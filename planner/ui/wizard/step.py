"""One step of the wizard."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.curriculum import Curriculum
from planner.ui.kit.buttons import LinkButton
from planner.ui.wizard.answers import Answers


class Step(QWidget):
    """Shows some of the answers and gives back what the user made of them.

    `answered` is sent when a field has changed, `free_time_wanted` when the user wants to say
    more of when there is time, `assessment_wanted` when the level is not clear.
    """

    answered = Signal()
    free_time_wanted = Signal()
    assessment_wanted = Signal()

    def __init__(self, curriculum: Curriculum, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curriculum = curriculum
        self.today = today
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def words(self) -> tuple[str, str]:
        """Return the title of the step and the line below it."""
        raise NotImplementedError

    def show_answers(self, answers: Answers) -> None:
        """Show what was answered so far."""
        raise NotImplementedError

    def take(self, answers: Answers) -> Answers:
        """Return the answers with those of this step."""
        raise NotImplementedError

    def aloud(self) -> tuple[str, ...]:
        """Return what is said after the title and its line, beside the field with the focus."""
        return ()

    def is_possible(self) -> bool:
        """Say whether the answers of this step can be; if not, it stands beside the field."""
        return True

    def first_field(self) -> QWidget | None:
        """Return the field that gets the focus when the step opens."""
        return None

    def add_free_time(self) -> None:
        """Add the quiet way to what the wizard itself does not ask."""
        words = self.tr("Rounds before the loop, days off, holidays, calendar…")
        link = LinkButton(words, self.free_time_wanted.emit, self)
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
