"""Taking a document in merges it, is one step of undo, and deletes or doubles nothing."""

import errno
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.commands import AddItem, Change, ChangeItem, Retract
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.values import Subject
from planner.storage.backup.content import Content
from planner.storage.document.merging import taking
from planner.storage.document.reading import document_of
from planner.storage.document.writing import everything
from planner.storage.line import encode
from planner.storage.trouble import NotSaved
from planner.workspace import Workspace
from tests.support import study
from tests.support.commands import planned_change
from tests.support.deeds import LOG, NOTE, PLAN, PROFILE, TICK
from tests.support.faults import failing
from tests.support.stores import Clock, Computer


def document(workspace: Workspace) -> Content:
    """What the store holds, after a journey as a document."""
    data = everything(workspace.records, workspace.state, study.TODAY)
    assert b'{"id": "' not in data
    return document_of(data.decode()).content


def other(root: Path, name: str = "bob", **by: float) -> Computer:
    clock = Clock()
    clock.move(**by)
    return Computer(root / f"of-{name}", name, clock)


def test_another_computer_comes_to_the_same_state(tmp_path: Path, workspace: Workspace) -> None:
    for command in (TICK, LOG, NOTE):
        workspace.do(command)
    workspace.undo()
    bob = other(tmp_path)
    there = bob.workspace()
    assert there.merge(document(workspace))
    assert there.state == workspace.state == bob.workspace().state
    assert not bob.workspace().set_aside
    assert not there.merge(document(workspace))


def test_a_line_that_was_edited_by_hand_counts_elsewhere_as_it_does_here(tmp_path: Path) -> None:
    """Two computers accept the same edit; in a document of both it is still one line."""
    ada, bob = Computer(tmp_path / "one"), Computer(tmp_path / "two", "bob")
    ada.workspace().do(PROFILE, PLAN, LOG)
    ada.file.write_bytes(
        ada.file.read_bytes().replace(b'"minutes": 50, "on"', b'"minutes": 70, "on"')
    )
    bob.store.mkdir(parents=True)
    (bob.store / ada.file.name).write_bytes(ada.file.read_bytes())
    for one in (ada, bob):
        assert len(one.workspace().accept_edits()) == 1
    (ada.store / bob.file.name).write_bytes(bob.file.read_bytes())
    workspace = ada.workspace()
    assert workspace.state.minutes == {"W1-01": 70}
    there = other(tmp_path, "cyd").workspace()
    assert there.merge(document(workspace))
    assert there.state.minutes == {"W1-01": 70}
    assert {one.name for one in workspace.records} <= {one.name for one in there.records}


def test_it_is_one_step_that_undo_takes_back_and_redo_brings_again(
    tmp_path: Path, workspace: Workspace
) -> None:
    workspace.do(TICK)
    bob = other(tmp_path)
    there = bob.workspace()
    there.do(PROFILE, PLAN)
    there.do(LOG)
    before = there.state
    there.merge(document(workspace))
    merged = there.state
    assert merged.ticks
    assert merged.minutes
    for again in (there, bob.workspace()):
        step = again.next_undo
        assert step
        assert isinstance(step[0], Retract)
        assert step[0].purpose == "import"
    there.undo()
    assert there.state == before == bob.workspace().state
    there.redo()
    assert there.state == merged == bob.workspace().state
    there.undo()
    assert [there.undo(), there.undo()] == [(LOG,), (PROFILE, PLAN)]


def test_what_was_undone_can_be_taken_in_again(tmp_path: Path, workspace: Workspace) -> None:
    workspace.do(TICK)
    first = document(workspace)
    bob = other(tmp_path)
    there = bob.workspace()
    there.merge(first)
    merged, files = there.state, sorted(bob.store.iterdir())
    there.undo()
    looked = taking(first, there.state, there.records)
    assert (looked.new, looked.known) == (3, 0)
    assert there.merge(first)
    assert there.state == merged == bob.workspace().state
    assert sorted(bob.store.iterdir()) == files
    there.undo()
    assert there.state == State(study.CURRICULUM) == bob.workspace().state


