"""A day can be typed as people write it, stepped to, or picked; what is no day is told."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView
from pytestqt.qtbot import QtBot

from planner.ui.kit.forms.day_field import DayField
from planner.ui.kit.forms.typed_day import read_day
from planner.ui.look import Look

FRIDAY, MONDAY = date(2027, 2, 5), date(2027, 2, 8)


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    field = DayField(FRIDAY)
    qtbot.addWidget(field)
    field.show()
    return field


def type_over(field: DayField, text: str) -> None:
    line = field.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize(
    "text",
    [
        *("8 Feb 2027", "08 feb 2027", "8. February 2027", "Feb 8, 2027", "Mon 8 Feb 2027"),
        *("2027-02-08", "2027 Feb 8", "8.2.2027", "8/2/27", "8 Feb", "8.2."),
    ],
)
def test_a_day_is_read_however_it_is_typed(field: DayField, text: str) -> None:
    type_over(field, text)
    assert (field.day, field.problem) == (MONDAY, "")
    field.clearFocus()
    assert field.currentText() == "8 Feb 2027"


@pytest.mark.parametrize(
    "text",
    ["30 Feb 2027", "2027-02-30", "8", "soon", "8 Feb 202", "8 Ma 2027", "1 2 3 4", "2027-02"],
)
def test_what_names_no_day_stays_and_is_told(field: DayField, text: str) -> None:
    type_over(field, text)
    assert field.currentText() == text
    assert field.problem == f"“{text}” is no day; write it like {_shown(field.day)}."
    assert field.property("wrong")
    type_over(field, "8 Feb 2027")
    assert not field.problem
    assert not field.property("wrong")


def _shown(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def test_a_day_outside_the_bounds_is_told(field: DayField) -> None:
    field.set_bounds(FRIDAY, MONDAY)
    type_over(field, "9 Feb 2027")
    assert field.problem == "The day must lie between 5 Feb 2027 and 8 Feb 2027."
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert (field.day, field.problem) == (MONDAY, "")


def test_numbers_come_in_the_order_of_the_country() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        assert read_day("2/8/2027", FRIDAY) == MONDAY
    finally:
        QLocale.setDefault(QLocale.c())
    assert read_day("8/2/2027", FRIDAY) == MONDAY


def test_without_a_year_it_is_the_nearest() -> None:
    assert read_day("20 Dec", date(2027, 1, 4)) == date(2026, 12, 20)
    assert read_day("4 Jan", date(2026, 12, 20)) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, date(2027, 2, 6)),
        (Qt.Key.Key_Down, date(2027, 2, 4)),
        (Qt.Key.Key_PageUp, date(2027, 2, 12)),
        (Qt.Key.Key_PageDown, date(2027, 1, 29)),
    ],
)
def test_keys_step_by_days_and_weeks(field: DayField, qtbot: QtBot, key: Qt.Key, day: date) -> None:
    with qtbot.waitSignal(field.picked):
        QTest.keyClick(field, key)
    assert field.day == day


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups offscreen
def test_the_calendar_gives_a_day_and_goes(field: DayField, qapp: QApplication) -> None:
    field.showPopup()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toPython() == FRIDAY
    calendar.activated.emit(calendar.selectedDate().addDays(3))
    assert field.day == MONDAY
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert field.findChild(QCalendarWidget) is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups offscreen
@pytest.mark.parametrize("country", ["en_GB", "de_DE", "fr_FR", "es_ES", "pt_BR", "pl_PL"])
def test_the_calendar_has_room_for_the_names_of_the_days(
    look: Look, field: DayField, country: str
) -> None:
    look.set_scale(100)
    field.setLocale(QLocale(country))
    field.showPopup()
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    calendar.setLocale(QLocale(country))
    days = calendar.findChild(QTableView)
    assert days is not None
    beside = 20  # what Qt wants free around a name before it cuts it
    widths = [days.columnWidth(column) for column in range(days.model().columnCount())]
    narrowest = min(width for width in widths if width)  # one is for numbers of weeks
    for weekday in range(1, 8):
        name = QLocale(country).dayName(weekday, QLocale.FormatType.ShortFormat)
        assert days.fontMetrics().horizontalAdvance(name) + beside <= narrowest
    calendar.window().close()
