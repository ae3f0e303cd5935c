"""While the disk refuses, the bar says so, work goes on, and nothing is lost on leaving."""

import errno
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from planner.core.commands import LogTime
from planner.core.demo import demo_commands
from planner.storage.paths import open_store
from planner.storage.rescue import Rescue
from planner.storage.trouble import NotSaved
from planner.ui.look import Look
from planner.ui.trouble import Trouble
from planner.workspace import Workspace
from tests.support.faults import failing, failing_to_open
from tests.support.stores import Clock, took_back
from tests.ui.house import TODAY, House, curriculum, opened


def on_disk(root: Path) -> Workspace:
    journal = open_store(root / "store", now=Clock(), new_id=_ids().__next__, state=root / "state")
    return Workspace(curriculum(), journal)


def _ids() -> Iterator[str]:
    yield "ada"
    n = 0
    while True:
        n += 1
        yield f"ada{n}"


@pytest.fixture
def rescue(tmp_path: Path) -> Rescue:
    return Rescue(tmp_path / "rescued")


@pytest.fixture
def house(qapp: QApplication, look: Look, tmp_path: Path, rescue: Rescue) -> Iterator[House]:
    workspace = on_disk(tmp_path)
    workspace.do(*demo_commands(curriculum(), TODAY))
    with opened(qapp, workspace, look, rescue=rescue) as house:
        yield house


@contextmanager
def full_store() -> Iterator[None]:
    """The disk of the store takes nothing; others do."""

    def refuse(file: Path, _: bytes, *__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(file))

    def refuse_whole(file: Path, _: bytes) -> None:
        raise NotSaved(f"The disk is full: {file}.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planner.storage.journal.append", refuse)
        patch.setattr("planner.storage.journal.write_whole", refuse_whole)
        yield


def full_disks() -> AbstractContextManager[None]:
    """No disk takes anything."""
    return failing("fsync", errno.ENOSPC)


def next_start(house: House, root: Path, rescue: Rescue) -> list[str]:
    """What the next start tells while it takes back what was kept."""
    told: list[str] = []
    Trouble(on_disk(root), house.answers, rescue, house.window).take_back(told.append)
    return told


def codes(house: House) -> list[str]:
    plan = house.workspace.state.plan
    assert plan is not None
    return [one.code for one in plan.sessions if one.code not in house.workspace.state.ticks]


def log(house: House, place: int = 0) -> None:
    page = house.window.stack.page
    assert page is not None
    page.intent.emit(LogTime(code=codes(house)[place], minutes=25, on=TODAY))
    house.window.notice.dismiss()


def buttons(house: House) -> list[str]:
    shown = house.window.notice.findChildren(QPushButton)
    return [one.text() for one in shown if one.isVisible()]


def closes(house: House) -> bool:
    event = QCloseEvent()
    house.window.closeEvent(event)
    return event.isAccepted()


def test_what_is_not_saved_is_said_in_bar_and_title_and_is_written_in_order_later(
    house: House, tmp_path: Path
) -> None:
    with full_disks():
        log(house)
        log(house, 1)
        assert house.window.windowTitle() == "Not saved — Loopready"
        file = tmp_path / "store" / "journal-ada.jsonl"
        assert house.window.notice.text == f"The disk is full: {file}. 2 changes wait."
        assert buttons(house) == ["Try again", "Save elsewhere…"]
        house.window.notice.press(0)
        assert house.window.windowTitle() == "Not saved — Loopready"
    house.window.notice.press(0)
    assert (house.window.notice.text, house.window.windowTitle()) == ("", "Loopready")
    assert on_disk(tmp_path).state == house.workspace.state


def test_saved_elsewhere_it_is_safe_and_comes_back_by_itself(
    house: House, tmp_path: Path, rescue: Rescue
) -> None:
    stick = tmp_path / "mine.jsonl"
    with full_store():
        log(house)
        house.answers.files = [stick]
        house.window.notice.press(1)
        assert house.answers.shown == ["write loopready-unsaved.jsonl"]
        assert len(stick.read_bytes().splitlines()) == 1
        assert house.window.notice.text.endswith(
            f"What waits is kept in {stick}, and comes into the store once it can."
        )
        assert buttons(house) == ["Try again"]
        assert closes(house)
        assert house.answers.asked == [], "nothing is lost by it"
    expected = house.workspace.state
    assert on_disk(tmp_path).state != expected
    assert next_start(house, tmp_path, rescue) == [
        "In the store now, after it could not be saved before: 1 change."
    ]
    assert on_disk(tmp_path).state == expected
    assert next_start(house, tmp_path, rescue) == []
    again = on_disk(tmp_path)
    took_back(again, stick.read_bytes())
    assert again.state == expected


def test_who_saves_elsewhere_on_a_full_stick_is_told_and_still_asked(
    house: House, tmp_path: Path
) -> None:
    stick = tmp_path / "mine.jsonl"
    with full_disks():
        log(house)
        house.answers.files = [stick]
        house.window.notice.press(1)
        assert house.window.notice.text == f"The disk is full: {stick}."
        house.window.notice.dismiss()
        house.window.notice.press(1)
        assert house.window.notice.text.endswith("1 change waits."), "no file was chosen"
        house.answers.choices = [0]
        assert not closes(house)


