"""Long made-up days: whatever is done in whatever order agrees with a model of a few lines."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from planner.core import commands as c
from planner.core.apply import apply
from planner.core.refusal import Refused
from planner.core.state import State
from planner.workspace import Workspace
from tests.support import study
from tests.support.commands import planned_change
from tests.support.deeds import PLAN, PROFILE
from tests.support.faults import full_disk
from tests.support.lines import line
from tests.support.stores import Computer

jumps = st.integers(-400, 400)


class OneComputer(RuleBasedStateMachine):
    """A window and a terminal of one computer take turns; the disk fills and the clock jumps.

    The model is a pile of states: doing adds one, undo and redo move along it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.computer = Computer(self.root)
        self.programs = [self.computer.workspace(), self.computer.workspace()]
        self.past: list[tuple[tuple[c.Change, ...], State]] = []
        self.future: list[tuple[tuple[c.Change, ...], State]] = []
        self.fault = ExitStack()

    @property
    def program(self) -> Workspace:
        return self.programs[0]

    @property
    def expected(self) -> State:
        return self.past[-1][1] if self.past else State(study.CURRICULUM)

    @initialize()
    def accept_a_plan(self) -> None:
        self.do([PROFILE, PLAN])

    @rule(commands=st.lists(planned_change, min_size=1, max_size=3))
    def do(self, commands: list[c.Change]) -> None:
        new, effective = self.expected, []
        try:
            for command in commands:
                before, new = new, apply(new, command)
                if new != before:
                    effective.append(command)
            changes = new != self.expected
        except Refused:
            try:
                self.program.do(*commands)
            except Refused:
                return
            raise AssertionError("must be refused") from None
        assert self.program.do(*commands) is changes
        if changes:
            self.past.append((tuple(effective), new))
            self.future.clear()

    @rule()
    def undo(self) -> None:
        undone = self.program.undo()
        assert undone == (self.past[-1][0] if self.past else None)
        if self.past:
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        redone = self.program.redo()
        assert redone == (self.future[-1][0] if self.future else None)
        if self.future:
            self.past.append(self.future.pop())

    @rule(days=jumps)
    def the_clock_jumps(self, days: int) -> None:
        self.computer.clock.move(days=days)

    @rule()
    def the_disk_fills(self) -> None:
        self.fault.close()
        self.fault.enter_context(full_disk(100))

    @rule()
    def the_disk_has_room(self) -> None:
        self.fault.close()
        assert self.program.try_again()

    @precondition(lambda self: not self.program.waiting)
    @rule()
    def the_other_program_takes_over(self) -> None:
        self.programs.reverse()
        self.program.refresh()

    @precondition(lambda self: not self.program.waiting)
    @rule()
    def the_program_starts_again(self) -> None:
        self.programs[0] = self.computer.workspace()

    @precondition(lambda self: not self.program.waiting)
    @rule(length=st.integers(1, 100))
    def a_torn_line_is_left_behind(self, length: int) -> None:
        with self.computer.file.open("ab") as file:
            file.write(line()[:length])
        self.program.refresh()

    @invariant()
    def the_state_is_the_expected_one(self) -> None:
        assert self.program.state == self.expected
        assert self.program.next_undo == (self.past[-1][0] if self.past else None)
        assert self.program.next_redo == (self.future[-1][0] if self.future else None)
        assert self.program.refused == ()

    def teardown(self) -> None:
        self.fault.close()
        try:
            assert self.program.try_again()
            assert self.computer.workspace().state == self.expected
        finally:
            shutil.rmtree(self.root)


class TwoComputers(RuleBasedStateMachine):
    """Two computers share a folder, each hears of the other now and then, and no minute is lost.

    The model is a pile of logged minutes for each: they add up, whatever order they come in.
    """

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.computers = [Computer(self.root), Computer(self.root, "bob")]
        self.computers[0].workspace().do(PROFILE, PLAN)
        self.programs = [computer.workspace() for computer in self.computers]
        self.past: list[list[int]] = [[], []]
        self.future: list[list[int]] = [[], []]

    who = st.sampled_from([0, 1])

    @rule(one=who, minutes=st.integers(1, 500))
    def log_time(self, one: int, minutes: int) -> None:
        self.programs[one].do(c.LogTime(code="W1-01", minutes=minutes, on=study.TODAY))
        self.past[one].append(minutes)
        self.future[one].clear()

    @precondition(lambda self: any(self.past))
    @rule(one=who)
    def undo(self, one: int) -> None:
        if self.past[one]:
            self.programs[one].undo()
            self.future[one].append(self.past[one].pop())

    @rule(one=who)
    def redo(self, one: int) -> None:
        if self.future[one]:
            self.programs[one].redo()
            self.past[one].append(self.future[one].pop())

    @rule(one=who)
    def hear(self, one: int) -> None:
        self.programs[one].refresh()

    @rule(one=who)
    def start_again(self, one: int) -> None:
        self.programs[one] = self.computers[one].workspace()

    @rule(one=who, days=jumps)
    def the_clock_jumps(self, one: int, days: int) -> None:
        self.computers[one].clock.move(days=days)

    @rule(one=who)
    def a_conflict_copy_appears(self, one: int) -> None:
        file = self.computers[one].file
        if file.exists():
            shutil.copy(file, file.with_name(f"{file.stem} (conflicted copy).jsonl"))

    def teardown(self) -> None:
        try:
            for program in (*self.programs, self.computers[0].workspace()):
                program.refresh()
                assert program.state.minutes.get("W1-01", 0) == sum(map(sum, self.past))
                assert program.state == self.programs[0].state
        finally:
            shutil.rmtree(self.root)


OneComputer.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TwoComputers.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestOneComputer = OneComputer.TestCase
TestTwoComputers = TwoComputers.TestCase
