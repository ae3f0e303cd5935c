"""Shows pages as they will be printed, below each other, as wide as there is room."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPageLayout, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from planner.core.values import Fact
from planner.paper.painting import paint_page
from planner.paper.typesetting.layout import FinishedPage

BETWEEN, AROUND = 12, 12
LEAST = QSize(260, 260)
_PAPER = QColor("white")


class Pages(Fact, frozen=True):
    """Finished pages, the paper they lie on, and how much larger than a point their unit is."""

    pages: Sequence[FinishedPage]
    layout: QPageLayout
    scale: float

    def height(self, width: int) -> int:
        """Return how high a page is that is so wide."""
        paper = self.layout.fullRect(QPageLayout.Unit.Point)
        return round(width * paper.height() / paper.width())

    def paint(self, index: int, picture: QPixmap, width: float) -> None:
        """Paint a page on a picture so wide, by the painter of paper."""
        unit = QPageLayout.Unit.Point
        dots = width / self.layout.fullRect(unit).width()
        picture.fill(_PAPER)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(dots, dots)
        painter.translate(self.layout.paintRect(unit).topLeft())
        painter.scale(self.scale, self.scale)
        paint_page(self.pages[index], painter)
        painter.end()


class Sheets(QScrollArea):
    """White paper on the ground of the window, in every theme; the keyboard scrolls it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheets")
        self.setAccessibleName(self.tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setWidgetResizable(True)
        self.setMinimumSize(LEAST)
        self._stack = _Stack()
        self.setWidget(self._stack)

    def sizeHint(self) -> QSize:
        """Return the least; the dialog gives it the room there is."""
        return LEAST

    @property
    def shown(self) -> Pages | None:
        """What is shown."""
        return self._stack.shown

    def show_pages(self, shown: Pages) -> None:
        """Show pages, from the first one on."""
        self._stack.show_pages(shown)
        self.verticalScrollBar().setValue(0)


class _Stack(QWidget):
    """Paints the pages that are in sight, and keeps them as pictures while nothing changes."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Pages | None = None
        self._pictures: dict[int, QPixmap] = {}
        rule = self.sizePolicy()
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)

    def show_pages(self, shown: Pages) -> None:
        self.shown = shown
        self._pictures.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = self.shown
        count = len(shown.pages) if shown else 0
        high = shown.height(width - 2 * AROUND) if shown else 0
        return 2 * AROUND + count * high + max(count - 1, 0) * BETWEEN

    def sizeHint(self) -> QSize:
        return QSize(LEAST.width(), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint white pages with a line around them."""
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        for index, place in self._places(self.shown):
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._picture(self.shown, index, place.size()))
                painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _places(self, shown: Pages) -> Iterator[tuple[int, QRect]]:
        width = self.width() - 2 * AROUND
        high = shown.height(width)
        for index in range(len(shown.pages)):
            yield index, QRect(AROUND, AROUND + index * (high + BETWEEN), width, high)

    def _picture(self, shown: Pages, index: int, size: QSize) -> QPixmap:
        wanted = size * self.devicePixelRatioF()
        picture = self._pictures.get(index)
        if picture is None or picture.size() != wanted:
            picture = self._pictures[index] = QPixmap(wanted)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            shown.paint(index, picture, size.width())
        return picture
