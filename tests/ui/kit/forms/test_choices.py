"""A list to tick is laid out with the room that the look gives its rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle
from pytestqt.qtbot import QtBot

from planner.ui.kit.forms.choices import TickList


@pytest.mark.usefixtures("look")
def test_the_boxes_of_two_rows_never_touch(qtbot: QtBot) -> None:
    ticks = TickList(3)
    qtbot.addWidget(ticks)
    for name in ("one", "two", "three"):
        ticks.add(name, name.title(), ticked=name == "two")
    ticks.show()
    box = ticks.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight, None, ticks)
    first, second = (ticks.visualItemRect(ticks.item(row)).top() for row in (0, 1))
    assert second - first > box
    assert ticks.currentRow() == 0
    ticks.item(2).setCheckState(Qt.CheckState.Checked)
    assert ticks.chosen() == ("two", "three")
