"""A page's body that scrolls up and down when it needs more height than there is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from planner.ui.kit.layout.page import GAP

LINES = 6


class Scroll(QScrollArea):
    """Holds a box of widgets that is as wide as the page, and as high as its words need then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = _Content(self)
        self.box = QBoxLayout(QBoxLayout.Direction.TopToBottom, content)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(GAP)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the least: it takes what room there is, and scrolls."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return some lines of text."""
        return QSize(0, LINES * self.fontMetrics().lineSpacing())

    def bring_up(self, widget: QWidget, place: QRect) -> None:
        """Scroll as little as needed to show a place within a widget of the box."""
        content = self.widget()
        if content is not None:
            middle = widget.mapTo(content, place.center())
            self.ensureVisible(0, middle.y(), 0, place.height() // 2 + GAP)


class _Content(QWidget):
    """Asks for no height but the one for its width.

    Without this, wrapped words ask for the height they would have in a narrow column.
    """

    def minimumSizeHint(self) -> QSize:
        """Return nothing: `heightForWidth` says what is needed."""
        return QSize(0, 0)
