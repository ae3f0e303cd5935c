"""Which backups are worth keeping: many of the last days, few of long ago."""

from collections.abc import Callable, Collection, Hashable
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 4, 12


def worth_keeping(moments: Collection[datetime]) -> frozenset[datetime]:
    """Return all of the newest day, and the last of each of seven days, four weeks, twelve months.

    Days, weeks and months without a backup do not count. Whatever is not kept is not needed later
    either: more backups only push others out.
    """
    newest = max(moments, default=None)
    return frozenset(one for one in moments if newest and one.date() == newest.date()).union(
        _last_of_each(moments, datetime.toordinal, DAYS),
        _last_of_each(moments, lambda one: one.isocalendar()[:2], WEEKS),
        _last_of_each(moments, lambda one: (one.year, one.month), MONTHS),
    )


def _last_of_each(
    moments: Collection[datetime], span: Callable[[datetime], Hashable], most: int
) -> list[datetime]:
    last = {span(one): one for one in sorted(moments)}
    return sorted(last.values())[-most:]
