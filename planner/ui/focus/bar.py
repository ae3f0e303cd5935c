"""The quiet line at the foot of the window while the focus timer is on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from planner.core.focus import Focus
from planner.core.state import State
from planner.ui.focus import words
from planner.ui.kit.buttons import LinkButton
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.aloud import say_aloud
from planner.ui.kit.words.labels import Body

MARGIN = 28


class FocusBar(QFrame):
    """Says what is worked on and how many minutes are left, with what can be done about it.

    The words change once a minute and nothing else moves. A screen reader hears when it begins,
    rests and goes on.
    """

    asked = Signal(str)
    _runs = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Focus timer"))
        self._words = Body(parent=self)
        self._buttons = QWidget(self)
        flow = Flow(self._buttons, spacing=4)
        self._pause = LinkButton("", self._on_pause, self)
        self._finish = LinkButton(self.tr("Done"), self._on_finish, self)
        self._log = LinkButton(self.tr("Log only"), self._on_log, self)
        self._stop = LinkButton(self.tr("Discard"), self._on_stop, self)
        self._log.setAccessibleDescription(self.tr("Stop the timer and log the minutes"))
        self._stop.setAccessibleDescription(self.tr("Stop the timer and log nothing"))
        for button in (self._pause, self._finish, self._log, self._stop):
            flow.addWidget(button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(MARGIN, 4, MARGIN, 4)
        self._line.setSpacing(12)
        self._line.addWidget(self._words, 1)
        self._line.addWidget(self._buttons)
        self.hide()

    def show_focus(self, state: State, focus: Focus) -> None:
        """Show a timer."""
        spoken = words.spoken(state, focus)
        if self.isHidden() or focus.is_running is not self._runs:
            say_aloud(self, spoken)
        self._runs = focus.is_running
        self._words.setText(words.line(state, focus))
        self._words.setAccessibleName(spoken)
        self._pause.setText(self.tr("Pause") if focus.is_running else self.tr("Go on"))
        self._finish.setAccessibleDescription(words.logged(focus))
        self._arrange()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where those would get too little room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        direction = QBoxLayout.Direction
        below = self._buttons.sizeHint().width() > self.width() / 2
        self._line.setDirection(direction.TopToBottom if below else direction.LeftToRight)

    def _on_pause(self) -> None:
        self.asked.emit("pause-focus")

    def _on_finish(self) -> None:
        self.asked.emit("finish-focus")

    def _on_log(self) -> None:
        self.asked.emit("log-focus")

    def _on_stop(self) -> None:
        self.asked.emit("stop-focus")
