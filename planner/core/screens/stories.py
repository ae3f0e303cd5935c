"""Stories: which one is told for which principle, and what speaks against it."""

from planner.core.curriculum import Principle
from planner.core.state import State
from planner.core.stories import living, principles_of, told_for
from planner.core.story import Story
from planner.core.story_check import Flag, flags, is_scoped, reach
from planner.core.values import Fact, Level


class StoryRow(Fact, frozen=True):
    """A story by its title, with what it is told for and what speaks against it.

    `fits` is the level its reach fits: None is below both or not known, see `is_scoped`.
    """

    story: Story
    principles: tuple[str, ...]
    flags: tuple[Flag, ...]
    fits: Level | None
    is_scoped: bool


class PrincipleRow(Fact, frozen=True):
    """A principle and the ids of the two stories for it, empty where there is none."""

    id: str
    name: str
    note: str
    gloss: str
    is_critical: bool
    first: str
    second: str


class StoriesScreen(Fact, frozen=True):
    """Stories as a page. `covered` principles have a story, `twice` the critical ones with two."""

    level: Level | None
    principles: tuple[PrincipleRow, ...]
    stories: tuple[StoryRow, ...]
    covered: int
    twice: int
    critical: int

    @property
    def by_id(self) -> dict[str, StoryRow]:
        """The stories by their ids."""
        return {row.story.id: row for row in self.stories}


def stories_screen(state: State) -> StoriesScreen:
    """Return the stories as a page; before a level is chosen no principle is critical."""
    level = state.profile.level if state.profile else None
    rows = tuple(_principle(state, one, level) for one in state.curriculum.principles)
    critical = [row for row in rows if row.is_critical]
    return StoriesScreen(
        level=level,
        principles=rows,
        stories=tuple(_story(state, one) for one in living(state)),
        covered=sum(bool(row.first or row.second) for row in rows),
        twice=sum(bool(row.first and row.second) for row in critical),
        critical=len(critical),
    )


def _principle(state: State, one: Principle, level: Level | None) -> PrincipleRow:
    first, second = told_for(state, one.id)
    return PrincipleRow(
        id=one.id,
        name=one.name,
        note=one.note,
        gloss=one.gloss,
        is_critical=level is not None and one.critical_for is level,
        first=first.id if first else "",
        second=second.id if second else "",
    )


def _story(state: State, story: Story) -> StoryRow:
    names = {one.id: one.name for one in state.curriculum.principles}
    return StoryRow(
        story=story,
        principles=tuple(names[one] for one in principles_of(state, story)),
        flags=flags(state, story),
        fits=reach(story),
        is_scoped=is_scoped(story),
    )
