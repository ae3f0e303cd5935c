"""An own item is renamed at its session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.commands import AddItem, RenameItem
from planner.core.state import State
from planner.core.values import Subject
from planner.ui.look import Look
from planner.ui.pages.week import WeekPage
from planner.ui.rows.renaming import TitleField
from tests.support import study
from tests.ui.pages.desk import Desk, at_work, laid_out

OWN = "W1-09"
MINE = AddItem(id="own.1", title="mine", subject=Subject.READING, minutes=60)
PLAN = study.PLAN.evolve(sessions=(*study.PLAN.sessions, study.session(OWN, "own.1", 3)))
STATE = apply(State(study.CURRICULUM, profile=study.PROFILE, plan=PLAN), MINE)


@pytest.fixture
def desk(look: Look, qtbot: QtBot) -> Desk:
    page = laid_out(WeekPage(look), qtbot)
    desk = at_work(qtbot, page, STATE, study.TODAY)
    page.activateWindow()
    return desk


def test_only_what_is_ones_own(desk: Desk) -> None:
    assert "rename" not in desk.page.offers()
    assert desk.page.run("rename")
    assert desk.page.findChildren(TitleField) == []


def test_it_is_renamed_where_it_stands(desk: Desk) -> None:
    desk.page.open_session(OWN)
    assert desk.page.run("rename")
    (field,) = desk.page.findChildren(TitleField)
    assert (field.text(), field.isVisible()) == ("mine", True)
    QTest.keyClicks(field, "better")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.done == [RenameItem(item="own.1", title="better")]
    (view,) = desk.page.lists()
    assert view.hasFocus()
