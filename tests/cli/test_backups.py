"""`loopready backup` and `restore`: a copy of the store, and the way back to it."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program


def exported(planned: Program) -> dict[str, Any]:
    return planned.run("export", "--format", "json").document


def names(planned: Program) -> list[str]:
    listed = planned.run("restore", "--list").out
    return re.findall(r"^(\S+Z-[a-z-]+)  ", listed, re.MULTILINE)


def test_the_first_write_of_a_day_makes_a_backup_on_this_computer_only(
    planned: Program, home: Path
) -> None:
    assert planned.run("week").status == 0
    assert names(planned) == []
    assert planned.run("done", "W1-01").status == 0
    (name,) = names(planned)
    assert name.endswith("-daily")
    assert planned.run("done", "W1-02").status == 0
    assert names(planned) == [name]
    (file,) = home.rglob("*.zip")
    assert ".local/state" in file.as_posix()
    assert [one.suffix for one in planned.store.iterdir()] == [".jsonl"]


def test_a_backup_that_cannot_be_made_stops_nothing(planned: Program, home: Path) -> None:
    (home / ".local/state/loopready/backups").write_text("in the way", encoding="utf-8")
    result = planned.run("done", "W1-01")
    assert result.status == 0
    assert result.complaint.startswith("No backup could be made today. ")
    assert result.complaint.endswith(".")


def test_a_backup_by_hand_says_where_it_is(planned: Program) -> None:
    result = planned.run("backup")
    assert (result.status, result.err) == (0, "")
    file = Path(result.out.removeprefix("Backed up into ").strip())
    with zipfile.ZipFile(file) as opened:
        assert opened.namelist() == [planned.journal().name]
        assert opened.read(planned.journal().name) == planned.journal().read_bytes()
    assert names(planned) == [file.stem]


def test_check_says_where_the_backups_are(planned: Program) -> None:
    assert planned.run("check").out.splitlines()[1].startswith("There is no backup yet; they are ")
    planned.run("backup")
    (told,) = planned.run("check").out.splitlines()[1:]
    assert re.fullmatch(r"1 backup, the newest of \d{4}-\d\d-\d\d \d\d:\d\d, in .+", told)


def test_a_backup_goes_into_any_file(planned: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine.zip"
    result = planned.run("backup", "--output", str(file))
    assert (result.status, result.out) == (0, f"Backed up into {file}\n")
    week = planned.run("week").out
    sessions = sum(len(one["sessions"]) for one in exported(planned)["weeks"])
    planned.run("done", "W1-01")
    assert planned.run("week").out != week
    result = planned.run("restore", str(file))
    assert result.status == 0
    assert result.out.splitlines() == [
        f"Restored {file}",
        f"  L6, loop 2027-02-08 · 10 weeks, {sessions} sessions · 0 ticks · 0 m logged · 2 steps",
        "To take this back: loopready undo",
    ]
    assert planned.run("week").out == week


def test_the_list_says_what_each_holds_and_what_would_change(planned: Program) -> None:
    assert planned.run("restore").out.startswith("There is no backup yet; they are kept in ")
    planned.run("done", "W1-01")
    planned.run("backup")
    planned.run("done", "W1-02", "W1-03=50")
    listed = planned.run("restore", "--list")
    assert (listed.status, listed.err) == (0, "")
    first, second, foot = listed.out.strip().split("\n\n")
    assert ", made by hand\n" in first
    assert " · 2 ticks · 0 m logged · 3 steps\n  Going back takes back 3 steps" in first
    assert ", first of the day\n" in second
    assert "Going back takes back 4 steps made since." in second
    assert foot.splitlines()[1] == "To go back: loopready restore NAME"
    assert planned.run("restore").out == listed.out


def test_undo_goes_back_to_where_one_was(planned: Program) -> None:
    planned.run("backup")
    (name,) = names(planned)
    planned.run("done", "W1-01")
    after = planned.run("status").out
    assert planned.run("restore", name).status == 0
    assert planned.run("status").out != after
    result = planned.run("undo")
    assert result.out == "Taken back:\n  return to a backup\n"
    assert planned.run("status").out == after
    assert [one.rpartition("Z-")[2] for one in names(planned)] == ["before-restore", "by-hand"]


def test_a_day_is_name_enough(planned: Program) -> None:
    planned.run("backup")
    (name,) = names(planned)
    planned.run("done", "W1-01")
    assert planned.run("restore", name[:10]).out.startswith("Restored ")
    assert planned.run("check").status == 0


def test_what_is_the_same_is_not_restored(planned: Program) -> None:
    planned.run("backup")
    result = planned.run("restore", names(planned)[0])
    assert (result.status, result.out) == (0, "The store holds just that already.\n")


def test_a_store_that_is_gone_is_restored(planned: Program) -> None:
    planned.run("done", "W1-01")
    planned.run("backup")
    week, name = planned.run("week").out, names(planned)[0]
    planned.journal().unlink()
    planned.store.rmdir()
    assert planned.run("restore", name).status == 0
    assert planned.run("week").out == week
    assert planned.run("check").status == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "There is no backup {file}; loopready restore --list names them."),
        (b"dear diary", "It is no zip, or a damaged one: {file}. Nothing was changed."),
    ],
)
def test_what_is_no_backup_changes_nothing(
    planned: Program, tmp_path: Path, content: bytes | None, told: str
) -> None:
    file = tmp_path / "x.zip"
    if content is not None:
        file.write_bytes(content)
    before = planned.lines()
    result = planned.run("restore", str(file))
    assert (result.status, result.out) == (2, "")
    assert result.complaint == told.format(file=file)
    assert planned.lines() == before


def test_a_damaged_backup_is_told_in_the_list(planned: Program, home: Path) -> None:
    planned.run("backup")
    (file,) = home.rglob("*.zip")
    file.write_bytes(file.read_bytes()[:100])
    assert "It is no zip, or a damaged one: " in planned.run("restore", "--list").out
    result = planned.run("check")
    assert (result.status, result.complaint) == (
        1,
        "1 finding; nothing was changed or deleted.",
    )
    first, second = result.out.splitlines()
    assert first == f"It is no zip, or a damaged one: {file}."
    assert second.startswith("1 backup, the newest of ")


def test_nothing_is_restored_without_a_backup_first(
    planned: Program, tmp_path: Path, home: Path
) -> None:
    file = tmp_path / "mine.zip"
    planned.run("backup", "--output", str(file))
    planned.run("done", "W1-01")
    for one in home.rglob("*.zip"):
        one.unlink()
    (place,) = home.glob(".local/state/loopready/backups/*")
    place.rmdir()
    place.write_text("in the way", encoding="utf-8")
    before = planned.lines()
    result = planned.run("restore", str(file))
    assert result.status == 1
    assert "Nothing was restored. " in result.err
    assert planned.lines() == before


def test_without_a_store_there_is_nothing_to_back_up(program: Program) -> None:
    result = program.run("backup")
    assert (result.status, result.complaint) == (2, f"There is no store in {program.store}.")
    program.store.mkdir()
    result = program.run("backup")
    assert (result.status, result.out) == (1, "")
    assert result.complaint.endswith("so there is nothing to back up.")
