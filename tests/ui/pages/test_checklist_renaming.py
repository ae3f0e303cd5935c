"""The title of an own item is changed where it stands."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.core.commands import AddItem, RenameItem, Tick
from planner.core.values import Subject
from planner.ui.look import Look
from planner.ui.pages.checklist import ChecklistPage
from planner.ui.pages.checklist.view import ChecklistView
from planner.ui.rows.renaming import TitleField
from tests.support import study
from tests.ui.pages.desk import Desk, laid_out

STATE = study.STATE
MINE = AddItem(id="own.1", title="mine", subject=Subject.READING, minutes=60)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ChecklistPage:
    return laid_out(ChecklistPage(look), qtbot)


@pytest.fixture
def desk(page: ChecklistPage, qtbot: QtBot) -> Desk:
    desk = Desk(page, STATE, study.TODAY)
    desk.show(MINE)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    view(page).setFocus()
    page.open_place("own.1")
    return desk


def view(page: ChecklistPage) -> ChecklistView:
    (view,) = page.lists()
    assert isinstance(view, ChecklistView)
    return view


def field(page: ChecklistPage) -> TitleField:
    fields = [one for one in page.findChildren(TitleField) if one.isVisible()]
    assert len(fields) == 1
    return fields[0]


def told(page: ChecklistPage) -> list[str]:
    labels = view(page).viewport().findChildren(QLabel)
    return [one.text() for one in labels if one.isVisible()]


def is_gone(page: ChecklistPage) -> bool:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not page.findChildren(TitleField) and not told(page)


def test_only_own_items_are_renamed(page: ChecklistPage, desk: Desk) -> None:
    page.open_place(study.SKILL)
    assert "rename" not in page.offers()
    assert page.run("rename")
    assert page.findChildren(TitleField) == []
    view(page).rename()
    assert page.findChildren(TitleField) == []
    assert desk.done == []


def test_enter_keeps_a_title_and_the_keyboard_goes_back(page: ChecklistPage, desk: Desk) -> None:
    page.run("rename")
    assert field(page).hasFocus()
    assert field(page).selectedText() == "mine"
    QTest.keyClicks(field(page), "  a better name ")
    QTest.keyClick(field(page), Qt.Key.Key_Return)
    assert desk.done == [RenameItem(item="own.1", title="a better name")]
    assert view(page).hasFocus()
    assert is_gone(page)


def test_escape_gives_up(page: ChecklistPage, desk: Desk) -> None:
    page.run("rename")
    QTest.keyClicks(field(page), "x")
    QTest.keyClick(field(page), Qt.Key.Key_Escape)
    assert desk.done == []
    assert view(page).hasFocus()
    assert is_gone(page)


def test_an_empty_title_is_not_kept_and_it_is_said_why(page: ChecklistPage, desk: Desk) -> None:
    page.run("rename")
    QTest.keyClicks(field(page), "   ")
    QTest.keyClick(field(page), Qt.Key.Key_Return)
    assert told(page) == ["An item needs a title."]
    assert desk.done == []
    QTest.keyClicks(field(page), "y")
    assert told(page) == []
    QTest.keyClick(field(page), Qt.Key.Key_Enter)
    assert desk.done == [RenameItem(item="own.1", title="y")]


def test_the_same_title_changes_nothing(page: ChecklistPage, desk: Desk) -> None:
    page.run("rename")
    QTest.keyClick(field(page), Qt.Key.Key_Return)
    assert desk.done == []
    assert is_gone(page)


@pytest.mark.parametrize(("typed", "kept"), [("z", ["z"]), (" ", [])])
def test_going_elsewhere_keeps_what_can_be_kept(
    page: ChecklistPage, desk: Desk, typed: str, kept: list[str]
) -> None:
    page.run("rename")
    QTest.keyClicks(field(page), typed)
    view(page).setFocus()
    assert [one.title for one in desk.done if isinstance(one, RenameItem)] == kept
    assert is_gone(page)


def test_a_title_is_cut_at_what_it_holds(page: ChecklistPage, desk: Desk) -> None:
    page.run("rename")
    field(page).setText("x" * 300)
    QTest.keyClick(field(page), Qt.Key.Key_Return)
    assert desk.done == [RenameItem(item="own.1", title="x" * 200)]


def test_a_double_click_renames_what_is_ones_own(page: ChecklistPage, desk: Desk) -> None:
    viewport, none = view(page).viewport(), Qt.KeyboardModifier.NoModifier
    place = view(page).visualRect(view(page).currentIndex()).center()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, none, place)
    assert field(page).text() == "mine"
    assert desk.done == []


def test_what_happens_elsewhere_leaves_the_field(page: ChecklistPage, desk: Desk) -> None:
    page.run("rename")
    QTest.keyClicks(field(page), "half")
    desk.show(Tick(target=study.SKILL, on=study.TODAY))
    assert field(page).text() == "half"
    QTest.keyClick(field(page), Qt.Key.Key_Return)
    assert desk.done == [RenameItem(item="own.1", title="half")]
