"""Tab goes as one reads: from the top to the bottom, from the left to the right."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.ui.dialogs.dialog import Dialog
from planner.ui.look import Look
from planner.ui.pages.table import PAGES
from tests.architecture.test_accessibility import ancestors, focusable, name_of
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import House

SIZES = [(1280, 800, 100), (900, 600, 200)]


def tabbed(root: QWidget) -> list[QWidget]:
    """Return what Tab comes to, in its order from the first one on."""
    every = focusable(root)
    found: list[QWidget] = []
    one: QWidget = root.nextInFocusChain()
    while one is not root:
        if one in every and one.focusProxy() is None and not is_other_ring(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def is_other_ring(widget: QWidget) -> bool:
    """Say whether Tab passes over a ring, because another one of its group is chosen."""
    if not isinstance(widget, QRadioButton) or widget.isChecked():
        return False
    group = widget.group()
    return group.checkedButton() is not None if group else True


def places(root: QWidget, first: QWidget, then: QWidget) -> tuple[QRect, QRect]:
    """Return where two widgets are; what only one of them scrolls in stands for that one."""
    inside = [[one for one in ancestors(each) if is_scroll(one)] for each in (first, then)]
    shown = [
        next((one for one in reversed(scrolls) if one not in others and one is not each), each)
        for each, scrolls, others in zip((first, then), inside, reversed(inside), strict=True)
    ]
    one, other = (QRect(each.mapTo(root, QPoint()), each.size()) for each in shown)
    return one, other


def is_scroll(widget: QWidget) -> bool:
    return isinstance(widget, QScrollArea)


def against_reading(first: QRect, then: QRect) -> bool:
    """Say whether what comes then stands above what came first, or before it in the same line."""
    beside = first.left() <= then.right() and then.left() <= first.right()
    abreast = first.top() <= then.bottom() and then.top() <= first.bottom()
    above = then.bottom() < first.top() and beside
    before = then.right() < first.left() and abreast
    return above or before


def leaps(root: QWidget) -> list[str]:
    """Return where Tab goes back."""
    order = tabbed(root)
    return [
        f"{name_of(first)} → {name_of(then)}"
        for first, then in combinations(order, 2)
        if then.isAncestorOf(first)
        or (not first.isAncestorOf(then) and against_reading(*places(root, first, then)))
    ]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_on_a_page(
    qapp: QApplication, house: House, look: Look, page: str, width: int, height: int, scale: int
) -> None:
    look.set_scale(scale)
    house.window.resize(width, height)
    house.window.turn_to(page)
    for _ in range(4):
        qapp.processEvents()
    assert len(tabbed(house.window)) > 2
    assert leaps(house.window) == []


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_in_a_dialog(qapp: QApplication, house: House, make: Callable[[House], Dialog]) -> None:
    dialog = make(house)
    dialog.show()
    qapp.processEvents()
    assert tabbed(dialog)
    assert leaps(dialog) == []
    dialog.close()


def test_a_leap_is_noticed(qapp: QApplication, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    button, field = QPushButton("Go", root), QLineEdit(root)
    field.setAccessibleName("Name")
    row = QHBoxLayout(root)
    row.addWidget(field)
    row.addWidget(button)
    root.show()
    qapp.processEvents()
    assert leaps(root) == ["Go → Name"]
