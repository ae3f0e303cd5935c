"""What stands on the checklist while no level is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.ui.kit.buttons import PrimaryButton
from planner.ui.kit.card import Card
from planner.ui.kit.flow import Flow
from planner.ui.kit.labels import Body, Heading


class NoLevel(Card):
    """Says what will stand here, and offers to make it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.column(12)
        column.addWidget(Heading(self.tr("Your checklist will stand here"), self))
        told = self.tr(
            "The essential reading with its chapters, the skills of your level, practice, and "
            "items of your own, each with a box to tick."
        )
        column.addWidget(Body(told, self))
        line = QWidget(self)
        flow = Flow(line)
        self.start = PrimaryButton(self.tr("Choose level and dates…"), self._on_start, line)
        flow.addWidget(self.start)
        column.addWidget(line)

    def _on_start(self) -> None:
        self.wanted.emit()
