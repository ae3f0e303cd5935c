from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import AddItem, Change, SkipItem, Tick
from planner.core.screens.checklist import ChecklistScreen, ItemRow, checklist_screen
from planner.core.values import Subject
from planner.ui.pages.checklist.model import ChecklistModel, Role
from tests.core.screens.candidates import demo
from tests.support import study

STATE = study.STATE
Check = Qt.ItemDataRole.CheckStateRole
Spoken = Qt.ItemDataRole.AccessibleTextRole

pytestmark = pytest.mark.usefixtures("qapp")


def screen(*commands: Change) -> ChecklistScreen:
    state = STATE
    for command in commands:
        state = apply(state, command)
    return checklist_screen(state)


def tick(target: str) -> Tick:
    return Tick(target=target, on=study.TODAY)


def own(title: str = "mine") -> AddItem:
    return AddItem(id="own.1", title=title, subject=Subject.TECHNICAL, minutes=90)


@pytest.fixture
def model() -> ChecklistModel:
    model = ChecklistModel()
    model.show_screen(screen())
    return model


def check(model: ChecklistModel, row_id: str) -> object:
    return model.data(model.index_of(row_id), Check)


def told_by(model: ChecklistModel, new: ChecklistScreen) -> list[str]:
    """What a model tells while it takes a new screen in."""
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.dataChanged.connect(lambda top, _: told.append(str(model.data(top))))
    model.show_screen(new)
    return told


@pytest.mark.parametrize("by_python", [False, True])
def test_it_is_a_model_as_qt_wants_it(
    model: ChecklistModel, qtmodeltester: ModelTester, by_python: bool
) -> None:
    qtmodeltester.check(model, force_py=by_python)  # type: ignore[no-untyped-call]
    model.show_screen(screen(tick(study.BOOK)))
    model.show_screen(screen(own()))
    model.show_screen(checklist_screen(demo()))
    model.show_screen(ChecklistScreen(()))


def test_items_stand_in_sections_and_units_in_items(model: ChecklistModel) -> None:
    book = model.index_of(study.BOOK)
    section = book.parent()
    assert model.data(section) == "Essential reading"
    assert section.parent() == QModelIndex()
    units = [model.index(place, 0, book) for place in range(model.rowCount(book))]
    assert [model.id_at(unit) for unit in units] == list(study.CHAPTERS)
    assert all(unit.parent() == book for unit in units)
    assert model.rowCount(units[0]) == 0


def test_a_tick_is_asked_for_and_changes_nothing(model: ChecklistModel, qtbot: QtBot) -> None:
    index = model.index_of(study.CHAPTERS[0])
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.waitSignal(model.ticked) as asked:
        assert model.setData(index, Qt.CheckState.Checked, Check)
    assert asked.args == [study.CHAPTERS[0], True]
    assert check(model, study.CHAPTERS[0]) is Qt.CheckState.Unchecked


def test_headings_and_other_roles_take_nothing(model: ChecklistModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.ticked):
        assert not model.setData(model.index(0, 0), Qt.CheckState.Checked, Check)
        assert not model.setData(model.index_of(study.BOOK), "x", Qt.ItemDataRole.EditRole)


def test_a_chapter_makes_the_book_half_done(model: ChecklistModel) -> None:
    model.show_screen(screen(tick(study.CHAPTERS[0])))
    assert check(model, study.BOOK) is Qt.CheckState.PartiallyChecked
    assert check(model, study.CHAPTERS[0]) is Qt.CheckState.Checked
    assert check(model, study.CHAPTERS[1]) is Qt.CheckState.Unchecked


def test_a_book_ticks_its_chapters(model: ChecklistModel) -> None:
    model.show_screen(screen(tick(study.BOOK)))
    assert {check(model, one) for one in (study.BOOK, *study.CHAPTERS)} == {Qt.CheckState.Checked}


def test_only_what_differs_is_told(model: ChecklistModel) -> None:
    told = told_by(model, screen(tick(study.CHAPTERS[2])))
    assert told == ["Essential reading", study.BOOK, study.CHAPTERS[2]]


def test_an_item_is_not_told_of_when_only_its_units_differ(model: ChecklistModel) -> None:
    model.show_screen(screen(tick(study.CHAPTERS[0])))
    a_day_later = Tick(target=study.CHAPTERS[0], on=date(2026, 12, 2))
    assert told_by(model, screen(a_day_later)) == [study.CHAPTERS[0]]


def test_nothing_is_told_when_nothing_differs(model: ChecklistModel) -> None:
    assert told_by(model, screen()) == []


def test_a_new_item_is_a_new_tree(model: ChecklistModel) -> None:
    assert told_by(model, screen(own())) == ["reset"]
    assert model.data(model.index_of("own.1").parent()) == "Your own items"


def test_headings_are_passed_over_by_the_keyboard(model: ChecklistModel) -> None:
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    for row_id in (study.BOOK, study.CHAPTERS[0]):
        flags = model.flags(model.index_of(row_id))
        assert flags & Qt.ItemFlag.ItemIsUserCheckable
        assert flags & Qt.ItemFlag.ItemIsSelectable


def test_a_screen_reader_hears_what_a_row_is_and_how_far(model: ChecklistModel) -> None:
    model.show_screen(screen(tick(study.CHAPTERS[0]), SkipItem(item=study.MOCK)))
    book = model.data(model.index_of(study.BOOK), Spoken)
    assert isinstance(book, str)
    assert book.startswith("book.one, half done, week 1, core, ")
    chapter = model.data(model.index_of(study.CHAPTERS[0]), Spoken)
    assert isinstance(chapter, str)
    assert chapter.startswith("book.one/chapter-1, done, finished 1 Dec, ")
    mock = model.data(model.index_of(study.MOCK), Spoken)
    assert isinstance(mock, str)
    assert mock.startswith("mock.baseline, not done, skipped, core, ")


def test_a_screen_reader_hears_the_hours_of_a_section(model: ChecklistModel) -> None:
    model.show_screen(screen(tick(study.CHAPTERS[0])))
    head = model.data(model.index(0, 0), Spoken)
    assert isinstance(head, str)
    assert head.startswith("Essential reading, ")
    assert head.endswith(" h")


def test_a_screen_reader_hears_the_remark_on_an_item(model: ChecklistModel) -> None:
    model.show_screen(checklist_screen(demo()))
    index = model.index_of("read.staff-engineer")
    remark = model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert isinstance(remark, str)
    assert "outside the management track" in remark


def test_the_delegate_learns_which_items_have_units(model: ChecklistModel) -> None:
    assert model.data(model.index_of(study.BOOK), Role.HAS_UNITS) is True
    assert model.data(model.index_of(study.SKILL), Role.HAS_UNITS) is False
    assert isinstance(model.data(model.index_of(study.SKILL), Role.ROW), ItemRow)


def test_a_tooltip_takes_a_title_for_text(model: ChecklistModel) -> None:
    model.show_screen(screen(own("<img src=x> & co")))
    tip = model.data(model.index_of("own.1"), Qt.ItemDataRole.ToolTipRole)
    assert isinstance(tip, str)
    assert "&lt;img src=x&gt; &amp; co" in tip
