"""Which level: two cards that say what each of them means."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from planner.core.curriculum import Curriculum
from planner.core.values import Level
from planner.ui.kit.buttons import LinkButton
from planner.ui.kit.forms.ring_card import RingCard
from planner.ui.kit.layout.beside import Beside
from planner.ui.kit.words.aloud import sentences
from planner.ui.kit.words.labels import Body, Muted, SectionLabel, leave_unread
from planner.ui.wizard.answers import Answers
from planner.ui.wizard.step import Step


class LevelStep(Step):
    """L6 or L7."""

    def __init__(self, curriculum: Curriculum, today: date, parent: QWidget | None = None) -> None:
        super().__init__(curriculum, today, parent)
        self._group = QButtonGroup(self)
        self._cards = {level: LevelCard(curriculum, level, self) for level in Level}
        cards = Beside(self)
        for place, card in enumerate(self._cards.values()):
            self._group.addButton(card.ring, place)
            card.ring.toggled.connect(self._on_toggled)
            cards.add(card)
        self.column.addWidget(cards)
        words = self.tr("Not sure? Five questions about your own work…")
        link = LinkButton(words, self.assessment_wanted.emit, self)
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.recommended = Muted(parent=self)
        self.recommended.hide()
        self.column.addWidget(self.recommended)
        self.column.addStretch()

    def recommend(self, text: str) -> None:
        """Say what the answers of an assessment speak for; the user decides."""
        self.recommended.setText(text)
        self.recommended.show()

    def words(self) -> tuple[str, str]:
        """Return the title of the step and the line below it."""
        return (
            self.tr("Which level do you interview for?"),
            self.tr("Aim at one level and prepare for that one fully. You can change it later."),
        )

    def show_answers(self, answers: Answers) -> None:
        """Show the level."""
        self._cards[answers.level].ring.setChecked(True)

    def take(self, answers: Answers) -> Answers:
        """Return the answers with the level."""
        chosen = next((one for one, card in self._cards.items() if card.ring.isChecked()), None)
        return replace(answers, level=chosen or answers.level)

    def first_field(self) -> QWidget | None:
        """Return the ring of the level that is chosen."""
        return self._group.checkedButton()

    def _on_toggled(self, checked: bool) -> None:
        if checked:
            self.answered.emit()


class LevelCard(RingCard):
    """A level in a few lines of the guide."""

    def __init__(self, curriculum: Curriculum, level: Level, parent: QWidget | None = None) -> None:
        guide = curriculum.guide.levels[level]
        super().__init__(f"{level.value} · {guide.title}", "", parent)
        heading = SectionLabel(self.tr("What counts"), self)
        focus = Muted(guide.focus, self)
        scope = [Body(f"{row.label}: {row.at[level]}", self) for row in curriculum.guide.scope]
        points = [Body(f"{one.label} — {one.text}", self) for one in guide.differentiators]
        self.words.addWidget(focus)
        self.words.addSpacing(6)
        for line in scope:
            self.words.addWidget(line)
        self.words.addSpacing(6)
        self.words.addWidget(heading)
        for line in points:
            self.words.addWidget(line)
        said = sentences(*(one.text() for one in (focus, *scope, heading, *points)))
        self.ring.setAccessibleDescription(said)
        leave_unread(focus, *scope, *points)
        self.words.addStretch()
