"""The Stories page as a candidate uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.core.commands import Change, DropStory, PlaceStory, TimeStory, WriteStory
from planner.core.story import Version
from planner.ui.look import Look
from planner.ui.pages.stories import StoriesPage
from planner.ui.pages.stories.matrix import Column, PrinciplesModel
from tests.core.screens.candidates import TODAY, demo, fresh
from tests.ui.pages.desk import LARGE, SMALL, Desk, at_work, laid_out
from tests.ui.seen import labels


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> StoriesPage:
    return laid_out(StoriesPage(look), qtbot)


@pytest.fixture
def desk(page: StoriesPage, qapp: QApplication, qtbot: QtBot) -> Desk:
    desk = at_work(qtbot, page, demo(), TODAY)
    page.activateWindow()
    qapp.processEvents()
    return desk


def last(desk: Desk) -> tuple[object, ...]:
    return desk.answers.asked[-1]


def go_to(page: StoriesPage, principle: str, column: int) -> None:
    table = page.lists()[0]
    table.setFocus()
    model = page.findChild(PrinciplesModel)
    assert isinstance(model, PrinciplesModel)
    rows = range(model.rowCount())
    names = [model.index(row, Column.PRINCIPLE).data() for row in rows]
    table.setCurrentIndex(model.index(names.index(principle), column))  # type: ignore[attr-defined]


def cell(page: StoriesPage, principle: str, column: int) -> str:
    model = page.findChild(PrinciplesModel)
    assert isinstance(model, PrinciplesModel)
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    return str(model.index(names.index(principle), column).data())


def test_every_principle_stands_with_its_stories(page: StoriesPage, desk: Desk) -> None:
    assert "9 stories · 11 of 16 principles covered · 4 of the level’s 5 twice" in labels(page)
    assert cell(page, "Ownership", Column.FIRST) == "Pager rotation"
    assert cell(page, "Ownership", Column.SECOND) == "Billing outage"
    assert cell(page, "Think Big", Column.FIRST) == ""
    assert len(desk.state.curriculum.principles) == 16


def test_the_keyboard_begins_on_the_first_place(page: StoriesPage, desk: Desk) -> None:
    assert "Choose a place in the table, or write a new story." in labels(page)
    page.setFocus()
    assert page.lists()[0].currentIndex().column() == Column.FIRST  # type: ignore[attr-defined]
    told = "Customer Obsession has no story yet. Press Enter to write or choose one."
    assert told in labels(page)
    assert desk.done == []


def test_the_story_of_the_current_place_is_shown(page: StoriesPage, desk: Desk) -> None:
    go_to(page, "Dive Deep", Column.FIRST)
    shown = labels(page)
    assert "Billing outage" in shown
    assert "4 principles · told in 4 m 10 s" in shown
    assert "Carries 4 principles. If two interviewers ask for it, you are one story short." in shown
    assert "manager of several teams" in shown
    go_to(page, "Think Big", Column.FIRST)
    assert "Think Big has no story yet. Press Enter to write or choose one." in labels(page)
    go_to(page, "Frugality", Column.SECOND)
    assert "Frugality has no second story yet. Press Enter to write or choose one." in labels(page)
    go_to(page, "Invent and Simplify", Column.PRINCIPLE)
    assert any("Failure point: Examples showed IC work" in one for one in labels(page))
    assert desk.done == []


@pytest.mark.parametrize(
    ("principle", "column", "place"),
    [
        ("Think Big", Column.SECOND, 2),
        ("Think Big", Column.FIRST, 1),
        ("Think Big", Column.PRINCIPLE, 1),
        ("Frugality", Column.PRINCIPLE, 2),
    ],
)
def test_enter_chooses_a_story_for_a_place(
    page: StoriesPage, desk: Desk, principle: str, column: int, place: int
) -> None:
    go_to(page, principle, column)
    desk.answers.choices = [2]
    assert page.run("details")
    assert last(desk)[0] == principle
    [command] = desk.done
    assert isinstance(command, PlaceStory)
    assert (command.place, command.story) == (place, "story.billing")
    assert cell(page, principle, place) == "Billing outage"


def test_none_empties_a_place_and_giving_up_changes_nothing(page: StoriesPage, desk: Desk) -> None:
    go_to(page, "Frugality", Column.FIRST)
    desk.answers.choices = [None]
    page.run("place-story")
    assert desk.done == []
    desk.answers.choices = [0]
    page.run("place-story")
    assert desk.done == [PlaceStory(principle="frugality", place=1, story=None)]
    assert cell(page, "Frugality", Column.FIRST) == ""
    assert "empty-place" not in page.offers()


def test_a_new_story_is_written_from_its_place_in_one_step(page: StoriesPage, desk: Desk) -> None:
    go_to(page, "Think Big", Column.FIRST)
    written = WriteStory(story="story.1", title="New")
    desk.answers.choices, desk.answers.stories = [10], [(written,)]
    page.run("details")
    put = PlaceStory(principle="think-big", place=1, story="story.1")
    assert desk.done == [written, put]
    assert cell(page, "Think Big", Column.FIRST) == "New"
    assert "New" in labels(page)


@pytest.mark.parametrize("answer", [None, ()])
def test_a_story_that_is_given_up_is_not_placed(
    page: StoriesPage, desk: Desk, answer: tuple[Change, ...] | None
) -> None:
    go_to(page, "Think Big", Column.FIRST)
    desk.answers.choices, desk.answers.stories = [10], [answer]
    page.run("details")
    assert desk.done == []


def test_keys_work_on_the_story_that_is_shown(page: StoriesPage, desk: Desk) -> None:
    go_to(page, "Ownership", Column.SECOND)
    desk.answers.tellings = [(Version.SHORT, 125)]
    page.run("tell-story")
    assert last(desk) == ("telling", "Billing outage")
    told = TimeStory(story="story.billing", version=Version.SHORT, seconds=125, on=TODAY)
    assert desk.done == [told]
    assert "4 principles · told in 2 m 5 s and 4 m 10 s" in labels(page)
    desk.answers.stories = [(WriteStory(story="story.billing", title="Invoices"),)]
    page.run("write-story")
    assert last(desk) == ("story", "story.billing", True)
    assert "Invoices" in labels(page)
    page.run("empty-place")
    assert cell(page, "Ownership", Column.SECOND) == ""
    go_to(page, "Dive Deep", Column.FIRST)
    page.run("drop-story")
    assert desk.done[-1] == DropStory(story="story.billing")
    assert cell(page, "Dive Deep", Column.FIRST) == ""


def test_the_list_shows_all_and_enter_writes(page: StoriesPage, desk: Desk) -> None:
    bank = page.lists()[1]
    bank.setFocus()
    model = bank.model()  # type: ignore[attr-defined]
    assert model.rowCount() == 9
    bank.setCurrentIndex(model.index(2, 0))  # type: ignore[attr-defined]
    assert "Config service" in labels(page)
    desk.answers.stories = [()]
    page.run("details")
    assert last(desk) == ("story", "story.config", True)
    assert desk.done == []
    spoken = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Config service, Invent and Simplify, 1 concern"


def test_without_stories_there_is_a_table_and_one_button(
    page: StoriesPage, qapp: QApplication
) -> None:
    desk = Desk(page, fresh(), TODAY)
    page.show()
    qapp.processEvents()
    assert not page.lists()[1].isVisible()
    desk.answers.stories = [(WriteStory(story="story.1", title="First"),)]
    page.run("new-story")
    assert page.lists()[1].isVisible()
    assert "First" in labels(page)


def test_where_there_is_no_story_a_place_asks_for_a_new_one_at_once(
    page: StoriesPage, qapp: QApplication
) -> None:
    desk = Desk(page, fresh(), TODAY)
    page.show()
    qapp.processEvents()
    go_to(page, "Ownership", Column.FIRST)
    desk.answers.stories = [(WriteStory(story="story.1", title="First"),)]
    page.run("place-story")
    assert cell(page, "Ownership", Column.FIRST) == "First"


def test_a_screen_reader_hears_what_a_cell_is(page: StoriesPage, desk: Desk) -> None:
    go_to(page, "Ownership", Column.FIRST)
    index = page.lists()[0].currentIndex()  # type: ignore[attr-defined]
    speak = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(speak) == "Pager rotation"
    assert index.siblingAtColumn(0).data(speak) == "Ownership, critical"
    go_to(page, "Think Big", Column.SECOND)
    index = page.lists()[0].currentIndex()  # type: ignore[attr-defined]
    assert index.data(speak) == "none"
    assert desk.done == []


def test_a_new_story_is_shown_when_the_keyboard_comes_back(
    page: StoriesPage, desk: Desk, qapp: QApplication
) -> None:
    go_to(page, "Think Big", Column.FIRST)
    desk.answers.stories = [(WriteStory(story="story.1", title="Fresh"),)]
    page.run("new-story")
    table, bank = page.lists()
    back = QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason)
    qapp.sendEvent(table, back)
    assert "Fresh" in labels(page)
    qapp.sendEvent(table, QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert "Think Big has no story yet. Press Enter to write or choose one." in labels(page)
    bank.setFocus()
    assert "Fresh" in labels(page)


HOSTILE = "<b>bold</b> \u202egnirts <img src=x> & 🙂" + "x" * 150


def test_markup_stays_text_and_a_narrow_page_shows_everything(
    page: StoriesPage, desk: Desk, qapp: QApplication
) -> None:
    long = "word " * 3900
    desk.show(
        WriteStory(story="story.h", title=HOSTILE, situation=HOSTILE, action=long),
        PlaceStory(principle="think-big", place=1, story="story.h"),
    )
    go_to(page, "Think Big", Column.FIRST)
    shown = "".join(labels(page)).replace("\u200b", "")
    assert "<b>bold</b>" in shown
    table = page.lists()[0]
    tip = table.currentIndex().data(Qt.ItemDataRole.ToolTipRole)  # type: ignore[attr-defined]
    assert "&lt;b&gt;" in tip
    for size in (SMALL, LARGE, SMALL):
        page.resize(size)
        qapp.processEvents()
        for one in page.findChildren(QLabel):
            if one.isVisible():
                assert one.width() <= size.width()


def test_the_table_keeps_the_rules_of_models(page: StoriesPage, desk: Desk) -> None:
    model = page.findChild(PrinciplesModel)
    assert isinstance(model, PrinciplesModel)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, fatal, page)
    desk.show(PlaceStory(principle="frugality", place=1, story="story.pager"))
    assert cell(page, "Frugality", Column.FIRST) == "Pager rotation"


def test_the_loop_sheet_is_asked_for(page: StoriesPage, desk: Desk) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Loop sheet")
    button.click()
    assert desk.asked == ["print-sheet"]


def test_after_a_drop_the_keyboard_is_where_the_stories_are(page: StoriesPage, desk: Desk) -> None:
    table, bank = page.lists()
    page.open_place("ownership")
    [button] = [one for one in page.findChildren(QPushButton) if one.text() == "Drop"]
    button.setFocus()
    button.click()
    assert isinstance(desk.done[-1], DropStory)
    assert table.hasFocus()
    bank.setFocus()
    bank.setCurrentIndex(bank.model().index(0, 0))  # type: ignore[attr-defined]
    assert page.run("drop-story")
    assert bank.hasFocus()
    assert "write-story" in page.offers(), "the next story is shown"
