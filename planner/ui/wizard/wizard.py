"""The wizard: its steps, the way through them, and the commands that come of it."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from planner.core.commands import AcceptPlan, ChangeProfile
from planner.core.state import State
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.labels import Muted, Small
from planner.ui.wizard.answers import answers_of, first_answers
from planner.ui.wizard.dates_step import DatesStep
from planner.ui.wizard.hours_step import HoursStep
from planner.ui.wizard.level_step import LevelStep
from planner.ui.wizard.ratings_step import RatingsStep
from planner.ui.wizard.step import Step
from planner.ui.wizard.summary_step import SummaryStep


class Wizard(Dialog):
    """Five steps; nothing is done before the last one is accepted."""

    def __init__(self, state: State, today: date, parent: QWidget | None) -> None:
        known = state.profile
        title = self.tr("Change level, dates and hours") if known else self.tr("Welcome")
        super().__init__(title, parent)
        self._today = today
        self._answers = answers_of(known, today) if known else first_answers(today)
        self._place = 0
        self._count, self._line = Small(parent=self), Muted(parent=self)
        self.head.insertWidget(0, self._count)
        self.head.addWidget(self._line)
        curriculum = state.curriculum
        self._summary = SummaryStep(state, today, self)
        self.steps: list[Step] = [
            LevelStep(curriculum, today, self),
            DatesStep(curriculum, today, self),
            HoursStep(curriculum, today, self),
            RatingsStep(curriculum, today, self),
            self._summary,
        ]
        for step in self.steps:
            step.answered.connect(self._on_answered)
            self.body.addWidget(step)
        self._later = Button(self.tr("Not now"), self.reject, self)
        self._back = Button(self.tr("Back"), self.go_back, self)
        self._next = PrimaryButton(self.tr("Next"), self.go_on, self)
        self._next.setDefault(True)
        self.foot.insertWidget(0, self._later)
        self.foot.addWidget(self._back)
        self.foot.addWidget(self._next)
        self._open(0)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self._place]

    def commands(self) -> tuple[ChangeProfile, AcceptPlan] | None:
        """Return what makes the answers real, or None before the plan was shown."""
        profile, plan = self._summary.profile, self._summary.plan
        if profile is None or plan is None:
            return None
        return ChangeProfile(profile=profile), AcceptPlan(plan=plan)

    def go_on(self) -> None:
        """Go to the next step, or accept on the last one."""
        if not self.step.is_possible():
            return
        self._answers = self.step.take(self._answers)
        if self.step is self._summary:
            self.accept()
        else:
            self._open(self._place + 1)

    def go_back(self) -> None:
        """Go to the step before, with the answers of this one."""
        self._answers = self.step.take(self._answers)
        self._open(self._place - 1)

    def sizeHint(self) -> QSize:
        """Return one size for all steps, as far as the screen has room."""
        letter = self.fontMetrics().averageCharWidth()
        usual = QSize(letter * 124, self.fontMetrics().height() * 50)
        return usual.boundedTo(self.screen().availableSize() * 0.94)

    def _open(self, place: int) -> None:
        self._place = place
        step = self.step
        step.show_answers(self._answers)
        for one in self.steps:
            one.setVisible(one is step)
        title, line = step.words()
        self._count.setText(self.tr("Step {} of {}").format(place + 1, len(self.steps)))
        self.heading.setText(title)
        self._line.setText(line)
        self._back.setEnabled(place > 0)
        last = place == len(self.steps) - 1
        self._next.setText(self.tr("Take this plan") if last else self.tr("Next"))
        self._on_answered()
        (step.first_field() or self._next).setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, title))

    def _on_answered(self) -> None:
        self._next.setEnabled(self.step.is_possible())
