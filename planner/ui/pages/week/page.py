"""The page that answers: what do I do now, and why?"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from planner.core.commands import MoveSession, RenameItem, Tick
from planner.core.screens.week import Detail, WeekScreen, detail, week_screen
from planner.core.state import State
from planner.ui.kit.layout.empty import Empty
from planner.ui.kit.layout.page import Page
from planner.ui.look import Look
from planner.ui.pages.week import words
from planner.ui.pages.week.asking import Asking, offers
from planner.ui.pages.week.detail import DetailCard
from planner.ui.pages.week.heading import Heading
from planner.ui.pages.week.load import LoadBar
from planner.ui.pages.week.model import WeekModel
from planner.ui.pages.week.panes import Panes
from planner.ui.pages.week.view import WeekView
from planner.ui.ways_back import WaysBack

if TYPE_CHECKING:  # loaded when several are selected
    from planner.ui.pages.week.dragging import Dragging
    from planner.ui.pages.week.several import Several

ACTIONS = frozenset(
    (
        *("toggle-done", "details", "log-time", "evidence", "score", "grade", "start-focus"),
        *("move", "move-earlier", "move-later", "skip", "take-in", "rename"),
        *("today", "week-before", "week-after"),
    )
)


class WeekPage(Page):
    """A week by day with the details of one session. Starts on the week that holds today."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._state: State | None = None
        self._today = date.min
        self._week: WeekScreen | None = None
        self._detail: Detail | None = None
        self._number: int | None = None
        self._code: str | None = None
        self._dragging: Dragging | None = None
        self._heading = Heading(self.header)
        self._load = LoadBar(look, self)
        self._model = WeekModel(self)
        self._view = WeekView(look, self._model, self)
        self._details = DetailCard(look, self)
        self._panes = Panes(look, self._view, self._details, self)
        self._empty: Empty | None = None
        self._ways = WaysBack(self)
        self._ways.found.connect(self._show_detail)
        self._lay_out()
        self._heading.asked.connect(self._on_asked)
        self._model.ticked.connect(self._on_ticked)
        self._view.chosen.connect(self._on_chosen)
        self._view.selected.connect(self._on_selected)
        self._view.pulled.connect(self._on_pulled)
        self._view.opened.connect(self._panes.open_details)
        self._details.intent.connect(self.intent)
        self._details.asked.connect(self._run_on_session)

    @property
    def number(self) -> int | None:
        """The number of the week that is shown, None while there is no plan."""
        return self._week.number if self._week else None

    def show_state(self, state: State, today: date) -> None:
        """Show the week that is open, at first the one that holds today."""
        self._state, self._today = state, today
        self._show()

    def open_week(self, number: int) -> None:
        """Show a week of the plan; the one that holds today changes with the day."""
        plan = self._state.plan if self._state else None
        if plan is not None:
            self._go_to(None if number == plan.week_number(self._today) else number)

    def open_session(self, code: str) -> None:
        """Show a session selected in its week."""
        plan = self._state.plan if self._state else None
        session = plan.by_code.get(code) if plan else None
        if plan is not None and session is not None:
            self.open_week(plan.week_number(session.date))
            self._view.choose(code)

    def take_words(self, *, allowed: bool) -> None:
        """Let the line of evidence be written, or only be read."""
        self._details.take_words(allowed=allowed)

    def show_focus(self, code: str, *, running: bool) -> None:
        """Name the button after what it does to the timer, where it is on the current session."""
        self._heading.show_timer(here=code == self._code, running=running)

    def lists(self) -> Sequence[QWidget]:
        """Return the list of sessions."""
        return (self._view,)

    def offers(self) -> frozenset[str]:
        """Return what can be done with the selected sessions, and which weeks there are."""
        week, one, several = self._week, self._detail, self._several
        can: dict[str, bool] = {}
        if week is not None:
            can["today"] = not week.is_current
            can["week-before"] = week.number > 1
            can["week-after"] = week.number < week.weeks
        here = frozenset(action for action, possible in can.items() if possible)
        if several is not None:
            return here | several.offers()
        if one is None or self._state is None:
            return here
        return here | offers(one) | ({"rename"} if one.item in self._state.own else set())

    def run(self, action_id: str) -> bool:
        """Run an action on the current session, or go to another week."""
        if action_id not in self.offers():
            return action_id in ACTIONS
        match action_id:
            case "today":
                self._go_to(None)
            case "week-before":
                self._go_to_neighbour(-1)
            case "week-after":
                self._go_to_neighbour(1)
            case "details":
                self._panes.open_details()
            case "rename" if self._detail is not None:
                rename = partial(self._on_renamed, self._detail.item)
                self._view.rename(self._detail.title, rename)
            case "start-focus":
                self.focus_wanted.emit(self._code, self._details.minutes)
            case _:
                self._run_on_selected(action_id)
        return True

    def _lay_out(self) -> None:
        self.body.addWidget(self._load)
        self.body.addWidget(self._panes, 1)
        self.body.addStretch(0)

    @property
    def _several(self) -> "Several | None":
        """What several selected sessions are worked on with; one is worked on by itself."""
        codes = self._view.codes
        if self._state is None or len(codes) < 2:  # noqa: PLR2004 - more than one
            return None
        from planner.ui.pages.week.several import Several

        return Several(self._state, codes, self._today)

    def _run_on_selected(self, action_id: str) -> None:
        several = self._several
        if several is None:
            self._run_on_session(action_id)
            return
        commands = several.commands(action_id, self.prompts)
        if commands:
            self.intent.emit(commands)

    def _run_on_session(self, action_id: str) -> None:
        if self._state is None or self._detail is None:
            return
        asking = Asking(self.prompts, self._state, self._today, self.closed_book)
        command = asking.command(action_id, self._detail, self._details.minutes)
        if command is not None:
            self.intent.emit(command)

    def _show(self) -> None:
        plan = self._state.plan if self._state else None
        self._week = None
        if self._state is not None and plan is not None:
            number = self._number or plan.week_number(self._today)
            self._week = week_screen(self._state, number, self._today)
        week = self._week
        for widget in (self._load, self._panes):
            widget.setVisible(week is not None)
        self._offer_a_plan(wanted=week is None)
        if week is None:
            self._code = None
        else:
            self._show_week(week)
        self._heading.show_week(week, len(self._view.codes))
        self._show_detail()

    def _offer_a_plan(self, *, wanted: bool) -> None:
        """Say what will stand here, where there is no plan; few starts ever need the words."""
        if wanted and self._empty is None:
            self._empty = Empty(
                self.tr("Your week will stand here"),
                self.tr(
                    "Each session by day, with why it is due now, how long it takes and when it is "
                    "done. Choose level, loop day and free hours, and the plan is made."
                ),
                self._on_plan_wanted,
                self,
            )
            self.body.insertWidget(self.body.indexOf(self._panes) + 1, self._empty)
        if self._empty is not None:
            self._empty.setVisible(wanted)
        self.setFocusProxy(self._empty.start if wanted and self._empty else self._view)

    def _show_week(self, week: WeekScreen) -> None:
        selected = self._view.codes
        self._load.show_week(week)
        self._view.show_days(week.days)
        if not self._model.index_of(self._code).isValid():
            first = next((row.code for day in week.days for row in day.rows), None)
            self._code = week.next_open or first
        self._view.choose(self._code, selected)
        if self._dragging is not None and self._dragging.is_on and self._state is not None:
            self._dragging.show_week(self._state, week.number, self._today)

    def _show_detail(self) -> None:
        state = self._state
        self._detail = self._look_up(state) if state else None
        self._heading.show_offers(self.offers())
        self.offered.emit()
        self._details.show_detail(self._detail, self._today)
        if self._detail is not None and self._detail.is_review:
            QTimer.singleShot(0, self._show_questions)

    def _show_questions(self) -> None:
        """Show what the chosen review asks; read only now, so that the first page need not wait."""
        from planner.core.closed_book import asked

        plan = self._state.plan if self._state else None
        session = plan.by_code.get(self._code or "") if plan else None
        if self._state is not None and session is not None:
            self._details.show_questions(asked(self.closed_book(), self._state, session))

    def _look_up(self, state: State) -> Detail | None:
        """Return the chosen session; what brings back the rest of its item comes a moment later."""
        shown = detail(self._ways.told(state), self._code or "", self._today)
        if shown is not None and shown.left_out:
            self._ways.look_for(state, self._today, shown.item)
            shown = detail(self._ways.told(state), self._code or "", self._today)
        return shown

    def _go_to(self, number: int | None) -> None:
        self._number, self._code = number, None
        self._show()
        if self._week is not None and self.isVisible():
            from planner.ui.kit.words.aloud import say_aloud

            say_aloud(self, f"{words.week_title(self._week)}, {words.week_subtitle(self._week)}")

    def _go_to_neighbour(self, step: int) -> None:
        if self._week is not None:
            self.open_week(self._week.number + step)

    def _on_asked(self, action_id: str) -> None:
        if not self.run(action_id):
            self.asked.emit(action_id)

    def _on_chosen(self, code: str) -> None:
        if code != self._code:
            self._code = code
            self._show_detail()

    def _on_selected(self) -> None:
        self._heading.show_week(self._week, len(self._view.codes))
        self._heading.show_offers(self.offers())
        self.offered.emit()

    def _on_renamed(self, item: str, title: str) -> None:
        self.intent.emit(RenameItem(item=item, title=title))

    def _on_pulled(self) -> None:
        """Carry the selected sessions; what that takes is made with the first of them."""
        if self._state is None or self._week is None:
            return
        if self._dragging is None:
            from planner.ui.pages.week.dragging import Dragging

            self._dragging = Dragging(self.look, self._view, self._details, self)
            self._dragging.moved.connect(self._on_moved)
            self._dragging.refused.connect(self.told)
            self._dragging.turned.connect(self._go_to_neighbour)
            self._dragging.watch(self._heading.turning)
        self._dragging.carry(self._state, self._week.number, self._today)

    def _on_moved(self, moves: tuple[MoveSession, ...]) -> None:
        """Put what was dropped on its day, and show it there where the day is in sight."""
        self._code = moves[0].code
        self.intent.emit(moves)

    def _on_ticked(self, code: str, done: bool) -> None:
        self.intent.emit(Tick(target=code, done=done, on=self._today))

    def _on_plan_wanted(self) -> None:
        self.asked.emit("profile")
