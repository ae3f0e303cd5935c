"""Notices that a new day has begun, also after the computer slept."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal

LOOK_EVERY_SECONDS = 30


class Day(QObject):
    """Today. `changed` is sent when it is another day than at the last look."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_EVERY_SECONDS * 1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def today(self) -> date:
        """The day of the last look."""
        return self._day

    def look(self) -> None:
        """Look at the clock."""
        day = self._today()
        if day != self._day:
            self._day = day
            self.changed.emit()
