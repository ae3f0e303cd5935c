"""Going back to a backup gives what it held, is one step of undo, and deletes nothing."""

import errno
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.commands import AddItem, Retract
from planner.core.folding import fold
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.values import Subject
from planner.storage.backup.content import Content, content_of
from planner.storage.backup.gathering import gathered
from planner.storage.backup.preview import preview
from planner.storage.trouble import BackupError, NotSaved
from planner.workspace import Workspace
from tests.support import study
from tests.support.commands import planned_change
from tests.support.deeds import LOG, NOTE, PLAN, PROFILE, TICK, Heard
from tests.support.faults import failing
from tests.support.lines import line, tick
from tests.support.stores import Clock, Computer

MINE = AddItem(id="own.1", title="Mine", subject=Subject.TECHNICAL, minutes=60)


def backup_of(computer: Computer) -> Content:
    return content_of(gathered(computer.store), "x.zip")


def state_of(content: Content) -> State:
    return fold(State(study.CURRICULUM), content.records)[0]


def all_lines(computer: Computer) -> set[bytes]:
    return {one for data in gathered(computer.store).values() for one in data.splitlines()}


def test_what_was_done_since_is_taken_back_and_can_be_undone(
    computer: Computer, workspace: Workspace
) -> None:
    content, before = backup_of(computer), workspace.state
    for command in (TICK, LOG):
        workspace.do(command)
    after = workspace.state
    assert workspace.restore(content)
    assert workspace.state == before == computer.workspace().state
    assert workspace.next_undo == computer.workspace().next_undo
    assert isinstance((workspace.next_undo or ())[0], Retract)
    workspace.undo()
    assert workspace.state == after == computer.workspace().state
    workspace.redo()
    assert workspace.state == before == computer.workspace().state


def test_it_is_one_line_and_deletes_none(computer: Computer, workspace: Workspace) -> None:
    content = backup_of(computer)
    for _ in range(30):
        workspace.do(LOG)
    lines = computer.lines()
    workspace.restore(content)
    assert computer.lines()[:-1] == lines


def test_what_had_been_undone_since_returns(computer: Computer, workspace: Workspace) -> None:
    workspace.do(TICK)
    content, before = backup_of(computer), workspace.state
    workspace.undo()
    workspace.do(NOTE)
    workspace.restore(content)
    assert workspace.state == before == computer.workspace().state


