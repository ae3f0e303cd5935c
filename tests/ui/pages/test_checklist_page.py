from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from planner.core.commands import (
    AddEvidence,
    AddItem,
    Change,
    ChangeItem,
    EstimateItem,
    RateItem,
    SkipItem,
    Tick,
)
from planner.core.screens.checklist import checklist_screen
from planner.core.state import State
from planner.core.values import Rating, Subject
from planner.ui.look import Look
from planner.ui.pages.checklist import ChecklistPage
from planner.ui.pages.checklist.model import ChecklistModel
from planner.ui.pages.checklist.view import ChecklistView
from planner.ui.pages.checklist.words import item_status
from planner.ui.prompts import Adjusted
from tests.core.screens import candidates
from tests.support import study
from tests.ui.pages.desk import Desk, at_work, laid_out
from tests.ui.seen import button, labels

STATE = study.STATE
BOOK, SKILL, MOCK, CHAPTERS = study.BOOK, study.SKILL, study.MOCK, study.CHAPTERS
HOSTILE = "<img src=file:///etc/passwd> " + "x" * 170
RTL = "כותרת בעברית"


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ChecklistPage:
    return laid_out(ChecklistPage(look), qtbot)


@pytest.fixture
def desk(page: ChecklistPage, qtbot: QtBot) -> Desk:
    desk = at_work(qtbot, page, STATE, study.TODAY)
    page.setFocus()
    return desk


def tree(page: ChecklistPage) -> QTreeView:
    (tree,) = page.lists()
    assert isinstance(tree, QTreeView)
    return tree


def model(page: ChecklistPage) -> ChecklistModel:
    model = tree(page).model()
    assert isinstance(model, ChecklistModel)
    return model


def index_of(page: ChecklistPage, row_id: str) -> QModelIndex:
    index = model(page).index_of(row_id)
    assert index.isValid(), row_id
    return index


def current(page: ChecklistPage) -> str | None:
    return model(page).id_at(tree(page).currentIndex())


def choose(page: ChecklistPage, row_id: str) -> None:
    tree(page).setCurrentIndex(index_of(page, row_id))


def shown(page: ChecklistPage) -> list[str]:
    """The items and units one can see, or scroll to."""
    found = []
    index = model(page).index(0, 0)
    while index.isValid():
        row_id = model(page).id_at(index)
        if row_id:
            found.append(row_id)
        index = tree(page).indexBelow(index)
    return found


def field(page: ChecklistPage, name: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if name in one.accessibleName())


def press(page: ChecklistPage, key: Qt.Key) -> None:
    QTest.keyClick(tree(page), key)


def click(page: ChecklistPage, place: QPoint) -> None:
    viewport = tree(page).viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def tick(target: str, *, done: bool = True) -> Tick:
    return Tick(target=target, done=done, on=study.TODAY)


def own(title: str = "mine", number: int = 1) -> AddItem:
    return AddItem(id=f"own.{number}", title=title, subject=Subject.TECHNICAL, minutes=90)


# ticking


def test_space_ticks_an_item_and_ticks_it_back(page: ChecklistPage, desk: Desk) -> None:
    assert current(page) == BOOK
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_Space)
    assert desk.done == [tick(BOOK), tick(BOOK, done=False)]


def test_space_finishes_what_is_half_done(page: ChecklistPage, desk: Desk) -> None:
    desk.show(tick(CHAPTERS[0]))
    press(page, Qt.Key.Key_Space)
    assert desk.done == [tick(BOOK)]


def test_a_unit_is_ticked_by_itself(page: ChecklistPage, desk: Desk) -> None:
    page.expand(BOOK)
    choose(page, CHAPTERS[1])
    press(page, Qt.Key.Key_Space)
    assert page.run("toggle-done")
    assert desk.done == [tick(CHAPTERS[1]), tick(CHAPTERS[1], done=False)]
    assert current(page) == CHAPTERS[1]


