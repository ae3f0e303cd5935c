"""Stories by principle, and each story, as a JSON document."""

from typing import Any

from planner.core.screens.stories import PrincipleRow, StoryRow, stories_screen
from planner.core.state import State
from planner.core.stories import WRITTEN

Document = dict[str, Any]


def stories_document(state: State) -> Document:
    """Return the principles with the ids of their stories, and every story."""
    screen = stories_screen(state)
    return {
        "level": screen.level.value if screen.level else None,
        "covered": screen.covered,
        "of": len(screen.principles),
        "critical_twice": screen.twice,
        "critical": screen.critical,
        "principles": [_principle(one) for one in screen.principles],
        "stories": [_story(one) for one in screen.stories],
    }


def _principle(one: PrincipleRow) -> Document:
    return {
        "id": one.id,
        "name": one.name,
        "critical": one.is_critical,
        "first": one.first or None,
        "second": one.second or None,
    }


def _story(one: StoryRow) -> Document:
    story = one.story
    written = {name: getattr(story, name) for name in WRITTEN}
    return {
        "id": story.id,
        **written,
        "role": story.role.value,
        "criteria": list(story.criteria),
        "tags": list(story.tags),
        "told": [
            {"version": told.version.value, "seconds": told.seconds, "on": told.on.isoformat()}
            for told in story.tellings
        ],
        "principles": list(one.principles),
        "fits": one.fits.value if one.fits else None,
        "flags": [
            {"concern": flag.concern.value, "failure": flag.failure or None} for flag in one.flags
        ],
    }
