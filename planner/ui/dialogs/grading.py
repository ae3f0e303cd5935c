"""Asks what a review asks: aloud or in writing, closed book; then how it went."""

from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from planner.core.commands import LONGEST_TEXT
from planner.core.language import translate
from planner.core.screens.grading import GradingScreen
from planner.core.values import Grade
from planner.core.wording.reviews import grade_text
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.fields import labelled
from planner.ui.kit.forms.rings import Rings
from planner.ui.kit.words.dates import short_day
from planner.ui.kit.words.labels import Body, Problem
from planner.ui.kit.words.names import grade_name
from planner.ui.prompts import Graded

LINES = 5
NONE_YET = -1


class GradingDialog(Dialog):
    """The questions, a place to write, and a ring for each grade with what it brings."""

    def __init__(self, screen: GradingScreen, parent: QWidget | None) -> None:
        text = self.tr("{minutes} minutes, nothing looked up. Answer aloud or in writing.")
        super().__init__(screen.title, parent, text.format(minutes=screen.minutes))
        for number, question in enumerate(screen.questions, start=1):
            self.body.addWidget(Body(f"{number}. {question}", self))
        self.answer = QPlainTextEdit(self)
        self.answer.setPlainText(screen.answer)
        self.answer.setTabChangesFocus(True)
        self.answer.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        self.answer.textChanged.connect(self._check)
        self._too_long = Problem(self)
        self.body.addLayout(
            labelled(self.tr("Your answer, if you write it"), self.answer, self._too_long)
        )
        self._before = screen.answer.strip()
        place = list(Grade).index(screen.grade) if screen.grade else NONE_YET
        names = [_named(grade, screen.coming[grade]) for grade in Grade]
        self._grades = Rings(names, place, self, upright=True)
        self._grades.group.idToggled.connect(self._check)
        self.body.addLayout(labelled(self.tr("How did it go?"), self._grades))
        self._primary = self.add_buttons(self.tr("Save"), self.tr("Cancel"))
        self._check()

    @property
    def graded(self) -> Graded:
        """How it went, and what was written."""
        return Graded(list(Grade)[self._grades.place], self._text)

    def has_work(self) -> bool:
        """Return whether another answer was written."""
        return self._text != self._before

    @property
    def _text(self) -> str:
        return self.answer.toPlainText().strip()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the answer is written."""
        super().showEvent(event)
        self.answer.setFocus()

    def _check(self) -> None:
        over = len(self._text) - LONGEST_TEXT
        words = self.tr("{over} letters too long; at most {most} are kept.")
        self._too_long.say(words.format(over=over, most=LONGEST_TEXT) if over > 0 else "")
        self._primary.setEnabled(over <= 0 and self._grades.place != NONE_YET)


def _named(grade: Grade, coming: date | None) -> str:
    """Return "Hard: got there, with effort or gaps. Comes back Tue 12 Jan"."""
    if coming is None:
        words = translate("GradingDialog", "{grade}: {meaning}. No further review")
        return words.format(grade=grade_name(grade), meaning=grade_text(grade))
    words = translate("GradingDialog", "{grade}: {meaning}. Comes back {day}")
    return words.format(grade=grade_name(grade), meaning=grade_text(grade), day=short_day(coming))