def test_a_click_on_the_box_ticks_and_a_click_on_the_title_chooses(
    page: ChecklistPage, desk: Desk
) -> None:
    row = tree(page).visualRect(index_of(page, SKILL))
    click(page, QPoint(60, row.center().y()))
    assert (current(page), desk.done) == (SKILL, [])
    click(page, QPoint(20, row.center().y()))
    assert desk.done == [tick(SKILL)]


def test_a_tick_that_is_not_done_does_not_show(page: ChecklistPage, desk: Desk) -> None:
    desk.deaf = True
    press(page, Qt.Key.Key_Space)
    assert desk.done
    check = index_of(page, BOOK).data(Qt.ItemDataRole.CheckStateRole)
    assert check is Qt.CheckState.Unchecked


# opening and closing


@pytest.mark.usefixtures("desk")
def test_units_are_hidden_until_an_item_is_opened(page: ChecklistPage) -> None:
    assert shown(page) == [BOOK, SKILL, MOCK]
    press(page, Qt.Key.Key_Right)
    assert shown(page) == [BOOK, *CHAPTERS, SKILL, MOCK]


@pytest.mark.usefixtures("desk")
def test_left_and_right_step_between_an_item_and_its_units(page: ChecklistPage) -> None:
    for key, expected in (
        (Qt.Key.Key_Right, BOOK),
        (Qt.Key.Key_Right, CHAPTERS[0]),
        (Qt.Key.Key_Down, CHAPTERS[1]),
        (Qt.Key.Key_Left, BOOK),
        (Qt.Key.Key_Left, BOOK),
        (Qt.Key.Key_Left, BOOK),
    ):
        press(page, key)
        assert current(page) == expected
    assert shown(page) == [BOOK, SKILL, MOCK]


@pytest.mark.usefixtures("desk")
def test_right_does_nothing_without_units(page: ChecklistPage) -> None:
    choose(page, SKILL)
    press(page, Qt.Key.Key_Right)
    assert current(page) == SKILL


@pytest.mark.usefixtures("desk")
def test_enter_and_the_mark_open_and_close(page: ChecklistPage) -> None:
    press(page, Qt.Key.Key_Return)
    assert CHAPTERS[0] in shown(page)
    assert page.run("details")
    assert CHAPTERS[0] not in shown(page)
    row = tree(page).visualRect(index_of(page, BOOK))
    title = tree(page).fontMetrics().horizontalAdvance(BOOK)
    click(page, QPoint(row.left() + 60 + title + 20, row.center().y()))
    assert CHAPTERS[0] in shown(page)


@pytest.mark.parametrize("change", [tick(CHAPTERS[0]), own()])
def test_what_is_open_and_chosen_stays_while_something_changes(
    page: ChecklistPage, desk: Desk, change: Change
) -> None:
    desk.show(own("before", 0))
    page.expand(BOOK)
    choose(page, CHAPTERS[2])
    desk.show(change)
    assert CHAPTERS[0] in shown(page)
    assert current(page) == CHAPTERS[2]


def test_the_place_stays_while_something_changes(
    page: ChecklistPage, look: Look, qtbot: QtBot
) -> None:
    look.set_scale(150)
    desk = Desk(page, candidates.demo(), candidates.TODAY)
    before = desk.state
    desk.show(own())
    with qtbot.waitExposed(page):
        page.show()
    choose(page, "mock.sysdesign")
    tree(page).verticalScrollBar().setValue(400)
    desk.show(SkipItem(item="l6.cloud.cost"))
    assert tree(page).verticalScrollBar().value() == 400
    desk.state = before
    desk.show()
    assert tree(page).verticalScrollBar().value() == 400


# filtering


@pytest.mark.usefixtures("desk")
def test_the_filter_is_reached_by_its_action_and_says_how_many(page: ChecklistPage) -> None:
    assert page.run("filter")
    filter_field = field(page, "Filter")
    assert filter_field.hasFocus()
    QTest.keyClicks(filter_field, "chapter-2")
    assert shown(page) == [BOOK, CHAPTERS[1]]
    assert "1 of 3 items match." in labels(page)


