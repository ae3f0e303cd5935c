"""Stories by principle, and each story, as text for a terminal."""

from collections.abc import Iterator

from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.screens.stories import StoriesScreen, StoryRow, stories_screen
from planner.core.state import State
from planner.core.story import PARTS
from planner.core.wording.stories import (
    flag_text,
    part_name,
    reach_text,
    role_text,
    summary,
    tags_text,
    told_text,
)

_EMPTY = "—"


def stories_text(state: State) -> str:
    """Return the principles with their stories, then every story with what speaks against it."""
    screen = stories_screen(state)
    return page(
        paragraph(summary(screen)),
        list(_principles(screen)),
        *(list(_story(state, screen, one)) for one in screen.stories),
    )


def facts(one: StoryRow) -> list[str]:
    """Return what is known of a story in short: what one was, its reach, its level, its times."""
    story = one.story
    fits = f"fits {one.fits.value}" if one.fits else ""
    kind = "a setback" if story.setback else ""
    scope = (role_text(story.role), reach_text(story), fits, kind)
    words = (*scope, told_text(story), tags_text(story))
    return [word for word in words if word]


def _principles(screen: StoriesScreen) -> Iterator[str]:
    yield from row([("", 1), ("Principle", 33), ("First story", 19)], "Second story")
    titles = {one.story.id: one.story.title for one in screen.stories}
    for one in screen.principles:
        mark = "*" if one.is_critical else ""
        first, second = (titles.get(story, _EMPTY) for story in (one.first, one.second))
        yield from row([(mark, 1), (one.name, 33), (first, 19)], second)
    if screen.level is not None:
        yield f"   * critical at {screen.level.value}"


def _story(state: State, screen: StoriesScreen, one: StoryRow) -> Iterator[str]:
    yield from paragraph(f"{one.story.title} · {one.story.id}")
    yield from paragraph(" · ".join(facts(one)), indent=2)
    if one.principles:
        yield from paragraph(", ".join(one.principles), indent=2)
    for flag in one.flags:
        text = flag_text(one, flag, screen.level, state.curriculum)
        yield from row([("!", 1)], text, indent=2)
    for part in PARTS:
        if getattr(one.story, part):
            yield from row([(part_name(part), 9)], getattr(one.story, part), indent=2)
    if one.story.numbers:
        yield from row([("Numbers", 9)], one.story.numbers, indent=2)
