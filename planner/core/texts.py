"""The texts a user writes, each by what it is about, so that two versions of one can be told."""

from collections.abc import Iterator
from typing import Any

from planner.core.commands import AddEvidence, AddItem, Change, RenameItem, WriteStory
from planner.core.stories import given

TextName = tuple[str, str]
"""What a text says, such as "evidence", "title" or "situation", and the id of what it is about."""

EVIDENCE, TITLE = "evidence", "title"
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
        case WriteStory():
            said = given(command)
            for part in OF_STORY:
                if part in said:
                    yield (part, command.story), str(said[part])


def writing(name: TextName, text: str) -> Change:
    """Return the command that writes a text; written again, it ends a choice between versions."""
    part, about = name
    if part == EVIDENCE:
        return AddEvidence(item=about, text=text)
    if about.startswith("story."):
        fields: dict[str, Any] = {part: text}
        return WriteStory(story=about, **fields)
    return RenameItem(item=about, title=text)
