"""What the kit paints and how it lays out."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from planner.core.progress import Done
from planner.core.values import Subject
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.fields import HoursField
from planner.ui.kit.layout.beside import Beside
from planner.ui.kit.layout.card import Card, ViewCard
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.layout.header import Header
from planner.ui.kit.painted.bar import Part, ShareBar, paint_bar
from planner.ui.kit.painted.line import fill
from planner.ui.kit.painted.tag import Tag, paint_tag, tag_size
from planner.ui.kit.painted.tick import paint_tick
from planner.ui.kit.words.labels import Body, Problem
from planner.ui.look import Look


def canvas(width: int = 100, height: int = 20) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def test_a_bar_shows_its_parts_from_left_to_right() -> None:
    image = canvas()
    red, blue, track = QColor("red"), QColor("blue"), QColor("gray")
    painter = QPainter(image)
    paint_bar(painter, QRectF(0, 0, 100, 20), [Part(red, 0.3), Part(blue, 0.2)], track)
    painter.end()
    assert [image.pixelColor(x, 10) for x in (15, 40, 75)] == [red, blue, track]


def test_a_bar_that_is_more_than_full_ends_at_its_edge() -> None:
    image = canvas()
    painter = QPainter(image)
    paint_bar(painter, QRectF(0, 0, 50, 20), [Part(QColor("red"), 3.0)], QColor("gray"))
    painter.end()
    assert image.pixelColor(45, 10) == QColor("red")
    assert image.pixelColor(60, 10) == QColor("white")


def test_a_bar_tells_its_value_in_words(qtbot: QtBot, look: Look) -> None:
    bar = ShareBar(look, "Technical")
    qtbot.addWidget(bar)
    bar.show_parts([("accent", 0.25)], "2 of 8 h, 25 %")
    assert bar.value() == bar.maximum() / 4
    assert bar.text() == "2 of 8 h, 25 %"
    assert (bar.accessibleName(), bar.accessibleDescription()) == ("Technical", "2 of 8 h, 25 %")


def test_what_lies_ahead_is_seen_beside_the_rest_of_the_bar(qtbot: QtBot, look: Look) -> None:
    bar = ShareBar(look, "Week")
    qtbot.addWidget(bar)
    bar.resize(100, 8)
    bar.show_parts([("review", 0.25)], "1 of 4 h", ahead=[("review", 0.5)])
    image = bar.grab().toImage()
    done, planned, free = (image.pixelColor(x, 4).lightness() for x in (12, 50, 90))
    assert done + 40 < planned < free - 40, "grey work once vanished in the grey of the bar"
    assert bar.value() == bar.maximum() * 3 / 4


def test_an_open_box_stays_open_on_a_painter_that_has_filled_something(look: Look) -> None:
    """The row with the focus once showed its open box as if it were done."""
    image = canvas(40, 40)
    painter = QPainter(image)
    fill(painter, QRect(0, 0, 3, 40), look.colour("accent"))
    paint_tick(painter, QRectF(0, 0, 40, 40), Done.OPEN, look)
    painter.end()
    assert image.pixelColor(20, 20) == look.colour("surface")


def painted_tick(look: Look, done: Done) -> QImage:
    image = canvas(40, 40)
    painter = QPainter(image)
    paint_tick(painter, QRectF(0, 0, 40, 40), done, look)
    painter.end()
    return image


def test_open_half_and_done_differ_in_shape(look: Look) -> None:
    accent, surface = look.colour("accent"), look.colour("surface")
    points = [QPoint(10, 10), QPoint(30, 10)]
    seen = {done: [painted_tick(look, done).pixelColor(point) for point in points] for done in Done}
    assert seen[Done.OPEN] == [surface, surface]
    assert seen[Done.HALF] == [accent, surface]
    assert seen[Done.DONE] == [accent, accent]


def test_a_tag_ends_where_it_is_told_and_says_where_it_began(look: Look) -> None:
    image = canvas(200, 40)
    painter = QPainter(image)
    left = paint_tag(painter, 190, 20, "Reading", Subject.READING, look)
    painter.end()
    assert left == 190 - tag_size("Reading", look).width()
    assert image.pixelColor(left + 3, 20) == look.pair("accent")[1]
    assert image.pixelColor(195, 20) == QColor("white")


def test_a_tag_says_its_word(qtbot: QtBot, look: Look) -> None:
    tag = Tag(look, "core", Subject.TECHNICAL)
    qtbot.addWidget(tag)
    assert tag.text() == "core"
    before = tag.sizeHint().width()
    tag.show_text("important", "amber")
    assert tag.text() == "important"
    assert tag.sizeHint().width() > before


def test_a_flow_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    flow = Flow(around, spacing=10)
    for _ in range(3):
        one = QWidget()
        one.setFixedSize(100, 30)
        flow.addWidget(one)
    assert flow.sizeHint().width() == 320
    assert flow.heightForWidth(320) == 30
    assert flow.heightForWidth(319) == 70
    assert flow.heightForWidth(100) == 110


def test_what_a_flow_holds_goes_with_it_and_a_widget_goes_from_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    flow = Flow(around)
    first, second = QWidget(around), QWidget(around)
    flow.addWidget(first)
    flow.addWidget(second)
    # What Python does not own nobody deletes: Qt leaves that to each layout.
    items = [one for place in (0, 1) if (one := flow.itemAt(place)) is not None]
    assert [Shiboken.ownedByPython(one) for one in items] == [True, True]
    first.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert flow.count() == 1
    assert items[1].widget() is second
    assert flow.itemAt(0) is items[1]


def test_what_is_lower_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    flow = Flow(around)
    high, low = QWidget(around), QWidget(around)
    high.setFixedSize(100, 30)
    low.setFixedSize(100, 20)
    flow.addWidget(high)
    flow.addWidget(low)
    flow.setGeometry(QRect(0, 0, 300, 30))
    assert (high.y(), low.y()) == (0, 5)


def test_a_flow_is_mirrored_for_languages_from_right_to_left(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = Flow(around)
    one = QWidget(around)
    one.setFixedSize(100, 30)
    flow.addWidget(one)
    flow.setGeometry(QRect(0, 0, 300, 30))
    assert one.x() == 200


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize(("width", "beside"), [(900, True), (360, False)])
def test_a_header_puts_its_buttons_below_where_it_is_narrow(
    qtbot: QtBot, width: int, beside: bool
) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.set_words("Week 4 of 10", "14 – 20 December")
    buttons = [Button("Catch up…", parent=header), Button("Print week…", parent=header)]
    for button in buttons:
        header.add(button)
    header.resize(width, header.sizeHint().height())
    header.show()
    left_to_right = header._box.direction() is QBoxLayout.Direction.LeftToRight
    assert left_to_right is beside
    assert all(header.rect().contains(one.mapTo(header, QPoint(1, 1))) for one in buttons)


def test_things_stand_beside_each_other_while_they_fit(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    beside = Beside(around, spacing=10)
    inside = [QWidget(), QWidget()]
    for one in inside:
        one.setMinimumSize(100, 50)
        layout = QVBoxLayout(one)
        layout.setContentsMargins(0, 0, 0, 0)
        spacer = QWidget()
        spacer.setFixedSize(100, 50)
        layout.addWidget(spacer)
        beside.add(one)
    around.show()
    beside.resize(210, 200)
    qtbot.waitUntil(lambda: inside[1].x() > 0)
    beside.resize(209, 200)
    qtbot.waitUntil(lambda: inside[1].y() > 0)


def test_a_button_follows_its_action(qtbot: QtBot) -> None:
    action = QAction("Undo")
    action.setShortcut("Ctrl+Z")
    button = Button("Undo", action)
    qtbot.addWidget(button)
    assert button.toolTip() == "Ctrl+Z"
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        button.click()


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    pressed: list[int] = []
    button = Button("Go", lambda: pressed.append(1))
    qtbot.addWidget(button)
    button.show()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [1]


def test_words_are_never_markup(qtbot: QtBot) -> None:
    label = Body("if a<b and c>d: <b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_problem_keeps_its_place(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    column = card.column()
    problem = Problem(card)
    column.addWidget(Body("A field", card))
    column.addWidget(problem)
    card.show()
    before = card.heightForWidth(400)
    problem.say("The loop day has passed.")
    assert problem.isVisible()
    assert card.heightForWidth(400) == before
    problem.say("")
    assert not problem.isVisible()


def test_the_rim_of_a_list_lies_over_it_and_lets_clicks_through(qtbot: QtBot, look: Look) -> None:
    view = QListWidget()
    view.addItems(["one", "two"])
    card = ViewCard(look, view)
    qtbot.addWidget(card)
    card.resize(200, 100)
    card.show()
    corner = card.grab().toImage().pixelColor(0, 0)
    assert corner == look.colour("window")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 5))
    assert view.currentRow() == 0


@pytest.mark.parametrize(("minutes", "text"), [(90, "1.5 h"), (600, "10 h"), (45, "0.75 h")])
def test_hours_have_no_needless_zeros(qtbot: QtBot, minutes: int, text: str) -> None:
    field = HoursField(200, 0.5)
    qtbot.addWidget(field)
    field.set_minutes(minutes)
    assert field.text() == text
    assert field.minutes == minutes


def test_a_flow_lays_a_width_once_until_something_changes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    flow = Flow(around, spacing=10)
    one, other = QWidget(around), QWidget(around)
    for part in (one, other):
        part.setFixedSize(100, 30)
        flow.addWidget(part)
    laid: list[int] = []
    lay = Flow._lay

    def counted(self: Flow, rect: QRect, *, move: bool) -> int:
        laid.append(rect.width())
        return lay(self, rect, move=move)

    monkeypatch.setattr(Flow, "_lay", counted)
    assert [flow.heightForWidth(width) for width in (150, 300, 150, 300)] == [70, 30, 70, 30]
    assert laid == [150, 300]
    other.setFixedSize(60, 50)
    assert flow.heightForWidth(150) == 90
    other.hide()
    assert flow.heightForWidth(150) == 30
    flow.setSpacing(0)
    other.show()
    assert flow.heightForWidth(150) == 80
    flow.takeAt(1)
    assert flow.heightForWidth(150) == 30
