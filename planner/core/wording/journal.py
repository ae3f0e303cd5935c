"""What to say when something in the journals could not be used."""

from collections.abc import Iterator, Sequence
from functools import partial

from planner.core.language import translate
from planner.core.wording.lists import enumeration

_tr = partial(translate, "Journal")


def journal_trouble(places: Sequence[tuple[str, int]], refused: int) -> str:
    """Return a sentence on what could not be read or used, empty for nothing.

    `places` are journal and number of each line that could not be read, number 0 for a whole
    journal; `refused` commands no longer apply.
    """
    lines = [name for name, number in places if number]
    files = [name for name, number in places if not number]
    found = list(_found(lines, files, refused))
    if not found:
        return ""
    return _tr(
        "{troubles}; everything else is here, and loopready check tells more.",
        troubles=enumeration(found),
    )


def _found(lines: Sequence[str], files: Sequence[str], refused: int) -> Iterator[str]:
    if lines:
        where = _named(sorted(set(lines)))
        yield _tr("%n line(s) of {journal} could not be read", n=len(lines), journal=where)
    if files:
        yield _tr("{journal} could not be read", journal=_named(files))
    if refused:
        yield _tr("%n command(s) no longer (applies|apply)", n=refused)


def _named(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else _tr("%n journal(s)", n=len(names))