@pytest.mark.usefixtures("desk")
def test_escape_clears_the_filter_and_then_leaves_it(page: ChecklistPage) -> None:
    page.run("filter")
    QTest.keyClicks(field(page, "Filter"), "nowhere")
    assert shown(page) == []
    assert "0 of 3 items match." in labels(page)
    QTest.keyClick(field(page, "Filter"), Qt.Key.Key_Escape)
    assert field(page, "Filter").text() == ""
    assert field(page, "Filter").hasFocus()
    assert shown(page) == [BOOK, SKILL, MOCK]
    QTest.keyClick(field(page, "Filter"), Qt.Key.Key_Escape)
    assert tree(page).hasFocus()


@pytest.mark.usefixtures("desk")
def test_what_the_filter_opened_is_closed_again(page: ChecklistPage) -> None:
    field(page, "Filter").setText("chapter-2")
    field(page, "Filter").setText("")
    assert shown(page) == [BOOK, SKILL, MOCK]


@pytest.mark.usefixtures("desk")
def test_what_is_chosen_is_chosen_again_after_the_filter(page: ChecklistPage) -> None:
    choose(page, SKILL)
    field(page, "Filter").setText("skill")
    assert current(page) == SKILL
    field(page, "Filter").setText("")
    assert current(page) == SKILL


@pytest.mark.usefixtures("desk")
def test_down_goes_on_from_the_filter_to_the_list(page: ChecklistPage) -> None:
    page.run("filter")
    QTest.keyClick(field(page, "Filter"), Qt.Key.Key_Down)
    assert tree(page).hasFocus()


# items of one's own


def add_own(page: ChecklistPage, desk: Desk) -> None:
    """Add an item as the window does."""
    desk.show(own())
    page.show_added("own.1")


def test_a_new_item_is_asked_of_the_window_and_chosen_when_it_comes(
    page: ChecklistPage, desk: Desk
) -> None:
    field(page, "Filter").setText("chapter")
    button(page, "Add item…").click()
    assert desk.asked == ["new-item"]
    add_own(page, desk)
    assert current(page) == "own.1"
    assert field(page, "Filter").text() == ""


# skipping


def test_an_item_is_skipped_with_a_reason_and_taken_in_again(
    page: ChecklistPage, desk: Desk
) -> None:
    desk.answers.texts = [" known "]
    assert page.run("skip")
    assert page.run("take-in")
    assert desk.done == [
        SkipItem(item=BOOK, reason="known"),
        SkipItem(item=BOOK, skipped=False),
    ]


def test_what_is_done_cannot_be_skipped(page: ChecklistPage, desk: Desk) -> None:
    desk.show(tick(BOOK))
    assert not page.offers() & {"skip", "take-in"}


def test_giving_up_does_nothing(page: ChecklistPage, desk: Desk) -> None:
    desk.answers.texts = [None, None]
    page.run("skip")
    page.run("evidence")
    assert len(desk.answers.asked) == 2
    assert desk.done == []


# evidence


def question(page: ChecklistPage) -> list[str]:
    return [text for text in labels(page) if text.startswith("What can you show")]


