"""Does ahead what the first gesture would have to wait for, once the window stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

PAUSE = 300
"""Milliseconds before the first piece of work, so that the window is painted by then."""
BREATH = 50
"""Milliseconds between two pieces, in which the user is heard."""


class Ahead(QObject):
    """Does short pieces of work one after the other."""

    def __init__(self, work: Sequence[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._work = list(work)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """Begin soon."""
        self._timer.start()

    def _on_timeout(self) -> None:
        self._work.pop(0)()
        if self._work:
            self._timer.start(BREATH)
