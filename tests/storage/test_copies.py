"""What the store once held is still known when the store does not hold it any more."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.storage.journal import Journal
from planner.storage.line import Why
from planner.storage.remembered import copies as copies_module
from planner.storage.trouble import NotSaved, StoreError
from planner.workspace import Workspace
from tests.core.strategies import FEW
from tests.support import study
from tests.support.deeds import LOG, PLAN, PROFILE, TICK, Heard
from tests.support.faults import failing, full_disk
from tests.support.lines import tick
from tests.support.stores import Computer

NOTE = c.AddEvidence(item=study.SKILL, text="led it")


def ids(journal: Journal) -> list[str]:
    journal.catch_up()
    return [record.id for record in journal.records]


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer with two lines of its own, two of Bob, and all of it remembered."""
    computer = Computer(tmp_path)
    computer.journal().append([PROFILE, PLAN])
    (computer.store / "journal-bob.jsonl").write_bytes(
        tick(1, device="bob") + tick(2, device="bob")
    )
    computer.remember()
    return computer


ALL = ["ada-1", "ada-2", "bob-1", "bob-2"]


def bobs(computer: Computer) -> Path:
    return computer.store / "journal-bob.jsonl"


def vanish(computer: Computer) -> None:
    computer.store.rename(computer.root / "away")


def empty(computer: Computer) -> None:
    vanish(computer)
    computer.store.mkdir()


def become_a_file(computer: Computer) -> None:
    vanish(computer)
    computer.store.write_text("no folder")


def hold_other_things(computer: Computer) -> None:
    empty(computer)
    (computer.store / "desktop.ini").write_text("[x]")
    (computer.store / "journal-bob.jsonl").write_bytes(b"\0" * 100)


AWAY = [vanish, empty, become_a_file, hold_other_things]


@pytest.mark.parametrize("go_away", AWAY)
def test_a_store_that_is_not_there_is_shown_from_copies_and_not_begun_anew(
    computer: Computer, go_away: Callable[[Computer], None]
) -> None:
    before = computer.workspace().state
    go_away(computer)
    left = sorted(computer.root.rglob("*"))
    workspace = computer.workspace()
    assert workspace.state == before
    assert workspace.not_there
    assert workspace.read_only == workspace.not_there
    assert str(computer.store) in workspace.not_there
    with pytest.raises(NotSaved, match=str(computer.store)):
        workspace.do(TICK)
    assert sorted(computer.root.rglob("*")) == left


def test_once_it_is_there_again_work_goes_on(computer: Computer) -> None:
    vanish(computer)
    workspace = computer.workspace()
    assert not workspace.try_again()
    (computer.root / "away").rename(computer.store)
    assert workspace.try_again()
    assert (workspace.not_there, workspace.read_only) == ("", "")
    workspace.do(TICK)
    assert ids(computer.journal()) == [*ALL, "ada-3"]


def test_a_new_store_can_be_begun_in_its_place_and_the_old_one_may_come_back(
    computer: Computer,
) -> None:
    empty(computer)
    workspace = computer.workspace()
    heard = Heard()
    workspace.listen(heard)
    workspace.start_new()
    assert workspace.not_there == ""
    assert workspace.state.profile is None
    assert heard[-1][1] is workspace.state
    assert workspace.do(PROFILE)
    assert workspace.unsaved == ""
    assert [path.name for path in computer.store.iterdir()] == ["journal-ada2.jsonl"]
    for file in (computer.root / "away").iterdir():
        file.rename(computer.store / file.name)
    assert set(ids(computer.journal())) == {*ALL, "ada2-1"}
    assert list((computer.state / "copies").glob("*-1/*.jsonl"))


def test_a_store_that_is_there_is_not_begun_anew(computer: Computer) -> None:
    workspace = computer.workspace()
    workspace.start_new()
    assert workspace.state.profile == study.PROFILE
    assert not list((computer.state / "copies").glob("*-1"))


def test_where_nothing_can_be_kept_no_new_store_is_begun(computer: Computer) -> None:
    empty(computer)
    workspace = computer.workspace()
    with full_disk(0), pytest.raises(NotSaved):
        workspace.start_new()
    assert workspace.state.profile == study.PROFILE


