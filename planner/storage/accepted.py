"""Tells lines that were changed by hand and accepted from those that are only damaged."""

from collections.abc import Iterable, Mapping, Sequence

from planner.core.commands import Retract
from planner.storage.line import Draft, Record, SetAside, encode


def without_accepted(aside: Sequence[SetAside], records: Sequence[Record]) -> tuple[SetAside, ...]:
    """Return the lines that are still to be told: those whose edits were not accepted."""
    moments = {one.says.at for one in aside if one.says}
    if not moments:
        return tuple(aside)
    signed = [one for one in records if one.of and one.at in moments]
    return tuple(one for one in aside if not any(_says(copy, one) for copy in signed))


def edits_in(aside: Iterable[SetAside]) -> Sequence[Record]:
    """Return what lines that were changed by hand say, once where copies of a file say the same."""
    found: dict[str, list[Record]] = {}
    for says in (one.says for one in aside):
        if says is not None:
            same = found.setdefault(says.name, [])
            if all((says.at, says.command) != (one.at, one.command) for one in same):
                same.append(says)
    return [one for same in found.values() for one in same]


def signed(
    edits: Sequence[Record], device: str, first: int, at: str, seen: Mapping[str, int]
) -> list[Draft]:
    """Return lines that say edits anew, behind one that takes back the lines they were made of."""
    back = Retract(ids=tuple(one.name for one in edits))
    drafts = [encode(f"{device}-{first}", at, seen, back)]
    for n, one in enumerate(edits, first + 1):
        drafts.append(encode(f"{device}-{n}", one.at, {}, one.command, of=one.name))
    return drafts


def _says(signed: Record, aside: SetAside) -> bool:
    """Say whether a record is the signed copy of a line that was changed by hand."""
    says = aside.says
    return says is not None and (signed.of, signed.at, signed.command) == (
        says.name,
        says.at,
        says.command,
    )
