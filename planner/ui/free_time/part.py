"""One part of the dialog: a card with a heading, a line about it, and its fields."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.ui.kit.layout.card import Card
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.labels import QuietProblem, SectionLabel, Small


class Part(Card):
    """A card of the dialog; `edited` is sent when something on it has changed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = self.column()
        self.problem = QuietProblem(self)

    def say(self, heading: str, hint: str) -> None:
        """Say what the card is about."""
        self.box.addWidget(SectionLabel(heading, self))
        self.box.addWidget(Small(hint, self))

    def line(self, *widgets: QWidget) -> QWidget:
        """Return widgets side by side, or below each other where they do not fit."""
        holder = QWidget(self)
        flow = Flow(holder)
        for widget in widgets:
            flow.addWidget(widget)
        return holder