def test_a_finished_item_asks_quietly_for_evidence(page: ChecklistPage, desk: Desk) -> None:
    choose(page, SKILL)
    press(page, Qt.Key.Key_Space)
    assert question(page) == ["What can you show for “skill.two”?"]
    assert tree(page).hasFocus()
    line = field(page, "What can you show")
    line.setFocus()
    QTest.keyClicks(line, " told in 3 min ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.done[1:] == [AddEvidence(item=SKILL, text="told in 3 min")]
    assert question(page) == []
    assert tree(page).hasFocus()


def test_the_last_chapter_asks_too_but_the_first_does_not(page: ChecklistPage, desk: Desk) -> None:
    page.expand(BOOK)
    desk.show(tick(CHAPTERS[1]))
    for chapter, asked in ((CHAPTERS[0], 0), (CHAPTERS[2], 1)):
        choose(page, chapter)
        press(page, Qt.Key.Key_Space)
        assert len(question(page)) == asked


@pytest.mark.parametrize("how", ["button", "escape", "empty"])
def test_the_question_can_be_put_away(page: ChecklistPage, desk: Desk, how: str) -> None:
    choose(page, SKILL)
    press(page, Qt.Key.Key_Space)
    if how == "button":
        button(page, "Not now").click()
    else:
        key = Qt.Key.Key_Escape if how == "escape" else Qt.Key.Key_Return
        QTest.keyClick(field(page, "What can you show"), key)
    assert question(page) == []
    assert desk.done == [tick(SKILL)]


def test_the_question_goes_when_the_tick_is_taken_back(page: ChecklistPage, desk: Desk) -> None:
    choose(page, SKILL)
    press(page, Qt.Key.Key_Space)
    desk.show(tick(SKILL, done=False))
    assert question(page) == []


def test_nothing_is_asked_for_mocks_for_ticks_from_elsewhere_or_twice(
    page: ChecklistPage, desk: Desk
) -> None:
    desk.show(tick(SKILL))
    assert question(page) == []
    choose(page, MOCK)
    press(page, Qt.Key.Key_Space)
    assert question(page) == []
    desk.show(AddEvidence(item=BOOK, text="there"))
    choose(page, BOOK)
    press(page, Qt.Key.Key_Space)
    assert question(page) == []


# empty, hostile, large


def test_without_a_level_it_says_what_will_stand_here_and_offers_the_wizard(
    page: ChecklistPage,
) -> None:
    desk = Desk(page, State(study.CURRICULUM), study.TODAY)
    page.show()
    assert not tree(page).isVisible()
    assert page.offers() == frozenset()
    button(page, "Make a plan…").click()
    assert desk.asked == ["profile"]
    desk.state = STATE
    desk.show()
    assert tree(page).isVisible()


def test_titles_are_text_everywhere(page: ChecklistPage, desk: Desk) -> None:
    desk.show(own(HOSTILE, 1), own(RTL, 2))
    for number in (1, 2):
        choose(page, f"own.{number}")
        press(page, Qt.Key.Key_Space)
    labels = page.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [560, 692, 1072])
def test_nothing_is_wider_than_the_page(
    page: ChecklistPage, look: Look, qtbot: QtBot, scale: int, width: int
) -> None:
    look.set_scale(scale)
    desk = Desk(page, STATE, study.TODAY)
    page.resize(width, 520)
    with qtbot.waitExposed(page):
        page.show()
    desk.show(own(HOSTILE))
    choose(page, "own.1")
    press(page, Qt.Key.Key_Space)
    assert page.width() == width
    assert tree(page).horizontalScrollBar().maximum() == 0
    for label in page.findChildren(QLabel):
        if label.isVisible():
            right = label.mapTo(page, QPoint(label.width(), 0)).x()
            assert right <= width, label.text()
            assert label.minimumSizeHint().width() <= label.width(), label.text()


@pytest.mark.usefixtures("desk")
def test_rows_take_two_lines_where_there_is_little_width(page: ChecklistPage) -> None:
    wide = tree(page).visualRect(index_of(page, BOOK)).height()
    page.resize(440, 800)
    tree(page).doItemsLayout()
    assert tree(page).visualRect(index_of(page, BOOK)).height() > 1.3 * wide


