"""What the composition root hands to a command: the day, the curriculum, and a way to the store."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.core.curriculum import Curriculum
from planner.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Parts:
    """`folder` is where the store lies or would lie; nothing is read before `open_workspace`.

    `new_id` makes ids for what is added.
    """

    today: date
    curriculum: Curriculum
    folder: Path
    open_workspace: Callable[[], Workspace]
    new_id: Callable[[], str]
