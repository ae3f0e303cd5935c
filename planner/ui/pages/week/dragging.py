"""Sessions of the week page on their way to another day: what is shown, and where they may go."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.core.language import translate
from planner.core.screens.dropping import Drop, drop_on_day, week_days
from planner.core.state import State
from planner.core.wording import session_title
from planner.ui.dragging.days import DayPlaces, Place
from planner.ui.dragging.load import packed
from planner.ui.dragging.picture import hot_spot, picture
from planner.ui.dragging.spring import Springs
from planner.ui.dragging.words import not_moved
from planner.ui.kit.words.dates import span
from planner.ui.look import Look
from planner.ui.pages.week.view import WeekView
from planner.ui.sidebar import Entry


class Dragging(QObject):
    """Carries sessions until they are dropped. `moved` carries the commands of a drop.

    `refused` carries why there are none. `turned` carries the step to another week where the
    pointer rests on the way to it.
    """

    moved = Signal(tuple)
    refused = Signal(str)
    turned = Signal(int)

    def __init__(self, look: Look, view: WeekView, beside: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._view, self._beside, self._page = look, view, beside, page
        self._codes: tuple[str, ...] = ()
        self._places = DayPlaces(look, page)
        self._springs = Springs(self)
        self._places.dropped.connect(self._on_dropped)
        self._places.turned.connect(self.turned)
        self._places.refused.connect(self._on_refused)
        view.landing.refused.connect(self._on_refused)
        view.landing.hovered.connect(self._on_hovered)
        view.landing.dropped.connect(self._on_dropped)

    def watch(self, buttons: Sequence[QAbstractButton]) -> None:
        """Press these buttons too, and the entries of the sidebar, when one rests on them."""
        self._springs.watch((*buttons, *self._page.window().findChildren(Entry)))

    def carry(self, state: State, number: int, today: date) -> None:
        """Carry the selected sessions until the mouse is let go."""
        self._codes = self._view.codes
        if not self._codes:
            return
        drag = QDrag(self._view)
        drag.setMimeData(packed(self._codes))
        drag.setPixmap(picture(self._look, self._title(state), self._page.devicePixelRatioF()))
        drag.setHotSpot(hot_spot(self._look))
        self.show_week(state, number, today)
        drag.exec(Qt.DropAction.MoveAction)
        self.end()

    def show_week(self, state: State, number: int, today: date) -> None:
        """Show the days of a week beside the list, with what a drop on each would mean."""
        self._state, self._today = state, today
        plan = state.plan
        if plan is None or not self._codes:
            return
        days = week_days(plan, number)
        drops = [drop_on_day(state, self._codes, day, today) for day in days]
        turns = []
        if number > 1:
            turns.append(Place(self.tr("\u2039 Week {number}").format(number=number - 1), turn=-1))
        if number < len(plan.weeks):
            turns.append(Place(self.tr("Week {number} \u203a").format(number=number + 1), turn=1))
        words = self.tr("Move to · {days}").format(days=span(days[0], days[-1]))
        self._places.show_days(words, drops, turns)
        self._places.setGeometry(self._room())
        self._places.show()
        self._places.raise_()

    @property
    def is_on(self) -> bool:
        """Whether something is carried."""
        return bool(self._codes)

    def end(self) -> None:
        """Put away what was shown for the drag."""
        self._codes = ()
        self._springs.rest()
        self._places.hide()
        self._view.landing.show(None)

    def _title(self, state: State) -> str:
        if len(self._codes) > 1:
            return translate("Dragging", "%n session(s)", n=len(self._codes))
        session = state.plan.by_code.get(self._codes[0]) if state.plan else None
        return session_title(state, session) if session else ""

    def _room(self) -> QRect:
        """Return the place of the details, or where they stand below the list, the lower half."""
        page, view = self._page, self._view
        whole = QRect(self._beside.mapTo(page, QPoint(0, 0)), self._beside.size())
        list_ends = view.mapTo(page, QPoint(view.width(), 0)).x()
        if whole.left() >= list_ends and whole.bottom() <= page.height():
            return whole
        left = view.mapTo(page, QPoint(0, 0)).x()
        return QRect(left, page.height() // 2, view.width(), page.height() - page.height() // 2)

    def _on_hovered(self, codes: tuple[str, ...], day: date) -> None:
        self._view.landing.show(drop_on_day(self._state, codes, day, self._today))

    def _on_dropped(self, codes: tuple[str, ...], day: date) -> None:
        drop = drop_on_day(self._state, codes, day, self._today)
        if drop.moves:
            self.moved.emit(drop.moves)

    def _on_refused(self, drop: Drop) -> None:
        self.refused.emit(not_moved(drop))