@pytest.mark.usefixtures("desk")
def test_everything_that_can_be_used_has_a_name(page: ChecklistPage) -> None:
    press(page, Qt.Key.Key_Space)
    widgets = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), *page.lists()]
    unnamed = [
        one
        for one in widgets
        if one.isVisible() and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert unnamed == []


# effort, rating and prerequisites of one item


def adjusted(desk: Desk, *commands: Change, replan: bool = False) -> None:
    """Lay down what the dialog will answer."""
    desk.answers.adjusted = [Adjusted(commands, replan)]


def test_effort_and_rating_of_an_item_are_one_gesture(page: ChecklistPage, desk: Desk) -> None:
    choose(page, SKILL)
    commands = (RateItem(item=SKILL, rating=Rating.STRONG), EstimateItem(item=SKILL, minutes=30))
    adjusted(desk, *commands)
    gestures: list[object] = []
    page.intent.connect(gestures.append)
    assert page.run("effort")
    assert desk.answers.asked == [("effort", SKILL)]
    assert gestures == [commands]
    assert desk.asked == []
    role = Qt.ItemDataRole.AccessibleTextRole
    said = str(model(page).data(index_of(page, SKILL), role))
    assert "rated read before · your estimate" in said


def test_a_replanning_follows_where_it_is_wanted(page: ChecklistPage, desk: Desk) -> None:
    choose(page, SKILL)
    adjusted(desk, EstimateItem(item=SKILL, minutes=30), replan=True)
    page.run("effort")
    assert (len(desk.done), desk.asked) == (1, ["replan"])


def test_giving_up_or_changing_nothing_does_nothing(page: ChecklistPage, desk: Desk) -> None:
    choose(page, SKILL)
    desk.answers.adjusted = [None, Adjusted(())]
    page.run("effort")
    page.run("effort")
    assert (desk.done, desk.asked, len(desk.answers.asked)) == ([], [], 2)


def test_an_own_item_is_changed_in_its_own_dialog(page: ChecklistPage, desk: Desk) -> None:
    desk.show(own())
    choose(page, "own.1")
    assert "change-item" in page.offers()
    assert "effort" not in page.offers()
    adjusted(desk, ChangeItem(item="own.1", minutes=45))
    page.run("change-item")
    assert desk.answers.asked == [("own item", "mine")]
    assert desk.done == [ChangeItem(item="own.1", minutes=45)]


def test_what_is_done_takes_no_other_time(page: ChecklistPage, desk: Desk) -> None:
    choose(page, SKILL)
    assert "effort" in page.offers()
    desk.show(tick(SKILL))
    assert "effort" not in page.offers()
    assert "change-item" not in page.offers()


@pytest.mark.parametrize(
    ("weeks", "short", "status"),
    [
        ((3, 5), 0, "weeks 3–5"),
        ((3, 5), 240, "weeks 3–5, shortened by 4 h"),
        (None, 240, "does not fit: 4 h short"),
    ],
)
def test_what_is_only_shortened_still_has_its_weeks(
    weeks: tuple[int, int] | None, short: int, status: str
) -> None:
    row = checklist_screen(candidates.demo()).sections[0].rows[0]
    row = replace(row, finished=None, skipped=False, weeks=weeks, short=short)
    assert item_status(row) == status


@pytest.mark.parametrize(
    ("reason", "times"),
    [(Qt.FocusReason.TabFocusReason, 1), (Qt.FocusReason.MouseFocusReason, 0)],
)
def test_a_screen_reader_is_told_of_the_row_that_the_keyboard_comes_to(
    page: ChecklistPage,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    reason: Qt.FocusReason,
    times: int,
) -> None:
    told: list[QModelIndex] = []
    view = tree(page)
    view.setCurrentIndex(index_of(page, BOOK))
    page.findChildren(QLineEdit)[0].setFocus()
    qtbot.wait(1)
    tell = ChecklistView.currentChanged

    def hear(self: ChecklistView, current: QModelIndex, previous: QModelIndex) -> None:
        told.append(current)
        tell(self, current, previous)

    monkeypatch.setattr(ChecklistView, "currentChanged", hear)
    view.setFocus(reason)
    qtbot.wait(1)
    assert told == [index_of(page, BOOK)] * times
    assert desk.done == []
