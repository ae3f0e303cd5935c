"""The days of a week as places to drop sessions on, shown while some are carried."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from planner.core.screens.dropping import Drop
from planner.core.values import Fact
from planner.ui.dragging.load import carried, is_let_go
from planner.ui.dragging.spring import REST
from planner.ui.dragging.words import consequence
from planner.ui.kit.layout.card import Card
from planner.ui.kit.painted.line import fill
from planner.ui.kit.painted.mirror import mirror
from planner.ui.kit.words.dates import day_in_year
from planner.ui.look import Look
from planner.ui.rows.text import line_height, lines_of, write, write_lines

SIDE, ABOVE, BETWEEN = 16, 8, 2


class Place(Fact, frozen=True):
    """A row: a day with what a drop on it would mean, or the way to another week."""

    title: str
    drop: Drop | None = None
    turn: int = 0


class DayPlaces(Card):
    """`dropped` carries the sessions and the day, `turned` the step to another week.

    `refused` carries what a drop would have meant on the day they were let go on in vain.
    """

    dropped = Signal(tuple, object)
    refused = Signal(object)
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._heading = ""
        self.places: tuple[Place, ...] = ()
        self._pointed: Place | None = None
        self._y: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._on_timeout)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Days to move to"))
        self.hide()

    def show_days(self, heading: str, drops: Sequence[Drop], turns: Sequence[Place]) -> None:
        """Show the days of a week between the ways to those beside it."""
        before = [one for one in turns if one.turn < 0]
        after = [one for one in turns if one.turn > 0]
        days = [Place(day_in_year(drop.day), drop) for drop in drops]
        self._heading, self.places = heading, (*before, *days, *after)
        self._point_at(self._y)
        self.update()

    def hideEvent(self, event: object) -> None:
        """Turn no more pages."""
        self._point_at(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take sessions of this window."""
        event.setAccepted(bool(carried(event)))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the day under the pointer; wait on the way to another week."""
        self._point_at(event.position().toPoint().y())
        place = self._pointed
        event.setAccepted(bool(place and place.drop and place.drop.moves))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Mark nothing; say where something was let go that cannot be there."""
        place = self._pointed
        self._point_at(None)
        if place and place.drop and place.drop.refused and is_let_go():
            self.refused.emit(place.drop)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what is to stand on which day."""
        self._point_at(event.position().toPoint().y())
        place = self._pointed
        if place and place.drop and place.drop.moves:
            event.acceptProposedAction()
            self.dropped.emit(carried(event), place.drop.day)

    def _point_at(self, y: int | None) -> None:
        """Mark the place at a height; it is another one also where a new week is shown there."""
        self._y = y
        place = None if y is None else self._place_at(y)
        if place is self._pointed:
            return
        self._pointed = place
        self._timer.start() if place and place.turn else self._timer.stop()
        self.update()

    def _on_timeout(self) -> None:
        place = self._pointed
        if place is not None:
            self.turned.emit(place.turn)

    @property
    def rects(self) -> list[QRect]:
        """Return where the rows lie; those of days share what the others leave."""
        body = line_height(self._look.font("body"))
        top = ABOVE + body + ABOVE
        small = body + 2 * ABOVE
        turns = sum(bool(one.turn) for one in self.places)
        days = max(len(self.places) - turns, 1)
        room = self.height() - top - turns * small - 2
        high = min(max(room // days, small), body + 3 * self._note_height + 3 * ABOVE)
        rects = []
        for one in self.places:
            rects.append(QRect(1, top, self.width() - 2, small if one.turn else high))
            top = rects[-1].bottom() + 1
        return rects

    def _place_at(self, y: int) -> Place | None:
        rows = zip(self.places, self.rects, strict=True)
        return next((one for one, rect in rows if rect.top() <= y <= rect.bottom()), None)

    @property
    def _note_height(self) -> int:
        return line_height(self._look.font("small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and its rows."""
        super().paintEvent(event)
        painter = QPainter(self)
        mirror(painter, self.rect(), self.layoutDirection())
        look, body = self._look, self._look.font("body")
        head = QRect(SIDE, ABOVE, self.width() - 2 * SIDE, line_height(body))
        write(painter, head, self._heading, look.font("section"), look.colour("muted"))
        for place, rect in zip(self.places, self.rects, strict=True):
            fill(painter, QRect(rect.left(), rect.top(), rect.width(), 1), look.colour("line"))
            self._paint_place(painter, rect, place, pointed=place is self._pointed)

    def _paint_place(self, painter: QPainter, rect: QRect, place: Place, *, pointed: bool) -> None:
        look, drop = self._look, place.drop
        possible = drop is None or bool(drop.moves)
        refused = drop is not None and drop.refused is not None
        inside = rect.adjusted(SIDE, ABOVE, -SIDE, 0)
        if pointed:
            ground = "amber_soft" if refused else "accent_soft" if possible else "window"
            fill(painter, rect.adjusted(0, 1, 0, 0), look.colour(ground))
        name, small = QFont(look.font("body")), look.font("small")
        name.setWeight(QFont.Weight.Medium)
        write(painter, inside, place.title, name, look.colour("text" if possible else "muted"))
        if drop is None:
            return
        lines = lines_of(consequence(drop), small, inside.width())
        room = rect.height() - line_height(name) - ABOVE - BETWEEN
        fitting = max(room // self._note_height, 1)
        below = inside.adjusted(0, line_height(name) + BETWEEN, 0, 0)
        if len(lines) > fitting:
            lines = lines_of(consequence(drop), small, inside.width(), fitting)
        told = "amber" if (pointed and not possible) or drop.breaks_order else "muted"
        write_lines(painter, below, lines, small, look.colour(told))
