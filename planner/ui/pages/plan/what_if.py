"""The card that answers at once what other hours or another loop day would bring."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from planner.core.screens.whatif import Choices, WhatIf, choices, gain, what_if
from planner.core.state import State
from planner.core.wording import duration
from planner.ui.kit.buttons import Button
from planner.ui.kit.layout.card import Card
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.aloud import say_aloud
from planner.ui.kit.words.dates import short_day
from planner.ui.kit.words.labels import Body, SectionLabel
from planner.ui.look import Look
from planner.ui.pages.plan import words
from planner.ui.pages.plan.choice import Choice
from planner.ui.rows.text import text_width
from planner.ui.ways_back import MOST_OWN

TWO_HOURS, A_WEEK = 4, 7
"""Steps of half an hour and of a day that a key for pages takes."""
PAUSE = 150
"""Milliseconds of rest before what takes longer is worked out."""
NARROW = 100
"""Letters beside each other that sliders and answer want."""


class WhatIfCard(Card):
    """Two sliders and an answer. `wanted` carries the profile that the sliders stand for."""

    wanted = Signal(object)
    _found: WhatIf | None = None
    _is_tried = False  # a slider was moved, and nobody said yet what it would bring

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state: State | None = None
        self._choices: Choices | None = None
        self._hours = Choice(look, self.tr("Hours a week"), self)
        self._loop = Choice(look, self.tr("Loop day"), self)
        self._heading = SectionLabel(parent=self)
        self._answer, self._gain = Body(parent=self), Body(parent=self)
        self._use = Button(self.tr("Use these…"), self._on_use, self)
        self._back = Button(self.tr("Back"), self.go_back, self)
        self._soon, self._later = QTimer(self), QTimer(self)
        for timer, slot in ((self._soon, self._show_answer), (self._later, self._show_gain)):
            timer.setSingleShot(True)
            timer.timeout.connect(slot)
        self._sliders = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        for slider in (self._hours, self._loop):
            slider.chosen.connect(self._on_chosen)
        look.changed.connect(self._arrange)

    def show_state(self, state: State, today: date) -> None:
        """Show what can be tried; where the sliders stand for something else, they stay there."""
        offered = choices(state, today)
        moved = self._moved() if offered == self._choices else None
        self._state, self._today, self._choices = state, today, offered
        if offered is None:
            return
        minutes, loop = moved or (offered.usual_minutes, offered.usual_loop)
        self._offer(offered, minutes, loop)

    def go_back(self) -> None:
        """Put the sliders back where the plan stands."""
        if self._choices:
            self._offer(self._choices, self._choices.usual_minutes, self._choices.usual_loop)
            self._hours.slider.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answer below the sliders where they do not fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._sliders.setSpacing(28)
        self._sliders.addWidget(self._hours, 1)
        self._sliders.addWidget(self._loop, 1)
        self._deeds = QWidget(self)
        flow = Flow(self._deeds)
        flow.addWidget(self._use)
        flow.addWidget(self._back)
        tried, said = QVBoxLayout(), QVBoxLayout()
        tried.setSpacing(8)
        tried.addLayout(self._sliders)
        tried.addWidget(self._deeds)
        tried.addStretch(1)
        said.setSpacing(4)
        said.addWidget(self._heading)
        said.addWidget(self._answer)
        said.addWidget(self._gain)
        said.addStretch(1)
        self._row.setSpacing(28)
        self._row.addLayout(tried, 1)
        self._row.addLayout(said, 1)
        self.column().addLayout(self._row)

    def _offer(self, offered: Choices, minutes: int, loop: date) -> None:
        texts = [duration(one) for one in offered.minutes]
        self._hours.offer(texts, offered.minutes.index(minutes), TWO_HOURS)
        days = [short_day(day) for day in offered.loops]
        self._loop.offer(days, offered.loops.index(loop), A_WEEK)
        self._show_answer()

    def _moved(self) -> tuple[int, date] | None:
        """Return what the sliders stand for, or None where the plan stands."""
        if self._choices is None:
            return None
        now = (self._choices.minutes[self._hours.place], self._choices.loops[self._loop.place])
        usual = (self._choices.usual_minutes, self._choices.usual_loop)
        return None if now == usual else now

    def _show_answer(self) -> None:
        self._soon.stop()
        if self._state is None or self._choices is None:
            return
        usual = (self._choices.usual_minutes, self._choices.usual_loop)
        before = self._found
        found = what_if(self._state, self._today, *(self._moved() or usual))
        if found is None:
            return
        self._found = found
        moved = self._moved() is not None
        self._heading.setText(self.tr("If you change these") if moved else self.tr("As it stands"))
        self._answer.setText(words.answer(found))
        self._deeds.setVisible(found.is_changed)
        if before is None or before.plan is not found.plan:
            self._gain.clear()
        self._later.start(PAUSE)

    def _show_gain(self) -> None:
        """Say what more hours would add; it takes further plans, so it comes when one pauses."""
        if self._state is None or self._found is None:
            return
        if len(self._state.own) <= MOST_OWN:
            self._gain.setText(words.gained(gain(self._state, self._today, self._found)))
        if self._is_tried:
            say_aloud(self, f"{self._answer.text()} {self._gain.text()}".rstrip())
        self._is_tried = False

    def _on_chosen(self) -> None:
        self._is_tried = True
        many = self._state is not None and len(self._state.own) > MOST_OWN
        self._soon.start(PAUSE if many else 0)

    def _on_use(self) -> None:
        self._show_answer()
        if self._found is not None:
            self.wanted.emit(self._found.profile)

    def _arrange(self) -> None:
        letters = self.width() / max(text_width("n", self._look.font("body")), 1)
        direction = QBoxLayout.Direction
        beside, below = direction.LeftToRight, direction.TopToBottom
        self._row.setDirection(beside if letters > NARROW else below)
        self._sliders.setDirection(beside if letters > NARROW / 2 else below)
        policy = self._deeds.sizePolicy()
        # Beside the answer there is room: the weeks below need not jump when the buttons come.
        policy.setRetainSizeWhenHidden(letters > NARROW)
        self._deeds.setSizePolicy(policy)
