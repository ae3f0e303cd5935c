"""Finds what a typed word means: the code of a session, an item's id, or a part of its title."""

import unicodedata
from dataclasses import dataclass

from planner.core.state import State
from planner.core.wording import item_title


@dataclass(frozen=True, slots=True)
class Found:
    """The item that is meant, and the code of the session where it was one."""

    item: str
    code: str | None = None


def find(state: State, text: str) -> tuple[Found, ...]:
    """Return what a text can mean: one thing, several where it is not clear, or nothing.

    A code or an id means itself. Of titles one that is the whole text goes before those that hold
    every word of it; case does not matter.
    """
    session = state.plan.by_code.get(text.upper()) if state.plan else None
    if session is not None:
        return (Found(session.item, session.code),)
    item = state.item(text) or state.item(text.split("/", maxsplit=1)[0])
    if item is not None and (item.id == text or text in {unit.id for unit in item.units}):
        return (Found(item.id),)
    planned = (one.item for one in state.plan.sessions) if state.plan else ()
    names = dict.fromkeys((*(one.id for one in state.items()), *planned))
    if text in names:
        return (Found(text),)
    titles = {name: _titles(state, name) for name in names}
    wanted = folded(text).split()
    if not wanted:
        return ()
    whole = [name for name, said in titles.items() if " ".join(wanted) in said]
    parts = [
        name
        for name, said in titles.items()
        if any(all(word in one for word in wanted) for one in said)
    ]
    return tuple(Found(name) for name in whole or parts)


def folded(text: str) -> str:
    """Return a text in the form it is searched in: composed, and without case."""
    return unicodedata.normalize("NFC", text).casefold()


def _titles(state: State, name: str) -> tuple[str, ...]:
    """Return under what names an item is known: its short title and the guide's words."""
    item = state.item(name)
    said = (item_title(state, name), item.label if item else "")
    return tuple(" ".join(folded(one).split()) for one in said)
