"""The quiet question that follows a finished item: what can you show for it?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from planner.core.commands import AddEvidence
from planner.core.screens.checklist import ItemRow
from planner.ui.kit.buttons import LinkButton
from planner.ui.kit.forms.lines import LineField
from planner.ui.kit.layout.card import Card
from planner.ui.kit.words.labels import PlainLabel

LONGEST_LINE = 500


class Question(PlainLabel):
    """A question on one line; the title in it is cut where the line is too short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def whole(self) -> str:
        """The question with the whole title."""
        return self._asked(self._title)

    def ask_about(self, title: str) -> None:
        """Ask about another item."""
        self._title = " ".join(title.split())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(self._asked("")) - 2
        self.setText(
            self._asked(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room))
        )

    def _asked(self, title: str) -> str:
        return self.tr("What can you show for “{title}”?").format(title=title)


class EvidenceCard(Card):
    """A line below the list that may be filled in, put away, or left alone."""

    written = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = ""
        self._question = Question(self)
        self._line = LineField(self)
        self._line.setMaxLength(LONGEST_LINE)
        self._line.setPlaceholderText(self.tr("One line, then Enter"))
        self._line.returnPressed.connect(self._on_written)
        self._question.setBuddy(self._line)
        self._later = LinkButton(self.tr("Not now"), self.close_question, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._later)
        column = self.column(6)
        column.addWidget(self._question)
        column.addLayout(row)
        self.hide()

    @property
    def item(self) -> str:
        """The id of the item that is asked about, empty while nothing is asked."""
        return self._item

    def ask(self, row: ItemRow) -> None:
        """Ask about an item, without taking the focus."""
        self._item = row.id
        self._question.ask_about(row.title)
        self._line.setAccessibleName(self._question.whole)
        self._line.clear()
        self.show()

    def close_question(self) -> None:
        """Put the question away."""
        self._item = ""
        had_focus = self._line.hasFocus() or self._later.hasFocus()
        self.hide()
        if had_focus:
            self.closed.emit()

    def _on_written(self) -> None:
        text, item = self._line.text().strip(), self._item
        self.close_question()
        if text:
            self.written.emit(AddEvidence(item=item, text=text))
