"""A store in a folder of a test, with a clock that moves by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from planner.core.curriculum import Curriculum
from planner.storage.journal import Journal
from planner.storage.known import Known
from planner.storage.paths import open_store
from planner.workspace import Workspace
from tests.support.study import CURRICULUM


@dataclass
class Clock:
    """A wall clock that stands until it is told to move."""

    moment: datetime = datetime(2026, 12, 1, 19, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass
class Computer:
    """One device with its own state folder; several may share a store."""

    root: Path
    name: str = "ada"
    clock: Clock = field(default_factory=Clock)
    ids: list[str] = field(default_factory=list)

    @property
    def store(self) -> Path:
        return self.root / "store"

    @property
    def file(self) -> Path:
        return self.store / f"journal-{self.name}.jsonl"

    @property
    def state(self) -> Path:
        return self.root / f"state-{self.name}"

    def journal(self, known: Known | None = None) -> Journal:
        return open_store(
            self.store, now=self.clock, new_id=self._new_id, state=self.state, known=known
        )

    def remember(self) -> Journal:
        """Start and end once, so that what was read is known and copied."""
        known = Known(self.state / "known")
        journal = self.journal(known)
        journal.catch_up()
        known.save()
        return journal

    def _new_id(self) -> str:
        """Return the name, and with a number behind it when there are ids already."""
        self.ids.append(self.name if not self.ids else f"{self.name}{len(self.ids) + 1}")
        return self.ids[-1]

    def workspace(
        self,
        report: Callable[[Exception], None] | None = None,
        known: Known | None = None,
        before_write: Callable[[], object] = bool,
        curriculum: Curriculum = CURRICULUM,
    ) -> Workspace:
        return Workspace(curriculum, self.journal(known), report or _raise, before_write)

    def lines(self) -> list[bytes]:
        return self.file.read_bytes().splitlines()


def took_back(workspace: Workspace, lines: bytes) -> int:
    """Put lines that were kept elsewhere into the store, and say how many it did not have."""
    count = workspace.outbox.take_back(lines)
    workspace.refresh()
    return count


def _raise(error: Exception) -> None:
    raise error
