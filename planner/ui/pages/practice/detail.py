"""One round beside the list: how it is judged, how its mocks went, and what can be done."""

from collections.abc import Callable
from operator import attrgetter

from PySide6.QtWidgets import QWidget

from planner.core.curriculum import Curriculum
from planner.core.mock import Mock
from planner.core.screens.practice import PracticeRow
from planner.core.wording.practice import minutes_text, scored_name
from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.layout.card import Card
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.labels import Body, Heading, Muted, SectionLabel, Small
from planner.ui.look import Look
from planner.ui.pages.practice import words
from planner.ui.pages.practice.chart import History
from planner.ui.pages.practice.delegates import TwoLines
from planner.ui.rows.model import RowsModel
from planner.ui.rows.view import RowList


class RoundCard(Card):
    """Shows a round."""

    def __init__(
        self, look: Look, run: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._curriculum: Curriculum | None = None
        self._title, self._minutes = Heading(parent=self), Muted(parent=self)
        self._note, self._asked = Small(parent=self), Body(parent=self)
        self._mocks_label = SectionLabel(self.tr("Mocks"), self)
        self._none = Muted(self.tr("None yet. The first one shows where you stand."), self)
        self._history = History(look, self)
        self._model = RowsModel[Mock](words.mock_title, self._spoken, self, key=attrgetter("id"))
        delegate = TwoLines(look, words.mock_title, self._below, words.bar, _nothing, self)
        self.mocks = RowList(look, self._model, delegate, self.tr("Mocks of the round"), self)
        buttons = QWidget(self)
        flow = Flow(buttons)
        flow.addWidget(PrimaryButton(self.tr("Run a mock…"), lambda: run("run-mock"), self))
        flow.addWidget(Button(self.tr("Enter a mock…"), lambda: run("enter-mock"), self))
        column = self.column(6)
        column.addWidget(self._title)
        column.addWidget(self._minutes)
        column.addWidget(self._note)
        column.addSpacing(6)
        column.addWidget(SectionLabel(self.tr("Judged by"), self))
        column.addWidget(self._asked)
        column.addSpacing(6)
        column.addWidget(buttons)
        column.addSpacing(6)
        for widget in (self._mocks_label, self._none, self._history, self.mocks):
            column.addWidget(widget)
        column.addStretch(1)

    def show_row(self, row: PracticeRow, curriculum: Curriculum) -> None:
        """Show a round."""
        self._curriculum = curriculum
        self._title.setText(row.label)
        self._minutes.setText(minutes_text(row))
        self._note.setText(row.note)
        self._note.setVisible(bool(row.note))
        self._asked.setText(", ".join(scored_name(curriculum, one) for one in row.asked))
        self._none.setVisible(not row.mocks)
        self._history.show_mocks(row.mocks, words.history(row))
        self.mocks.setVisible(bool(row.mocks))
        self._model.show_rows(row.mocks[::-1])

    @property
    def mock(self) -> Mock | None:
        """The mock that is current."""
        index = self.mocks.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def _below(self, mock: Mock) -> str:
        return words.mock_below(mock, self._curriculum) if self._curriculum else ""

    def _spoken(self, mock: Mock) -> str:
        return words.spoken_mock(mock, self._curriculum) if self._curriculum else ""


def _nothing(_: object) -> str:
    return ""
