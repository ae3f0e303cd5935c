"""The words for stories, the same on screen, on paper and in a terminal."""

from functools import partial

from planner.core.curriculum import Curriculum
from planner.core.language import Table, spoken, translate
from planner.core.screens.stories import StoriesScreen, StoryRow
from planner.core.story import Role, Story, Version
from planner.core.story_check import Concern, Flag
from planner.core.values import Level
from planner.core.wording.lists import enumeration

_tr = partial(translate, "Stories")

_ROLES = Table(
    "Stories",
    {
        Role.UNSAID: "not said yet",
        Role.CONTRIBUTOR: "individual contributor",
        Role.TEAM_LEAD: "lead of a team, without reports",
        Role.MANAGER: "manager of one team",
        Role.SEVERAL_TEAMS: "manager of several teams",
        Role.ORGANIZATION: "head of an organization",
    },
)
_CONCERNS = Table(
    "Stories",
    {
        Concern.CONTRIBUTOR: (
            "You did this as an individual contributor; interviewers look for management."
        ),
        Concern.REACH_SMALL: "Its reach is smaller than {level} asks for.",
        Concern.REACH_LARGE: "Its reach is that of L7. Expect to be asked for every detail of it.",
        Concern.REUSED: (
            "Carries {of} principles. If two interviewers ask for it, you are one story short."
        ),
        Concern.ROLE_UNSAID: "Say what you were; interviewers look for management.",
        Concern.REACH_UNSAID: "Say how far it reached; then its scope can be checked.",
        Concern.PARTS_MISSING: "Not written yet: {parts}.",
        Concern.NO_NUMBERS: "The result has no number in it.",
        Concern.TOO_LONG: "Told last in {told}; the version of {of} minutes runs long.",
    },
)


def role_text(role: Role) -> str:
    """Return what a role is called."""
    return _ROLES[role]


def reach_text(story: Story) -> str:
    """Return "14 engineers · 3 teams · $30M", empty when nothing is known."""
    parts = [
        _tr("%n engineer(s)", n=story.engineers) if story.engineers else "",
        _tr("%n team(s)", n=story.teams) if story.teams else "",
        f"${spoken().number(story.millions, 0)}M" if story.millions else "",
    ]
    return " · ".join(part for part in parts if part)


def told_text(story: Story) -> str:
    """Return "told in 1 m 58 s and 4 m 10 s", empty before it was told."""
    times = [one for version in Version if (one := story.told(version)) is not None]
    if not times:
        return ""
    return _tr("told in {times}", times=enumeration([span(one.seconds) for one in times]))


def tags_text(story: Story) -> str:
    """Return "#migration #people", empty without tags."""
    return " ".join(f"#{tag}" for tag in story.tags)


def span(seconds: int) -> str:
    """Return seconds as "4 m 10 s"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _tr("{seconds} s", seconds=rest)
    if not rest:
        return _tr("{minutes} m", minutes=minutes)
    return _tr("{minutes} m {seconds} s", minutes=minutes, seconds=rest)


def summary(screen: StoriesScreen) -> str:
    """Return "9 stories · 11 of 16 principles covered · 4 of the level’s 5 twice"."""
    stories, principles = len(screen.stories), len(screen.principles)
    parts = [
        _tr("%n stor(y|ies)", n=stories),
        _tr("{covered} of %n principle(s) covered", n=principles, covered=screen.covered),
    ]
    if screen.critical:
        parts.append(_tr("{twice} of the level’s %n twice", n=screen.critical, twice=screen.twice))
    return " · ".join(parts)


def flag_text(row: StoryRow, flag: Flag, level: Level | None, curriculum: Curriculum) -> str:
    """Return a concern about a story, with the failure point it runs into by the guide's name."""
    told = next((one for v in Version if v.minutes == flag.of and (one := row.story.told(v))), None)
    words = _CONCERNS[flag.concern]
    text = words.format(
        of=flag.of,
        level=level.value if level else "",
        parts=", ".join(map(part_name, row.story.missing)).lower(),
        told=span(told.seconds) if told else "",
    )
    labels = [one.label for one in curriculum.failures if one.id == flag.failure]
    if not labels:
        return text
    return _tr("{concern} Failure point: {failure}.", concern=text, failure=labels[0])


def part_name(part: str) -> str:
    """Return what a part of a story is called, or the numbers in it."""
    return {
        "situation": _tr("Situation"),
        "task": _tr("Task", "of a story"),
        "action": _tr("Action", "of a story"),
        "result": _tr("Result"),
        "numbers": _tr("Numbers"),
        "title": _tr("Title"),
    }[part]
