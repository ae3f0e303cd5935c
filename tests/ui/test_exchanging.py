"""Everything goes out of the window into a document, and comes in again from one."""

import errno
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.core.commands import ChangeProfile, Tick
from planner.core.screens.holding import Holding
from planner.core.screens.taking import Taking
from planner.core.values import Level
from planner.storage.backup.keeping import Backups, Kind
from planner.storage.document.writing import everything
from planner.storage.pack import load_pack
from planner.storage.paths import PACK
from planner.ui.dialogs.taking_in import TakingInDialog
from planner.ui.look import Look
from planner.workspace import Workspace
from tests.storage.test_pack import EXAMPLE
from tests.support import study
from tests.support.faults import failing, failing_to_open
from tests.support.stores import Computer
from tests.ui.house import TODAY, House, curriculum
from tests.ui.seen import words

NOW = Holding(
    level=None, loop=None, weeks=0, sessions=0, ticks=3, minutes=0, stories=0, steps=9, computers=1
)
AFTER = NOW.evolve(level=Level.L6, loop=TODAY, weeks=10, sessions=94, minutes=90, computers=2)
TAKING = Taking(37, 412, NOW, AFTER, refused=1)
SOURCE = "From /the/<b>place</b>/all.json, written today"

Make = Callable[..., TakingInDialog]


@pytest.fixture
def make(qtbot: QtBot, look: Look) -> Make:
    del look  # it is laid on all there is

    def made(taking: Taking = TAKING) -> TakingInDialog:
        dialog = TakingInDialog(SOURCE, taking, None)
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        return dialog

    return made


def test_it_says_what_is_new_and_what_it_makes(make: Make) -> None:
    said = words(make())
    assert "37 commands are new, 412 are here already." in said
    for text in ("no plan", "10 weeks, 94 sessions", "L6", "1 h 30 m", SOURCE):
        assert text in said
    assert "1 command does not apply here and would be without effect" in said
    assert "without effect" not in words(make(TAKING.evolve(refused=0)))


@pytest.mark.parametrize(("key", "result"), [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)])
def test_enter_takes_in_and_escape_does_not(make: Make, key: Qt.Key, result: int) -> None:
    dialog = make()
    QTest.keyClick(dialog, key)
    assert dialog.result() == result


@pytest.mark.parametrize("scale", [100, 200])
def test_it_fits_a_small_window_at_any_text_size(make: Make, look: Look, scale: int) -> None:
    look.set_scale(scale)
    dialog = make()
    assert dialog.minimumSizeHint().width() <= 900
    assert dialog.minimumSizeHint().height() <= 600


@pytest.fixture
def document(computer: Computer, tmp_path: Path, stored: House) -> Path:
    """What another computer wrote."""
    there = Workspace(
        curriculum(), replace(computer, root=tmp_path / "bob", name="bob", ids=[]).journal()
    )
    there.do(ChangeProfile(profile=study.PROFILE))
    there.do(Tick(target="read.staff-engineer", on=TODAY))
    file = tmp_path / "from-bob.json"
    file.write_bytes(everything(there.records, there.state, TODAY))
    assert not stored.workspace.state.ticks
    return file


