"""The backup of the day, made at most once and never in the way of the work."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from planner.core.language import translate
from planner.storage.support.log import log_error
from planner.storage.trouble import NotSaved

if TYPE_CHECKING:  # loaded when the first backup of a day is due
    from planner.storage.backup.keeping import Backups

Tell = Callable[[str], object]


class Daily:
    """To be called before each write; it costs a look at the clock."""

    def __init__(
        self, backups: "Callable[[], Backups]", now: Callable[[], datetime], tell: Tell
    ) -> None:
        """Remember how the backups are had, the clock, and whom to tell what went wrong."""
        self._backups = backups
        self._now = now
        self._tell = tell
        self._tried: date | None = None

    def begin(self, tell: Tell) -> None:
        """Make the backup that is due at a start, and tell somebody else from now on."""
        self._tell = tell
        self()

    def __call__(self) -> None:
        """Back up, where that was not tried today, and say in a sentence when it failed.

        Never raises: nobody is to lose what is about to be written.
        """
        today = self._now().astimezone(UTC).date()
        if today == self._tried:
            return
        self._tried = today
        try:
            backups = self._backups()
            backups.daily()
            if backups.lacking:
                self._tell(backups.lacking)
        except NotSaved as trouble:
            self._tell(
                translate("Storage", "No backup could be made today. {trouble}", trouble=trouble)
            )
        except Exception as error:  # noqa: BLE001 - told, and never in the way
            log_error(error)
            self._tell(
                translate("Storage", "No backup could be made today: a mistake in the program.")
            )
