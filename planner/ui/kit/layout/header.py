"""The top of a page: its name, a line about it, and its buttons at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.labels import Muted, Title


class Header(QWidget):
    """A title with buttons beside it, or below it where the page is too narrow for both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Title(parent=self)
        self._subtitle = Muted(parent=self)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch()
        self._buttons = QWidget(self)
        self._flow = Flow(self._buttons, to_right=True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addLayout(words, stretch=1)
        self._box.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignBottom)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_words(self, title: str, subtitle: str = "") -> None:
        """Show a title and the line below it."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._arrange()

    def add(self, widget: QWidget) -> None:
        """Add a button, or a field, at the right."""
        self._flow.addWidget(widget)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return QSize(0, size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons below the words when less than half of the width is left for these."""
        buttons = self._flow.sizeHint().width()
        narrow = buttons > self.width() / 2
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._buttons.setMinimumWidth(0 if narrow else buttons)
