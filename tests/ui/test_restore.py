"""The list of backups, what each holds, and the way back from the window."""

import errno
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.core.commands import Tick
from planner.core.screens.holding import Holding, Preview
from planner.core.values import Level
from planner.storage.backup.keeping import Backup, Backups, Kind
from planner.storage.trouble import BackupError
from planner.ui.dialogs.restore import RestoreDialog
from planner.ui.look import Look
from tests.support.faults import failing
from tests.ui.house import TODAY, House
from tests.ui.seen import words

THEN = Holding(
    level=Level.L6,
    loop=TODAY,
    weeks=10,
    sessions=94,
    ticks=12,
    minutes=90,
    stories=2,
    steps=40,
    computers=1,
)
NOW = Holding(
    level=None, loop=None, weeks=0, sessions=0, ticks=3, minutes=0, stories=0, steps=9, computers=2
)
SEEN = Preview(THEN, NOW, brought=31, taken=1, unreadable=2)
MOMENT = datetime(2026, 12, 1, 12, 30, tzinfo=UTC)
FILES = [Path(f"{n}.zip") for n in range(3)]
BACKUPS = [
    Backup(file, MOMENT - timedelta(days=n), kind)
    for n, (file, kind) in enumerate(
        zip(FILES, (Kind.DAILY, Kind.BEFORE_RESTORE, Kind.BY_HAND), strict=True)
    )
]

Make = Callable[..., RestoreDialog]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(
        seen: Callable[[Path], Preview] = lambda _: SEEN,
        backups: list[Backup] = BACKUPS,
        other: Path | None = None,
    ) -> RestoreDialog:
        dialog = RestoreDialog(backups, Path("/the/place"), seen, lambda: other, None)
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        return dialog

    return made


def rows(dialog: RestoreDialog) -> list[str]:
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def test_each_backup_is_named_by_its_day_and_what_it_was_made_for(make: Make) -> None:
    found = rows(make())
    assert ["1" in one and "December 2026" in one for one in found] == [True, False, False]
    assert [one.rpartition(" · ")[2] for one in found] == [
        "first of the day",
        "before a restore",
        "made by hand",
    ]


def test_the_chosen_one_shows_what_it_holds_beside_now(make: Make) -> None:
    dialog = make()
    said = words(dialog)
    for text in ("10 weeks, 94 sessions", "no plan", "1 h 30 m", "40", "9", "L6"):
        assert text in said
    assert "Going back takes back 1 step made since and brings back 31 steps." in said
    assert "2 lines of it cannot be read and will stay out." in said
    assert "Backups are kept in /the/place" in said
    assert dialog.restore.isEnabled()
    assert dialog.file == FILES[0]


def test_each_is_looked_into_once_and_only_when_chosen(make: Make) -> None:
    looked: list[Path] = []

    def look_into(file: Path) -> Preview:
        looked.append(file)
        return SEEN

    dialog = make(look_into)
    assert looked == FILES[:1]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(dialog.list, key)
    assert looked == FILES[:2]
    assert dialog.file == FILES[0]


def test_what_changes_nothing_or_cannot_be_read_cannot_be_restored(make: Make) -> None:
    def look_into(file: Path) -> Preview:
        if file == FILES[0]:
            raise BackupError("It is no zip, or a damaged one: <b>0.zip</b>.")
        return Preview(THEN, THEN, brought=0, taken=0)

    dialog = make(look_into)
    assert "It is no zip, or a damaged one: <b>0.zip</b>." in words(dialog)
    assert not dialog.figures.isVisibleTo(dialog)
    assert not dialog.restore.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "The store holds just that already." in words(dialog)
    assert dialog.figures.isVisibleTo(dialog)
    assert not dialog.restore.isEnabled()


def test_without_backups_it_says_so(make: Make) -> None:
    dialog = make(backups=[])
    assert "There is no backup on this computer yet." in words(dialog)
    assert not dialog.restore.isEnabled()
    assert dialog.file is None


def test_any_file_can_be_opened(make: Make) -> None:
    other = Path("mine.zip")
    dialog = make(other=other)
    dialog._on_other_file()
    assert rows(dialog)[-1] == "mine.zip"
    assert dialog.file == other
    make(other=None)._on_other_file()


@pytest.mark.parametrize(("key", "result"), [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)])
def test_enter_restores_and_escape_does_not(make: Make, key: Qt.Key, result: int) -> None:
    dialog = make()
    QTest.keyClick(dialog.list, key)
    assert dialog.result() == result


@pytest.mark.parametrize("scale", [100, 200])
def test_it_fits_a_small_window_at_any_text_size(make: Make, look: Look, scale: int) -> None:
    look.set_scale(scale)
    dialog = make()
    dialog.resize(900, 600)
    assert dialog.minimumSizeHint().width() <= 900
    assert dialog.minimumSizeHint().height() <= 600


def tick(house: House) -> None:
    house.workspace.do(Tick(target="read.staff-engineer", on=TODAY))


def test_the_window_goes_back_and_offers_to_undo_that(stored: House, backups: Backups) -> None:
    taken = backups.take(Kind.BY_HAND)
    assert taken is not None
    before = stored.workspace.state
    tick(stored)
    after = stored.workspace.state
    stored.answers.restored.append(taken.file)
    stored.window.menus.actions["restore"].trigger()
    assert stored.workspace.state == before
    assert stored.window.notice.text == "Returned to the backup"
    assert stored.window.menus.actions["undo"].text() == "Undo return to a backup"
    assert [one.kind for one in backups.all()] == [Kind.BEFORE_RESTORE, Kind.BY_HAND]
    stored.window.notice.press()
    assert stored.workspace.state == after


def test_giving_up_changes_nothing(stored: House, backups: Backups) -> None:
    backups.take(Kind.BY_HAND)
    tick(stored)
    before = stored.workspace.state
    stored.window.run("restore")
    assert stored.workspace.state is before
    assert len(stored.answers.shown) == 2
    assert len(backups.all()) == 1


def test_what_goes_wrong_is_told_and_changes_nothing(
    stored: House, backups: Backups, tmp_path: Path
) -> None:
    taken = backups.take(Kind.BY_HAND)
    assert taken is not None
    tick(stored)
    before = stored.workspace.state
    stored.answers.restored = [tmp_path / "none.zip", taken.file]
    stored.window.run("restore")
    assert stored.window.notice.text.startswith("Nothing was restored. There is no file ")
    with failing("write", errno.ENOSPC):
        stored.window.run("restore")
    assert stored.window.notice.text.startswith("Nothing was restored. The disk is full")
    assert stored.workspace.state is before


def test_where_nothing_is_kept_nothing_is_restored(house: House) -> None:
    house.window.run("restore")
    assert house.window.notice.text == "Nothing is kept here, so nothing can be restored."
    assert house.answers.shown == []
