"""The Plan page: does it fit, and what if?"""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtWidgets import QWidget

from planner.core.profile import Profile
from planner.core.screens.dropping import Drop, drop_on_week
from planner.core.screens.plan import LeftOutRow, WeekRow, plan_screen
from planner.core.state import State
from planner.core.values import Subject
from planner.ui.dragging.words import not_moved
from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.layout.empty import Empty
from planner.ui.kit.layout.page import Page
from planner.ui.kit.layout.scroll import Scroll
from planner.ui.kit.painted.legend import Legend
from planner.ui.kit.words.labels import Small
from planner.ui.look import Look
from planner.ui.pages.plan import words
from planner.ui.pages.plan.left_out import MOST_ROWS, LeftOut
from planner.ui.pages.plan.week_delegate import WeekDelegate
from planner.ui.pages.plan.week_list import WeekList
from planner.ui.pages.plan.what_if import WhatIfCard
from planner.ui.rows.model import Role, RowsModel
from planner.ui.rows.view import RowList
from planner.ui.ways_back import WaysBack


class PlanPage(Page):
    """All weeks as rows, what is left out, and two sliders that ask "what if"."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._state: State | None = None
        self._today = date.min
        self._free_time = Button(self.tr("Free time and dates…"), self._on_free_time, self)
        self._replan = Button(self.tr("Replan…"), self._on_replan, self)
        self._print = PrimaryButton(self.tr("Print schedule"), self._on_print, self)
        self.header.add(self._free_time)
        self.header.add(self._replan)
        self.header.add(self._print)
        self._what_if = WhatIfCard(look, self)
        self._what_if.wanted.connect(self._on_wanted)
        monday = attrgetter("monday")
        self._model = RowsModel[WeekRow](words.titles, words.spoken_week, self, key=monday)
        self._delegate = WeekDelegate(look, self)
        self._weeks = WeekList(look, self._model, self._delegate, self)
        self._weeks.landing.hovered.connect(self._on_hovered)
        self._weeks.landing.dropped.connect(self._on_dropped)
        self._weeks.landing.refused.connect(self._on_refused)
        self._weeks.activated.connect(self._on_activated)
        self._weeks.came_up.connect(self._on_came_up)
        self._pace = Small(parent=self)
        names = [(kind, words.subject_name(kind)) for kind in Subject]
        self._legend = Legend(look, names, self)
        self._left_out = LeftOut(look, self)
        self._left_out.rows.came_up.connect(self._on_came_up)
        self._left_out.rows.activated.connect(self._on_left_out)
        self._ways = WaysBack(self)
        self._ways.found.connect(self._on_ways_found)
        self._lay_out()

    def show_state(self, state: State, today: date) -> None:
        """Show the plan with what is done laid over it."""
        self._state, self._today = state, today
        self._ways.look_for(state, today)
        screen = plan_screen(self._ways.told(state), today, MOST_ROWS)
        for widget in (self._scroll, self._free_time, self._replan, self._print):
            widget.setVisible(screen is not None)
        self._empty.setVisible(screen is None)
        self.setFocusProxy(self._empty.start if screen is None else self._weeks)
        if screen is None:
            self.header.set_words(self.tr("Plan"))
            self._model.show_rows(())
            self.offered.emit()
            return
        self.header.set_words(self.tr("Plan"), words.subtitle(screen))
        self._delegate.fit(screen.weeks)
        self._model.show_rows(screen.weeks)
        self._legend.show_kinds(one.subject for week in screen.weeks for one in week.loads)
        usual = state.profile.week_minutes if state.profile else 0
        self._left_out.show_rows(screen, usual, self._ways.minutes)
        self._what_if.show_state(state, today)
        self._pace.setText(words.pace(screen))
        self._pace.setVisible(bool(screen.paces))
        if not self._weeks.currentIndex().isValid():
            place = next((place for place, row in enumerate(screen.weeks) if row.is_current), 0)
            self._weeks.setCurrentIndex(self._model.index(place))
        self.offered.emit()

    def lists(self) -> Sequence[QWidget]:
        """Return the list of weeks, and that of what is left out."""
        return (self._weeks, self._left_out.rows)

    def offers(self) -> frozenset[str]:
        """Return that the current week, or what is left out, can be opened."""
        return frozenset({"details"}) if self._weeks.currentIndex().isValid() else frozenset()

    def run(self, action_id: str) -> bool:
        """Open the current week, or in the Checklist what is left out."""
        if action_id != "details":
            return False
        if self._left_out.rows.hasFocus():
            self._on_left_out(self._left_out.rows.currentIndex())
        else:
            self._on_activated(self._weeks.currentIndex())
        return True

    def _lay_out(self) -> None:
        self._scroll = Scroll(self)
        self._scroll.box.addWidget(self._what_if)
        self._scroll.box.addWidget(self._pace)
        self._scroll.box.addWidget(self._legend)
        self._scroll.box.addWidget(ViewCard(self.look, self._weeks, self))
        self._scroll.box.addWidget(self._left_out)
        self._scroll.box.addStretch(1)
        self._empty = Empty(
            self.tr("Your weeks will stand here"),
            self.tr(
                "Every week up to the loop, what fits and what is left out, and what other hours "
                "would change. Choose level, loop day and free hours, and the plan is made."
            ),
            self._on_wizard,
            self,
        )
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._empty)
        self.body.addStretch(0)

    def _on_ways_found(self) -> None:
        if self._state is not None:
            self.show_state(self._state, self._today)

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, WeekRow):
            self.week_opened.emit(row.number)

    def _on_left_out(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, LeftOutRow):
            self.place_opened.emit("checklist", row.item)

    def _on_hovered(self, codes: tuple[str, ...], number: int) -> None:
        if self._state is not None:
            self._weeks.landing.show(drop_on_week(self._state, codes, number, self._today))
            self._scroll.bring_up(
                self._weeks, self._weeks.visualRect(self._model.index(number - 1))
            )

    def _on_dropped(self, codes: tuple[str, ...], number: int) -> None:
        moves = drop_on_week(self._state, codes, number, self._today).moves if self._state else ()
        if moves:
            self.intent.emit(moves)

    def _on_refused(self, drop: Drop) -> None:
        self.told.emit(not_moved(drop))

    def _on_came_up(self, place: QRect) -> None:
        view = self.sender()
        if isinstance(view, RowList):
            self._scroll.bring_up(view, place)

    def _on_wanted(self, profile: Profile) -> None:
        self.wanted_profile = profile
        self.asked.emit("replan-with")

    def _on_free_time(self) -> None:
        self.asked.emit("free-time")

    def _on_replan(self) -> None:
        self.asked.emit("replan")

    def _on_print(self) -> None:
        self.asked.emit("print-plan")

    def _on_wizard(self) -> None:
        self.asked.emit("profile")
