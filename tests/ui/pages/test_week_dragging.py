"""Sessions of the week carried by the mouse to another day, with what it would mean in words."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from planner.core.commands import MoveSession, Tick
from planner.ui.dragging.days import DayPlaces
from planner.ui.dragging.load import FORMAT, packed
from planner.ui.look import Look
from planner.ui.pages.week import WeekPage
from planner.ui.pages.week.view import WeekView
from tests.support import study
from tests.ui.pages.desk import Desk, at_work, laid_out

STATE = study.STATE
FIRST, SECOND, THIRD, MOCK = study.CODES
TODAY, THURSDAY = study.TODAY, date(2026, 12, 3)
NOTHING = Qt.KeyboardModifier.NoModifier
LEFT, MOVE = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction

Meanwhile = Callable[[], object]


class Hand:
    """Carries something over widgets in the place of a mouse."""

    def __init__(self, page: WeekPage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.page = page
        self.load = QMimeData()
        self.source: QWidget | None = view(page)
        self.carried: list[str] = []
        self.during: Meanwhile = bool
        monkeypatch.setattr(QDrag, "exec", lambda drag, _: self._carry(drag))
        for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
            monkeypatch.setattr(kind, "source", lambda _: self.source)

    def pull(self, *codes: str) -> None:
        """Select sessions and begin to carry them; `during` happens meanwhile."""
        select(self.page, *codes)
        view(self.page).startDrag(MOVE)

    def over(self, widget: QWidget, place: QPoint) -> bool:
        """Come to a place of a widget; say whether it would take what is carried."""
        enter = QDragEnterEvent(place, MOVE, self.load, LEFT, NOTHING)
        widget.dragEnterEvent(enter)
        if not enter.isAccepted():
            return False  # Qt asks no more then
        move = QDragMoveEvent(place, MOVE, self.load, LEFT, NOTHING)
        widget.dragMoveEvent(move)
        return move.isAccepted()

    def let_go(self, widget: QWidget, place: QPoint) -> None:
        widget.dropEvent(QDropEvent(QPointF(place), MOVE, self.load, LEFT, NOTHING))

    def _carry(self, drag: QDrag) -> Qt.DropAction:
        self.load = drag.mimeData()
        self.carried = bytes(self.load.data(FORMAT).data()).decode().split()
        self.during()
        return MOVE


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> WeekPage:
    return laid_out(WeekPage(look), qtbot)


@pytest.fixture
def desk(page: WeekPage, qtbot: QtBot) -> Desk:
    return at_work(qtbot, page, STATE, TODAY)


@pytest.fixture
def hand(page: WeekPage, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Hand:
    assert desk.page is page
    return Hand(page, monkeypatch)


def view(page: WeekPage) -> WeekView:
    (view,) = page.lists()
    assert isinstance(view, WeekView)
    return view


def select(page: WeekPage, *codes: str) -> None:
    model = view(page).model()
    view(page).clearSelection()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if getattr(index.data(Qt.ItemDataRole.UserRole), "code", "") in codes:
            view(page).selectionModel().select(
                index, view(page).selectionModel().SelectionFlag.Select
            )


def row_of(page: WeekPage, text: str) -> QPoint:
    model = view(page).model()
    found = (model.index(row, 0) for row in range(model.rowCount()))
    return next(view(page).visualRect(one).center() for one in found if text in str(one.data()))


def places(page: WeekPage) -> DayPlaces:
    (places,) = page.findChildren(DayPlaces)
    return places


def place_of(page: WeekPage, text: str) -> QPoint:
    """Return where a row stands in the card of days."""
    card = places(page)
    (row,) = (number for number, one in enumerate(card.places) if text in one.title)
    return card.rects[row].center()


def test_the_selected_sessions_are_carried_with_their_days_beside(
    page: WeekPage, hand: Hand
) -> None:
    seen: list[tuple[bool, list[str]]] = []
    hand.during = lambda: seen.append(
        (places(page).isVisible(), [one.title for one in places(page).places])
    )
    hand.pull(FIRST, THIRD)
    assert hand.carried == [FIRST, THIRD]
    (visible, titles) = seen[0]
    assert visible
    assert titles[0] == "Monday 30 November"
    assert titles[-2:] == ["Sunday 6 December", "Week 2 \u203a"]
    assert not places(page).isVisible()


def test_a_heading_says_what_a_drop_on_its_day_would_mean(page: WeekPage, hand: Hand) -> None:
    told: list[object] = []

    def during() -> None:
        taken = hand.over(view(page), row_of(page, "Wednesday 2"))
        drop = view(page).landing.drop
        assert drop is not None
        told.extend((taken, drop.refused, drop.over, drop.day.day))

    hand.during = during
    hand.pull(SECOND)
    assert told == [False, "day-full", 30, 2]
    assert view(page).landing.drop is None


def test_a_drop_on_a_day_with_room_moves_in_one_gesture(
    page: WeekPage, desk: Desk, hand: Hand
) -> None:
    def during() -> None:
        assert hand.over(places(page), place_of(page, "Thursday 3"))
        hand.let_go(places(page), place_of(page, "Thursday 3"))

    hand.during = during
    hand.pull(SECOND)
    assert desk.done == [MoveSession(code=SECOND, to=THURSDAY)]
    assert view(page).codes == (SECOND,)


def test_a_drop_where_it_is_refused_does_nothing(page: WeekPage, desk: Desk, hand: Hand) -> None:
    def during() -> None:
        for text in ("Monday 30", "Sunday 6", "Wednesday 2"):
            assert not hand.over(places(page), place_of(page, text))
            hand.let_go(places(page), place_of(page, text))
        hand.over(view(page), row_of(page, "Monday 30"))
        hand.let_go(view(page), row_of(page, "Monday 30"))

    hand.during = during
    hand.pull(SECOND)
    assert desk.done == []


@pytest.mark.parametrize("held", [False, True])
def test_what_was_let_go_in_vain_is_told(
    page: WeekPage, hand: Hand, monkeypatch: pytest.MonkeyPatch, *, held: bool
) -> None:
    """Qt says of that only that it leaves; with the button held it leaves for another place."""
    said: list[str] = []
    page.told.connect(said.append)
    for module in ("landing", "days"):
        monkeypatch.setattr(f"planner.ui.dragging.{module}.is_let_go", lambda: not held)

    def during() -> None:
        for widget, place in (
            (view(page), row_of(page, "Wednesday 2")),
            (places(page), place_of(page, "Wednesday 2")),
        ):
            assert not hand.over(widget, place)
            widget.dragLeaveEvent(QDragLeaveEvent())

    hand.during = during
    hand.pull(SECOND)
    assert said == ([] if held else ["Nothing was moved: 30 m over the free time."] * 2)


def test_what_is_done_can_be_pulled_but_goes_nowhere(
    page: WeekPage, desk: Desk, hand: Hand
) -> None:
    desk.show(Tick(target=SECOND, on=TODAY))
    refused: list[object] = []
    hand.during = lambda: refused.extend(
        one.drop.refused for one in places(page).places if one.drop is not None
    )
    hand.pull(SECOND)
    assert set(refused) == {"already-done"}


def test_resting_on_the_way_to_another_week_turns_the_page(
    page: WeekPage, desk: Desk, hand: Hand, qtbot: QtBot
) -> None:
    def during() -> None:
        hand.over(places(page), place_of(page, "Week 2"))
        qtbot.waitUntil(lambda: page.number == 2)
        assert hand.over(view(page), row_of(page, "Tuesday 8")) is False  # 30 minutes are missing
        assert hand.over(places(page), place_of(page, "Wednesday 9"))
        hand.let_go(places(page), place_of(page, "Wednesday 9"))

    hand.during = during
    hand.pull(THIRD)
    assert desk.done == [MoveSession(code=THIRD, to=date(2026, 12, 9))]
    assert page.number == 2
    assert view(page).codes == (THIRD,)


def test_leaving_marks_nothing_and_turns_no_page(page: WeekPage, hand: Hand) -> None:
    def during() -> None:
        hand.over(places(page), place_of(page, "Week 2"))
        places(page).dragLeaveEvent(QDragLeaveEvent())
        hand.over(view(page), row_of(page, "Wednesday 2"))
        view(page).dragLeaveEvent(QDragLeaveEvent())
        assert view(page).landing.drop is None
        QTest.qWait(700)
        assert page.number == 1

    hand.during = during
    hand.pull(THIRD)


def test_what_comes_from_elsewhere_is_not_taken(page: WeekPage, desk: Desk, hand: Hand) -> None:
    def during() -> None:
        hand.source = None  # another program, or another window of this one
        assert not hand.over(places(page), place_of(page, "Thursday 3"))
        hand.let_go(places(page), place_of(page, "Thursday 3"))

    hand.during = during
    hand.pull(THIRD)
    hand.source, hand.load = view(page), QMimeData()
    assert not hand.over(view(page), row_of(page, "Wednesday 2"))
    hand.load = packed([MOCK])
    assert desk.done == []


def test_the_list_lets_the_mouse_pull(page: WeekPage) -> None:
    assert isinstance(view(page), QListView)
    assert view(page).dragEnabled()
    assert view(page).acceptDrops()


@pytest.mark.usefixtures("desk")
def test_what_a_mouse_can_a_key_can(page: WeekPage, desk: Desk) -> None:
    select(page, SECOND)
    page.open_session(SECOND)
    assert "move-later" in page.offers()
    page.run("move-later")
    assert desk.done == [MoveSession(code=SECOND, to=THURSDAY)]
    # Wednesday and Tuesday have an hour of their 90 minutes taken by others.
    assert "move-earlier" in page.offers()
    page.run("move-earlier")
    assert desk.done[1:] == [MoveSession(code=SECOND, to=TODAY)]
