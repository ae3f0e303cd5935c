"""Stories by principle, and each story, as Markdown."""

from collections.abc import Iterator

from planner.core.exchange.markdown.layout import escaped, page, table
from planner.core.exchange.text.stories import facts
from planner.core.screens.stories import StoryRow, stories_screen
from planner.core.state import State
from planner.core.story import PARTS
from planner.core.wording.stories import flag_text, part_name, summary


def stories_markdown(state: State) -> str:
    """Return the principles with their stories, then every story with what speaks against it."""
    screen = stories_screen(state)
    titles = {one.story.id: escaped(one.story.title) for one in screen.stories}
    rows = [
        [
            f"**{escaped(one.name)}**" if one.is_critical else escaped(one.name),
            titles.get(one.first, "—"),
            titles.get(one.second, "—"),
        ]
        for one in screen.principles
    ]
    return page(
        ["# Stories"],
        [escaped(summary(screen))],
        table(["Principle", "First story", "Second story"], rows),
        [f"Bold: critical at {screen.level.value}."] if screen.level else [],
        *(block for one in screen.stories for block in _story(state, one)),
    )


def _story(state: State, one: StoryRow) -> Iterator[list[str]]:
    level = state.profile.level if state.profile else None
    story = one.story
    yield [f"## {escaped(story.title)}"]
    yield [escaped(" · ".join(facts(one)))]
    if one.principles:
        yield [escaped(", ".join(one.principles))]
    yield [f"- {escaped(flag_text(one, flag, level, state.curriculum))}" for flag in one.flags]
    for part in PARTS:
        if getattr(story, part):
            yield [f"**{part_name(part)}.** {escaped(getattr(story, part))}"]
    if story.numbers:
        yield [f"**Numbers.** {escaped(story.numbers)}"]
