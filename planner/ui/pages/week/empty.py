"""What stands on the week page while there is no plan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.ui.kit.buttons import PrimaryButton
from planner.ui.kit.card import Card
from planner.ui.kit.flow import Flow
from planner.ui.kit.labels import Body, Heading


class NoPlan(Card):
    """Says what will stand here, and offers to make it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.column(12)
        column.addWidget(Heading(self.tr("Your week will stand here"), self))
        told = self.tr(
            "Each session by day, with why it is due now, how long it takes and when it is done. "
            "Choose level, loop day and free hours, and the plan is made."
        )
        column.addWidget(Body(told, self))
        line = QWidget(self)
        flow = Flow(line)
        self.start = PrimaryButton(self.tr("Make a plan…"), self._on_start, line)
        flow.addWidget(self.start)
        column.addWidget(line)

    def _on_start(self) -> None:
        self.wanted.emit()
