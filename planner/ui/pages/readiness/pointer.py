"""A bar at the edge of a widget that another page has sent the user to."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui.kit.painted.line import EDGE, fill
from planner.ui.look import Look


class Pointer(QWidget):
    """Stands at the edge where one begins to read, of one widget at a time, as high as it is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._home = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def point_at(self, target: QWidget) -> None:
        """Stand at a widget."""
        self.leave()
        self.setParent(target)
        target.installEventFilter(self)
        self._stand(target)
        self.show()

    def leave(self) -> None:
        """Stand nowhere."""
        target = self.parentWidget()
        if target is not None and target is not self._home:
            target.removeEventFilter(self)
            self.setParent(self._home)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as high as the widget."""
        target = self.parentWidget()
        if event.type() is QEvent.Type.Resize and target is watched and target is not None:
            self._stand(target)
        return super().eventFilter(watched, event)

    def _stand(self, target: QWidget) -> None:
        is_left = target.layoutDirection() is Qt.LayoutDirection.LeftToRight
        self.setGeometry(0 if is_left else target.width() - EDGE, 0, EDGE, target.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        fill(QPainter(self), self.rect(), self._look.colour("accent"))
