"""Opens a store and adds to it, as the window does."""

from collections.abc import Iterator
from pathlib import Path

from planner.core import commands as c
from planner.core.values import Subject
from planner.storage.trouble import NotSaved, StoreError
from planner.workspace import Workspace
from reliability.deeds import begin
from reliability.scenes.scene import Told
from tests.support import study
from tests.support.stores import Computer

ITEM = c.AddItem(id="own.mine", title="Mine", subject=Subject.READING, minutes=60)
LOG = c.LogTime(code="W1-01", minutes=50, on=study.TODAY)


class Append:
    """Opens a store, logs 50 minutes, and tries again once where the disk refused."""

    def prepare(self, root: Path) -> None:
        """Make a store with a plan in it."""
        begin(Computer(root))

    def work(self, root: Path) -> Told:
        """Log the minutes; where the store cannot be read something else is done, and told."""
        try:
            return self._work(Computer(root).workspace())
        except (StoreError, NotSaved) as error:
            return Told(False, str(error))

    def _work(self, workspace: Workspace) -> Told:
        if workspace.state.plan is None:
            if not workspace.set_aside and not workspace.read_only:
                raise AssertionError("the store looked empty, and nothing was told")
            workspace.do(ITEM)
        else:
            workspace.do(LOG)
        sentence = workspace.unsaved
        return Told(not sentence or workspace.try_again(), sentence)

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that the change is there once or not at all, and that work can go on."""
        workspace = Computer(root).workspace()
        state = workspace.state
        logged = state.minutes.get("W1-01", 0)
        if state.plan is None:
            yield "the plan is gone"
            return
        if logged not in {0, 50} or (told and told.saved and not (logged or state.own)):
            yield f"{logged} minutes are there"
        if len(workspace.set_aside) > 1:
            yield f"{len(workspace.set_aside)} lines were set aside"
        workspace.do(LOG)
        again = Computer(root).workspace().state.minutes.get("W1-01")
        if workspace.unsaved or again != logged + 50:
            yield f"after {logged} minutes and 50 more there are {again}"
        journal = Computer(root).journal()
        journal.catch_up()
        if len({record.id for record in journal.records}) < len(journal.records):
            yield "two lines have one id"


class FirstAppend:
    """Makes a store where there was none."""

    def prepare(self, root: Path) -> None:
        """Leave everything to the program."""

    def work(self, root: Path) -> Told:
        """Accept a plan in a new store."""
        try:
            workspace = Computer(root).workspace()
            workspace.do(c.ChangeProfile(profile=study.PROFILE), c.AcceptPlan(plan=study.PLAN))
        except (StoreError, NotSaved) as error:
            return Told(False, str(error))
        sentence = workspace.unsaved
        return Told(not sentence or workspace.try_again(), sentence)

    def wrong(self, root: Path, told: Told | None) -> Iterator[str]:
        """See that what was acknowledged is there, and that the next start can go on."""
        workspace = Computer(root).workspace()
        if told and told.saved and workspace.state.plan is None:
            yield "the plan is not there"
        begin(Computer(root))
        if Computer(root).workspace().state.plan != study.PLAN:
            yield "a plan cannot be accepted afterwards"
