"""Tab goes as one reads: from the top to the bottom, from the left to the right."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
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

SETTLED = 300  # milliseconds after which a page has all its words


def tabbed(root: QWidget) -> list[QWidget]:
    """Return what Tab comes to, in its order from the first one on."""
    every = focusable(root)
    found: list[QWidget] = []
    one = root.nextInFocusChain()
    while one is not None and one is not root:
        if one in every and one.focusProxy() is None and not is_other_ring(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def is_other_ring(widget: QWidget) -> bool:
    """Say whether Tab passes over a ring, because another one of its group is chosen."""
    if not isinstance(widget, QRadioButton) or widget.isChecked():
        return False
    group: QButtonGroup | None = widget.group()
    return group is None or group.checkedButton() is not None


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


def out_of_sight(app: QApplication, root: QWidget) -> list[str]:
    """Press Tab until it comes round, and return what had the focus and could not be seen."""
    found, seen = [], set[QWidget]()
    for _ in range(400):
        QTest.keyClick(root.focusWidget(), Qt.Key.Key_Tab)
        for _ in range(3):
            app.processEvents()
        one = root.focusWidget()
        if one in seen:
            break
        seen.add(one)
        if one.visibleRegion().isEmpty():
            found.append(f"{type(one).__name__} {name_of(one)}")
    assert seen
    return found


def leaps(root: QWidget) -> list[str]:
    """Return where Tab goes back."""
    order = tabbed(root)
    return [
        f"{name_of(first)} → {name_of(then)}"
        for first, then in combinations(order, 2)
        if then.isAncestorOf(first)
        or (not first.isAncestorOf(then) and against_reading(*places(root, first, then)))
    ]


@pytest.mark.parametrize("page", PAGES)
def test_on_a_page(qapp: QApplication, house: House, page: str) -> None:
    house.window.resize(1280, 800)
    house.window.turn_to(page)
    qapp.processEvents()
    assert len(tabbed(house.window)) > 2
    assert leaps(house.window) == []


@pytest.mark.parametrize("page", PAGES)
def test_on_a_small_page_with_large_letters(
    qapp: QApplication, house: House, look: Look, page: str
) -> None:
    look.set_scale(200)
    house.window.resize(900, 600)
    house.window.turn_to(page)
    QTest.qWait(SETTLED)
    assert leaps(house.window) == []
    assert out_of_sight(qapp, house.window) == []


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_in_a_dialog_with_large_letters(
    qapp: QApplication, house: House, look: Look, make: Callable[[House], Dialog]
) -> None:
    look.set_scale(200)
    dialog = make(house)
    dialog.show()
    dialog.resize(min(dialog.width(), 900), min(dialog.height(), 600))
    qapp.processEvents()
    assert tabbed(dialog)
    assert leaps(dialog) == []
    assert out_of_sight(qapp, dialog) == []
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
