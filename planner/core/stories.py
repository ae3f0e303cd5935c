"""What the commands of stories do: written, dropped, told, and placed for principles."""

from collections.abc import Mapping

from planner.core.commands import DropStory, PlaceStory, TimeStory, WriteStory
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.story import Story, Telling

MOST_STORIES = 500
PLACES = 2


def written(state: State, command: WriteStory) -> Mapping[str, Story]:
    """Return the stories with one written, or changed where something is given.

    Raises:
        Refused: when a new one has no title or is one too many, or a criterion is unknown.
    """
    _ensure_criteria(state, command.criteria or ())
    known = state.stories.get(command.story)
    if known is None:
        if command.title is None:
            raise Refused(Refusal.STORY_WITHOUT_TITLE, command.story)
        if is_full(state):
            raise Refused(Refusal.TOO_MANY_STORIES, str(MOST_STORIES))
        known = Story(id=command.story, title=command.title)
    return {**state.stories, known.id: known.evolve(**given(command))}


def is_full(state: State) -> bool:
    """Say whether no further story can be begun; dropped ones take no room."""
    return len(living(state)) >= MOST_STORIES


def given(command: WriteStory) -> dict[str, object]:
    """Return what a command says of a story, by the names of the story's fields."""
    fields = {name: getattr(command, name) for name in WRITTEN}
    return {name: value for name, value in fields.items() if value is not None}


WRITTEN = (
    "title",
    "situation",
    "task",
    "action",
    "result",
    "numbers",
    "role",
    "engineers",
    "teams",
    "millions",
    "setback",
    "criteria",
    "tags",
)
"""The fields of a story that the user writes."""


def dropped(state: State, command: DropStory) -> Mapping[str, Story]:
    """Return the stories with one taken off the list, or brought back.

    Raises:
        Refused: when there is no such story.
    """
    story = _story(state, command.story)
    return {**state.stories, story.id: story.evolve(dropped=command.dropped)}


def timed(state: State, command: TimeStory) -> Mapping[str, Story]:
    """Return the stories with one told once more.

    Raises:
        Refused: when there is no such story.
    """
    story = _story(state, command.story)
    telling = Telling(command.version, command.seconds, command.on)
    return {**state.stories, story.id: story.evolve(tellings=(*story.tellings, telling))}


def placed(state: State, command: PlaceStory) -> Mapping[str, tuple[str, str]]:
    """Return which story is told for which principle; a story stands once for a principle.

    Placing a story where it stands in the other place moves it.

    Raises:
        Refused: when story or principle is unknown.
    """
    if command.principle not in {one.id for one in state.curriculum.principles}:
        raise Refused(Refusal.UNKNOWN_PRINCIPLE, command.principle)
    if command.story is not None:
        _story(state, command.story)
    new = command.story or ""
    before = state.places.get(command.principle, ("",) * PLACES)
    kept = ["" if one == new else one for one in before]
    kept[command.place - 1] = new
    others = {key: two for key, two in state.places.items() if key != command.principle}
    first, second = kept
    return {**others, command.principle: (first, second)} if first or second else others


def told_for(state: State, principle: str) -> tuple[Story | None, Story | None]:
    """Return the first and the second story for a principle; dropped ones are not told."""
    first, second = (_living(state, one) for one in state.places.get(principle, ("", "")))
    return first, second


def living(state: State) -> tuple[Story, ...]:
    """Return the stories that are not dropped, in the order they were begun."""
    return tuple(one for one in state.stories.values() if not one.dropped)


def principles_of(state: State, story: Story) -> tuple[str, ...]:
    """Return the principles a story is told for, in the official order."""
    return tuple(
        one.id for one in state.curriculum.principles if story.id in state.places.get(one.id, ())
    )


def _living(state: State, story_id: str) -> Story | None:
    story = state.stories.get(story_id)
    return None if story is None or story.dropped else story


def _story(state: State, story_id: str) -> Story:
    story = state.stories.get(story_id)
    if story is None:
        raise Refused(Refusal.UNKNOWN_STORY, story_id)
    return story


def _ensure_criteria(state: State, criteria: tuple[str, ...]) -> None:
    known = {one.id for one in state.curriculum.criteria}
    for one in criteria:
        if one not in known:
            raise Refused(Refusal.UNKNOWN_CRITERION, one)
