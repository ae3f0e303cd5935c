"""How long 5,000 commands take from the bytes on disk to the state, beside json.loads of them."""

import json
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import cycle, islice
from pathlib import Path

from benchmarks.measure import milliseconds, tell
from planner.core import commands as c
from planner.core.apply import apply
from planner.core.curriculum import Curriculum
from planner.core.entry import spread_hours
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level
from planner.resources import resource
from planner.storage.curriculum import load_curriculum
from planner.storage.journal import Journal
from planner.storage.known import Known
from planner.storage.paths import open_store
from planner.workspace import Workspace

COMMANDS = 5_000
START = date(2026, 11, 30)
GESTURE = 100


def main(_: Sequence[str] = ()) -> None:
    """Write a journal as the program does, and print how long it takes to open it again."""
    curriculum = load_curriculum(resource("curriculum"))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        commands = history(curriculum)
        journal = opened(root)
        for begin in range(0, len(commands), GESTURE):
            journal.append(commands[begin : begin + GESTURE])
        (file,) = journal.folder.iterdir()
        fold = milliseconds(lambda: Workspace(curriculum, opened(root)))
        parse = milliseconds(lambda: [json.loads(line) for line in file.read_bytes().splitlines()])
        append = milliseconds(lambda: journal.append([commands[-1]]), rounds=50)
    tell(f"{len(commands)} commands folded", fold, "< 100 ms", f"{fold / parse:.1f} x json.loads")
    tell("one command appended, with fsync", append, "< 16 ms", "")


def opened(root: Path, known: Known | None = None) -> Journal:
    """Return the journal of a temporary store."""
    return open_store(
        root / "store",
        now=lambda: datetime.now(UTC),
        new_id=lambda: "bench",
        state=root / "state",
        known=known,
    )


def history(curriculum: Curriculum) -> Sequence[c.Change]:
    """Return a profile, a plan, and its sessions ticked and unticked again and again."""
    profile = Profile(
        level=Level.L6, start=START, loop=date(2027, 2, 8), week=spread_hours(60 * 10)
    )
    plan = make_plan(apply(State(curriculum), c.ChangeProfile(profile=profile)), profile, START)
    ticks = (
        c.Tick(target=session.code, done=done, on=START)
        for done in cycle((True, False))
        for session in plan.sessions
    )
    return [c.ChangeProfile(profile=profile), c.AcceptPlan(plan=plan), *islice(ticks, COMMANDS - 2)]


if __name__ == "__main__":
    main()
