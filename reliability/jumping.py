"""A program that goes on working while its clock is set; the journal's file is its argument."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from planner.storage.paths import open_store
from planner.workspace import Workspace
from reliability.deeds import gesture
from tests.support import study


def main() -> None:
    """Do something whenever a line comes in, and answer with the last stamp and the state."""
    root = Path(sys.argv[1])
    journal = open_store(
        root / "store",
        now=lambda: datetime.now(UTC),
        new_id=lambda: "ada",
        state=root / "state-ada",
    )
    workspace = Workspace(study.CURRICULUM, journal)
    dice = Random(7)
    for _ in sys.stdin:
        while not gesture(workspace, dice):
            continue
        last = workspace.records[-1]
        print(last.id, last.at, datetime.now(UTC).isoformat(), workspace.unsaved, flush=True)


if __name__ == "__main__":
    main()
