"""A layout that goes on in the next line when a line is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Lays items side by side and wraps them like words; can end right, can hang from the top."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: int = 8,
        to_right: bool = False,
        to_top: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._to_right, self._to_top = to_right, to_top
        self._taken: QLayoutItem | None = None
        self._sizes: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:
        """Take a widget, with an item of ours: one of Qt's would be left behind with the layout."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        if not 0 <= index < len(self._items):
            return None
        self._taken = self._items.pop(index)  # Qt deletes it, and it must live until then
        return self._taken

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of a width, found once: Qt asks again and again while it lays out."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def invalidate(self) -> None:
        super().invalidate()
        self._forget()

    def sizeHint(self) -> QSize:
        sizes = [size for _, size in self._shown()]
        gaps = self.spacing() * max(len(sizes) - 1, 0)
        return QSize(
            sum(size.width() for size in sizes) + gaps,
            max((size.height() for size in sizes), default=0),
        )

    def minimumSize(self) -> QSize:
        size = QSize()
        for item, _ in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _forget(self) -> None:
        self._sizes = None
        self._heights.clear()

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        """Return the items that are not hidden and their sizes, asked for once."""
        if self._sizes is None:
            self._sizes = [(one, one.sizeHint()) for one in self._items if not one.isEmpty()]
        return self._sizes

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item, size in self._shown():
            if lines[-1] and used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines

    def _lay(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for line in self._lines(rect.width()):
            length = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
            left = rect.left() + (max(rect.width() - length, 0) if self._to_right else 0)
            high = max((size.height() for _, size in line), default=0)
            for item, size in line:
                if move:
                    lower = 0 if self._to_top else (high - size.height()) // 2
                    place = QRect(
                        QPoint(left, top + lower), size.boundedTo(QSize(rect.width(), high))
                    )
                    item.setGeometry(_mirrored(place, rect, direction))
                left += size.width() + self.spacing()
            top += high + self.spacing()
        return max(top - self.spacing() - rect.top(), 0)


def _mirrored(place: QRect, around: QRect, direction: Qt.LayoutDirection) -> QRect:
    if direction is Qt.LayoutDirection.LeftToRight:
        return place
    left = around.left() + around.right() - place.right()
    return QRect(QPoint(left, place.top()), place.size())
