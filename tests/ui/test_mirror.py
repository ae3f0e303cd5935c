"""Right to left, everything changes sides: layouts by Qt, and what is painted by hand by us."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.core.language import English, speak
from planner.ui.kit.forms.fields import ClockField
from planner.ui.kit.forms.typed_day import read_day
from planner.ui.kit.painted.mirror import RIGHT, draw_text, mirror, turned
from planner.ui.kit.words.dates import full_day
from planner.ui.kit.words.labels import Body
from planner.ui.language import Region, choose
from planner.ui.look import Look
from planner.ui.notice import Notice
from planner.ui.pages.table import PAGES
from scripts.pseudo import pseudo
from scripts.sentences import collect
from tests.ui.house import House, demo_workspace, opened
from tests.ui.seen import clipped, settle
from tests.ui.tongues import english_afterwards

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
DRAWN = QPainter.drawText
Drawn = dict[str, list[QRectF]]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Every text that is painted by hand, with where it stands on the screen."""
    found: Drawn = {}

    def draw(painter: QPainter, rect: QRect | QRectF, flags: Qt.AlignmentFlag, text: str) -> None:
        width = painter.fontMetrics().horizontalAdvance(text)
        place = QRectF(rect)
        left = place.left()
        if flags & Qt.AlignmentFlag.AlignRight:
            left = place.right() - width
        elif flags & Qt.AlignmentFlag.AlignHCenter:
            left = place.center().x() - width / 2
        found.setdefault(text, []).append(QRectF(left, place.top(), width, place.height()))
        DRAWN(painter, rect, flags, text)

    monkeypatch.setattr(QPainter, "drawText", draw)
    return found


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RTL)
    yield
    qapp.setLayoutDirection(LTR)


def painted(app: QApplication, drawn: Drawn, view: QWidget) -> Drawn:
    app.processEvents()
    drawn.clear()
    picture = QPixmap(view.size())
    view.render(picture, QPoint())
    return {text: list(places) for text, places in drawn.items()}


def of_page(app: QApplication, look: Look, drawn: Drawn, page: str) -> dict[int, tuple[Drawn, int]]:
    """Return what each list of a page paints, with its width."""
    with opened(app, demo_workspace(), look) as house:
        house.window.resize(1280, 800)
        house.window.turn_to(page)
        for _ in range(4):
            app.processEvents()
        assert house.window.stack.page is not None
        lists = house.window.stack.page.lists()
        views = [one.viewport() for one in lists if isinstance(one, QAbstractItemView)]
        return {n: (painted(app, drawn, one), one.width()) for n, one in enumerate(views)}


@pytest.mark.parametrize("page", PAGES)
def test_a_list_paints_the_same_at_the_other_side(
    qapp: QApplication, look: Look, drawn: Drawn, page: str
) -> None:
    usual = of_page(qapp, look, drawn, page)
    qapp.setLayoutDirection(RTL)
    try:
        turned_about = of_page(qapp, look, drawn, page)
    finally:
        qapp.setLayoutDirection(LTR)
    assert usual.keys() == turned_about.keys()
    compared = 0
    for number, (texts, width) in usual.items():
        others, other_width = turned_about[number]
        assert other_width == width
        for text, places in texts.items():
            for place, other in zip(places, others.get(text, ()), strict=False):
                assert other.top() == place.top(), text
                assert abs((width - other.right()) - place.left()) <= 2, text
                compared += 1
    assert compared >= (0 if not usual else 3)


@pytest.mark.usefixtures("mirrored")
def test_a_click_on_the_box_ticks_where_the_box_is(qapp: QApplication, look: Look) -> None:
    with opened(qapp, demo_workspace(), look) as house:
        house.window.turn_to("week")
        qapp.processEvents()
        ticks = len(house.workspace.state.ticks)
        _click_first_open(qapp, house, from_right=20)
        assert len(house.workspace.state.ticks) > ticks


def _click_first_open(app: QApplication, house: House, from_right: int) -> None:
    page = house.window.stack.page
    assert page is not None
    (view,) = page.lists()
    assert isinstance(view, QAbstractItemView)
    index = view.currentIndex()
    rect = view.visualRect(index)
    place = QPointF(rect.right() - from_right, rect.top() + 20)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        held = left if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, place, view.viewport().mapToGlobal(place), left, held, Qt.KeyboardModifier(0)
        )
        app.sendEvent(view.viewport(), event)
    app.processEvents()


@pytest.mark.usefixtures("mirrored")
def test_words_stay_upright_in_a_painter_that_is_turned(drawn: Drawn) -> None:
    picture = QPixmap(100, 20)
    painter = QPainter(picture)
    mirror(painter, QRect(0, 0, 100, 20), RTL)
    draw_text(painter, QRect(10, 0, 80, 20), RIGHT, "x")
    assert painter.worldTransform().m11() == -1  # turned again for what follows
    painter.end()
    assert [place.left() for place in drawn["x"]] == [10.0]


def test_a_point_of_the_screen_is_found_in_what_was_painted() -> None:
    rect = QRect(10, 0, 100, 20)
    assert turned(QPointF(15, 3), rect, LTR) == QPointF(15, 3)
    assert turned(QPointF(15, 3), rect, RTL) == QPointF(105, 3)


@pytest.mark.usefixtures("mirrored")
def test_an_english_title_stands_at_the_right_in_a_language_from_the_right() -> None:
    label = Body("System design")
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    label.setAlignment(RIGHT)  # the end of the line is the left now
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft


@pytest.mark.usefixtures("mirrored")
def test_a_time_of_day_is_not_turned() -> None:
    assert ClockField(time(19, 30)).text() == "19:30"


@pytest.mark.usefixtures("mirrored", "look")
def test_in_a_notice_a_line_that_is_broken_has_its_room_too(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    (label,) = notice.findChildren(Body)
    assert label.contentsMargins().left() == Body().contentsMargins().left() > 0
    assert label.contentsMargins().top() > 0


@pytest.mark.usefixtures("mirrored")
def test_a_line_that_is_broken_stays_within_its_label(look: Look) -> None:
    label = Body("\u05d0" * 8 + " \u05d0")
    label.setFont(look.font("body"))
    wide = label.fontMetrics().horizontalAdvance("\u05d0" * 8)
    wide += label.contentsMargins().left()
    label.resize(wide, label.heightForWidth(wide))
    picture = label.grab().toImage()
    ground = picture.pixel(0, picture.height() - 1)
    rim = {picture.pixel(0, y) for y in range(picture.height())}
    assert rim == {ground}


@pytest.mark.parametrize("name", ["de_DE", "es_ES", "he_IL", "ja_JP", "ar_EG", "hu_HU", "pt_BR"])
def test_a_day_is_read_as_it_is_shown(name: str) -> None:
    usual, locale = QLocale(), QLocale(name)
    QLocale.setDefault(locale)
    speak(Region(locale))
    try:
        for month in range(1, 13):
            day = date(2027, month, 9)
            assert read_day(full_day(day), date(2026, 12, 16)) == day
    finally:
        speak(English())
        QLocale.setDefault(usual)


def test_no_page_cuts_a_text_from_right_to_left(
    qapp: QApplication, tmp_path: Path, look: Look
) -> None:
    file = tmp_path / "pseudo.qm"
    pseudo(collect().sentences, file, "he")
    with english_afterwards(qapp):
        choose(qapp, str(file), tmp_path)
        with opened(qapp, demo_workspace(), look) as house:
            house.window.resize(900, 600)
            for page in PAGES:
                house.window.turn_to(page)
                settle(house.window)
                assert list(clipped(house.window)) == [], page
