"""The body of a dialog: as large as what it holds, and scrolled where there is less room."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

NARROW = 73
"""Letters of text: the least width of a dialog, so that it grows with them."""
BAR = 14
"""The width a bar to scroll with may take."""
AROUND = 8
"""Above and below a field the keyboard came to."""


class ScrolledBody(QScrollArea):
    """Fill `column`. It wants to be as large as what it holds, and can be smaller."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = _Inside()
        self.column = self._inside.column
        self.setWidget(self._inside)

    def sizeHint(self) -> QSize:
        """Return the size of what is inside."""
        width = self._inside.sizeHint().width()
        least = self.fontMetrics().averageCharWidth() * NARROW
        return QSize(width, self.height_at(max(width, least)))

    def minimumSizeHint(self) -> QSize:
        """Return the width of what is inside, and no height."""
        return QSize(self._inside.minimumSizeHint().width() + BAR, 40)

    def height_at(self, width: int) -> int:
        """Return the height of what is inside, laid out to a width."""
        if self.column.hasHeightForWidth():
            wanted = self.column.totalHeightForWidth(width)
            return max(wanted, self._inside.minimumSizeHint().height())
        return self._inside.sizeHint().height()

    def is_below(self, field: QWidget) -> bool:
        """Say whether the beginning of a field lies below what can be seen of what is inside."""
        if not self._inside.isAncestorOf(field):
            return False
        self.column.activate()
        begin = field.mapTo(self._inside, QPoint(0, 0)).y()
        seen = min(field.height(), 2 * self.fontMetrics().height())
        return begin + seen > self.viewport().height()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt names it
        """Bring the whole of the next field into sight, not only the place of its cursor."""
        done = super().focusNextPrevChild(next)
        field: QWidget | None = self._inside.focusWidget()  # none where all is only read
        if done and field is not None and field.hasFocus():
            middle = field.mapTo(self._inside, field.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, field.height() // 2 + AROUND)
        return done


class _Inside(QWidget):
    """What is inside; lists in it give way before all of it has to be scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setSpacing(12)

    def heightForWidth(self, width: int) -> int:
        """Return the height it can do with, which is what a scrolled area asks for.

        Only what has no height for a width gives way: to all else Qt gives neither more nor less.
        """
        items = [self.column.itemAt(place) for place in range(self.column.count())]
        give = (
            one.sizeHint().height() - one.minimumSize().height()
            for one in items
            if one and not one.isEmpty() and not one.hasHeightForWidth()
        )
        return self.column.totalHeightForWidth(width) - sum(give)