def test_the_steps_from_before_are_undone_after_it(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(TICK)
    content = backup_of(computer)
    workspace.do(LOG)
    workspace.restore(content)
    workspace = computer.workspace()
    assert isinstance((workspace.undo() or ())[0], Retract)
    assert [workspace.undo(), workspace.undo()] == [(LOG,), (TICK,)]
    assert [workspace.redo(), workspace.redo()] == [(TICK,), (LOG,)]


def test_a_lost_store_comes_back(computer: Computer, workspace: Workspace) -> None:
    workspace.do(TICK)
    content, before = backup_of(computer), workspace.state
    computer.file.unlink()
    computer.store.rmdir()
    workspace = computer.workspace()
    assert workspace.restore(content)
    assert workspace.state == before == computer.workspace().state
    assert workspace.do(LOG)
    workspace.undo()
    workspace.undo()
    assert workspace.state == State(study.CURRICULUM) == computer.workspace().state
    assert workspace.restore(content)
    assert workspace.state == before == computer.workspace().state


def test_a_lost_step_that_comes_back_is_no_step_of_its_own(
    computer: Computer, workspace: Workspace
) -> None:
    before = workspace.state
    workspace.do(TICK)
    content = backup_of(computer)
    computer.file.write_bytes(b"".join(one + b"\n" for one in computer.lines()[:-1]))
    workspace = computer.workspace()
    workspace.restore(content)
    assert workspace.state == state_of(content)
    workspace.undo()
    assert workspace.state == before == computer.workspace().state
    again = computer.workspace()
    again.redo()
    assert again.state == state_of(content)
    assert again.next_redo is computer.workspace().next_redo is None


def test_a_backup_of_a_copied_computer_is_not_mixed_up_with_the_store(
    tmp_path: Path, computer: Computer, workspace: Workspace
) -> None:
    """Lines of one id and different sums are two lines."""
    twin = Computer(Path(shutil.copytree(computer.root, tmp_path / "twin")), "ada", computer.clock)
    twin.workspace().do(TICK)
    workspace.do(LOG)
    content = backup_of(twin)
    before = workspace.state
    assert workspace.restore(content)
    for one in (workspace, computer.workspace()):
        assert one.state == twin.workspace().state
    workspace.undo()
    for one in (workspace, computer.workspace()):
        assert one.state == before
    fresh = Computer(tmp_path / "fresh", "cat", computer.clock).workspace()
    fresh.restore(content)
    assert fresh.state == twin.workspace().state


def test_a_new_computer_takes_over(tmp_path: Path, computer: Computer) -> None:
    content = backup_of(computer)
    other = Computer(tmp_path / "elsewhere", "bob")
    workspace = other.workspace()
    workspace.restore(content)
    assert workspace.state == state_of(content)
    workspace.do(TICK)
    assert other.workspace().state == workspace.state


def test_what_the_other_computer_does_meanwhile_stays(
    computer: Computer, workspace: Workspace
) -> None:
    other = Computer(computer.root, "bob", computer.clock)
    content = backup_of(computer)
    bob = other.workspace()
    workspace.do(LOG)
    workspace.restore(content)
    bob.do(TICK)
    workspace.refresh()
    bob.refresh()
    assert workspace.state == bob.state == other.workspace().state
    assert workspace.state.minutes == {}
    assert "W1-03" in workspace.state.ticks
    assert bob.next_undo == (TICK,)


def test_where_nothing_differs_nothing_is_written(computer: Computer, workspace: Workspace) -> None:
    content = backup_of(computer)
    workspace.do(TICK)
    workspace.undo()
    before = computer.file.read_bytes()
    assert not workspace.restore(content)
    assert computer.file.read_bytes() == before


def test_listeners_hear_of_it(computer: Computer, workspace: Workspace) -> None:
    content, before = backup_of(computer), workspace.state
    workspace.do(TICK)
    after, heard = workspace.state, Heard()
    workspace.listen(heard)
    workspace.restore(content)
    assert heard == [(after, before)]


@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("name", ["write", "fsync", "replace", "open"])
def test_a_disk_that_fails_at_any_point_leaves_the_old_or_the_new(
    computer: Computer, workspace: Workspace, name: str, *, lost: bool
) -> None:
    workspace.do(TICK)
    content = backup_of(computer)
    if lost:
        computer.file.unlink()
        Computer(computer.root, "bob", computer.clock).workspace().do(MINE)
    workspace = computer.workspace()
    if not lost:
        workspace.do(LOG)
    outcomes = set()
    for n in range(20):
        before = computer.workspace().state
        with failing(name, errno.ENOSPC, after=n, times=1), suppress(NotSaved):
            workspace.restore(content)
        assert workspace.state in (before, state_of(content))
        assert computer.workspace().state in (before, state_of(content))
        workspace.try_again()
        reached = computer.workspace().state
        assert reached == workspace.state
        assert reached in (before, state_of(content))
        outcomes.add(reached == state_of(content))
        if reached != before:
            workspace.undo()
    assert True in outcomes


def test_nothing_is_brought_in_that_cannot_be_held_back(
    tmp_path: Path, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, other = backup_of(computer), Computer(tmp_path / "elsewhere", "cat", computer.clock)
    workspace = other.workspace()

    def refuse(*_: object) -> object:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr("planner.storage.journal.append", refuse)
    with pytest.raises(NotSaved, match="There is no permission to write"):
        workspace.restore(content)
    assert list(tmp_path.glob("elsewhere/store/*")) == []
    assert workspace.state == State(study.CURRICULUM)


def test_a_store_that_is_read_only_or_unsaved_is_not_restored(
    computer: Computer, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = backup_of(computer)
    with failing("write", errno.ENOSPC):
        workspace.do(TICK)
        with pytest.raises(NotSaved, match="The disk is full"):
            workspace.restore(content)
    workspace.try_again()
    monkeypatch.setattr(Workspace, "read_only", "It is read-only.")
    with pytest.raises(NotSaved, match=r"It is read-only\."):
        workspace.restore(content)


def test_a_demonstration_that_keeps_nothing_cannot_be_restored(computer: Computer) -> None:
    with pytest.raises(NotSaved, match="Nothing is kept here"):
        Workspace(study.CURRICULUM, None).restore(backup_of(computer))


def test_a_preview_says_what_is_held_and_what_would_change(
    computer: Computer, workspace: Workspace
) -> None:
    workspace.do(LOG)
    content = content_of({**gathered(computer.store), "x": line(id="bob-1")[:40] + b"\n"}, "x")
    workspace.undo()
    workspace.do(TICK)
    workspace.do(NOTE)
    seen = preview(content, workspace.state, workspace.records)
    assert (seen.then.weeks, seen.then.sessions, seen.then.loop) == (2, 4, study.LOOP)
    assert (seen.then.minutes, seen.then.ticks, seen.then.steps, seen.then.computers) == (
        *(50, 0, 3),
        1,
    )
    assert (seen.now.minutes, seen.now.steps) == (0, 4)
    assert seen.now.ticks == len(workspace.state.ticks) > 0
    assert (seen.taken, seen.brought, seen.unreadable) == (2, 1, 1)
    workspace.restore(content)
    assert preview(content, workspace.state, workspace.records).changes_nothing


def test_a_backup_of_a_newer_version_or_of_nothing_is_refused() -> None:
    with pytest.raises(BackupError, match="newer version"):
        content_of({"a": tick(1) + line(id="ada-2", v=2) + b"\n"}, "x.zip")
    with pytest.raises(BackupError, match="holds no journal"):
        content_of({"a": tick(1)[:40]}, "x.zip")


NAMES = ("ada", "bob")
DEEDS = st.one_of(
    st.tuples(st.sampled_from(NAMES), planned_change),
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["undo", "redo", "keep", "restart", "lose"])),
    st.tuples(st.sampled_from(NAMES), st.integers(0, 9)),
)


class Household:
    """Two computers that share a store, keep backups of it, lose it, and go back."""

    def __init__(self, root: Path) -> None:
        self.root, self.clock = root, Clock()
        self.start("")
        self.workspaces["ada"].do(PROFILE, PLAN)
        self.kept = [backup_of(self.computers["ada"])]

    def start(self, suffix: str) -> None:
        self.computers = {one: Computer(self.root, one + suffix, self.clock) for one in NAMES}
        self.workspaces = {one: made.workspace() for one, made in self.computers.items()}

    def do(self, name: str, deed: object) -> None:
        self.clock.move(seconds=1)
        workspace = self.workspaces[name]
        workspace.refresh()
        if isinstance(deed, int):
            self.restore(name, self.kept[deed % len(self.kept)])
        elif isinstance(deed, str):
            getattr(self, deed)(name)
        else:
            with suppress(Refused):
                workspace.do(deed)  # type: ignore[arg-type]

    def undo(self, name: str) -> None:
        self.workspaces[name].undo()

    def redo(self, name: str) -> None:
        self.workspaces[name].redo()

    def keep(self, name: str) -> None:
        if self.workspaces[name].records:
            self.kept.append(backup_of(self.computers[name]))

    def restart(self, name: str) -> None:
        self.workspaces[name] = self.computers[name].workspace()

    def lose(self, _: str) -> None:
        """The folder is emptied, and both computers are new."""
        for file in self.root.glob("store/*"):
            file.unlink()
        self.start(f"-{self.clock.moment:%M%S}")

    def restore(self, name: str, content: Content) -> None:
        computer, workspace = self.computers[name], self.workspaces[name]
        before = computer.workspace().state
        changed = workspace.restore(content)
        assert computer.workspace().state == workspace.state == state_of(content)
        if changed:
            workspace.undo()
            assert computer.workspace().state == workspace.state == before
            computer.workspace().redo()
            workspace.refresh()
            assert workspace.state == state_of(content)


@settings(max_examples=80)
@given(st.lists(DEEDS, max_size=25))
def test_whatever_was_done_every_backup_can_be_gone_back_to_and_away_from(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, object]]
) -> None:
    household = Household(tmp_path_factory.mktemp("house"))
    for name, deed in deeds:
        household.do(name, deed)
