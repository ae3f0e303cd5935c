"""The section of the Plan page that names what found no room."""

from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.screens.plan import LeftOutRow, PlanScreen
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.words.labels import Heading, Muted
from planner.ui.look import Look
from planner.ui.pages.plan import words
from planner.ui.pages.plan.left_out_delegate import LeftOutDelegate
from planner.ui.rows.model import RowsModel
from planner.ui.rows.view import RowList

MOST_ROWS = 60
"""So many items are named at most; the page scrolls as a whole, and one reads no further."""


class LeftOut(QWidget):
    """A heading, what everything would need, and the items; hidden while everything fits."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._needs = Heading(parent=self), Muted(parent=self)
        self._more = Muted(parent=self)
        say, speak = words.left_out_title, words.spoken_left_out
        self._model = RowsModel[LeftOutRow](say, speak, self, key=attrgetter("item"))
        name = self.tr("Left out")
        self.rows = RowList(look, self._model, LeftOutDelegate(look, self), name, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._needs)
        column.addSpacing(4)
        column.addWidget(ViewCard(look, self.rows, self))
        column.addWidget(self._more)

    def show_rows(self, plan: PlanScreen, usual: int, more: int | None) -> None:
        """Show what a plan leaves out, and what all of it would need.

        That are weeks, and so many minutes `more` than the `usual` ones a week, once it is known.
        """
        self.setVisible(bool(plan.left_out))
        self._title.setText(words.left_out_heading(plan))
        self._needs.setText(words.needs(plan.extra_weeks, usual, more))
        self._model.show_rows(plan.left_out)
        self._more.setText(words.more_left_out(plan))
        self._more.setVisible(bool(self._more.text()))