def test_taking_in_less_again_leaves_the_rest_back(tmp_path: Path, workspace: Workspace) -> None:
    less = document(workspace)
    workspace.do(TICK)
    more = document(workspace)
    bob = other(tmp_path)
    there = bob.workspace()
    there.merge(more)
    there.undo()
    looked = taking(less, there.state, there.records)
    assert (looked.new, looked.after.ticks, looked.after.weeks) == (2, 0, 2)
    there.merge(less)
    assert there.state.plan is not None
    assert not there.state.ticks
    assert there.state == bob.workspace().state
    there.undo()
    assert there.state == State(study.CURRICULUM) == bob.workspace().state
    there.redo()
    there.merge(more)
    assert there.state.ticks


def test_a_lost_store_comes_back_under_the_old_name(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(TICK)
    content, before = document(workspace), workspace.state
    computer.file.unlink()
    computer.store.rmdir()
    workspace = computer.workspace()
    workspace.merge(content)
    assert workspace.state == before
    assert workspace.do(LOG)
    ids = [one.id for one in computer.workspace().records]
    assert len(ids) == len(set(ids)) == 6


def test_what_comes_from_a_clock_ahead_is_held_back_as_well(tmp_path: Path) -> None:
    """A retraction that is younger than ours must not act before all of it is there, or after."""
    ada = other(tmp_path, "ada", days=3)
    here = ada.workspace()
    here.do(PROFILE, PLAN)
    here.do(TICK)
    bob = other(tmp_path, "bob")
    there = bob.workspace()
    there.merge(document(here))
    before = there.state
    assert before.ticks
    ada.clock.move(days=1)
    here.undo()
    there.merge(document(here))
    assert not there.state.ticks
    there.undo()
    assert there.state == before == bob.workspace().state


def test_another_command_of_the_same_id_counts_beside_ours(
    tmp_path: Path, computer: Computer, workspace: Workspace
) -> None:
    """As a copied device makes them: neither is lost, and ours never stops to count."""
    twin = replace(computer, root=tmp_path / "twin", ids=[])
    there = twin.workspace()
    there.do(PROFILE, PLAN)
    there.do(NOTE)
    workspace.do(TICK)
    workspace.do(LOG)
    assert there.merge(document(workspace))
    assert there.state.ticks
    assert there.state.evidence
    assert there.state.minutes
    assert there.state == twin.workspace().state
    there.undo()
    assert not there.state.minutes
    assert there.state.evidence
    assert there.state == twin.workspace().state


def test_a_line_that_was_spelled_otherwise_is_no_second_one(computer: Computer) -> None:
    """Old lines may name a default that is left out today; a document spells all alike."""
    line, record = encode("eve-1", "2026-12-01T19:30:00.000Z/0009", {}, LOG)
    body = line.rpartition(b', "sum"')[0].replace(b'"v": 1', b'"v":  1')
    from planner.storage.line import _ending  # noqa: PLC0415

    (computer.store / "eve.jsonl").write_bytes(body + _ending(body) + b"\n")
    workspace = computer.workspace()
    assert any(one.id == "eve-1" and one.sum != record.sum for one in workspace.records)
    assert not workspace.merge(document(workspace))


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("times", [1, 10_000])
def test_whenever_the_disk_refuses_the_store_is_as_before_or_after(
    tmp_path: Path, workspace: Workspace, call: str, times: int
) -> None:
    workspace.do(TICK)
    content = document(workspace)
    for n in range(20):
        bob = other(tmp_path / str(n))
        there = bob.workspace()
        there.do(PROFILE)
        before = there.state
        try:
            with failing(call, errno.EIO, after=n, times=times):
                there.merge(content)
        except NotSaved:
            assert there.state == before
        assert bob.workspace().state in (before, there.state)
        there.try_again()
        there.merge(content)
        assert there.state.ticks
        assert not there.unsaved
        assert there.state == bob.workspace().state


def test_a_store_that_is_read_only_takes_nothing_in(
    tmp_path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = document(workspace)
    there = other(tmp_path).workspace()
    monkeypatch.setattr(type(there), "read_only", "It is read-only.")
    with pytest.raises(NotSaved, match="It is read-only"):
        there.merge(content)


def test_the_preview_is_what_comes_of_it(tmp_path: Path, workspace: Workspace) -> None:
    workspace.do(TICK)
    workspace.do(LOG)
    bob = other(tmp_path)
    there = bob.workspace()
    there.do(PROFILE)
    content = document(workspace)
    looked = taking(content, there.state, there.records)
    assert (looked.new, looked.known, looked.refused) == (4, 0, 0)
    assert (looked.now.ticks, looked.now.weeks) == (0, 0)
    there.merge(content)
    again = taking(content, there.state, there.records)
    assert (again.new, again.known) == (0, 4)
    assert (again.now.ticks, again.now.minutes, again.now.weeks) == (
        looked.after.ticks,
        looked.after.minutes,
        looked.after.weeks,
    )
    assert looked.after == again.after == again.now


def test_what_does_not_apply_here_is_counted(tmp_path: Path, workspace: Workspace) -> None:
    """A command of a plan that the other store has replaced since."""
    workspace.do(TICK)
    ticks = [one for one in workspace.records if one.command == TICK]
    there = other(tmp_path).workspace()
    data = everything(ticks, workspace.state, study.TODAY)
    looked = taking(document_of(data.decode()).content, there.state, there.records)
    assert (looked.new, looked.refused, looked.after.ticks) == (1, 1, 0)


def test_references_to_nothing_and_in_a_circle_are_counted_and_harm_nothing(tmp_path: Path) -> None:
    commands: list[Change | Retract] = [
        PROFILE,
        PLAN,
        Retract(ids=("eve-77", "ada-999")),
        AddItem(id="own.a", title="a", subject=Subject.READING, minutes=60),
        AddItem(id="own.b", title="b", subject=Subject.READING, minutes=60, requires=("own.a",)),
        ChangeItem(item="own.a", requires=("own.a",)),
        ChangeItem(item="own.a", requires=("own.b",)),
        ChangeItem(item="own.b", requires=("nowhere",)),
    ]
    at = "2026-12-01T19:30:00.000Z/0001"
    records = [encode(f"ada-{n}", at, {}, one)[1] for n, one in enumerate(commands, 1)]
    data = everything(records, State(study.CURRICULUM), study.TODAY)
    content = document_of(data.decode()).content
    there = other(tmp_path).workspace()
    looked = taking(content, there.state, there.records)
    assert (looked.new, looked.refused) == (8, 3)
    there.merge(content)
    assert {one.id: one.requires for one in there.state.own.values()} == {
        "own.a": (),
        "own.b": ("own.a",),
    }


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ada", "bob"]), planned_change | st.sampled_from(["undo", "swap"])
        ),
        max_size=14,
    )
)
def test_two_stores_that_swap_documents_agree(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, object]]
) -> None:
    root = tmp_path_factory.mktemp("two")
    computers = {name: other(root, name) for name in ("ada", "bob")}
    spaces = {name: one.workspace() for name, one in computers.items()}
    for name, deed in deeds:
        with suppress(Refused):
            if deed == "undo":
                spaces[name].undo()
            elif deed == "swap":
                (away,) = computers.keys() - {name}
                spaces[name].merge(document(spaces[away]))
            else:
                spaces[name].do(deed)  # type: ignore[arg-type]
    for name, away in (("ada", "bob"), ("bob", "ada"), ("ada", "bob"), ("bob", "ada")):
        spaces[name].merge(document(spaces[away]))
    assert spaces["ada"].state == spaces["bob"].state
    for name, one in computers.items():
        again = one.workspace()
        assert again.state == spaces[name].state
        assert not again.set_aside
