"""What is noticed about a store beside lines that cannot be read, each in one plain sentence."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from planner.storage.clock import stamp_of
from planner.storage.records import Records
from planner.storage.remembered.copies import Copies
from planner.storage.remembered.given import Given

_AHEAD = timedelta(days=1)


class Notices:
    """Sentences in the order in which things were noticed."""

    def __init__(self, copies: Copies, now: Callable[[], datetime]) -> None:
        """Remember what was told at earlier starts, and the clock."""
        self._copies = copies
        self._now = now
        self._told: list[str] = []

    @property
    def told(self) -> tuple[str, ...]:
        """All sentences so far."""
        return tuple(self._told)

    def look_at(self, records: Records, given: Given, device: str) -> None:
        """Look for a clock that is ahead, and for last lines of this computer that are gone."""
        latest = records.latest()
        if latest is not None and latest.at > stamp_of(self._now() + _AHEAD):
            who = "this computer" if latest.device == device else f"the computer “{latest.device}”"
            if self._copies.tell_once(f"ahead {latest.device}"):
                self._told.append(
                    f"The clock of {who} was ahead: a line says {latest.at[:10]}. "
                    "Order is kept all the same."
                )
        lost = given.sure - records.last_number(device) if given.device == device else 0
        if lost > 0 and self._copies.tell_once(f"lost {device} {given.sure}"):
            last = "The last line" if lost == 1 else f"The last {lost} lines"
            self._told.append(
                f"{last} that this computer wrote {_are(lost)} not in the store any more; it may "
                "have been put back to an older state."
            )

    def tell_of_copy(self, name: str, count: int) -> None:
        """Tell that lines that are missing in the journal of another computer stand in a copy."""
        if self._copies.tell_once(f"copy {name} {count}"):
            self._told.append(f"{_lines(count)} of {name} {_are(count)} missing; a copy stands in.")

    def tell_of_second(self, device: str) -> None:
        """Tell that another computer has the id of this one, which takes a new one therefore."""
        self._told.append(
            f"Another computer writes to this store under the name “{device}” as well, as if one "
            "were a copy of the other; this one goes on under a new name, and nothing is lost."
        )

    def tell_of_no_locks(self, folder: Path) -> None:
        """Tell that no program can keep another one of this computer from writing meanwhile."""
        if self._copies.tell_once("no locks"):
            self._told.append(
                f"The disk with {folder} knows no locks, so let only one window or command at a "
                "time write; nothing is lost where two do."
            )


def own_missing(name: str, count: int) -> str:
    """Return what to say of own lines that are missing and stand in a copy."""
    return (
        f"{_lines(count)} that this computer wrote {_are(count)} missing in {name}; a copy stands "
        f"in, and the next change writes {'it' if count == 1 else 'them'} again."
    )


def _lines(count: int) -> str:
    return "One line" if count == 1 else f"{count} lines"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
