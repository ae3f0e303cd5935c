"""The clock of a mock: counts down, rests, and can be given more time."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.kit.buttons import Button
from planner.ui.kit.layout.card import Card
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.stopwatch import Stopwatch
from planner.ui.kit.words.labels import Muted, Title

TICK_MS = 250
MORE = 5
"""Minutes."""


class MockClock(Card):
    """`changed` is sent when it is started, rests, or another second is over."""

    changed = Signal()

    def __init__(self, minutes: int, watch: Stopwatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes, self._watch = minutes, watch
        line = QWidget(self)
        flow = Flow(line, spacing=12)
        self.column().addWidget(line)
        self.time = Title(parent=self)
        self.time.setAccessibleDescription(self.tr("Time that is left"))
        self.words = Muted(parent=self)
        self.go = Button(self.tr("Start"), self._on_go, self)
        self.more = Button(self.tr("+{minutes} m").format(minutes=MORE), self._on_more, self)
        for words in (self.time, self.words):
            words.setWordWrap(False)
        for widget in (self.time, self.words, self.go, self.more):
            flow.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._show)
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self._watch.is_running

    @property
    def minutes(self) -> int:
        """The minutes that have passed, begun ones too."""
        return -(-self._watch.seconds // 60)

    def rest(self) -> None:
        """Let no more time pass."""
        self._watch.pause()
        self._timer.stop()
        self._show()

    def _on_go(self) -> None:
        if self.is_running:
            self.rest()
            return
        self._watch.start()
        self._timer.start()
        self._show()

    def _on_more(self) -> None:
        self._minutes += MORE
        self._show()

    def _show(self) -> None:
        left = 60 * self._minutes - self._watch.seconds
        self.time.setText(_clock_text(left))
        over = (
            self.tr("over the {minutes} minutes")
            if left < 0
            else self.tr("left of {minutes} minutes")
        )
        self.words.setText(over.format(minutes=self._minutes))
        begun = self.tr("Go on") if self._watch.seconds else self.tr("Start")
        self.go.setText(self.tr("Pause") if self.is_running else begun)
        self.changed.emit()


def _clock_text(seconds: int) -> str:
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02}"
