"""Tells lines that were changed by hand and accepted from those that are only damaged."""

from collections.abc import Collection, Sequence

from planner.core.commands import Retract
from planner.storage.line import Record, SetAside


def without_accepted(aside: Sequence[SetAside], records: Sequence[Record]) -> tuple[SetAside, ...]:
    """Return the lines that are still to be told: those whose edits were not accepted."""
    moments = {one.says.at for one in aside if one.says}
    if not moments:
        return tuple(aside)
    known = [one for one in records if one.at in moments]
    backs = (one.command for one in records if isinstance(one.command, Retract))
    taken_back = {name for back in backs for name in back.ids}
    return tuple(one for one in aside if not _is_accepted(one, known, taken_back))


def _is_accepted(aside: SetAside, known: Sequence[Record], taken_back: Collection[str]) -> bool:
    """Say whether a signed copy of a line that was changed by hand is among the records.

    With the copy the line itself is taken back; one whose id alone is spoilt was never accepted.
    """
    says = aside.says
    return (
        says is not None
        and says.id in taken_back
        and any((one.at, one.command) == (says.at, says.command) for one in known)
    )
