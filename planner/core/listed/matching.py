"""Finds what the ticked lines of a list of ours stand for."""

import re
from collections.abc import Iterable, Iterator, Sequence

from planner.core.exchange.words import line
from planner.core.from_paper import CODE, Noted, code_or_text
from planner.core.listed.lines import Listed, minutes_in
from planner.core.screens.checklist import ItemRow, checklist_screen
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording import session_title

_PART = " · "
_TOOK = re.compile(r", took (.+?)(?: · |$)")


class Matched(Fact, frozen=True):
    """What a list says of this store.

    `notes` are new, `known` counts what was done already, `strange` are ticked lines of another
    plan or of none. `ours` counts the lines, ticked or not, that are of this store.
    """

    notes: tuple[Noted, ...]
    known: int
    strange: tuple[str, ...]
    ours: int


def matched(state: State, lines: Sequence[Listed]) -> Matched:
    """Return what a list that was written here, and ticked elsewhere, says. It takes no tick back.

    A code counts only where the title beside it is that of its session, since the codes of
    another plan are the same.
    """
    found = tuple(_found(state, [one for one in lines if one.has_box]))
    ours = [(one, note) for one, note in found if note is not None]
    ticked = _once(note for one, note in ours if one.done)
    new = [note for note in ticked if note.target not in state.ticks and not _all(state, note)]
    return Matched(
        notes=tuple(new),
        known=len(ticked) - len(new),
        strange=tuple(one.text for one, note in found if note is None and one.done),
        ours=len(ours),
    )


def _once(notes: Iterable[Noted]) -> Sequence[Noted]:
    """Return one note for each target: of lines that say the same work, the longest time counts."""
    found: dict[str, Noted] = {}
    for note in notes:
        known = found.setdefault(note.target, note)
        if (note.minutes or 0) > (known.minutes or 0):
            found[note.target] = note
    return list(found.values())


def _found(state: State, lines: Sequence[Listed]) -> Iterator[tuple[Listed, Noted | None]]:
    items = {
        name: row
        for section in checklist_screen(state).sections
        for row in section.rows
        for name in (line(row.title), line(f"{row.title}, {row.author}"))
    }
    above: tuple[ItemRow, Listed] | None = None
    for one in lines:
        if one.target:
            yield one, _by_target(state, one)
            continue
        if CODE.match(one.text):
            yield one, _by_code(state, one)
            continue
        if one.depth and above is not None:
            row, over = above
            unit = next((u for u in row.units if _is_called(one.text, line(u.label))), None)
            if unit is not None:
                yield one, Noted(row.id if over.done else unit.id)
                continue
        row_here = next((items[name] for name in _beginnings(one.text) if name in items), None)
        above = (row_here, one) if row_here else None
        yield one, Noted(row_here.id) if row_here else None


def _by_code(state: State, one: Listed) -> Noted | None:
    code = code_or_text(one.text.split(_PART, 1)[0].strip())
    session = state.plan.by_code.get(code) if state.plan else None
    if session is None or line(session_title(state, session)) not in one.text:
        return None
    took = _TOOK.search(one.text)
    return Noted(code, minutes_in(took[1]) if took else None)


def _by_target(state: State, one: Listed) -> Noted | None:
    session = state.plan.by_code.get(one.target) if state.plan else None
    if session is not None:
        title = line(session_title(state, session))
        return Noted(one.target, one.minutes) if one.text in {title, f"'{title}"} else None
    item = state.item(one.target.split("/", maxsplit=1)[0])
    names = {item.id, *(unit.id for unit in item.units)} if item else set()
    return Noted(one.target) if one.target in names else None


def _beginnings(text: str) -> Iterator[str]:
    """Yield a text, and what stands before each of its dots, the longest first."""
    parts = text.split(_PART)
    for count in range(len(parts), 0, -1):
        yield _PART.join(parts[:count])


def _is_called(text: str, name: str) -> bool:
    return text == name or text.startswith(name + _PART)


def _all(state: State, note: Noted) -> bool:
    """Say whether an item has all of its parts ticked."""
    item = state.item(note.target)
    return item is not None and bool(item.units) and all(u.id in state.ticks for u in item.units)
