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

    @property
    def store(self) -> Path:
        return self.root / "store"

    @property
    def file(self) -> Path:
        return self.store / f"journal-{self.name}.jsonl"

    def journal(self, known: Known | None = None) -> Journal:
        state = self.root / f"state-{self.name}"
        return open_store(
            self.store, now=self.clock, new_id=lambda: self.name, state=state, known=known
        )

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


def _raise(error: Exception) -> None:
    raise error
