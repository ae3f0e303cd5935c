"""The command line in a home of its own, used as a person at a terminal would."""

import os
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from functools import cache, cached_property
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from random import Random

from planner.__main__ import main
from planner.core.curriculum import Curriculum
from planner.resources import resource
from planner.storage.curriculum import load_curriculum
from planner.storage.journal import Journal
from planner.storage.paths import open_store
from planner.workspace import Workspace
from reliability.children import Say, ack, hush

INIT = ("init", "--level", "L6", "--start", "2026-11-30", "--loop", "2027-02-08", "--hours", "10")
TODAY = "2026-12-02"
DEVICE = "shell"
_KINDS = {"add": "add-item", "undo": "retract"}
"""What the newest line holds after a command; the others may write several lines, or none."""


class CommandLine:
    """Runs commands in this very process: `main` is what a terminal calls."""

    def __init__(self, home: Path) -> None:
        """Remember a home, in which nothing is looked at yet."""
        self.home = home
        self.store = home / "data" / "loopready" / "store"
        self.state = home / "state" / "loopready"
        self.file = self.store / f"journal-{DEVICE}.jsonl"

    def settle(self) -> "CommandLine":
        """Give the computer its name, which is made up otherwise."""
        self.state.mkdir(parents=True)
        (self.state / "device").write_text(DEVICE)
        return self

    @cached_property
    def environment(self) -> dict[str, str]:
        """What tells the program where its home is."""
        folders = {name: str(self.home / name.lower()) for name in ("DATA", "STATE", "CONFIG")}
        return {f"XDG_{name}_HOME": folder for name, folder in folders.items()}

    def run(self, *words: str, today: str = TODAY) -> int:
        """Return the exit status of a command."""
        os.environ.update(self.environment)
        return main([*words, "--today", today])

    def talk(self, *words: str) -> tuple[int, str]:
        """Return the exit status of a command and what it says on standard error.

        Both streams are in memory, so that nothing but the work itself meets a broken disk.
        """
        out, errors = TextIOWrapper(BytesIO()), StringIO()
        with redirect_stdout(out), redirect_stderr(errors):
            return self.run(*words), errors.getvalue()

    def workspace(self) -> Workspace:
        """Return the store as another program of the same computer opens it."""
        return Workspace(curriculum(), self.journal())

    def journal(self) -> Journal:
        """Return the journal of the store, not read yet."""
        return open_store(
            self.store, now=lambda: datetime.now(UTC), new_id=lambda: DEVICE, state=self.state
        )

    def work(self, seed: int, say: Say) -> None:
        """Give one random command after the other, without end and without output."""
        hush()
        dice = Random(seed)
        while True:
            words = _words(dice)
            if self.run(*words) == 0:
                say(ack(self.file, kind=_KINDS.get(words[0], "")))


@cache
def curriculum() -> Curriculum:
    """Return the real curriculum, loaded once."""
    return load_curriculum(resource("curriculum"))


def _words(dice: Random) -> Sequence[str]:
    match dice.randrange(9):
        case 0 | 1 | 2 | 3:
            return "done", f"W{dice.randint(1, 9)}-0{dice.randint(1, 9)}={dice.randint(5, 90)}"
        case 4 | 5:
            item = dice.choice(curriculum().items).id
            return "rate", f"{item}={dice.choice(('new', 'working', 'strong'))}"
        case 6:
            return "add", f"My item {dice.randrange(1000)}", "--minutes", "90"
        case 7:
            return INIT
        case _:
            return ("undo",)
