"""The Practice page: can I do it under the clock?"""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtWidgets import QWidget

from planner.core.commands import Change, DropMock, NoteMock
from planner.core.fixes import fix_commands, unplaced
from planner.core.mocks import as_planned, held
from planner.core.screens.practice import PracticeRow, PracticeScreen, practice_screen
from planner.core.state import State
from planner.core.wording.practice import minutes_text, summary
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.layout.empty import Empty
from planner.ui.kit.layout.page import Page
from planner.ui.kit.layout.panes import Panes
from planner.ui.look import Look
from planner.ui.pages.practice import words
from planner.ui.pages.practice.delegates import TwoLines
from planner.ui.pages.practice.detail import RoundCard
from planner.ui.pages.practice.rehearsal import RehearsalCard
from planner.ui.prompts import MockAnswer, MockSetting
from planner.ui.rows.model import RowsModel
from planner.ui.rows.view import RowList

ACTIONS = frozenset(("details", "run-mock", "enter-mock", "drop-mock"))


class PracticePage(Page):
    """The rounds of the level, the one that is chosen with its mocks, and the loop as a day."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._state: State | None = None
        self._today = date.min
        self._screen: PracticeScreen | None = None
        self._model = RowsModel[PracticeRow](words.title, words.spoken, self, key=attrgetter("id"))
        delegate = TwoLines(look, words.title, words.below, self._tag, minutes_text, self)
        self._rounds = RowList(look, self._model, delegate, self.tr("Rounds of the loop"), self)
        self._card = RoundCard(look, self.run, self)
        self._rehearsal = RehearsalCard(self)
        self._panes = Panes(look, self._card, self)
        self._panes.left.addWidget(ViewCard(look, self._rounds, self))
        self._panes.left.addWidget(self._rehearsal)
        self._panes.left.addStretch(1)
        self._empty = Empty(
            self.tr("Your rounds will stand here"),
            self.tr(
                "Each round of your level's loop with its minutes, a clock to practise under, "
                "and how your mocks went. Choose level, loop day and free hours first."
            ),
            self._on_wizard,
            self,
        )
        self.body.addWidget(self._panes, 1)
        self.body.addWidget(self._empty)
        self.body.addStretch(0)
        self._rounds.selectionModel().currentChanged.connect(self._on_round)
        self._rounds.activated.connect(self._on_run)
        self._card.mocks.selectionModel().currentChanged.connect(self._on_mock)
        for rows in (self._rounds, self._card.mocks):
            rows.came_up.connect(self._on_came_up)

    def show_state(self, state: State, today: date) -> None:
        """Show the rounds; the one that is chosen stays so."""
        self._state, self._today = state, today
        screen = self._screen = practice_screen(state)
        self._panes.setVisible(screen is not None)
        self._empty.setVisible(screen is None)
        self.setFocusProxy(self._empty.start if screen is None else self._rounds)
        if screen is None:
            self.header.set_words(self.tr("Practice"))
            self.offered.emit()
            return
        self.header.set_words(self.tr("Practice"), summary(screen))
        self._model.show_rows(screen.rows)
        self._rehearsal.show_rehearsal(screen.rehearsal)
        if not self._rounds.currentIndex().isValid():
            self._rounds.setCurrentIndex(self._model.index(0))
        self._show_round()

    def lists(self) -> Sequence[QWidget]:
        """Return the rounds, and the mocks of one."""
        return (self._rounds, self._card.mocks)

    def offers(self) -> frozenset[str]:
        """Return what can be done with the current round and mock."""
        if self._row is None:
            return frozenset()
        mock = {"drop-mock"} if self._card.mock is not None else set()
        return frozenset({"details", "run-mock", "enter-mock"} | mock)

    def run(self, action_id: str) -> bool:
        """Run an action on the current round or mock."""
        if action_id not in self.offers():
            return action_id in ACTIONS
        mock = self._card.mock
        if action_id == "drop-mock" and mock is not None:
            self.intent.emit(DropMock(mock=mock.id))
        elif action_id == "details":
            self._on_run()
        else:
            self._ask(runs=action_id != "enter-mock")
        return True

    def open_place(self, target: str) -> None:
        """Choose a round."""
        ids = [row.id for row in self._model.rows]
        if target in ids:
            self._rounds.setFocus()
            self._rounds.setCurrentIndex(self._model.index(ids.index(target)))

    @property
    def _row(self) -> PracticeRow | None:
        index = self._rounds.currentIndex()
        rows = self._model.rows
        return rows[index.row()] if self._screen and index.isValid() else None

    def _tag(self, row: PracticeRow) -> tuple[str, str]:
        return (self.tr("ready"), "accent") if row.is_ready else ("", "review")

    def _show_round(self) -> None:
        if self._row is not None and self._state is not None:
            self._card.show_row(self._row, self._state.curriculum)
        self.offered.emit()

    def _ask(self, *, runs: bool) -> None:
        row, state = self._row, self._state
        if row is None or state is None:
            return
        answer = self.prompts.mock(MockSetting(state, row, self._today, runs))
        if answer is None:
            return
        state = self._state or state  # another computer may have written while the mock ran
        commands = self._commands(state, row, answer)
        self.intent.emit(commands)
        if unplaced(commands) and state.plan is not None:
            self.asked.emit("replan")

    def _commands(self, state: State, row: PracticeRow, answer: MockAnswer) -> tuple[Change, ...]:
        """Return the mock, its session as done, and its fixes, as one step."""
        noted = NoteMock(
            mock=f"run.{self.new_id()}",
            round=row.id,
            level=row.level,
            on=answer.on,
            minutes=answer.minutes,
            scores=answer.scores,
            judge=answer.judge,
            notes=answer.notes,
            code=answer.code,
        )
        fixes = [(f"own.{self.new_id()}", title) for title in answer.fixes]
        return (*fix_commands(state, row.id, fixes, self._today), *held(as_planned(state, noted)))

    def _on_round(self, current: QModelIndex) -> None:
        if current.isValid():
            self._show_round()

    def _on_mock(self) -> None:
        self.offered.emit()

    def _on_run(self) -> None:
        """Have a mock run, unless the window knows why that cannot be."""
        self.asked.emit("run-mock")

    def _on_came_up(self, place: QRect) -> None:
        view = self.sender()
        if isinstance(view, QWidget):
            self._panes.bring_up(view, place)

    def _on_wizard(self) -> None:
        self.asked.emit("profile")
