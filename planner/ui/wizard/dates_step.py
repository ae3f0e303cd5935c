"""When the preparation begins, and when the loop is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from planner.core.curriculum import Curriculum
from planner.core.entry import loop_problem, start_problem
from planner.core.gates import gate_problem, gates_at
from planner.core.language import translate
from planner.core.values import Level
from planner.core.wording import refusal_text
from planner.ui.kit.forms.day_field import DayField
from planner.ui.kit.forms.fields import labelled, mark
from planner.ui.kit.forms.rings import Ring
from planner.ui.kit.words.dates import long_day
from planner.ui.kit.words.labels import Muted, QuietProblem, SectionLabel, Small
from planner.ui.wizard.answers import Answers
from planner.ui.wizard.step import Step


class DatesStep(Step):
    """Start and loop day; a loop that is not booked yet is fine."""

    _level = Level.L6
    _gates: Mapping[str, date] = {}

    def __init__(self, curriculum: Curriculum, today: date, parent: QWidget | None = None) -> None:
        super().__init__(curriculum, today, parent)
        self.start = DayField(today, self)
        self.booked = Ring(self.tr("The loop is on"), self)
        self.loop = DayField(today, self)
        self.open = Ring(self.tr("Not booked yet: propose a day"), self)
        group = QButtonGroup(self)
        group.addButton(self.booked)
        group.addButton(self.open)
        self._start_problem, self._loop_problem = QuietProblem(self), QuietProblem(self)
        self._start_hint, self._loop_hint = Small(parent=self), Small(parent=self)
        self.loop.name_alone(self.tr("Loop day"))
        self.column.addLayout(labelled(self.tr("Start"), self.start, self._start_problem))
        self.column.addWidget(self._start_hint)
        self.column.addSpacing(12)
        self.column.addLayout(self._loop_fields())
        self.add_free_time()
        self.column.addStretch()
        self.start.picked.connect(self._on_entered)
        self.loop.picked.connect(self._on_entered)
        self.booked.toggled.connect(self._on_entered)

    def words(self) -> tuple[str, str]:
        """Return the title of the step and the line below it."""
        return (
            self.tr("When do you start, and when is the loop?"),
            self.tr("Any weekday will do; weeks run from Monday, and the first may be short."),
        )

    def show_answers(self, answers: Answers) -> None:
        """Show start and loop day."""
        self._level = answers.level
        self._gates = gates_at(self.curriculum, answers.level, answers.gates)
        self.start.set_day(answers.start)
        self.loop.set_day(answers.loop or answers.likely_loop)
        (self.open if answers.loop is None else self.booked).setChecked(True)
        self._on_entered()

    def take(self, answers: Answers) -> Answers:
        """Return the answers with start and loop day."""
        return replace(
            answers, start=self.start.day, loop=self._booked_day(), likely_loop=self.loop.day
        )

    def is_possible(self) -> bool:
        """Say whether start and loop day can be."""
        return not self._wrong_start() and not self._wrong_loop()

    def first_field(self) -> QWidget | None:
        """Return the field of the start."""
        return self.start

    def _loop_fields(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(SectionLabel(self.tr("Loop day"), self))
        column.addWidget(self.booked, 0, Qt.AlignmentFlag.AlignLeft)
        indented = QVBoxLayout()
        indented.setContentsMargins(28, 0, 0, 0)
        indented.addWidget(self.loop, 0, Qt.AlignmentFlag.AlignLeft)
        indented.addWidget(self._loop_hint)
        indented.addWidget(self._loop_problem.tells_of(self.loop))
        column.addLayout(indented)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        hint = QVBoxLayout()
        hint.setContentsMargins(28, 0, 0, 0)
        hint.addWidget(
            Muted(self.tr("The plan then says how many weeks it wants, and by when."), self)
        )
        column.addLayout(hint)
        return column

    def _booked_day(self) -> date | None:
        return self.loop.day if self.booked.isChecked() else None

    def _wrong_start(self) -> str:
        refused = start_problem(self.start.day, self.today)
        return self.start.problem or (refusal_text(refused) if refused else "")

    def _wrong_loop(self) -> str:
        """Return what is wrong with the loop day, also for the rounds that are booked before it."""
        start, loop = self.start.day, self._booked_day()
        refused = loop_problem(start, loop, self.today)
        refused = refused or gate_problem(self.curriculum, self._level, self._gates, start, loop)
        typed = self.loop.problem if self.booked.isChecked() else ""
        return typed or (refusal_text(refused) if refused else "")

    def _loop_words(self) -> str:
        day, weeks = self.loop.day, (self.loop.day - self.start.day).days // 7
        return translate(
            "DatesStep", "{day}, %n week(s) after the start", n=max(weeks, 0), day=long_day(day)
        )

    def _on_entered(self) -> None:
        start, loop = self._wrong_start(), self._wrong_loop()
        self.loop.setEnabled(self.booked.isChecked())
        self._start_problem.say(start)
        self._loop_problem.say(loop)
        self._start_hint.setText(long_day(self.start.day))
        self._start_hint.setVisible(not start)
        self._loop_hint.setText(self._loop_words())
        self._loop_hint.setVisible(self.booked.isChecked() and not loop)
        mark(self.start, wrong=bool(start))
        mark(self.loop, wrong=bool(loop))
        self.answered.emit()
