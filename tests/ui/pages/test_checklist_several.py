"""Several items and units of the checklist, worked on at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeView
from pytestqt.qtbot import QtBot

from planner.core.commands import AddItem, SkipItem, Tick
from planner.core.values import Subject
from planner.ui.look import Look
from planner.ui.pages.checklist import ChecklistPage
from tests.support import study
from tests.ui.pages.desk import Desk, at_work, laid_out

STATE = study.STATE
BOOK, SKILL, MOCK = study.BOOK, study.SKILL, study.MOCK
CHAPTERS, TODAY = study.CHAPTERS, study.TODAY


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ChecklistPage:
    return laid_out(ChecklistPage(look), qtbot)


@pytest.fixture
def desk(page: ChecklistPage, qtbot: QtBot) -> Desk:
    return at_work(qtbot, page, STATE, TODAY)


def tree(page: ChecklistPage) -> QTreeView:
    (tree,) = page.lists()
    assert isinstance(tree, QTreeView)
    return tree


def select_all(page: ChecklistPage) -> None:
    QTest.keyClick(tree(page), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def subtitle(page: ChecklistPage) -> str:
    return [label.text() for label in page.header.findChildren(QLabel)][1]


def ticks(desk: Desk) -> list[tuple[str, bool]]:
    return [(one.target, one.done) for one in desk.done if isinstance(one, Tick)]


def test_a_mixed_selection_is_ticked_first_and_then_unticked(
    page: ChecklistPage, desk: Desk
) -> None:
    desk.show(Tick(target=SKILL, on=TODAY))
    select_all(page)
    assert subtitle(page) == "3 selected"
    assert page.run("toggle-done")
    assert ticks(desk) == [(BOOK, True), (MOCK, True)]
    desk.done.clear()
    assert page.run("toggle-done")
    assert ticks(desk) == [(BOOK, False), (SKILL, False), (MOCK, False)]


def test_units_can_be_ticked_with_items(page: ChecklistPage, desk: Desk) -> None:
    page.expand(BOOK)
    select_all(page)
    assert "skip" not in page.offers()
    page.run("toggle-done")
    assert ticks(desk)[:3] == [(BOOK, True), (CHAPTERS[0], True), (CHAPTERS[1], True)]


def test_several_items_are_skipped_for_one_reason(page: ChecklistPage, desk: Desk) -> None:
    select_all(page)
    assert page.offers() == {"filter", "toggle-done", "skip"}
    desk.answers.texts = [None, "known"]
    page.run("skip")
    assert desk.done == []
    page.run("skip")
    assert desk.answers.asked[-1][0] == "Skip 3 items"
    assert desk.done == [SkipItem(item=item, reason="known") for item in (BOOK, SKILL, MOCK)]
    desk.done.clear()
    page.run("take-in")
    assert desk.done == [SkipItem(item=item, skipped=False) for item in (BOOK, SKILL, MOCK)]


def test_what_is_selected_stays_so_when_rows_come_and_go(page: ChecklistPage, desk: Desk) -> None:
    desk.show(AddItem(id="own.1", title="Mine", subject=Subject.READING, minutes=60))
    page.open_place(SKILL)
    QTest.keyClick(tree(page), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert subtitle(page) == "2 selected"
    desk.state = STATE
    desk.show()
    assert subtitle(page) == "2 selected"


def test_a_held_ctrl_does_not_select_more_than_what_is_shown(
    page: ChecklistPage, desk: Desk
) -> None:
    QTest.keyPress(tree(page), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    desk.show(AddItem(id="own.1", title="Mine", subject=Subject.READING, minutes=60))
    page.open_place(SKILL)
    assert "selected" not in subtitle(page)
    assert "details" in page.offers() or "effort" in page.offers()
