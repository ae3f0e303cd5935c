"""What is read from a store: the union of all files, whatever is wrong with some lines."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.folding import fold
from planner.core.state import State
from planner.storage import reading
from planner.storage.line import SetAside, Why, encode
from tests.core.strategies import FEW
from tests.support import study
from tests.support.commands import planned_change
from tests.support.lines import BAD, tick
from tests.support.stores import Computer


def store(root: Path, **files: bytes) -> Computer:
    computer = Computer(root)
    computer.store.mkdir()
    for name, content in files.items():
        (computer.store / name.replace("_", ".")).write_bytes(content)
    return computer


def read(computer: Computer) -> tuple[list[str], tuple[SetAside, ...]]:
    journal = computer.journal()
    journal.catch_up()
    return [record.id for record in journal.records], journal.set_aside


@pytest.mark.parametrize("why", BAD)
def test_a_bad_line_is_set_aside_and_told_while_the_others_are_read(
    tmp_path: Path, why: Why
) -> None:
    lines = tick(1) + BAD[why] + b"\n" + tick(3)
    computer = store(tmp_path, **{"journal-ada_jsonl": lines})
    ids, aside = read(computer)
    assert ids == ["ada-1", "ada-3"]
    assert [(one.file, one.number, one.why) for one in aside] == [(computer.file, 2, why)]
    assert computer.file.read_bytes() == lines


def test_a_torn_last_line_is_told_and_left(tmp_path: Path) -> None:
    computer = store(tmp_path, **{"journal-ada_jsonl": tick(1) + tick(2)[:70]})
    ids, aside = read(computer)
    assert ids == ["ada-1"]
    assert aside == (SetAside(computer.file, 2, Why.TORN),)


def test_a_whole_last_line_counts_without_its_newline(tmp_path: Path) -> None:
    computer = store(tmp_path, **{"journal-ada_jsonl": tick(1) + tick(2).strip()})
    assert read(computer) == (["ada-1", "ada-2"], ())


def test_empty_files_and_blank_lines_are_nothing(tmp_path: Path) -> None:
    computer = store(
        tmp_path, **{"journal-ada_jsonl": b"\n\n" + tick(1) + b" \r\n", "journal-bob_jsonl": b""}
    )
    assert read(computer) == (["ada-1"], ())


def test_a_file_that_an_editor_saved_with_other_line_ends_is_read(tmp_path: Path) -> None:
    lines = (tick(1) + tick(2)).replace(b"\n", b"\r\n")
    assert read(store(tmp_path, **{"journal-ada_jsonl": b"\xef\xbb\xbf" + lines}))[0] == [
        "ada-1",
        "ada-2",
    ]


COPIES = [
    "journal-ada.sync-conflict-20261201-193000-ABCDEFG.jsonl",
    "journal-ada.sync-conflict-20261201-193000-ABCDEFG.sync-conflict-20261202-080000-HIJKLMN.jsonl",
    "journal-ada (Grace's conflicted copy 2026-12-01).jsonl",
    "journal-ada (In Konflikt stehende Kopie von LAPTOP 2026-12-01).jsonl",
    "journal-ada (copie en conflit de Zoë 2026-12-01).jsonl",
    "journal-ada (競合コピー 2026-12-01).jsonl",
    "journal-ada (conflicted copy 2026-12-01 193000).jsonl",
    "journal-ada_conflict-20261201-193000.jsonl",
    "journal-ada-LAPTOP.jsonl",
    "journal-ada-LAPTOP-LAPTOP-2.jsonl",
    "journal-ada 2.jsonl",
    "journal-ada 2 (1).jsonl",
    "Kopie von journal-ada.jsonl.txt",
    "journal-ada.jsonl.bak",
    "~ada.tmp",
    ".syncthing.journal-ada.jsonl.tmp",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_adds_what_is_only_in_it_without_doubles(tmp_path: Path, name: str) -> None:
    computer = store(tmp_path, **{"journal-ada_jsonl": tick(1) + tick(2)})
    (computer.store / name).write_bytes(tick(1) + tick(3))
    assert read(computer) == (["ada-1", "ada-2", "ada-3"], ())


def test_all_conflict_copies_at_once_add_no_doubles_either(tmp_path: Path) -> None:
    computer = store(tmp_path, **{"journal-ada_jsonl": tick(1)})
    for n, name in enumerate(COPIES, 2):
        (computer.store / name).write_bytes(tick(1) + tick(n) + tick(n + 1))
    assert read(computer) == ([f"ada-{n}" for n in range(1, len(COPIES) + 3)], ())


def test_other_files_are_not_read_as_journals(tmp_path: Path) -> None:
    computer = store(
        tmp_path,
        **{
            "journal-ada_jsonl": tick(1),
            "notes_txt": b"remember\nthe milk\n",
            "plan_pdf": bytes(range(256)) * 1000,
            ".~loopready-x_tmp": tick(2),
        },
    )
    (computer.store / "backups").mkdir()
    (computer.store / "backups" / "journal-ada.jsonl").write_bytes(tick(9))
    (computer.store / "dangling").symlink_to("nowhere")
    assert read(computer) == (["ada-1"], ())


def test_two_lines_of_one_id_are_both_kept(tmp_path: Path) -> None:
    computer = store(
        tmp_path,
        **{"journal-ada_jsonl": tick(1), "journal-ada 2_jsonl": tick(1, code=study.BOOK)},
    )
    assert read(computer)[0] == ["ada-1", "ada-1"]


def test_a_file_that_cannot_be_read_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = store(tmp_path, **{"journal-ada_jsonl": tick(1), "journal-bob_jsonl": tick(2)})

    def locked(file: Path) -> bytes:
        if file == computer.file:
            raise PermissionError
        return file.read_bytes()

    journal = computer.journal()
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_content", locked)
        journal.catch_up()
    assert [record.id for record in journal.records] == ["ada-2"]
    assert [one.why for one in journal.set_aside] == [Why.UNREADABLE]
    assert [record.id for record in journal.catch_up()] == ["ada-1"]
    assert not journal.set_aside


def test_catching_up_reads_only_files_that_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = store(tmp_path, **{"journal-ada_jsonl": tick(1), "journal-bob_jsonl": tick(2)})
    journal = computer.journal()
    journal.catch_up()
    opened: list[str] = []

    def counted(file: Path) -> bytes:
        opened.append(file.name)
        return file.read_bytes()

    monkeypatch.setattr(reading, "_content", counted)
    assert journal.catch_up() == ()
    assert opened == []
    with (computer.store / "journal-bob.jsonl").open("ab") as file:
        file.write(tick(4))
    assert [record.id for record in journal.catch_up()] == ["ada-4"]
    assert opened == ["journal-bob.jsonl"]


def test_a_half_synchronised_line_is_read_once_it_is_whole(tmp_path: Path) -> None:
    computer = store(tmp_path, **{"journal-bob_jsonl": tick(1) + tick(2)[:30]})
    journal = computer.journal()
    journal.catch_up()
    assert [one.why for one in journal.set_aside] == [Why.TORN]
    (computer.store / "journal-bob.jsonl").write_bytes(tick(1) + tick(2) + tick(3))
    assert [record.id for record in journal.catch_up()] == ["ada-2", "ada-3"]
    assert not journal.set_aside


def test_a_file_that_shrank_or_vanished_takes_nothing_along(tmp_path: Path) -> None:
    computer = store(
        tmp_path,
        **{
            "journal-bob_jsonl": tick(1) + b"?\n" + tick(2),
            "journal-eve_jsonl": b"?\n" + tick(3),
        },
    )
    journal = computer.journal()
    journal.catch_up()
    (computer.store / "journal-bob.jsonl").write_bytes(tick(1))
    (computer.store / "journal-eve.jsonl").unlink()
    assert journal.catch_up() == ()
    assert [record.id for record in journal.records] == ["ada-1", "ada-2", "ada-3"]
    assert journal.set_aside == ()


@pytest.mark.parametrize("content", [tick(3) + tick(1) + tick(2), tick(3) + tick(1), tick(3)])
def test_a_file_that_was_put_in_the_place_of_another_is_read_from_its_beginning(
    tmp_path: Path, content: bytes
) -> None:
    computer = store(tmp_path, **{"journal-bob_jsonl": tick(1) + tick(2)})
    journal = computer.journal()
    journal.catch_up()
    (computer.store / "journal-bob.jsonl").write_bytes(content)
    assert [record.id for record in journal.catch_up()] == ["ada-3"]


def test_bad_lines_stay_told_when_more_is_added(tmp_path: Path) -> None:
    computer = store(tmp_path, **{"journal-bob_jsonl": b"?\n" + tick(1)})
    journal = computer.journal()
    journal.catch_up()
    with (computer.store / "journal-bob.jsonl").open("ab") as file:
        file.write(b"?\n" + tick(2))
    assert [record.id for record in journal.catch_up()] == ["ada-2"]
    assert [one.number for one in journal.set_aside] == [1, 3]


def test_a_journal_that_is_nothing_but_damage_is_told(tmp_path: Path) -> None:
    computer = store(tmp_path, **{"journal-ada_jsonl": b"\0" * 100_000})
    assert read(computer) == ([], (SetAside(computer.file, 1, Why.ZEROS),))


def test_a_folder_that_vanishes_takes_nothing_along(tmp_path: Path) -> None:
    computer = store(tmp_path, **{"journal-bob_jsonl": tick(1)})
    journal = computer.journal()
    journal.catch_up()
    shutil.rmtree(computer.store)
    assert journal.catch_up() == ()
    assert len(journal.records) == 1
    assert journal.read_only == f"It is not there any more: {computer.store}."


@st.composite
def spread_lines(draw: st.DrawFn, lines: list[bytes]) -> list[bytes]:
    """Return files that together hold all lines, each at least once, in any order."""
    shuffled = draw(st.permutations(lines))
    more = draw(st.lists(st.sampled_from(lines), max_size=6))
    ends = sorted(draw(st.lists(st.integers(0, len(lines)), max_size=3)))
    parts = [shuffled[begin:end] for begin, end in pairwise([0, *ends, len(lines)])]
    return [b"".join(part) for part in [*parts, more]]


@FEW
@given(st.data())
def test_the_same_lines_in_any_files_and_any_order_give_the_same_state(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    targets = st.sampled_from([study.SKILL, *study.CHAPTERS])
    seen = st.dictionaries(st.sampled_from(["ada", "bob", "cy"]), st.integers(1, 5), max_size=2)
    commands = planned_change | st.builds(c.Tick, target=targets, on=st.just(study.TODAY))
    lines = [
        encode(
            f"{device}-{n}",
            f"2026-12-01T19:30:00.000Z/{data.draw(st.integers(1, 9)):04}",
            data.draw(seen),
            data.draw(commands),
        )[0]
        for device in ("ada", "bob", "cy")
        for n in range(1, 5)
    ]
    states = []
    for _ in range(2):
        computer = store(tmp_path_factory.mktemp("spread"))
        for n, content in enumerate(data.draw(spread_lines(lines))):
            (computer.store / f"{n}.txt").write_bytes(content)
        journal = computer.journal()
        journal.catch_up()
        assert len(journal.records) == len(lines)
        state, refused = fold(State(study.CURRICULUM), journal.records)
        states.append((state, [(entry, str(why)) for entry, why in refused]))
    assert states[0] == states[1]
