"""Texts of which there are several versions, for the user to pick one of each."""

from planner.core.commands import Change
from planner.core.state import State
from planner.core.texts import TextName, writing
from planner.core.values import Fact
from planner.core.wording.texts import text_title


class TextChoice(Fact, frozen=True):
    """A text with the versions that were written apart; the last one holds until one is picked."""

    name: TextName
    title: str
    versions: tuple[str, ...]


def text_choices(state: State) -> tuple[TextChoice, ...]:
    """Return every text that waits for a choice, in the order of what they are about."""
    by_about = sorted(state.versions.items(), key=lambda one: (one[0][1], one[0][0]))
    return tuple(TextChoice(name, text_title(state, name), found) for name, found in by_about)


def pick(state: State, choice: TextChoice, place: int) -> Change:
    """Return the command that keeps one version, counted from 0, and lets the others go."""
    return writing(state, choice.name, choice.versions[place])
