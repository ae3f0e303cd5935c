"""What the parts of the kit give to a screen reader."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.kit.forms.fields import labelled
from planner.ui.kit.keyboard.leading import Leading
from planner.ui.kit.keyboard.why_not import WhyNot
from planner.ui.kit.painted.picture import Picture
from planner.ui.kit.words.grouped import GroupedTable
from planner.ui.kit.words.labels import Problem

Spoken = Qt.ItemDataRole.AccessibleTextRole
Flag = QItemSelectionModel.SelectionFlag


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said aloud."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


@pytest.fixture
def view(qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["a", "b", "c"], view))
    view.setCurrentIndex(view.model().index(0, 0))
    Leading(view)
    return view


def test_what_is_wrong_describes_its_field_and_is_said_when_it_comes(
    qtbot: QtBot, said: list[str]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, problem = QLineEdit(page), Problem(page)
    field.setAccessibleDescription("as it is written")
    QVBoxLayout(page).addLayout(labelled("Day", field, problem))
    problem.say("“3 Fe” is no day.")
    problem.say("“3 Feb 1” is no day.")
    assert field.accessibleDescription() == "“3 Feb 1” is no day."
    assert said == ["“3 Fe” is no day."]
    problem.say("")
    assert field.accessibleDescription() == "as it is written"
    problem.say("It is too late.")
    assert said == ["“3 Fe” is no day.", "It is too late."]


def test_a_button_that_cannot_be_pressed_says_why_not(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button, problem = QPushButton("Next", page), Problem(page)
    WhyNot(button)
    button.setEnabled(False)
    problem.say("The loop comes before the start.")
    qtbot.waitUntil(lambda: bool(button.accessibleDescription()))
    assert button.accessibleDescription() == "The loop comes before the start."
    button.setEnabled(True)
    problem.say("")
    qtbot.waitUntil(lambda: not button.accessibleDescription())


def test_a_row_that_is_selected_from_elsewhere_becomes_current(
    view: QListView, qtbot: QtBot
) -> None:
    there = view.model().index(2, 0)
    view.selectionModel().select(there, Flag.ClearAndSelect)
    qtbot.waitUntil(lambda: view.currentIndex() == there)
    assert view.selectionModel().selectedIndexes() == [there]


def test_the_keyboard_tells_of_each_row_once(view: QListView, qtbot: QtBot) -> None:
    moved: list[QModelIndex] = []
    view.selectionModel().currentChanged.connect(lambda current, _: moved.append(current))
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.wait(1)
    assert [one.row() for one in moved] == [1]


def test_several_rows_at_once_move_nothing(view: QListView, qtbot: QtBot) -> None:
    view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    view.selectAll()
    qtbot.wait(1)
    assert view.currentIndex().row() == 0


def test_no_cell_under_a_heading_is_silent(qtbot: QtBot) -> None:
    table = GroupedTable("What would change", ("Session", "Now", "Then"))
    qtbot.addWidget(table)
    table.add_group("New", [("APIs", "", "Mon 4 Jan")])
    table.add_group("Move", [])
    assert table.topLevelItemCount() == 1
    top = table.topLevelItem(0)
    assert top is not None
    assert {top.data(column, Spoken) for column in range(3)} == {"New · 1"}
    row = top.child(0)
    assert row is not None
    assert row.data(0, Spoken) == "APIs, Now: nothing, Then: Mon 4 Jan"
    assert row.data(1, Spoken) == "Now: nothing"


def test_a_picture_is_one_to_a_screen_reader_too(qtbot: QtBot) -> None:
    picture = Picture("Burn-up")
    qtbot.addWidget(picture)
    picture.tell("5 of 9 h")
    assert QAccessible.queryAccessibleInterface(picture).role() is QAccessible.Role.Graphic
    assert picture.accessibleDescription() == "5 of 9 h"
