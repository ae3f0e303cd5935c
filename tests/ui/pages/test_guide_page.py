"""The Guide page as a candidate uses it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QTableView, QTreeView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import Tick
from planner.core.screens.guide.finding import said
from planner.core.screens.guide.parts import guide_screen
from planner.core.screens.guide.values import Place
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording.guide import way_text
from planner.ui.kit.forms.fields import ChoiceField
from planner.ui.look import Look
from planner.ui.pages.guide import GuidePage
from planner.ui.pages.guide.delegate import hits
from planner.ui.pages.guide.laying import BESIDE_FROM, lay
from planner.ui.pages.guide.rows import GuideRow, rows_of
from planner.ui.pages.guide.view import GuideView
from planner.ui.pages.readiness.pointer import Pointer
from tests.core.screens.candidates import TODAY, curriculum, demo, fresh
from tests.ui.house import House
from tests.ui.pages.desk import Desk, at_work, laid_out

WIDTHS = (240, 500, 900, 1400)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> GuidePage:
    return laid_out(GuidePage(look), qtbot)


@pytest.fixture
def desk(page: GuidePage, qtbot: QtBot) -> Desk:
    return at_work(qtbot, page, demo(), TODAY)


def view_of(page: GuidePage) -> GuideView:
    (view,) = page.lists()
    assert isinstance(view, GuideView)
    return view


def field_of(page: GuidePage) -> QLineEdit:
    field = page.findChild(QLineEdit)
    assert field is not None
    return field


def subtitle(page: GuidePage) -> str:
    return page.header.findChildren(QLabel)[1].text()


def go_to(page: GuidePage, part_id: str, text: str) -> GuideRow:
    """Make the row of a part current that says this."""
    view = view_of(page)
    for place, row in enumerate(view.rows):
        if row.part.id == part_id and row.line and text in said(row.line):
            view.setCurrentIndex(view.model().index(place, 0))
            return row
    raise LookupError(text)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scale", [100, 200])
def test_every_word_is_painted_and_nothing_overlaps(look: Look, width: int, scale: int) -> None:
    look.set_scale(scale)
    for row in rows_of(guide_screen(demo())):
        laid = lay(row, width, look)
        painted = ["".join("".join(block.lines).split()) for block in laid.blocks]
        part = row.part
        wanted = [*said(row.line)] if row.line else [part.chapter, part.title, part.text]
        wanted += (
            [way_text(way, cell) for cell in row.line.cells for way in cell.ways]
            if row.line
            else []
        )
        for text in wanted:
            assert any("".join(text.split()) in one for one in painted), text
        for block in laid.blocks:
            assert QRect(0, 0, width, laid.height).contains(block.rect), block
        for one, other in pairwise(sorted(laid.blocks, key=lambda block: block.rect.top())):
            assert not one.rect.intersects(other.rect), (one, other)


def test_levels_stand_side_by_side_where_there_is_room(look: Look) -> None:
    row = next(one for one in rows_of(guide_screen(demo())) if one.line and one.part.id == "matrix")
    line = look.font("body").pointSizeF()
    assert line > 0

    def lefts(width: int) -> set[int]:
        return {block.rect.left() for block in lay(row, width, look).blocks}

    assert len(lefts(1000)) == 3  # the dimension, L6, L7
    assert len(lefts(240)) == 1


def test_it_is_a_model_as_qt_wants_it(page: GuidePage, qtmodeltester: ModelTester) -> None:
    Desk(page, demo(), TODAY)
    qtmodeltester.check(view_of(page).model())  # type: ignore[no-untyped-call]
    field_of(page).setText("platform")
    field_of(page).setText("")


@pytest.mark.usefixtures("desk")
def test_typing_filters_and_counts_and_escape_clears(page: GuidePage) -> None:
    whole = len(view_of(page).rows)
    assert page.run("filter")
    assert page.focusWidget() is field_of(page)
    QTest.keyClicks(field_of(page), "vps/sv")
    assert subtitle(page) == "Found in 2 of 129 rows."
    assert [row.part.id for row in view_of(page).rows if row.line] == [
        "differentiators",
        "leadership",
    ]
    QTest.keyClick(field_of(page), Qt.Key.Key_Return)
    assert page.focusWidget() is view_of(page)
    row = view_of(page).row
    assert row is not None
    assert row.line is not None
    QTest.keyClick(view_of(page), Qt.Key.Key_Escape)
    assert field_of(page).text() == ""
    assert len(view_of(page).rows) == whole
    now = view_of(page).row
    assert now is not None
    assert now.line == row.line


@pytest.mark.usefixtures("desk")
def test_words_that_are_nowhere_say_so(page: GuidePage) -> None:
    for text in ("zebra", "<b>", "x" * 200, "אבג"):
        field_of(page).setText(text)
        assert view_of(page).rows == ()
        assert subtitle(page) == "Nothing in the guide holds these words."
        assert page.offers() == {"filter"}
        page.grab()
    QTest.keyClick(field_of(page), Qt.Key.Key_Escape)
    assert view_of(page).rows


def test_hits_are_marked_where_they_stand() -> None:
    assert hits("Scale and scalability", ("scal",)) == [(0, 4), (10, 14)]
    assert (
        hits("straße", ("se",)) == []
    )  # folding makes it longer: no mark is better than a wrong one
    assert hits("nothing", ("x",)) == []


@pytest.mark.usefixtures("desk")
def test_what_is_found_is_marked_on_the_page(
    page: GuidePage, look: Look, qapp: QApplication
) -> None:
    amber = look.colour("amber_soft").rgb()

    def has_marks() -> bool:
        qapp.processEvents()
        image = (
            view_of(page).viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        )
        return any(
            image.pixel(x, y) == amber
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 3)
        )

    assert not has_marks()
    field_of(page).setText("quality systems deliver")
    field_of(page).setText("systems")
    assert has_marks()
    field_of(page).clear()
    assert not has_marks()


def test_one_way_is_gone_at_once(page: GuidePage, desk: Desk, qtbot: QtBot) -> None:
    go_to(page, "technical", "Microservices")
    assert "details" in page.offers()
    with qtbot.waitSignal(page.place_opened) as opened:
        assert page.run("details")
    assert opened.args == ["checklist", "l6.sd.microservices"]
    assert desk.answers.asked == []


def test_of_several_ways_it_asks_for_one(page: GuidePage, desk: Desk, qtbot: QtBot) -> None:
    row = go_to(page, "success", "Improved team productivity")
    assert len(row.ways) == 2
    desk.answers.choices = [0]
    with qtbot.waitSignal(page.place_opened) as opened:
        page.run("details")
    assert opened.args == ["readiness", "DT3"]
    (title, label, options, _), *_ = desk.answers.asked
    assert "Improved team productivity" in str(title)
    assert label == "Where to?"
    assert str(options).count("Readiness: Improved team productivity") == 1
    desk.answers.choices = [None]
    page.run("details")


def test_another_level_is_asked_for_and_a_heading_leads_nowhere(
    page: GuidePage, desk: Desk
) -> None:
    go_to(page, "ladder", "Principal Engineering Manager")
    page.run("details")
    assert desk.asked == ["switch-level"]
    view_of(page).go_to("matrix")
    assert page.offers() == {"filter"}
    page.run("details")
    assert desk.asked == ["switch-level"]


@pytest.mark.usefixtures("desk")
def test_a_click_follows_the_way_that_is_clicked(
    page: GuidePage, look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    row = go_to(page, "success", "Improved team productivity")
    view = view_of(page)
    view.scrollTo(view.currentIndex())
    qapp.processEvents()
    rect = view.visualRect(view.currentIndex())
    blocks = [block for block in lay(row, rect.width() - 28, look).blocks if block.way]
    place = rect.topLeft() + QPoint(14, 10) + blocks[1].rect.center()
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        view.viewport().mapToGlobal(QPointF(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.mouseMoveEvent(moved)
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(page.place_opened) as opened:
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    assert blocks[1].way is not None
    assert opened.args == ["checklist", blocks[1].way.target]
    with qtbot.assertNotEmitted(page.place_opened):
        beside = rect.topLeft() + QPoint(14, 4)
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, beside
        )


@pytest.mark.usefixtures("desk")
def test_a_part_is_gone_to_by_its_name(page: GuidePage, qapp: QApplication) -> None:
    parts = page.findChild(ChoiceField)
    assert parts is not None
    parts.setCurrentIndex(parts.findData("failures"))
    qapp.processEvents()
    row, view = view_of(page).row, view_of(page)
    assert row is not None
    assert (row.part.id, row.line) == ("failures", None)
    assert 0 <= view.visualRect(view.currentIndex()).top() <= 2
    go_to(page, "next-steps", "Know the Process")
    assert parts.currentData() == "next-steps"


def test_a_tick_elsewhere_changes_only_its_row(page: GuidePage, desk: Desk) -> None:
    view = view_of(page)
    go_to(page, "technical", "Monitoring")
    told: list[int] = []
    view.model().dataChanged.connect(lambda index: told.append(index.row()))
    before, place = view.row, view.verticalScrollBar().value()
    assert before is not None
    desk.show(Tick(target="l6.data.ml", on=TODAY))
    assert view.row == before
    assert view.verticalScrollBar().value() == place
    changed = [view.rows[row] for row in told]
    assert any(row.line and row.line.cells[0].label == "ML basics" for row in changed)
    assert len(changed) < len(view.rows) / 4


@pytest.mark.parametrize("state", [State(curriculum()), fresh(Level.L7), demo()])
def test_it_opens_for_everyone(page: GuidePage, qapp: QApplication, state: State) -> None:
    Desk(page, state, TODAY)
    page.show()
    qapp.processEvents()
    assert view_of(page).rows
    assert not page.grab().isNull()


@pytest.mark.usefixtures("desk")
def test_another_width_or_size_of_text_measures_the_rows_again(
    page: GuidePage, look: Look, qapp: QApplication
) -> None:
    view = view_of(page)
    go_to(page, "principles", "Frugality")

    def is_sound() -> bool:
        qapp.processEvents()
        qapp.processEvents()
        rects = [view.visualRect(view.model().index(row, 0)) for row in range(len(view.rows))]
        follows = all(one.bottom() + 1 == other.top() for one, other in pairwise(rects))
        inner = view.viewport().width() - 28
        fits = all(
            rect.height() == lay(row, inner, look).height + 21
            for rect, row in zip(rects, view.rows, strict=True)
        )
        seen = view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
        return follows and fits and seen

    assert is_sound()
    page.resize(600, 500)
    assert is_sound()
    look.set_scale(200)
    assert is_sound()
    assert view.viewport().width() < BESIDE_FROM * view.fontMetrics().height()
    page.resize(1800, 1000)
    assert is_sound()


def test_a_row_is_said_in_sentences(page: GuidePage, desk: Desk) -> None:
    assert desk.state.profile
    go_to(page, "scope", "Team Size")
    view = view_of(page)
    role = Qt.ItemDataRole.AccessibleTextRole
    every = [str(view.model().index(row, 0).data(role)) for row in range(view.model().rowCount())]
    assert not any(".." in one for one in every)
    spoken = view.model().data(view.currentIndex(), role)
    assert spoken.startswith("Team Size. L6, your level: 10-25 engineers. Checklist: Assess Your")
    assert "L7: 100+ engineers. Our note: Neither level covers 26" in spoken


def test_the_window_opens_it_by_key_and_goes_on_to_the_checklist(house: House) -> None:
    window = house.window
    assert "guide" not in window.stack._pages
    window.menus.actions["guide"].trigger()
    page = window.stack.page
    assert isinstance(page, GuidePage)
    go_to(page, "technical", "Microservices")
    page.run("details")
    assert window.stack.name == "checklist"
    tree = window.findChild(QTreeView)
    assert tree is not None
    assert tree.currentIndex().data() == "Microservices"
    window.menus.actions["page-guide"].trigger()
    assert window.stack.name == "guide"
    go_to(page, "principles", "Frugality")
    house.answers.choices = [0, 1]
    page.run("details")
    assert tree.currentIndex().data() == "Frugality"
    assert tree.isExpanded(tree.currentIndex().parent())
    page.run("details")
    assert window.stack.name == "stories"
    table = window.findChild(QTableView)
    assert table is not None
    assert table.currentIndex().siblingAtColumn(0).data() == "Frugality"


@pytest.mark.parametrize("target", ["DT3", "LC3", "BR"])
def test_readiness_points_at_what_it_was_asked_for(
    house: House, qapp: QApplication, target: str
) -> None:
    window = house.window
    window.resize(900, 600)
    window.turn_to("guide")
    page = window.stack.page
    assert page is not None
    page.place_opened.emit("readiness", target)
    qapp.processEvents()
    pointer = window.findChild(Pointer)
    assert pointer is not None
    assert pointer.isVisible()
    place = pointer.mapTo(window, pointer.rect().center())
    assert window.rect().contains(place)
    assert not pointer.visibleRegion().isEmpty()
    window.turn_to("week")
    window.turn_to("readiness")
    assert not pointer.isVisible()
    page.place_opened.emit("readiness", "no-such")
    assert not pointer.isVisible()


def test_before_a_level_is_chosen_a_row_asks_for_it(page: GuidePage, qapp: QApplication) -> None:
    desk = Desk(page, State(curriculum()), TODAY)
    page.show()
    qapp.processEvents()
    row = go_to(page, "ladder", "Senior Engineering Manager")
    assert [way.place for way in row.ways] == [Place.ACTION]
    page.run("details")
    assert desk.asked == ["profile"]


def test_the_filter_and_the_place_stay_when_the_state_changes(page: GuidePage, desk: Desk) -> None:
    field_of(page).setText("deliver")
    before = [row.part.id for row in view_of(page).rows]
    state = apply(desk.state, Tick(target="l6.data.ml", on=TODAY))
    page.show_state(state, TODAY)
    assert field_of(page).text() == "deliver"
    assert [row.part.id for row in view_of(page).rows] == before
    assert isinstance(view_of(page), QListView)