@pytest.mark.parametrize(("answer", "leaves"), [(None, False), (0, False), (2, True)])
def test_unsaved_work_is_not_lost_without_a_question(
    house: House, answer: int | None, leaves: bool
) -> None:
    with full_disks():
        log(house)
        log(house, 1)
        house.answers.choices = [answer]
        assert closes(house) is leaves
    (asked,) = house.answers.asked
    assert asked[2] == ("Stay", "Save elsewhere…", "Close and lose 2 changes")


def test_it_can_be_saved_elsewhere_on_leaving(house: House, tmp_path: Path) -> None:
    with full_store():
        log(house)
        house.answers.choices = [1, 1]
        house.answers.files = [None]
        assert not closes(house), "who gives no file stays"
        house.answers.files = [tmp_path / "mine.jsonl"]
        assert closes(house)
    assert (tmp_path / "mine.jsonl").exists()


def test_a_disk_that_takes_it_on_leaving_needs_no_question(house: House, tmp_path: Path) -> None:
    with full_disks():
        log(house)
    assert closes(house)
    assert house.answers.asked == []
    assert on_disk(tmp_path).state == house.workspace.state


def test_a_signal_loses_nothing_and_asks_nothing(
    house: House, tmp_path: Path, rescue: Rescue
) -> None:
    with full_store():
        log(house)
        house.window.trouble.make_safe()
        assert closes(house)
    assert house.answers.asked == []
    assert next_start(house, tmp_path, rescue) == [
        "In the store now, after it could not be saved before: 1 change."
    ]
    assert on_disk(tmp_path).state == house.workspace.state
    assert rescue.lines() == b""


def test_a_mistake_of_the_program_keeps_what_waits(
    house: House, tmp_path: Path, rescue: Rescue
) -> None:
    assert house.window.trouble.note_fault("ValueError: a").endswith("fault-1.jsonl")
    with full_store():
        log(house)
        place = Path(house.window.trouble.note_fault("ValueError: b"))
    assert place.name == "unsaved-1.jsonl"
    assert b"ValueError: b" in place.read_bytes()
    assert house.workspace.try_again()
    assert next_start(house, tmp_path, rescue) == [], "it reached the store before"
    assert on_disk(tmp_path).state == house.workspace.state


def test_where_nothing_can_be_kept_a_mistake_is_shown_all_the_same(house: House) -> None:
    with full_disks():
        assert house.window.trouble.note_fault("ValueError: a") == ""


def test_what_was_kept_waits_for_a_store_that_is_read_only(
    house: House, tmp_path: Path, rescue: Rescue, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full_store():
        log(house)
        house.window.trouble.make_safe()
        assert next_start(house, tmp_path, rescue) == [
            f"The disk is full: {_brought(rescue, tmp_path)}."
        ]
    monkeypatch.setattr(Workspace, "read_only", "There is no permission to write: here.")
    assert next_start(house, tmp_path, rescue) == []
    assert rescue.lines()


def test_what_was_kept_and_cannot_be_read_stays_and_is_told(
    house: House, tmp_path: Path, rescue: Rescue
) -> None:
    with full_store():
        log(house)
        house.window.trouble.make_safe()
    file = rescue.folder / "unsaved-1.jsonl"
    with failing_to_open(file.name):
        assert next_start(house, tmp_path, rescue) == [
            f"Not all that was saved elsewhere can be read; it stays in {file}."
        ]
    assert next_start(house, tmp_path, rescue) == [
        "In the store now, after it could not be saved before: 1 change."
    ]


def _brought(rescue: Rescue, root: Path) -> Path:
    name = f"rescued-{sha256(rescue.lines()).hexdigest()[:16]}.jsonl"
    return root / "store" / name


def test_a_store_that_is_not_there_offers_what_can_be_done(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    for name in ("not_there", "read_only"):
        monkeypatch.setattr(Workspace, name, "The store is not there: here.")
    monkeypatch.setattr(Workspace, "start_new", lambda _: begun.append("new"))
    house.window.show_now()
    assert house.window.notice.text == "Read-only. The store is not there: here."
    assert buttons(house) == ["Try again", "Restore…", "Start new…"]
    house.answers.choices = [0, 1]
    house.window.notice.press(2)
    assert begun == []
    house.window.notice.press(2)
    assert begun == ["new"]
    assert house.answers.shown == ["profile"]
    house.window.notice.dismiss()
    house.window.notice.press(1)
    assert "nothing can be restored" in house.window.notice.text


def test_a_new_store_that_cannot_be_begun_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Workspace) -> None:
        raise NotSaved("The disk is full: here.")

    monkeypatch.setattr(Workspace, "start_new", refuse)
    house.answers.choices = [1]
    house.window.trouble.start_new()
    assert house.window.notice.text == "The disk is full: here."
