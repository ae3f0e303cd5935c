"""Tells a calendar what is new, what changed and what is gone, so that nothing stands there twice.

A calendar knows an entry by its UID, takes a newer version by a higher SEQUENCE, and strikes out
what is sent again as CANCELLED (RFC 5545, 3.8.7.4 and RFC 5546, 3.2.5).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated

from planner.core.checking import Limits
from planner.core.exchange.calendar.entries import Entry
from planner.core.values import Value

REMEMBERED = timedelta(days=60)
"""How long what is gone is still sent as cancelled, after the day it stood on."""

KEPT = timedelta(days=366)
"""How long an entry is known after its day: longer than a plan, so that its sequence goes on."""


def _with_zone(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("a moment needs its zone")
    return moment


class Revision(Value, frozen=True):
    """An entry as it was last exported: how often it changed, when in UTC, and if it is gone.

    `store` is the id of what it belongs to, which its UID holds and which never changes.
    """

    entry: Entry
    sequence: Annotated[int, Limits(ge=0)] = 0
    modified: Annotated[datetime, Limits(rule=_with_zone)]
    cancelled: bool = False
    store: Annotated[str, Limits(pattern=r"^[0-9a-f]{0,40}$")] = ""


def revised(
    wanted: Sequence[Entry],
    before: Iterable[Revision],
    now: datetime,
    concerns: Callable[[Entry], bool],
) -> tuple[Revision, ...]:
    """Return what to export: each wanted entry, and as cancelled what was exported and is gone.

    `concerns` says of an entry that was exported whether it would be among the wanted if it were
    still there; others are left alone. A sequence never goes down.
    """
    known = {one.entry.name: one for one in before}
    kept = [_next(one, known.get(one.name), now) for one in wanted]
    here = {one.name for one in wanted}
    gone = [
        one if one.cancelled else _changed(one, now, cancelled=True)
        for name, one in sorted(known.items())
        if name not in here and concerns(one.entry) and now.date() - one.entry.day <= REMEMBERED
    ]
    return (*kept, *gone)


def joined(*memories: Sequence[Revision]) -> tuple[Revision, ...]:
    """Return what several computers exported as one memory: of each entry the last version."""
    last: dict[str, Revision] = {}
    for one in (one for memory in memories for one in memory):
        other = last.get(one.entry.name)
        if other is None or _order(other) < _order(one):
            last[one.entry.name] = one
    return tuple(last[name] for name in sorted(last))


def known_still(revisions: Iterable[Revision], today: date) -> tuple[Revision, ...]:
    """Return what is still worth knowing of what was exported: not what a year has passed over."""
    return tuple(one for one in revisions if today - one.entry.day <= KEPT)


def _next(entry: Entry, before: Revision | None, now: datetime) -> Revision:
    if before is None:
        return Revision(entry=entry, modified=now)
    if before.entry == entry and not before.cancelled:
        return before
    return _changed(before.evolve(entry=entry), now, cancelled=False)


def _changed(one: Revision, now: datetime, *, cancelled: bool) -> Revision:
    return one.evolve(
        sequence=one.sequence + 1, modified=max(now, one.modified), cancelled=cancelled
    )


def _order(one: Revision) -> tuple[int, datetime, bool, str]:
    return one.sequence, one.modified, one.cancelled, repr(one.entry)
