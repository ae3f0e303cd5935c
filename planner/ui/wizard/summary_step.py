"""The plan that comes of the answers, before it is taken."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.apply import apply
from planner.core.gates import gates_at
from planner.core.language import translate
from planner.core.plan import LeftOut, Plan
from planner.core.planning import compare, make_plan
from planner.core.profile import Profile
from planner.core.screens.level_switch import level_switch
from planner.core.screens.plan import PlanScreen, left_out_row, plan_screen
from planner.core.state import State
from planner.core.values import Priority
from planner.core.wording import duration, item_title
from planner.ui.dialogs import level_words
from planner.ui.dialogs.changes import summary
from planner.ui.kit.layout.card import Card
from planner.ui.kit.words.dates import long_day, span
from planner.ui.kit.words.labels import Body, Heading, Muted, PlainLabel, SectionLabel, Small
from planner.ui.wizard.answers import Answers
from planner.ui.wizard.step import Step

MOST_LEFT_OUT = 12

_tr = partial(translate, "SummaryStep")


class SummaryStep(Step):
    """Weeks, hours, and what is left out."""

    profile: Profile | None = None
    plan: Plan | None = None

    def __init__(self, state: State, today: date, parent: QWidget | None = None) -> None:
        super().__init__(state.curriculum, today, parent)
        self._state = state
        self._card = Card(self)
        self._words = self._card.column()
        self.column.addWidget(self._card)
        self.column.addStretch()

    def words(self) -> tuple[str, str]:
        """Return the title of the step and the line below it."""
        return self.tr("Your plan"), self.tr("Nothing is fixed: you can replan at any time.")

    def aloud(self) -> tuple[str, ...]:
        """Return the plan in words; nothing of it has the focus."""
        labels = self._card.findChildren(PlainLabel)
        return tuple(one.text() for one in labels if not isinstance(one, Small))

    def take(self, answers: Answers) -> Answers:
        """Return the answers as they are."""
        return replace(answers)

    def show_answers(self, answers: Answers) -> None:
        """Make the plan and sum it up."""
        profile = answers.profile()
        gates = gates_at(self.curriculum, profile.level, profile.gates)
        self.profile = profile.evolve(gates=gates)
        state = self._state.evolve(profile=self.profile)
        for command in answers.calendars:
            state = apply(state, command)
        self.plan = make_plan(state, self.profile, self.today)
        self._renew()
        self._say(state.evolve(plan=self.plan), self.plan)

    def _say(self, state: State, plan: Plan) -> None:
        screen = plan_screen(state, self.today)
        if screen is None or self.profile is None:
            return
        weeks = len(plan.weeks)
        words = _tr("%n week(s)", n=weeks)
        card = self._card
        self._words.addWidget(Heading(f"{words} · {span(plan.start, plan.loop)}", card))
        self._words.addWidget(Body(self._loop_words(plan), card))
        if plan.loop_proposed and not plan.fits:
            self._words.addWidget(Small(_proposal(screen), card))
        planned = sum(row.planned for row in screen.weeks)
        free = sum(row.free for row in screen.weeks)
        self._words.addWidget(
            Body(
                self.tr(
                    "{planned} of {free} of free time are planned; the rest is your buffer, "
                    "and a light last week."
                ).format(planned=duration(planned), free=duration(free)),
                card,
            )
        )
        if self._state.plan is not None:
            self._words.addWidget(Muted(summary(compare(self._state.plan, plan)), card))
        self._say_level(plan)
        self._say_left_out(state, plan)

    def _say_level(self, plan: Plan) -> None:
        """Say what another level than before changes."""
        if self.profile is None:
            return
        switch = level_switch(self._state, self.profile, plan, self.today)
        if switch is None:
            return
        card = self._card
        self._words.addSpacing(8)
        self._words.addWidget(SectionLabel(level_words.heading(switch), card))
        for text in level_words.summary(switch):
            self._words.addWidget(Body(text, card))

    def _loop_words(self, plan: Plan) -> str:
        level = plan.level.value
        if plan.loop_proposed:
            return self.tr("Proposed {level} loop day: {day}").format(
                level=level, day=long_day(plan.loop)
            )
        return self.tr("{level} loop day: {day}").format(level=level, day=long_day(plan.loop))

    def _say_left_out(self, state: State, plan: Plan) -> None:
        card = self._card
        self._words.addSpacing(8)
        if plan.fits:
            self._words.addWidget(SectionLabel(self.tr("Everything fits"), card))
            return
        missing = duration(plan.shortfall_minutes)
        extra = plan.extra_weeks_needed
        heading = _tr(
            "{time} do not fit; about %n more week(s) would hold everything.", n=extra, time=missing
        )
        self._words.addWidget(SectionLabel(heading, card))
        shortened = [item_title(state, one.item) for one in plan.left_out if _is_in(plan, one)]
        if shortened:
            told = self.tr("Shortened: {list}.").format(list=", ".join(shortened))
            self._words.addWidget(Muted(told, card))
        rows = [left_out_row(state, left) for left in plan.left_out if not _is_in(plan, left)]
        if rows:
            self._words.addWidget(SectionLabel(self.tr("Left out"), card))
        for row in rows[:MOST_LEFT_OUT]:
            pair = QVBoxLayout()
            pair.setSpacing(1)
            pair.addWidget(Body(f"{row.title} · {duration(row.minutes)}", card))
            pair.addWidget(Small(row.why, card))
            self._words.addLayout(pair)
        if len(rows) > MOST_LEFT_OUT:
            rest = len(rows) - MOST_LEFT_OUT
            self._words.addWidget(Muted(_tr("and %n more", n=rest), card))

    def _renew(self) -> None:
        """Begin with an empty card."""
        self._card.hide()
        self._card.deleteLater()
        self._card = Card(self)
        self._words = self._card.column()
        self.column.insertWidget(0, self._card)


def _proposal(screen: PlanScreen) -> str:
    """Say what a proposed day holds, since it leaves something out."""
    if all(row.priority is Priority.OPTIONAL for row in screen.left_out):
        return _tr("The day holds everything core and important; what does not fit is optional.")
    return _tr("It is the latest day that is proposed; a later one can be booked.")


def _is_in(plan: Plan, left: LeftOut) -> bool:
    """Say whether a part of what is left out is planned all the same."""
    return left.item in plan.by_item
