"""What to say when something in the journals could not be used."""

from collections.abc import Iterator, Sequence

from planner.core.wording.titles import counted


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
    told = " and ".join([", ".join(found[:-1]), found[-1]] if found[1:] else found)
    return f"{told}; everything else is here, and loopready check tells more."


def _found(lines: Sequence[str], files: Sequence[str], refused: int) -> Iterator[str]:
    if lines:
        names = sorted(set(lines))
        where = names[0] if len(names) == 1 else f"{len(names)} journals"
        yield f"{counted(len(lines), 'line')} of {where} could not be read"
    if files:
        where = files[0] if len(files) == 1 else f"{len(files)} journals"
        yield f"{where} could not be read"
    if refused:
        yield f"{counted(refused, 'command')} no longer {'applies' if refused == 1 else 'apply'}"
