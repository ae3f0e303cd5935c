"""What the composition root hands to a command: the day, the curriculum, and a way to the store."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planner.core.curriculum import Curriculum
from planner.core.values import Fact
from planner.storage.backup.daily import Daily, Tell
from planner.storage.support.support import Support
from planner.workspace import Workspace

if TYPE_CHECKING:  # loaded when they are wanted
    from planner.core.closed_book import ClosedBook
    from planner.storage.backup.keeping import Backups


class Parts(Fact, frozen=True):
    """`folder` is where the store lies or would lie; nothing is read before `open_workspace`.

    That may be given what bars us from writing, as `Workspace` may.
    `new_id` makes ids for what is added, `closed_book` reads what reviews ask, `open_backups`
    gives the backups of the store, `daily` makes the one of the day, and `news` tells once in a
    sentence how the curriculum changed. `now` is the moment in UTC,
    `support` what helps to mend the program.
    """

    today: date
    curriculum: Curriculum
    folder: Path
    open_workspace: Callable[..., Workspace]
    new_id: Callable[[], str]
    closed_book: "Callable[[], ClosedBook]"
    open_backups: "Callable[[], Backups]"
    daily: Daily
    news: Callable[[Workspace, Tell], None]
    now: Callable[[], datetime]
    support: Support
