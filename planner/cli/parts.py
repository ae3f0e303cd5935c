"""What the composition root hands to a command: the day, the curriculum, and a way to the store."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from planner.core.curriculum import Curriculum
from planner.core.values import Fact
from planner.workspace import Workspace


class Parts(Fact, frozen=True):
    """`folder` is where the store lies or would lie; nothing is read before `open_workspace`.

    `new_id` makes ids for what is added.
    """

    today: date
    curriculum: Curriculum
    folder: Path
    open_workspace: Callable[[], Workspace]
    new_id: Callable[[], str]
