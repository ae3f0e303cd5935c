"""The texts a user writes, each by what it is about, so that two versions of one can be told."""

from collections.abc import Iterator
from typing import Any

from planner.core.commands import AddEvidence, AddItem, Change, NoteMock, RenameItem, WriteStory
from planner.core.mock import Mock
from planner.core.state import State
from planner.core.stories import given

TextName = tuple[str, str]
"""What a text says, such as "evidence", "title" or "situation", and the id of what it is about."""

EVIDENCE, TITLE, NOTES = "evidence", "title", "notes"
OF_STORY = (TITLE, "situation", "task", "action", "result", "numbers")
"""The texts of a story, by the names of its fields."""


def texts(command: Change) -> Iterator[tuple[TextName, str]]:
    """Return the texts that a command writes, by their names."""
    match command:
        case AddEvidence():
            yield (EVIDENCE, command.item), command.text
        case AddItem():
            yield (TITLE, command.id), command.title
        case RenameItem():
            yield (TITLE, command.item), command.title
        case NoteMock():
            yield (NOTES, command.mock), command.notes
        case WriteStory():
            said = given(command)
            for part in OF_STORY:
                if part in said:
                    yield (part, command.story), str(said[part])


def current(state: State, name: TextName) -> str | None:
    """Return a text as it holds now, or None where what it is about is gone."""
    part, about = name
    if part == EVIDENCE:
        return state.evidence.get(about, "")
    known = state.stories.get(about) or state.mocks.get(about)
    if known is not None:
        return None if known.dropped else str(getattr(known, part))
    own = state.own.get(about)
    return own.title if own else None


def writing(state: State, name: TextName, text: str) -> Change:
    """Return the command that writes a text; written again, it ends a choice between versions."""
    part, about = name
    if part == EVIDENCE:
        return AddEvidence(item=about, text=text)
    if part == NOTES:
        return noting(state.mocks[about].evolve(notes=text))
    if about in state.stories:
        fields: dict[str, Any] = {part: text}
        return WriteStory(story=about, **fields)
    return RenameItem(item=about, title=text)


def noting(mock: Mock) -> NoteMock:
    """Return the command that notes a mock as it is."""
    fields = {name: getattr(mock, name) for name in _MOCK}
    return NoteMock(mock=mock.id, code=mock.code or None, **fields)


_MOCK = ("round", "level", "on", "minutes", "scores", "judge", "notes")
