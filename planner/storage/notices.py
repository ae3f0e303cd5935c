"""What is noticed about a store beside lines that cannot be read, each in one plain sentence."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from planner.core.language import translate
from planner.storage.clock import stamp_of
from planner.storage.records import Records
from planner.storage.remembered.copies import Copies
from planner.storage.remembered.given import Given

_tr = partial(translate, "Storage")
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
        is_ahead = latest is not None and latest.at > stamp_of(self._now() + _AHEAD)
        if latest is not None and is_ahead and self._copies.tell_once(f"ahead {latest.device}"):
            is_here = latest.device == device
            self._told.append(_ahead(latest.at[:10], latest.device, is_here=is_here))
        lost = given.sure - records.last_number(device) if given.device == device else 0
        if lost > 0 and self._copies.tell_once(f"lost {device} {given.sure}"):
            self._told.append(
                _tr(
                    "The last (line|%n lines) that this computer wrote (is|are) not in the store "
                    "any more; it may have been put back to an older state.",
                    n=lost,
                )
            )

    def tell_of_copy(self, name: str, count: int) -> None:
        """Tell that lines that are missing in the journal of another computer stand in a copy."""
        if self._copies.tell_once(f"copy {name} {count}"):
            self._told.append(
                _tr(
                    "(One|%n) line(s) of {journal} (is|are) missing; a copy stands in.",
                    n=count,
                    journal=name,
                )
            )

    def tell_of_second(self, device: str) -> None:
        """Tell that another computer has the id of this one, which takes a new one therefore."""
        self._told.append(
            _tr(
                "Another computer writes to this store under the name “{device}” as well, as if "
                "one were a copy of the other; this one goes on under a new name, and nothing is "
                "lost.",
                device=device,
            )
        )

    def tell_of_no_locks(self, folder: Path) -> None:
        """Tell that no program can keep another one of this computer from writing meanwhile."""
        if self._copies.tell_once("no locks"):
            self._told.append(
                _tr(
                    "The disk with {folder} knows no locks, so let only one window or command at "
                    "a time write; nothing is lost where two do.",
                    folder=folder,
                )
            )


def own_missing(name: str, count: int) -> str:
    """Return what to say of own lines that are missing and stand in a copy."""
    return _tr(
        "(One|%n) line(s) that this computer wrote (is|are) missing in {journal}; a copy stands "
        "in, and the next change writes (it|them) again.",
        n=count,
        journal=name,
    )


def newer() -> str:
    """Return what to say of a store that a newer version of the program wrote to."""
    return _tr(
        "A newer version of Loopready wrote to this store; with this version it can only be read."
    )


def _ahead(day: str, device: str, *, is_here: bool) -> str:
    if is_here:
        return _tr(
            "The clock of this computer was ahead: a line says {day}. Order is kept all the same.",
            day=day,
        )
    return _tr(
        "The clock of the computer “{device}” was ahead: a line says {day}. Order is kept all "
        "the same.",
        device=device,
        day=day,
    )
