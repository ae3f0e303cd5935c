"""What others write appears while the window is open, and disturbs nothing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListView, QScrollBar, QSpinBox
from pytestqt.qtbot import QtBot

from planner.core.commands import AddEvidence, LogTime, Tick, WriteStory
from planner.core.demo import demo_commands
from planner.storage.paths import open_store
from planner.ui import live as module
from planner.ui.look import Look
from planner.ui.pages.week.evidence import EvidenceLine
from planner.workspace import Workspace
from tests.support.faults import failing
from tests.support.stores import Clock
from tests.ui.house import TODAY, House, curriculum, opened

CLOCK = Clock()
VERTICAL = Qt.Orientation.Vertical


def device(root: Path, name: str) -> Workspace:
    """A computer of that name on the store that all of them share."""
    CLOCK.move(seconds=1)
    journal = open_store(
        root / "store", now=CLOCK, new_id=lambda: name, state=root / f"state-{name}"
    )
    return Workspace(curriculum(), journal)


@pytest.fixture
def house(
    qapp: QApplication, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[House]:
    """The window of ada, which looks at its folder all the time."""
    monkeypatch.setattr(module, "SEEN", 20)
    monkeypatch.setattr(module, "SHARE", 1)
    workspace = device(tmp_path, "ada")
    workspace.do(*demo_commands(curriculum(), TODAY))
    with opened(qapp, workspace, look) as house:
        yield house


@pytest.fixture
def other(house: House, tmp_path: Path) -> Workspace:
    """The computer of bob."""
    del house
    return device(tmp_path, "bob")


def open_codes(house: House) -> list[str]:
    plan = house.workspace.state.plan
    assert plan is not None
    week = plan.sessions_of(plan.week_at(TODAY))
    return [one.code for one in week if one.code not in house.workspace.state.ticks]


def sessions(house: House) -> QListView:
    page = house.window.stack.page
    assert page is not None
    (view,) = page.lists()
    assert isinstance(view, QListView)
    return view


def test_what_another_computer_writes_is_shown_and_told(
    qtbot: QtBot, house: House, other: Workspace
) -> None:
    first, second = open_codes(house)[:2]
    other.do(Tick(target=first, on=TODAY), Tick(target=second, on=TODAY))
    qtbot.waitUntil(lambda: {first, second} <= set(house.workspace.state.ticks))
    assert house.window.notice.text == "From another computer: 2 ticks."
    assert house.workspace.state == other.state


def test_what_another_program_of_this_computer_writes_is_told_as_that(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    code = open_codes(house)[0]
    device(tmp_path, "ada").do(Tick(target=code, on=TODAY))
    qtbot.waitUntil(lambda: code in house.workspace.state.ticks)
    assert house.window.notice.text == "From another program: 1 tick."


def test_what_is_read_while_something_is_written_is_told_too(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    first, second = open_codes(house)[:2]
    device(tmp_path, "ada").do(Tick(target=first, on=TODAY))
    house.workspace.do(Tick(target=second, on=TODAY))
    assert {first, second} <= set(house.workspace.state.ticks)
    qtbot.waitUntil(lambda: house.window.notice.text == "From another program: 1 tick.")


def test_an_edit_under_way_keeps_text_cursor_focus_selection_and_scroll(
    qtbot: QtBot, house: House, other: Workspace
) -> None:
    window, view = house.window, sessions(house)
    window.activateWindow()
    view.setFocus()
    view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    row, place = view.currentIndex(), bar.value()
    line = window.findChild(EvidenceLine)
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "I led the review")
    line.setCursorPosition(5)
    line.setSelection(2, 3)
    before = line.text(), line.cursorPosition(), line.selectedText()
    code = open_codes(house)[0]
    other.do(Tick(target=code, on=TODAY))
    qtbot.waitUntil(lambda: code in house.workspace.state.ticks)
    assert (line.text(), line.cursorPosition(), line.selectedText()) == before
    assert window.focusWidget() is line
    assert (view.currentIndex(), bar.value()) == (row, place)


def test_minutes_that_are_being_typed_stay(qtbot: QtBot, house: House, other: Workspace) -> None:
    view, code = sessions(house), open_codes(house)[0]
    page = house.window.stack.page
    assert page is not None
    page.open_session(code)
    field = house.window.findChild(QSpinBox)
    assert field is not None
    house.window.activateWindow()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "7")
    other.do(LogTime(code=code, minutes=20, on=TODAY))
    qtbot.waitUntil(lambda: house.workspace.state.minutes.get(code) == 20)
    assert field.cleanText() == "7"
    view.setFocus()
    other.do(LogTime(code=code, minutes=5, on=TODAY))
    qtbot.waitUntil(lambda: house.workspace.state.minutes.get(code) == 25)
    assert field.cleanText() != "7"


@pytest.mark.parametrize("name", ["checklist", "plan", "stories", "readiness"])
def test_other_pages_keep_row_scroll_and_focus(
    qtbot: QtBot, house: House, other: Workspace, name: str
) -> None:
    house.window.turn_to(name)
    house.window.activateWindow()
    page = house.window.stack.page
    assert page is not None
    view = next(iter(page.lists()), None)
    if view is not None:
        view.setFocus()
        for _ in range(6):
            QTest.keyClick(view, Qt.Key.Key_Down)
    qtbot.wait(50)  # some bars only go once all is laid out
    for bar in _bars(house):
        bar.setValue(bar.maximum() // 2)
    before = _standing(house)
    code = open_codes(house)[0]
    other.do(Tick(target=code, on=TODAY), WriteStory(story="story.bob", title="Zebra"))
    qtbot.waitUntil(lambda: code in house.workspace.state.ticks)
    assert _standing(house) == before


def _bars(house: House) -> list[QScrollBar]:
    """What scrolls and can be seen."""
    bars = house.window.stack.findChildren(QScrollBar)
    return [bar for bar in bars if bar.isVisible() and bar.orientation() is VERTICAL]


def _standing(house: House) -> tuple[object, ...]:
    page = house.window.stack.page
    assert page is not None
    current = [
        (view.currentIndex().row(), view.currentIndex().column())  # type: ignore[attr-defined]
        for view in page.lists()
    ]
    return house.window.focusWidget(), current, [bar.value() for bar in _bars(house)]


def test_the_filter_of_the_checklist_keeps_its_words(
    qtbot: QtBot, house: House, other: Workspace
) -> None:
    house.window.turn_to("checklist")
    house.window.activateWindow()
    house.window.run("filter")
    field = house.window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "design")
    field.setCursorPosition(2)
    code = open_codes(house)[0]
    other.do(Tick(target=code, on=TODAY))
    qtbot.waitUntil(lambda: code in house.workspace.state.ticks)
    assert (field.text(), field.cursorPosition(), field.hasFocus()) == ("design", 2, True)


@pytest.mark.parametrize("modal", [True, False])
def test_nothing_is_taken_in_while_a_dialog_asks(
    qtbot: QtBot, house: House, other: Workspace, modal: bool
) -> None:
    dialog = QDialog(house.window)
    dialog.setModal(modal)
    dialog.show()
    code = open_codes(house)[0]
    other.do(Tick(target=code, on=TODAY))
    qtbot.wait(150)
    assert code not in house.workspace.state.ticks
    dialog.close()
    qtbot.waitUntil(lambda: code in house.workspace.state.ticks)
    dialog.deleteLater()


def test_a_line_that_another_computer_wrote_later_is_not_hidden_by_the_one_begun_here(
    qtbot: QtBot, house: House, other: Workspace
) -> None:
    page = house.window.stack.page
    assert page is not None
    line = house.window.findChild(EvidenceLine)
    assert line is not None
    item = line._item
    house.window.activateWindow()
    line.setFocus()
    QTest.keyClicks(line, "mine")
    other.do(AddEvidence(item=item, text="theirs"))
    qtbot.waitUntil(lambda: house.workspace.state.evidence.get(item) == "theirs")
    assert line.text().startswith("mine") or line.text().endswith("mine")


def test_a_disk_that_takes_writes_again_is_found_without_being_asked(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RETRY_SECONDS", 0.05)
    code = open_codes(house)[0]
    with failing("fsync", 28):
        house.workspace.do(Tick(target=code, on=TODAY))
        qtbot.wait(150)
        assert house.workspace.unsaved
        assert house.window.windowTitle() == "Not saved — Loopready"
    qtbot.waitUntil(lambda: not house.workspace.unsaved)
    assert house.window.windowTitle() == "Loopready"


def test_a_hidden_window_and_a_slow_folder_are_looked_at_less_often(house: House) -> None:
    live = house.window._live
    assert live._pause(0) == module.SEEN
    assert live._pause(0.4) == 400 * module.SHARE
    house.window.showMinimized()
    assert live._pause(0) == module.UNSEEN


def test_a_look_that_fails_is_followed_by_others(
    qtbot: QtBot, house: House, other: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Workspace) -> None:
        raise ValueError("a mistake")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as mistakes:
        patch.setattr(Workspace, "refresh", broken)
        qtbot.waitUntil(lambda: len(mistakes) > 1)
    code = open_codes(house)[0]
    other.do(Tick(target=code, on=TODAY))
    qtbot.waitUntil(lambda: code in house.workspace.state.ticks)


def test_a_line_that_cannot_be_read_is_told_when_it_comes(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    told: list[str] = []
    house.window._live._tell = told.append
    file = tmp_path / "store" / "journal-bob.jsonl"
    file.write_bytes(b"this is no line\n")
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "1 line of journal-bob.jsonl" in told[0]
    file.write_bytes(b"this is no line\nnor is this\n")
    qtbot.waitUntil(lambda: len(told) == 2)
    assert "2 lines of journal-bob.jsonl" in told[1]


def test_a_line_that_is_on_its_way_is_not_told(house: House, tmp_path: Path) -> None:
    told: list[str] = []
    live = house.window._live
    live._tell = told.append
    live._timer.stop()
    file = tmp_path / "store" / "journal-bob.jsonl"
    file.write_bytes(b'{"id": "bob-1", "at": "2026')
    live.look()
    live._timer.stop()
    file.write_bytes(b"")
    live.look()
    live._timer.stop()
    live.look()
    assert told == []


def test_days_that_pass_and_jump_are_followed(house: House) -> None:
    page = house.window.stack
    for name in ("week", "plan", "checklist", "readiness", "stories"):
        house.window.turn_to(name)
        for days in (1, 7, -366, 365 * 30, -365 * 60, 0):
            house.today = TODAY + timedelta(days=days)
            house.day.look()
            assert house.day.today == house.today
            assert page.name == name
