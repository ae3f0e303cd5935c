"""Asks what one's own work speaks for, and says at once which level that is."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.assessment import CHOICES, Assessment, Question, Standing
from planner.core.commands import AssessLevel
from planner.core.language import translate
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording.assessment import (
    choice_text,
    question_text,
    reasons,
    risk_text,
    verdict_text,
)
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.fields import ChoiceField, labelled
from planner.ui.kit.layout.card import Card
from planner.ui.kit.words.labels import Body, Heading, Small

LONGEST_FACT = 500


class AssessmentDialog(Dialog):
    """A choice and a line for each question; the result stands below and recommends only."""

    def __init__(
        self, state: State, level: Level | None, today: date, parent: QWidget | None
    ) -> None:
        text = self.tr(
            "Answer from your own work, not from what you aim at. You decide; this only recommends."
        )
        super().__init__(self.tr("Which level does your work speak for?"), parent, text)
        self._state, self._level, self._today = state, level, today
        known = state.assessment
        self.choices: dict[Question, ChoiceField] = {}
        self.facts: dict[Question, QLineEdit] = {}
        for question in Question:
            self._add(question, known)
        self._result = Card(self)
        self._verdict, self._reasons = Heading(parent=self), Small(parent=self)
        self._risk = Body(parent=self)
        column = self._result.column()
        for widget in (self._verdict, self._reasons, self._risk):
            column.addWidget(widget)
        self.body.addWidget(self._result)
        self._primary = self.add_buttons(self.tr("Keep the answers"), self.tr("Cancel"))
        self._show()

    def command(self) -> AssessLevel:
        """Return the answers."""
        one = self._assessment()
        return AssessLevel(on=one.on, answers=one.answers, facts=one.facts)

    def _add(self, question: Question, known: Assessment | None) -> None:
        field, fact = ChoiceField(self), QLineEdit(self)
        field.addItem(self.tr("Choose…"))
        field.addItems([choice_text(question, one) for one in CHOICES[question]])
        if known is not None and question in known.answers:
            field.setCurrentIndex(CHOICES[question].index(known.answers[question]) + 1)
        fact.setMaxLength(LONGEST_FACT)
        fact.setPlaceholderText(self.tr("A fact of your own, in a line"))
        fact.setAccessibleName(
            self.tr("A fact for: {question}").format(question=question_text(question))
        )
        fact.setText(known.facts.get(question, "") if known else "")
        fact.setCursorPosition(0)
        self.widen(fact, 84)
        field.chosen.connect(self._show)
        fact.textChanged.connect(self._show)
        self.choices[question], self.facts[question] = field, fact
        self.body.addLayout(labelled(question_text(question), field))
        self.body.addWidget(fact)

    def _assessment(self) -> Assessment:
        answers: dict[Question, Standing] = {
            question: CHOICES[question][field.currentIndex() - 1]
            for question, field in self.choices.items()
            if field.currentIndex() > 0
        }
        told = {question: field.text().strip() for question, field in self.facts.items()}
        return Assessment(self._today, answers, {one: fact for one, fact in told.items() if fact})

    def _show(self) -> None:
        one, curriculum = self._assessment(), self._state.curriculum
        whole = len(one.answers) == len(Question)
        self._primary.setEnabled(whole)
        if not whole:
            left = len(Question) - len(one.answers)
            words = translate("AssessmentDialog", "%n answer(s) to go", n=left)
            self._verdict.setText(words)
        else:
            self._verdict.setText(verdict_text(one))
        why = "\n".join(reasons(one, curriculum))
        self._reasons.setText(why)
        self._reasons.setVisible(bool(why))
        risk = risk_text(one, self._level, curriculum) if whole and self._level else ""
        self._risk.setText(risk)
        self._risk.setVisible(bool(risk))
        self._result.set_tone("amber" if risk else "plain")
