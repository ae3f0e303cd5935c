"""The wizard: its steps, the way through them, and the commands that come of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, AssessLevel, Change, ChangeProfile, KeepBusy
from planner.core.gates import gates_at
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording.assessment import verdict_text
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.keyboard.mnemonics import give_letters
from planner.ui.kit.keyboard.tabbing import tab_as_laid_out
from planner.ui.kit.keyboard.why_not import WhyNot
from planner.ui.kit.words.aloud import say_aloud, sentences
from planner.ui.kit.words.labels import Muted, Small
from planner.ui.wizard.answers import answers_of, first_answers
from planner.ui.wizard.dates_step import DatesStep
from planner.ui.wizard.hours_step import HoursStep
from planner.ui.wizard.level_step import LevelStep
from planner.ui.wizard.ratings_step import RatingsStep
from planner.ui.wizard.step import Step
from planner.ui.wizard.summary_step import SummaryStep

AskLevel = Callable[[State, Level | None, date, QWidget], AssessLevel | None]
AskFreeTime = Callable[[State, Profile, date, QWidget], tuple[Change, ...] | None]


class Wizard(Dialog):
    """Five steps; nothing is done before the last one is accepted."""

    def __init__(
        self,
        state: State,
        today: date,
        parent: QWidget | None,
        ask_free_time: AskFreeTime,
        ask_level: AskLevel,
    ) -> None:
        known = state.profile
        title = self.tr("Change level, dates and hours") if known else self.tr("Welcome")
        super().__init__(title, parent)
        self._state, self._today = state, today
        self._ask_free_time, self._ask_level = ask_free_time, ask_level
        self.assessed: tuple[AssessLevel, ...] = ()
        self._answers = answers_of(known, today) if known else first_answers(today)
        self._place = 0
        self._count, self._line = Small(parent=self), Muted(parent=self)
        self.head.insertWidget(0, self._count)
        self.head.addWidget(self._line)
        curriculum = state.curriculum
        self._summary = SummaryStep(state, today, self)
        self._level = LevelStep(curriculum, today, self)
        self._level.assessment_wanted.connect(self._on_assessment_wanted)
        self.steps: list[Step] = [
            self._level,
            DatesStep(curriculum, today, self),
            HoursStep(curriculum, today, self),
            RatingsStep(curriculum, today, self),
            self._summary,
        ]
        for step in self.steps:
            step.answered.connect(self._on_answered)
            step.free_time_wanted.connect(self._on_free_time_wanted)
            self.body.addWidget(step)
        self._later = Button(self.tr("Not now"), self.reject, self)
        self._back = Button(self.tr("Back"), self.go_back, self)
        self._next = PrimaryButton(self.tr("Next"), self.go_on, self)
        self._next.setDefault(True)
        WhyNot(self._next)
        self.foot.insertWidget(0, self._later)
        self.foot.addWidget(self._back)
        self.foot.addWidget(self._next)
        self._open(0)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self._place]

    @property
    def calendars(self) -> tuple[KeepBusy, ...]:
        """What keeps the busy hours of the calendars that were read on the way."""
        return self._answers.calendars

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

    def showEvent(self, event: QShowEvent) -> None:
        """Give the last button the width of its longest word, so that Back never moves."""
        if not event.spontaneous():
            here = self._next.text()
            self._next.setText(self.tr("Take this plan"))
            self._next.setMinimumWidth(self._next.sizeHint().width())
            self._next.setText(here)
        super().showEvent(event)

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
        tab_as_laid_out(self)  # a step makes fields when it is shown
        title, line = step.words()
        self._count.setText(
            self.tr("Step {place} of {number}").format(place=place + 1, number=len(self.steps))
        )
        self.heading.setText(title)
        self._line.setText(line)
        self._back.setEnabled(place > 0)
        last = place == len(self.steps) - 1
        self._next.setText(self.tr("Take this plan") if last else self.tr("Next"))
        self._on_answered()
        give_letters(self)
        self.to_top()  # the step before may have been scrolled
        # As if by Tab, which selects what stands there: what is typed takes its place.
        (step.first_field() or self._next).setFocus(Qt.FocusReason.TabFocusReason)
        if self.isVisible():  # at first it is read as a dialog
            say_aloud(self, sentences(self._count.text(), title, line, *step.aloud()))

    def _on_answered(self) -> None:
        self._next.setEnabled(self.step.is_possible())

    def _on_assessment_wanted(self) -> None:
        """Ask for the level assessment; it is kept with what the wizard gives."""
        state = self._state
        for command in self.assessed:
            state = apply(state, command)
        found = self._ask_level(state, None, self._today, self)
        if found is not None:
            self.assessed = (found,)
            assessment = apply(state, found).assessment
            self._level.recommend(verdict_text(assessment) if assessment else "")

    def _on_free_time_wanted(self) -> None:
        """Ask for free time with the answers so far, and go on with what comes of it."""
        answers = self.step.take(self._answers)
        try:
            profile = answers.profile()
        except ValueError:
            return  # what is wrong stands beside its field
        profile = profile.evolve(
            gates=gates_at(self._state.curriculum, profile.level, profile.gates)
        )
        state = self._state.evolve(profile=profile)
        for busy in answers.calendars:
            state = apply(state, busy)
        found = self._ask_free_time(state, profile, self._today, self)
        for command in found or ():
            if isinstance(command, ChangeProfile):
                answers = replace(answers, known=command.profile)
            elif isinstance(command, KeepBusy):
                answers = replace(answers, calendars=(*answers.calendars, command))
        self._answers = answers
        self.step.show_answers(answers)
