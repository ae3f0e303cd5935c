"""The palette goes where it says, does what it says, and gives the keyboard back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from planner.core.commands import AddItem
from planner.core.finding import Index, index_of
from planner.core.finding import found as meant
from planner.core.screens.things import Kind, Thing, thing
from planner.core.values import Subject
from planner.ui.actions import ACTIONS
from planner.ui.look import Look
from planner.ui.pages.week import WeekPage
from planner.ui.palette.dialog import MOST_ROWS, FindDialog
from planner.ui.sidebar import Entry
from tests.ui.house import House


def asked(house: House) -> Index[Thing]:
    house.window.run("find")
    assert house.answers.index is not None
    return house.answers.index


def by_key(house: House) -> dict[str, Thing]:
    return {one.key: one for one in asked(house).entries}


def take(house: House, key: str) -> QWidget:
    """Find something, and return the page one comes to."""
    house.window.activateWindow()
    house.answers.found = [key]
    house.window.run("find")
    page = house.window.stack.page
    assert page is not None
    assert page.isAncestorOf(house.window.focusWidget()), "the keyboard comes along"
    return page


def current(page: QWidget) -> str:
    view = page.window().focusWidget()
    assert isinstance(view, QAbstractItemView)
    return str(view.currentIndex().data())


@pytest.fixture
def dialog(house: House) -> Iterator[FindDialog]:
    shown = FindDialog(house.look, asked(house), (), house.window)
    shown.show()
    yield shown
    shown.close()


def test_every_action_but_itself_is_found_with_its_key(house: House) -> None:
    found = by_key(house)
    assert {f"action {row.id}" for row in ACTIONS} - found.keys() == {"action find"}
    assert found["action replan"].keys == "Ctrl+R"


def test_what_cannot_be_done_says_why(house: House, empty_house: House) -> None:
    found = by_key(house)
    assert found["action toggle-done"].why_not == ""
    assert found["action run-mock"].why_not == "not for what is selected"
    assert found["action filter"].why_not == "not on this page"
    assert found["action undo"].why_not == ""
    assert found["action redo"].why_not == "nothing was done yet"
    fresh = by_key(empty_house)
    assert fresh["action replan"].why_not == "once level and dates are chosen"
    assert fresh["action print-plan"].why_not == "once there is a plan"


def test_on_a_read_only_store_every_edit_says_why_not(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(house.workspace), "read_only", "There is no permission.")
    house.window.show_now()
    found = by_key(house)
    assert found["action replan"].why_not == "There is no permission."
    assert found["action print-plan"].why_not == ""


def test_an_item_is_gone_to_on_the_checklist(house: House) -> None:
    assert current(take(house, "item l6.ops.monitoring")) == "Monitoring"


def test_a_session_and_a_week_are_gone_to(house: House) -> None:
    plan = house.workspace.state.plan
    assert plan is not None
    code = plan.sessions_of(plan.week_of_number(7))[-1].code
    page = take(house, f"session {code}")
    assert isinstance(page, WeekPage)
    assert (page.number, page._code) == (7, code)
    take(house, "week 2")
    assert page.number == 2


def test_a_story_is_gone_to_in_the_list_of_all(house: House) -> None:
    story = list(house.workspace.state.stories.values())[-1]
    assert current(take(house, f"story {story.id}")) == story.title


def test_a_row_of_the_guide_is_gone_to_although_a_filter_hid_it(house: House) -> None:
    house.window.turn_to("guide")
    take(house, "guide matrix/2")
    house.window.run("filter")
    field = house.window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "monitoring")
    assert current(take(house, "guide matrix/2")).startswith("Scale · ")
    assert current(take(house, "guide ladder")).startswith("The Amazon Engineering")


def test_an_action_on_a_row_falls_on_the_row_that_was_chosen(house: House) -> None:
    page = house.window.stack.page
    assert isinstance(page, WeekPage)
    code = page._code
    assert code not in house.workspace.state.ticks
    take(house, "action toggle-done")
    assert code in house.workspace.state.ticks


def test_it_leads_on_from_the_sidebar_as_well(house: House) -> None:
    house.window.activateWindow()
    house.window.sidebar.findChildren(Entry)[0].setFocus()
    assert current(take(house, "item l6.ops.monitoring")) == "Monitoring"


def test_what_was_taken_last_is_kept_and_offered_first(house: House) -> None:
    take(house, "action page-plan")
    take(house, "week 2")
    take(house, "action page-plan")
    asked(house)
    assert house.answers.recent == ("action page-plan", "week 2")
    assert house.saved[-1].recent == house.answers.recent
    house.answers.found = [None]
    house.window.run("find")
    assert house.answers.recent == ("action page-plan", "week 2"), "to give up is no choice"


def test_a_new_item_is_found_at_once(house: House) -> None:
    asked(house)
    item = AddItem(id="own.7", title="Read the wiki", subject=Subject.READING, minutes=60)
    house.workspace.do(item)
    assert "item own.7" in by_key(house)


def test_letters_narrow_the_list_and_enter_takes_the_first(dialog: FindDialog) -> None:
    QTest.keyClicks(dialog.field, "replan")
    assert dialog.chosen is not None
    assert dialog.chosen.target == "replan"
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == 1


def test_up_and_down_move_while_the_field_keeps_the_keyboard(dialog: FindDialog) -> None:
    QTest.keyClicks(dialog.field, "week")
    first = dialog.chosen
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Up)
    assert dialog.chosen is dialog._model.rows[1]
    QTest.keyClicks(dialog.field, " 4")
    assert dialog.chosen is dialog._model.rows[0]
    assert dialog.chosen is not first


def test_what_cannot_be_done_is_shown_last_and_not_taken(dialog: FindDialog) -> None:
    assert not [one for one in dialog._model.rows if one.why_not], "nothing typed, nothing dim"
    QTest.keyClicks(dialog.field, "run a mock")
    assert dialog.chosen is not None
    assert dialog.chosen.why_not
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == 0


def test_nothing_found_is_said_and_enter_does_nothing(dialog: FindDialog) -> None:
    QTest.keyClicks(dialog.field, "qqqqq")
    assert dialog.chosen is None
    assert dialog._count.text() == "Nothing fits."
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_of_many_things_only_the_first_are_rows(qapp: QApplication, look: Look) -> None:
    own = [thing(Kind.ITEM, f"own.{n}", f"My reading {n}") for n in range(5_000)]
    dialog = FindDialog(look, index_of(own), ("item own.4321",), None)
    assert len(dialog._model.rows) == MOST_ROWS
    assert dialog.chosen is own[4321]
    dialog.field.setText("reading 4999")
    assert dialog._model.rows == (own[4999],)
    dialog.deleteLater()
    qapp.processEvents()


WHAT_IS_MEANT = {
    "tick": "Done",
    "done": "Done",
    "print": "Print or save as PDF…",
    "stories": "Stories",
    "story": "New story…",
    "earn trust": "4. Earn Trust · Team leadership",
    "week 3": "Week 3",
    "undo": "Undo",
    "mock": "Mock: coding round",
    "dark": "Switch between light and dark",
    "theme": "Switch between light and dark",
    "settings": "Preferences…",
    "export": "Export…",
    "pdf": "Print or save as PDF…",
    "behind": "Catch up…",
    "replan": "Replan…",
    "hours": "Change level, dates and hours…",
    "holidays": "Free time and dates…",
    "new item": "Add item…",
    "today": "This week",
    "next week": "Week after",
    "zoom": "Larger text",
    "timer": "Start focus",
    "backup": "Restore from a backup…",
    "guide": "Guide",
    "bar raiser": "Bar Raiser",
    "review": "Review the week…",
    "keyboard": "Keys…",
    "log": "Log time…",
    "readiness": "Readiness",
    "exit": "Quit",
}


def test_what_one_types_first_finds_what_is_meant(house: House) -> None:
    index = asked(house)
    first = {text: next(iter(meant(index, text)), None) for text in WHAT_IS_MEANT}
    hit = {text: one.title if one else "" for text, one in first.items()}
    assert hit == WHAT_IS_MEANT


def test_what_could_be_undone_is_named_but_not_meant_by_its_words(house: House) -> None:
    house.window.run("toggle-done")
    index = asked(house)
    ticked = next(one for one in index.entries if one.target == "undo")
    assert ticked.title == "Undo"
    assert "tick “" in ticked.more
    assert [meant(index, text)[0].title for text in ("tick", "undo")] == ["Done", "Undo"]


def test_the_palette_stands_in_the_middle_of_the_window(
    dialog: FindDialog, house: House, qapp: QApplication
) -> None:
    qapp.processEvents()
    middle = house.window.frameGeometry().center().x()
    assert abs(dialog.geometry().center().x() - middle) <= 1
