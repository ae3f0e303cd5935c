"""Ctrl+Z in a field takes back what was typed there, before it takes back a gesture."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from planner.core.commands import Tick
from planner.ui.kit.forms.fields import HoursField, NumberField
from tests.ui.house import TODAY, House

CTRL = Qt.KeyboardModifier.ControlModifier


def line(parent: QWidget) -> tuple[QWidget, Callable[[], str]]:
    one = QLineEdit("old", parent)
    one.selectAll()
    return one, one.text


def text(parent: QWidget) -> tuple[QWidget, Callable[[], str]]:
    one = QPlainTextEdit("old", parent)
    one.selectAll()
    return one, one.toPlainText


def number(parent: QWidget) -> tuple[QWidget, Callable[[], str]]:
    one = NumberField(parent)
    one.setValue(4)
    one.selectAll()
    return one, one.cleanText


def hours(parent: QWidget) -> tuple[QWidget, Callable[[], str]]:
    one = HoursField(24, 0.5, parent)
    one.setValue(4)
    one.selectAll()
    return one, one.cleanText


Maker = Callable[[QWidget], tuple[QWidget, Callable[[], str]]]


@pytest.mark.parametrize("make", [line, text, number, hours])
def test_a_field_undoes_its_own_text_first(house: House, make: Maker) -> None:
    window, workspace = house.window, house.workspace
    plan = workspace.state.plan
    assert plan is not None
    target = next(one.code for one in plan.sessions if one.code not in workspace.state.ticks)
    workspace.do(Tick(target=target, on=TODAY))
    window.activateWindow()
    centre = window.centralWidget()
    assert centre is not None
    field, said = make(centre)
    field.show()
    field.setFocus()
    before = said()
    inner = field.lineEdit() if isinstance(field, QSpinBox) else field
    QTest.keyClicks(field, "7")
    assert said() != before
    QTest.keyClick(inner, Qt.Key.Key_Z, CTRL)
    assert said() == before
    assert target in workspace.state.ticks


def test_elsewhere_it_takes_back_the_last_gesture(house: House) -> None:
    workspace = house.workspace
    plan = workspace.state.plan
    assert plan is not None
    target = next(one.code for one in plan.sessions if one.code not in workspace.state.ticks)
    workspace.do(Tick(target=target, on=TODAY))
    house.window.activateWindow()
    page = house.window.stack.page
    assert page is not None
    (view,) = page.lists()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert target not in workspace.state.ticks