def test_everything_goes_into_the_file_that_is_named(stored: House, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    stored.answers.files.append(file)
    stored.window.menus.actions["export-everything"].trigger()
    assert stored.answers.shown == ["write loopready.json"]
    assert stored.window.notice.text == f"Exported everything into {file}"
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["count"] == len(stored.workspace.records)
    assert written["written"] == TODAY.isoformat()


def test_a_journal_that_cannot_be_read_is_not_left_out_of_everything(
    stored: House, computer: Computer, tmp_path: Path
) -> None:
    (computer.store / "journal-bob.jsonl").write_bytes(b"?")
    stored.answers.files = [tmp_path / "all.json"]
    with failing_to_open("journal-bob.jsonl"):
        stored.workspace.refresh()
        stored.window.run("export-everything")
    assert stored.window.notice.text.startswith("Nothing was exported. It cannot be read")
    assert not (tmp_path / "all.json").exists()


def test_a_disk_that_refuses_is_told(stored: House, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    stored.answers.files.append(file)
    with failing("write", errno.ENOSPC):
        stored.window.run("export-everything")
    assert stored.window.notice.text.startswith("Nothing was exported. The disk is full")
    assert not file.exists()


def test_the_window_takes_a_document_in_and_offers_to_undo_that(
    stored: House, document: Path, backups: Backups
) -> None:
    before = stored.workspace.state
    stored.answers.files.append(document)
    stored.window.menus.actions["import"].trigger()
    assert stored.answers.shown[0] == "read"
    assert stored.answers.shown[1].startswith(f"From {document}, written on ")
    assert stored.answers.shown[1].endswith(" by Loopready 0.1.0: 2 new, 0 known")
    assert stored.workspace.state.ticks
    assert stored.window.notice.text == "Took the document in"
    assert stored.window.menus.actions["undo"].text() == "Undo import of a document"
    assert [one.kind for one in backups.all()] == [Kind.BEFORE_IMPORT]
    stored.window.notice.press()
    assert stored.workspace.state == before


def test_what_is_here_already_is_told_without_a_question(stored: House, document: Path) -> None:
    stored.answers.files = [document, document]
    stored.window.run("import")
    stored.window.run("import")
    assert stored.window.notice.text == "All of its 2 commands are here already."
    assert len(stored.answers.shown) == 3


def test_giving_up_changes_nothing(stored: House, document: Path, backups: Backups) -> None:
    before = stored.workspace.state
    stored.window.run("import")
    stored.window.run("export-everything")
    stored.answers.files, stored.answers.taken = [document], [False]
    stored.window.run("import")
    assert stored.workspace.state is before
    assert backups.all() == ()


def test_what_goes_wrong_is_told_and_changes_nothing(
    stored: House, document: Path, tmp_path: Path
) -> None:
    before = stored.workspace.state
    other = tmp_path / "<b>%s {0} ${x} & other.json"
    other.write_text("{}", encoding="utf-8")
    stored.answers.files = [other, document]
    stored.window.run("import")
    told = f"{other} cannot be imported: it is JSON, but no document of Loopready."
    assert stored.window.notice.text == told
    with failing("write", errno.ENOSPC):
        stored.window.run("import")
    assert stored.window.notice.text.startswith("Nothing was imported. The disk is full")
    assert stored.workspace.state is before


@pytest.mark.parametrize("action", ["import", "export-everything"])
def test_where_nothing_is_kept_nothing_is_exchanged(house: House, action: str) -> None:
    house.window.run(action)
    assert house.window.notice.text.startswith("Nothing is kept here, so ")
    assert house.answers.shown == []


def test_a_pack_is_used_from_the_window_and_exported_from_it(
    stored: House, computer: Computer, tmp_path: Path
) -> None:
    stored.answers.files = [EXAMPLE]
    stored.window.menus.actions["use-pack"].trigger()
    assert stored.window.notice.text == (
        "“Tram line operator, head of engineering” is used from the next start on. "
        "Ticks of other items stay."
    )
    assert load_pack(computer.store / PACK) == load_pack(EXAMPLE)
    file = tmp_path / "mine.json"
    stored.answers.files = [file]
    stored.window.menus.actions["export-pack"].trigger()
    assert stored.window.notice.text == f"Exported the curriculum into {file}"
    assert load_pack(file) == stored.workspace.state.curriculum


def test_a_pack_that_is_wrong_is_told_and_not_used(
    stored: House, computer: Computer, tmp_path: Path
) -> None:
    file = tmp_path / "<b>.json"
    file.write_text("{}")
    stored.answers.files = [file]
    stored.window.run("use-pack")
    assert stored.window.notice.text.startswith(f"The curriculum file {file} is wrong: ")
    assert not (computer.store / PACK).exists()
    stored.answers.files = [file]
    with failing("write", errno.ENOSPC):
        stored.window.run("export-pack")
    assert stored.window.notice.text.startswith("Nothing was exported. The disk is full")


BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


@pytest.mark.parametrize("part", ["sidebar", "stack", "notice"])
def test_every_part_of_the_window_leaves_files_to_it(stored: House, part: str) -> None:
    assert not getattr(stored.window, part).acceptDrops()
    assert stored.window.acceptDrops()


def comes(house: House, action: Qt.DropAction) -> bool:
    load = QMimeData()
    load.setUrls([QUrl.fromLocalFile("/a.csv")])
    held = (action, load, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *held)
    enter.ignore()
    QApplication.sendEvent(house.window, enter)
    return enter.isAccepted()


def test_a_file_that_another_program_would_lose_does_not_come(stored: House) -> None:
    assert comes(stored, BOTH)
    assert not comes(stored, Qt.DropAction.MoveAction)


def let_go(house: House, *files: Path) -> bool:
    """Let files go on the window, as another program does; say whether it keeps its own."""
    load = QMimeData()
    load.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    held = (BOTH, load, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(house.window, QDragEnterEvent(QPoint(9, 9), *held))
    drop = QDropEvent(QPointF(9, 9), *held)
    QApplication.sendEvent(house.window, drop)
    QTest.qWait(1)
    return drop.dropAction() == Qt.DropAction.CopyAction


def test_a_file_that_is_let_go_on_the_window_comes_in(stored: House, document: Path) -> None:
    assert let_go(stored, document)
    assert stored.workspace.state.ticks
    stored.window.run("undo")
    assert not stored.workspace.state.ticks


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["one.csv", "two.csv"], "One file of this computer at a time can be imported."),
        (["nowhere.csv"], "One file of this computer at a time can be imported."),
        (["picture.json"], "picture.json cannot be imported: "),
        (["empty.md"], "empty.md cannot be imported: no line of it is a task."),
    ],
)
def test_a_file_that_cannot_come_in_says_why(
    stored: House, tmp_path: Path, names: list[str], told: str
) -> None:
    for name in ("one.csv", "two.csv", "picture.json", "empty.md"):
        (tmp_path / name).write_bytes(b"")
    before = stored.workspace.state
    assert let_go(stored, *(tmp_path / name for name in names))
    assert told in stored.window.notice.text
    assert stored.workspace.state is before
