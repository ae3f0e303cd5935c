"""Tells lines that were changed by hand and accepted from those that are only damaged."""

from collections.abc import Iterable, Sequence

from planner.core.commands import Retract
from planner.storage.line import Record, SetAside


def without_accepted(aside: Sequence[SetAside], records: Sequence[Record]) -> tuple[SetAside, ...]:
    """Return the lines that are still to be told: those whose edits were not accepted."""
    moments = {one.says.at for one in aside if one.says}
    if not moments:
        return tuple(aside)
    known = [one for one in records if one.at in moments]
    backs = [one for one in records if isinstance(one.command, Retract)]
    return tuple(one for one in aside if not _is_accepted(one, known, backs))


def edits_in(aside: Iterable[SetAside]) -> Sequence[Record]:
    """Return what lines that were changed by hand say, once where copies of a file say the same."""
    found: dict[tuple[str, str], list[Record]] = {}
    for says in (one.says for one in aside):
        if says is not None:
            same = found.setdefault((says.id, says.at), [])
            if all(says.command != one.command for one in same):
                same.append(says)
    return [one for same in found.values() for one in same]


def _is_accepted(aside: SetAside, known: Sequence[Record], backs: Sequence[Record]) -> bool:
    """Say whether a signed copy of a line that was changed by hand is among the records.

    The copy follows the retraction that takes the line itself back, as `Journal.accept_edits`
    writes them; a line whose id alone is spoilt has none.
    """
    says = aside.says
    if says is None:
        return False
    copies = [one for one in known if (one.at, one.command) == (says.at, says.command)]
    return any(_follows(copy, back, says.id) for copy in copies for back in backs)


def _follows(copy: Record, back: Record, line_id: str) -> bool:
    ids = back.command.ids if isinstance(back.command, Retract) else ()
    return line_id in ids and copy.device == back.device and 0 < copy.n - back.n <= len(ids)
