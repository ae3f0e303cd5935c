"""While the palette asks, what reaches the window behind it goes to the palette or nowhere."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog

from planner.ui.palette.dialog import FindDialog
from tests.ui.every_dialog import find
from tests.ui.house import House

REAL_EXEC = QDialog.exec
LEFT = Qt.MouseButton.LeftButton
SELECTABLE = Qt.ItemFlag.ItemIsSelectable
CORNER = QPoint(5, 5)


@pytest.fixture
def palette(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[FindDialog]:
    """The palette, not yet open, over a list that has the keyboard."""
    monkeypatch.setattr(QDialog, "exec", REAL_EXEC)
    house.window.activateWindow()
    assert house.window.stack.page is not None
    house.window.stack.page.setFocus()
    palette = find(house)
    assert isinstance(palette, FindDialog)
    yield palette
    palette.close()


@pytest.fixture
def late(palette: FindDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window behind stays the active one, as it does until the window system is ready."""
    monkeypatch.setattr(palette, "activateWindow", lambda: None)


@pytest.fixture
def behind(house: House) -> QWindow:
    return house.window.windowHandle()


@pytest.fixture
def chosen(house: House) -> list[str]:
    """What keys ask of the window, which is not done."""
    asked: list[str] = []
    house.window.menus.triggered.disconnect(house.window._on_chosen)
    house.window.menus.triggered.connect(asked.append)
    return asked


def answered(palette: FindDialog, house: House, meanwhile: Callable[[], None]) -> bool:
    """Open it as the program does, and turn to the window behind for a moment."""

    def begin() -> None:
        house.window.activateWindow()
        try:
            meanwhile()
        finally:
            palette.close()

    QTimer.singleShot(0, begin)
    return palette.answered()


@pytest.mark.usefixtures("late")
def test_keys_that_still_reach_the_window_are_typed_into_the_palette(
    house: House, palette: FindDialog, behind: QWindow, chosen: list[str]
) -> None:
    def meanwhile() -> None:
        assert house.window.isActiveWindow()
        for key in (Qt.Key.Key_T, Qt.Key.Key_S, Qt.Key.Key_Question, Qt.Key.Key_Backspace):
            QTest.keyClick(behind, key)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_F1, Qt.Key.Key_Delete):
            QTest.keyClick(behind, key)
        QTest.keyClick(behind, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(behind, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    assert not answered(palette, house, meanwhile)
    assert palette.field.text() == "ts "
    assert chosen == []


@pytest.mark.usefixtures("late")
def test_enter_that_still_reaches_the_window_takes_what_was_typed(
    house: House, palette: FindDialog, behind: QWindow, chosen: list[str]
) -> None:
    def meanwhile() -> None:
        for letter in "week":
            QTest.keyClick(behind, Qt.Key(ord(letter.upper())))
        QTest.keyClick(behind, Qt.Key.Key_Down)
        QTest.keyClick(behind, Qt.Key.Key_Return)

    assert answered(palette, house, meanwhile)
    assert palette.chosen is palette._model.rows[1]
    assert chosen == []


@pytest.mark.usefixtures("late")
def test_escape_that_still_reaches_the_window_gives_up(
    house: House, palette: FindDialog, behind: QWindow
) -> None:
    open_still: list[bool] = []

    def meanwhile() -> None:
        QTest.keyClick(behind, Qt.Key.Key_Escape)
        open_still.append(palette.isVisible())

    assert not answered(palette, house, meanwhile)
    assert open_still == [False]


def test_a_click_outside_closes_the_palette_and_does_nothing_else(
    house: House, qapp: QApplication, palette: FindDialog, behind: QWindow
) -> None:
    view = house.window.focusWidget()
    assert isinstance(view, QAbstractItemView)
    row = view.currentIndex()
    model = view.model()
    rows = [model.index(number, 0) for number in range(model.rowCount())]
    other = next(one for one in rows if one != row and one.flags() & SELECTABLE)
    place = view.viewport().mapTo(house.window, view.visualRect(other).center())
    pressed: list[bool] = []

    def meanwhile() -> None:
        QTest.mouseClick(behind, LEFT, Qt.KeyboardModifier.NoModifier, place)
        pressed.append(palette.isVisible())

    assert not answered(palette, house, meanwhile)
    assert pressed == [False]
    assert view.currentIndex() == row
    qapp.processEvents()
    assert qapp.focusWidget() is view
    QTest.mouseClick(behind, LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert view.currentIndex() == other, "the window is its own again"


def test_nothing_is_dropped_on_the_window_or_scrolled_in_it(
    house: House, qapp: QApplication, palette: FindDialog, behind: QWindow
) -> None:
    taken: list[bool] = []
    data = QMimeData()
    data.setUrls([QUrl("file:///plan.json")])
    none = Qt.KeyboardModifier.NoModifier
    drag = QDragEnterEvent(CORNER, Qt.DropAction.CopyAction, data, LEFT, none)
    turn = QWheelEvent(
        QPointF(CORNER),
        QPointF(CORNER),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    def meanwhile() -> None:
        for event in (drag, turn):
            event.accept()
            qapp.sendEvent(behind, event)
            taken.append(event.isAccepted())
        taken.append(not palette.isVisible())

    assert not answered(palette, house, meanwhile)
    assert taken == [False, False, False]


def test_the_window_closes_and_the_palette_before_it(house: House, palette: FindDialog) -> None:
    shown: list[bool] = []

    def meanwhile() -> None:
        house.window.close()
        shown.extend((palette.isVisible(), house.window.isVisible()))

    assert not answered(palette, house, meanwhile)
    assert shown == [False, False]


def test_the_window_that_comes_up_lets_the_palette_go_on(
    house: House, qapp: QApplication, palette: FindDialog
) -> None:
    active: list[bool] = []

    def meanwhile() -> None:
        palette.activateWindow()
        qapp.processEvents()
        house.window.activateWindow()
        qapp.processEvents()
        active.append(palette.isActiveWindow())

    assert not answered(palette, house, meanwhile)
    assert active == [True]
