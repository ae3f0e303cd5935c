"""What the texts are called that a user writes."""

from planner.core.state import State
from planner.core.texts import EVIDENCE, NOTES, TextName
from planner.core.wording.titles import item_title, round_name


def text_title(state: State, name: TextName) -> str:
    """Return what a text is: "Evidence for “Amazon basics”", "Situation of “The outage”"."""
    part, about = name
    if part == EVIDENCE:
        return f"Evidence for “{item_title(state, about)}”"
    if part == NOTES:
        mock = state.mocks[about]
        return f"Notes on the mock of {round_name(state, mock.round)}, {mock.on.isoformat()}"
    story = state.stories.get(about)
    title = story.title if story else item_title(state, about)
    return f"{part.capitalize()} of “{title}”"


def versions_text(state: State) -> str:
    """Return a sentence on texts that wait for a choice, empty where none does."""
    names = sorted(state.versions)
    if not names:
        return ""
    first = text_title(state, names[0])
    more = f" and {len(names) - 1} more" if names[1:] else ""
    return (
        f"{first}{more}: written on two computers that did not know of each other; "
        "all versions are kept until you pick one."
    )
