from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.forecast import Forecast
from planner.core.screens.sidebar import Countdown
from planner.core.values import Level
from planner.ui.look import Look
from planner.ui.sidebar import Entry, Sidebar


@pytest.fixture
def sidebar(qtbot: QtBot, look: Look) -> Sidebar:
    entries = {}
    for number, name in enumerate(("This week", "Plan"), start=1):
        entries[name] = QAction(name, look)
        entries[name].setShortcut(f"Ctrl+{number}")
    sidebar = Sidebar(look, entries)
    qtbot.addWidget(sidebar)
    sidebar.resize(sidebar.width(), 600)
    sidebar.show()
    return sidebar


LOOP = date(2027, 1, 25)


def finishing(slack: float | None, own: int = 3, left: int = 60) -> Forecast:
    """A forecast of so many weeks of slack, a week earlier or later."""
    if slack is None:
        return Forecast(None, None, None, None, 0, own, 4 - own, left)
    likely = LOOP - timedelta(days=int(7 * slack))
    week = timedelta(weeks=1)
    return Forecast(likely - week, likely, likely + week, slack, 5, own, 4 - own, left)


LATE = "late if the weeks to come go like those so far"


def days_left(
    days: int, slack: float | None = 1.5, *, proposed: bool = False, own: int = 3, left: int = 60
) -> Countdown:
    return Countdown(
        level=Level.L6,
        level_title="Senior EM",
        loop=LOOP,
        loop_proposed=proposed,
        days=days,
        forecast=finishing(slack, own, left),
    )


def said(sidebar: Sidebar) -> list[str]:
    return [label.text() for label in sidebar.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("countdown", "lines"),
    [
        (days_left(41), ["41 days", "to loop day · Mon 25 Jan", "1.5 weeks of slack"]),
        (days_left(1), ["1 day", "to loop day · Mon 25 Jan", "1.5 weeks of slack"]),
        (days_left(0, 0), ["Today", "to loop day · Mon 25 Jan", "0 weeks of slack"]),
        (
            days_left(-3, -0.5),
            [
                "3 days",
                "since loop day · Mon 25 Jan",
                f"0.5 weeks {LATE}",
            ],
        ),
        (days_left(41, 1), ["1 week of slack"]),
        (days_left(41, -1), [f"1 week {LATE}"]),
        (days_left(41, 2.0), ["2 weeks of slack"]),
        (days_left(41, None), ["end not in sight"]),
        (days_left(41, -2, own=0), ["in time as planned; 2 weeks late if work slips as usual"]),
        (days_left(41, 1, own=0), ["1 week of slack, even if work slips as usual"]),
        (days_left(41, 3, own=0, left=0), ["3 weeks of slack"]),
        (days_left(9, proposed=True), ["9 days", "to proposed day · Mon 25 Jan"]),
    ],
)
def test_the_foot_counts_down(sidebar: Sidebar, countdown: Countdown, lines: list[str]) -> None:
    sidebar.show_countdown(countdown)
    found = said(sidebar)
    assert "L6 · Senior EM" in found
    assert all(line in found for line in lines)


def test_the_slack_tells_on_hover_what_it_rests_on(sidebar: Sidebar) -> None:
    sidebar.show_countdown(days_left(41))
    (slack,) = (one for one in sidebar.findChildren(QLabel) if "slack" in one.text())
    assert slack.toolTip() == "Likely finish 15 Jan, between 8 and 22 Jan."


def test_a_plan_that_fits_and_may_be_late_says_why(sidebar: Sidebar) -> None:
    sidebar.show_countdown(days_left(41, -2, own=0))
    (slack,) = (one for one in sidebar.findChildren(QLabel) if "slips" in one.text())
    assert slack.toolTip().endswith(
        "The plan fits the hours you give it. But plans usually take 1.6 times as long as "
        "expected; once a full week is over, your own pace counts instead."
    )


def test_without_a_plan_there_is_nothing_to_count(sidebar: Sidebar) -> None:
    sidebar.show_countdown(None)
    assert said(sidebar) == ["Loopready"]


def test_an_entry_asks_for_its_page(qtbot: QtBot, sidebar: Sidebar) -> None:
    _, plan = sidebar.findChildren(Entry)
    with qtbot.waitSignal(sidebar.asked) as asked:
        QTest.mouseClick(plan, Qt.MouseButton.LeftButton)
    assert asked.args == ["page-Plan"]


def test_an_entry_asks_for_its_page_once_more_where_it_is_shown(sidebar: Sidebar) -> None:
    week, plan = sidebar.findChildren(Entry)
    sidebar.show_page("This week")
    asked: list[str] = []
    sidebar.asked.connect(asked.append)
    QTest.mouseClick(week, Qt.MouseButton.LeftButton)
    QTest.mouseClick(plan, Qt.MouseButton.LeftButton)
    assert asked == ["page-This week", "page-Plan"]


def test_an_entry_says_its_name_and_its_key(sidebar: Sidebar) -> None:
    week, _ = sidebar.findChildren(Entry)
    assert (week.accessibleName(), week.accessibleDescription()) == ("This week", "Ctrl+1")


def test_nothing_is_cut_at_twice_the_size(sidebar: Sidebar, look: Look) -> None:
    look.set_scale(200)
    for entry in sidebar.findChildren(Entry):
        assert entry.sizeHint().width() <= entry.width()
        assert entry.sizeHint().height() <= sidebar.height()


def test_what_has_no_room_is_left_out_not_cut(
    sidebar: Sidebar, qtbot: QtBot, qapp: QApplication
) -> None:
    level, days = "L6 · Senior EM", "41 days"
    window = QWidget()
    qtbot.addWidget(window)
    sidebar.setParent(window)
    sidebar.show()
    window.show()
    sidebar.show_countdown(days_left(41))
    seen: list[list[str]] = []
    for height in range(600, 60, -4):
        sidebar.resize(sidebar.width(), height)
        qapp.processEvents()
        labels = [one for one in sidebar.findChildren(QLabel) if one.isVisible()]
        shown = [one.text() for one in labels if one.text() in {level, days}]
        assert not shown or all(one.height() >= one.heightForWidth(one.width()) for one in labels)
        if shown not in seen:
            seen.append(shown)
    sidebar.setParent(None)
    assert seen == [[level, days], [days], []]
