"""What the texts are called that a user writes."""

from functools import partial

from planner.core.language import spoken, translate
from planner.core.state import State
from planner.core.texts import EVIDENCE, NOTES, TextName
from planner.core.wording.stories import part_name
from planner.core.wording.titles import item_title, round_name

_tr = partial(translate, "Texts")


def text_title(state: State, name: TextName) -> str:
    """Return what a text is: "Evidence for “Amazon basics”", "Situation of “The outage”"."""
    part, about = name
    if part == EVIDENCE:
        return _tr("Evidence for “{title}”", title=item_title(state, about))
    if part == NOTES:
        mock = state.mocks[about]
        return _tr(
            "Notes on the mock of {round}, {day}",
            round=round_name(state, mock.round),
            day=spoken().date(mock.on),
        )
    story = state.stories.get(about)
    title = story.title if story else item_title(state, about)
    return _tr("{part} of “{title}”", part=part_name(part), title=title)


def versions_text(state: State) -> str:
    """Return a sentence on texts that wait for a choice, empty where none does."""
    names = sorted(state.versions)
    if not names:
        return ""
    first = text_title(state, names[0])
    if names[1:]:
        first = _tr("{text} and %n more", n=len(names) - 1, text=first)
    return _tr(
        "{texts}: written on two computers that did not know of each other; all versions are kept "
        "until you pick one.",
        texts=first,
    )
