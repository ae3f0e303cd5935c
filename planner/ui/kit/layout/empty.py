"""What stands on a page while there is nothing to show: a sentence and the way to fill it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.ui.kit.buttons import PrimaryButton
from planner.ui.kit.layout.card import Card
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.labels import Body, Heading


class Empty(Card):
    """Says what will stand here, and offers to make it."""

    def __init__(
        self, title: str, text: str, run: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        line = QWidget(self)
        self.start = PrimaryButton(self.tr("Make a plan…"), run, line)
        flow = Flow(line)
        flow.addWidget(self.start)
        column = self.column(12)
        column.addWidget(Heading(title, self))
        column.addWidget(Body(text, self))
        column.addWidget(line)
