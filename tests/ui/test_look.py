import gc

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.values import Subject
from planner.ui.kit.forms.fields import ChoiceField
from planner.ui.look import Look, filled
from planner.ui.rows.model import RowDelegate, RowsModel
from planner.ui.rows.text import line_height
from planner.ui.rows.view import RowList
from tests.ui.house import House


def shown(look: Look) -> str:
    return look.theme.name


def test_a_colour_is_named_by_its_meaning(look: Look) -> None:
    assert look.colour("accent").name() == "#17695c"
    look.set_mode("dark")
    assert look.colour("accent").name() == "#5cc2ae"


def test_reading_has_the_accent_and_orientation_the_colour_of_reviews(look: Look) -> None:
    assert look.subject(Subject.READING) == look.pair("accent")
    assert look.subject(Subject.ORIENTATION) == look.pair("review")
    assert look.subject(Subject.MOCK) == look.pair("mock")


def test_a_new_theme_reaches_palette_style_sheet_and_listeners(
    qapp: QApplication, qtbot: QtBot, look: Look
) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_mode("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.colour("window")
    assert look.colour("surface").name().upper() in qapp.styleSheet()


def test_the_same_theme_again_is_no_change(qtbot: QtBot, look: Look) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_mode("light")


def test_the_system_decides_where_no_theme_is_pinned(
    qapp: QApplication, qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The platform of the tests has no theme of its own, so its answer is laid down.
    monkeypatch.setattr("planner.ui.look.system_theme", lambda _: "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert shown(look) == "light", "a pinned theme stays"
    with qtbot.waitSignal(look.changed):
        look.set_mode("system")
    assert shown(look) == "dark"
    monkeypatch.setattr("planner.ui.look.system_theme", lambda _: "light")
    with qtbot.waitSignal(look.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert shown(look) == "light"


def test_more_contrast_comes_and_goes_with_the_systems_wish(
    qapp: QApplication, qtbot: QtBot, look: Look
) -> None:
    look.heed_contrast()
    assert look.colour("muted") != look.colour("text")
    hints = qapp.styleHints()
    with qtbot.waitSignal(look.changed):
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert look.colour("muted") == look.colour("text")
    look.set_mode("dark")
    assert look.colour("muted") == look.colour("text")
    with qtbot.waitSignal(look.changed):
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert look.colour("muted") != look.colour("text")


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (150, 150), (400, 200)])
def test_the_text_grows_within_bounds(look: Look, asked: int, given: int) -> None:
    usual = look.font("body").pointSizeF()
    look.set_scale(asked)
    assert look.scale == given
    assert look.font("body").pointSizeF() == pytest.approx(usual * given / 100)


@pytest.mark.usefixtures("look")
def test_a_late_look_has_colours_at_once_and_its_sheet_when_it_is_laid(qapp: QApplication) -> None:
    qapp.setStyleSheet("")
    late = Look(qapp, "dark", late=True)
    assert qapp.palette().color(QPalette.ColorRole.Window) == late.colour("window")
    assert qapp.styleSheet() == ""
    late.lay_sheet()
    assert late.colour("surface").name().upper() in qapp.styleSheet()
    late.deleteLater()


def test_words_on_the_screen_follow_the_size(qtbot: QtBot, look: Look) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    before = QFontInfo(label.font()).pointSizeF()
    look.set_scale(200)
    qtbot.waitUntil(lambda: QFontInfo(label.font()).pointSizeF() >= 1.9 * before)


def test_a_title_is_nine_points_larger(look: Look) -> None:
    assert look.font("title").pointSizeF() == look.font("body").pointSizeF() + 9


def test_a_new_theme_leaves_nothing_behind(qtbot: QtBot, look: Look) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItems(["one", "two"])
    field.view()
    before = len(field.findChildren(QObject))
    look.set_mode("dark")
    look.set_mode("light")
    assert len(field.findChildren(QObject)) == before


class Lines(RowDelegate[str]):
    """Paints nothing, a line high; `hasty` are the rows that were measured amid dressing."""

    hasty: list[str]

    def height(self, row: str, width: int) -> int:
        if self.look.is_dressing:
            self.hasty.append(row)
        return line_height(self.look.font("body")) if width else 0

    def paint_row(self, painter: QPainter, rect: QRect, row: str) -> None:
        """Paint nothing."""


def test_rows_are_measured_once_the_whole_window_is_dressed(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    model, delegate = RowsModel[str](str, str, window), Lines(look, window)
    delegate.hasty = []
    rows = RowList(look, model, delegate, "Rows", window)
    model.show_rows(["first", "second"])
    window.show()
    before, high = rows.sizeHint().height(), rows.visualRect(model.index(1)).height()
    look.set_scale(200)
    qtbot.waitUntil(lambda: rows.visualRect(model.index(1)).height() > high)
    assert rows.sizeHint().height() > before
    assert "second" not in delegate.hasty, "Qt takes its step from the first row"


@pytest.mark.parametrize("scale", [200, 150])
def test_between_two_sheets_no_widget_counts_as_dressed(
    qapp: QApplication, house: House, monkeypatch: pytest.MonkeyPatch, scale: int
) -> None:
    """Else Qt would not hear when it goes, and the next sheet would be laid on what is no more."""
    look, counted = house.look, list[QWidget]()
    lay = look.lay_sheet

    def laid() -> None:
        dressed = Qt.WidgetAttribute.WA_StyleSheet
        counted.extend(one for one in qapp.allWidgets() if one.testAttribute(dressed))
        lay()

    monkeypatch.setattr(look, "lay_sheet", laid)
    look.set_scale(scale)
    look.set_mode("dark")
    assert counted == []


def test_a_sheet_is_filled_once_and_names_nothing_unknown() -> None:
    names = {"line": "#112233", "line_soft": "#445566", "icons": "/home/@line"}
    sheet = "a { color: @line; b: @line_soft; url('@icons/up-@line.svg') }"
    told = "a { color: #112233; b: #445566; url('/home/@line/up-#112233.svg') }"
    assert filled(sheet, names) == told
    with pytest.raises(KeyError):
        filled("a { color: @lime }", names)


class Heedful(QWidget):
    """Notes whether Python may free widgets while Qt tells each one of its new dress."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: dict[QEvent.Type, bool] = {}

    def changeEvent(self, event: QEvent) -> None:
        self.heard[event.type()] = gc.isenabled()
        super().changeEvent(event)


def test_no_widget_is_freed_while_qt_goes_through_them(qtbot: QtBot, look: Look) -> None:
    widget = Heedful()
    qtbot.addWidget(widget)
    widget.show()
    widget.heard.clear()
    look.set_mode("dark")
    look.set_scale(120)
    change = QEvent.Type
    assert widget.heard.keys() >= {change.StyleChange, change.PaletteChange, change.FontChange}
    assert not any(widget.heard.values())
    assert gc.isenabled()
