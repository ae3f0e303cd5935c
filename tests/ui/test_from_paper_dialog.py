"""What was done on paper is entered in one line, by keys, and shown before it is ticked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.core.commands import LogTime, Tick
from planner.ui.dialogs.from_paper import FromPaperDialog
from planner.ui.kit.buttons import PrimaryButton
from planner.ui.kit.words.labels import Problem
from tests.ui.house import TODAY, House, demo_workspace

STATE = demo_workspace().state
assert STATE.plan is not None
FIRST, SECOND = [one.code for one in STATE.plan.sessions if one.code not in STATE.ticks][:2]
DONE = next(code for code in STATE.ticks if code in STATE.plan.by_code)


@pytest.fixture
def dialog(qtbot: QtBot) -> FromPaperDialog:
    made = FromPaperDialog(STATE, TODAY, None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def button(dialog: FromPaperDialog) -> PrimaryButton:
    found = dialog.findChild(PrimaryButton)
    assert found is not None
    return found


def problem(dialog: FromPaperDialog) -> str:
    found = dialog.findChild(Problem)
    assert found is not None
    return found.text()


pytestmark = pytest.mark.usefixtures("look")


def test_what_is_typed_is_shown_before_it_is_ticked(dialog: FromPaperDialog) -> None:
    QTest.keyClicks(dialog.field, f"{FIRST.lower()} 45m, {SECOND}, {DONE}")
    rows = dialog.preview.text().splitlines()
    assert [row.split(" \u00b7 ")[0] for row in rows] == [FIRST, SECOND, DONE]
    assert "45 m" in rows[0]
    assert rows[2].endswith("done already")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == 1
    assert dialog.changes()[:3] == (
        Tick(target=FIRST, on=TODAY),
        LogTime(code=FIRST, minutes=45, on=TODAY),
        Tick(target=SECOND, on=TODAY),
    )


def test_minutes_that_are_not_added_are_not_shown_as_if(qtbot: QtBot) -> None:
    state = STATE.evolve(minutes={DONE: 30})
    dialog = FromPaperDialog(state, TODAY, None)
    qtbot.addWidget(dialog)
    dialog.field.setText(f"{DONE} 45m")
    assert dialog.preview.text().endswith("30 m logged before \u00b7 done already")
    assert dialog.changes() == (Tick(target=DONE, on=TODAY),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("W99-99", "The plan has no W99-99."),
        (f"{FIRST} {FIRST}", f"{FIRST} is named twice."),
        (f"{FIRST} {DONE} {FIRST} {DONE}", f"{DONE}, {FIRST} are named twice."),
        (f"{FIRST}=soon", f"\u201csoon\u201d is no time; write it like {FIRST} 45m."),
        ("<b>x</b>", "\u201c<b>x</b>\u201d is no code; write it like W3-04 45m."),
        ("", ""),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(
    dialog: FromPaperDialog, text: str, told: str
) -> None:
    dialog.field.setText(text)
    assert problem(dialog) == told
    assert not button(dialog).isEnabled()


def test_what_was_typed_is_not_lost_by_one_escape(dialog: FromPaperDialog) -> None:
    QTest.keyClicks(dialog.field, FIRST)
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_the_whole_page_is_one_step_of_undo(house: House) -> None:
    before = house.workspace.state
    house.answers.profiles = [
        (
            Tick(target=FIRST, on=TODAY),
            LogTime(code=FIRST, minutes=45, on=TODAY),
            Tick(target=SECOND, on=TODAY),
        )
    ]
    house.window.run("from-paper")
    assert {FIRST, SECOND} <= house.workspace.state.ticks.keys()
    house.window.run("undo")
    assert house.workspace.state == before
