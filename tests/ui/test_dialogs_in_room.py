"""Dialogs with more to show than the screen has room for."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTreeWidget

from planner.ui.dialogs.body import ScrolledBody
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.words.told import ToldText
from planner.ui.look import LARGEST_SCALE, Look
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import House
from tests.ui.seen import settle


def opened(house: House, name: str) -> Dialog:
    dialog = DIALOGS[name](house)
    dialog.show()
    settle(dialog)
    return dialog


def body(dialog: Dialog) -> ScrolledBody:
    return next(iter(dialog.findChildren(ScrolledBody)))


@pytest.mark.parametrize("name", ["review", "switch level"])
def test_what_is_read_first_is_seen_first(house: House, look: Look, name: str) -> None:
    look.set_scale(LARGEST_SCALE)
    dialog = opened(house, name)
    around = body(dialog)
    assert around.verticalScrollBar().maximum() > 0
    assert around.verticalScrollBar().value() == 0
    assert dialog.focusWidget() is around
    inside = around.column.contentsMargins().left()
    assert inside + around.viewport().mapTo(dialog, QPoint(0, 0)).x() == dialog.heading.x()


def test_a_field_that_is_seen_keeps_the_keyboard(house: House) -> None:
    dialog = opened(house, "review")
    assert dialog.focusWidget() is not body(dialog)


def test_a_table_gives_way_before_all_of_it_is_scrolled(house: House) -> None:
    dialog = opened(house, "replan")
    table = next(iter(dialog.findChildren(QTreeWidget)))
    high = table.height()
    dialog.resize(dialog.width(), dialog.height() - high // 2)
    settle(dialog)
    assert table.height() < high
    assert body(dialog).verticalScrollBar().maximum() == 0


def test_a_dialog_grows_with_its_text(house: House, look: Look) -> None:
    usual = DIALOGS["about"](house).sizeHint().width()
    look.set_scale(130)
    assert DIALOGS["about"](house).sizeHint().width() > usual


@pytest.mark.usefixtures("look")
def test_text_to_read_is_as_high_as_its_lines_where_there_is_room() -> None:
    few, many = ToldText("a", 4), ToldText("a", 12)
    assert few.sizeHint().height() < many.sizeHint().height()
    assert few.minimumSizeHint() == many.minimumSizeHint()