def test_who_may_not_write_begins_no_new_store(computer: Computer) -> None:
    empty(computer)
    why = "Another window of Loopready has these data open and does not answer."
    workspace = Workspace(study.CURRICULUM, computer.journal(), barred=lambda: why)
    with pytest.raises(NotSaved, match="Another window"):
        workspace.start_new()
    assert workspace.state.profile == study.PROFILE
    assert not list((computer.state / "copies").glob("*-1"))


def test_a_store_that_never_was_is_new(tmp_path: Path) -> None:
    workspace = Computer(tmp_path).workspace()
    assert (workspace.not_there, workspace.read_only) == ("", "")


def test_without_copies_a_place_that_cannot_be_a_store_is_refused(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.store.write_text("a file")
    with pytest.raises(StoreError, match="must be a folder"):
        computer.workspace()


def test_a_folder_that_cannot_be_read_opens_from_copies_with_the_reason(
    computer: Computer,
) -> None:
    with failing("scandir", 13):
        workspace = computer.workspace()
    assert workspace.state.plan == study.PLAN
    assert workspace.read_only.startswith("There is no permission to read the store")


@pytest.mark.parametrize(
    "change", [Path.unlink, lambda file: file.write_bytes(tick(1, device="bob"))]
)
def test_a_journal_of_another_computer_that_shrank_or_vanished_keeps_its_lines(
    computer: Computer, change: Callable[[Path], object]
) -> None:
    change(bobs(computer))
    journal = computer.journal()
    assert ids(journal) == ALL
    (told,) = journal.notices
    assert told.endswith("of journal-bob.jsonl are missing; a copy stands in.") or told == (
        "One line of journal-bob.jsonl is missing; a copy stands in."
    )
    computer.remember()
    assert ids(computer.journal()) == ALL
    journal.append([TICK])
    assert "journal-ada.jsonl" in {path.name for path in computer.store.iterdir()}


def test_copies_are_not_read_while_nothing_is_missing(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bobs(computer).open("ab") as file:
        file.write(tick(3, device="bob"))
    monkeypatch.setattr(copies_module.Copies, "content", lambda *_: pytest.fail("a copy was read"))
    journal = computer.remember()
    assert len(journal.records) == 5
    computer.remember()


def test_only_what_is_new_is_added_to_a_copy(computer: Computer) -> None:
    (copy,) = [one for one in copied(computer) if b"bob-1" in one.read_bytes()]
    before = copy.read_bytes()
    with bobs(computer).open("ab") as file:
        file.write(tick(3, device="bob"))
    computer.remember()
    assert copy.read_bytes() == before + b"\n" + tick(3, device="bob")
    assert not copy.stat().st_mode & 0o077


def copied(computer: Computer) -> Sequence[Path]:
    return sorted(computer.state.glob("copies/*/*.jsonl"))


def test_a_copy_of_what_vanished_and_stands_elsewhere_is_let_go(computer: Computer) -> None:
    again = computer.store / "journal-bob 2.jsonl"
    again.write_bytes(bobs(computer).read_bytes())
    computer.remember()
    again.unlink()
    assert computer.remember().notices == ()
    assert b"journal-bob 2" not in next(computer.state.glob("copies/*/index.json")).read_bytes()
    bobs(computer).unlink()
    assert ids(computer.journal()) == ALL


def test_own_lines_that_an_older_state_lost_come_back_and_are_written_again(
    computer: Computer,
) -> None:
    whole = computer.file.read_bytes()
    computer.file.write_bytes(whole[: whole.index(b"\n") + 1])
    journal = computer.journal()
    assert ids(journal) == ALL
    (told,) = journal.notices
    assert told == (
        "One line that this computer wrote is missing in journal-ada.jsonl; a copy stands in, "
        "and the next change writes it again."
    )
    (record,) = journal.append([TICK])
    assert record.id == "ada-3"
    assert computer.file.read_bytes().startswith(whole)
    assert journal.notices == ()
    journal.append([LOG])
    assert len(computer.lines()) == 4
    shutil.rmtree(computer.state / "copies")
    assert ids(computer.journal()) == [*ALL, "ada-3", "ada-4"]


def test_an_own_file_that_is_missing_at_the_start_is_written_whole_again(
    computer: Computer,
) -> None:
    whole = computer.file.read_bytes()
    computer.file.unlink()
    workspace = computer.workspace()
    assert workspace.state.plan == study.PLAN
    assert workspace.do(TICK)
    assert workspace.unsaved == ""
    assert computer.file.read_bytes().startswith(whole)
    assert workspace.next_undo == (TICK,)


def test_lines_that_could_not_be_written_again_are_tried_again(computer: Computer) -> None:
    whole = computer.file.read_bytes()
    computer.file.write_bytes(whole[: whole.index(b"\n") + 1])
    journal = computer.journal()
    journal.catch_up()
    with full_disk(100), pytest.raises(NotSaved):
        journal.append([TICK])
    journal.append([TICK])
    assert computer.file.read_bytes().startswith(whole)


def test_a_line_that_an_editor_changed_still_counts_as_it_was(computer: Computer) -> None:
    (computer.file).write_bytes(computer.file.read_bytes().replace(b"2026-12-14", b"2026-12-15"))
    journal = computer.journal()
    assert ids(journal) == ALL
    assert {one.why for one in journal.set_aside} == {Why.BAD_SUM}


def test_wherever_a_journal_is_damaged_every_line_of_it_still_counts(computer: Computer) -> None:
    whole, before = computer.file.read_bytes(), computer.workspace().state
    for place in range(0, len(whole), 23):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        computer.file.write_bytes(damaged)
        workspace = computer.workspace()
        assert workspace.state == before
        assert len(workspace.set_aside) == 1


def test_last_lines_that_are_gone_for_good_are_told_once_and_their_numbers_not_given_again(
    computer: Computer,
) -> None:
    whole = computer.file.read_bytes()
    computer.journal().append([TICK])
    computer.journal().append([LOG, LOG])  # notes that the one before was on the disk
    computer.file.write_bytes(whole)
    journal = computer.remember()
    (told,) = journal.notices
    assert told == (
        "The last line that this computer wrote is not in the store any more; "
        "it may have been put back to an older state."
    )
    assert computer.remember().notices == ()
    assert computer.journal().append([NOTE])[0].id == "ada-4"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\0" * 99, b'{"files": {"a": 1}, "told": 5}', b"[]"]
)
def test_a_damaged_index_does_no_harm(computer: Computer, content: bytes) -> None:
    next(computer.state.glob("copies/*/index.json")).write_bytes(content)
    assert ids(computer.journal()) == ALL
    computer.remember()
    bobs(computer).unlink()
    assert ids(computer.journal()) == ALL


@pytest.mark.parametrize("content", [b"", b"\0" * 500, b"? \n" * 9])
def test_a_damaged_copy_does_no_harm(computer: Computer, content: bytes) -> None:
    for copy in copied(computer):
        copy.write_bytes(content)
    bobs(computer).unlink()
    journal = computer.journal()
    assert ids(journal) == ["ada-1", "ada-2"]
    assert journal.set_aside == ()


def test_a_full_disk_keeps_no_copies_and_stops_nothing(tmp_path: Path) -> None:
    computer = Computer(tmp_path)
    computer.journal().append([PROFILE, PLAN])
    with full_disk(0):
        computer.remember()
    assert not list(computer.state.glob("copies/*/index.json"))
    computer.remember()
    computer.file.unlink()
    assert ids(computer.journal()) == ["ada-1", "ada-2"]


@FEW
@given(st.lists(st.integers(0, 5), max_size=4), st.data())
def test_whatever_becomes_of_a_journal_no_line_that_was_remembered_is_lost(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], data: st.DataObject
) -> None:
    computer = Computer(tmp_path_factory.mktemp("copies"))
    computer.store.mkdir()
    lines = [tick(n, device="bob") for n in range(1, 6)]
    seen: set[str] = set()
    for cut in cuts:
        chosen = data.draw(st.permutations(lines))[:cut]
        bobs(computer).write_bytes(b"".join(chosen) + data.draw(st.sampled_from([b"", b"? "])))
        seen.update(line.split(b'"')[3].decode() for line in chosen)
        computer.remember()
    assert set(ids(computer.journal())) == seen


def test_no_more_is_told_to_a_workspace_without_a_journal() -> None:
    workspace = Workspace(study.CURRICULUM, None)
    workspace.start_new()
    assert (workspace.not_there, workspace.notices) == ("", ())
