"""Brings what the keyboard comes to into sight, from wherever it comes."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

AROUND = 24


class Sight(QObject):
    """Scrolls where the new focus cannot be seen at all.

    Qt does so only where the keyboard was in the same scrolled area before.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_moved)

    def _on_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or not now.visibleRegion().isEmpty():
            return
        around = now.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(now, 0, AROUND)
            around = around.parentWidget()
