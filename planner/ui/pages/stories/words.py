"""What the Stories page says."""

from functools import partial

from planner.core.curriculum import Curriculum
from planner.core.language import translate
from planner.core.screens.stories import PrincipleRow, StoryRow
from planner.core.story_check import Concern
from planner.core.values import Level
from planner.core.wording.stories import flag_text, tags_text, told_text

_tr = partial(translate, "StoriesPage")

GRAVE = {Concern.REUSED, Concern.CONTRIBUTOR, Concern.REACH_SMALL}
"""What an interviewer holds against a story; the rest is only not finished."""

SECOND = 2
"""The column of second stories."""


def principle_heading(level: Level | None) -> str:
    """Return the head of the principles; the dot is explained once a level is chosen."""
    if level is None:
        return _tr("Principle")
    return _tr("Principle  (● critical at {level})").format(level=level.value)


def title(row: StoryRow) -> str:
    """Return what a story is called."""
    return row.story.title


def told_for(row: StoryRow) -> str:
    """Return the principles a story is told for."""
    told = ", ".join(row.principles) or _tr("Not told for any principle yet")
    return " · ".join(filter(None, (told, tags_text(row.story))))


def count(row: StoryRow) -> str:
    """Return "4 principles · told in 4 min 10 s"."""
    principles = _tr("%n principle(s)", n=len(row.principles))
    return " · ".join(filter(None, (principles, told_text(row.story), tags_text(row.story))))


def concerns(row: StoryRow) -> tuple[str, str]:
    """Return how many things speak against a story, and the colour that says how much."""
    grave = sum(flag.concern in GRAVE for flag in row.flags)
    if grave:
        return _tr("%n concern(s)", n=grave), "red"
    if row.flags:
        return _tr("to finish"), "amber"
    return "", "review"


def flags(row: StoryRow, level: Level | None, curriculum: Curriculum) -> tuple[str, str]:
    """Return the sentences on what is grave, and on what is not finished."""
    told = {flag: flag_text(row, flag, level, curriculum) for flag in row.flags}
    grave = [text for flag, text in told.items() if flag.concern in GRAVE]
    rest = [text for flag, text in told.items() if flag.concern not in GRAVE]
    return "\n".join(grave), "\n".join(rest)


def no_story(row: PrincipleRow | None, column: int) -> str:
    """Return what stands beside a place that is empty, or beside no place at all."""
    if row is None:
        return _tr("Choose a place in the table, or write a new story.")
    if column == SECOND:
        return _tr("{name} has no second story yet. Press Enter to write or choose one.").format(
            name=row.name
        )
    return _tr("{name} has no story yet. Press Enter to write or choose one.").format(name=row.name)


def spoken_story(row: StoryRow) -> str:
    """Return a story as a sentence for a screen reader."""
    tag, _ = concerns(row)
    return ", ".join(filter(None, (row.story.title, told_for(row), tag)))


def spoken_principle(row: PrincipleRow) -> str:
    """Return the name of a principle, and that it is critical, which is a dot to the eye."""
    return _tr("{name}, critical").format(name=row.name) if row.is_critical else row.name


def spoken_cell(row: PrincipleRow, column: int, story: str) -> str:
    """Return a cell in words; a screen reader says the heads of row and column itself."""
    return spoken_principle(row) if column == 0 else story or _tr("none")
