"""The words for stories, the same on screen, on paper and in a terminal."""

from planner.core.curriculum import Curriculum
from planner.core.screens.stories import StoriesScreen, StoryRow
from planner.core.story import Role, Story, Version
from planner.core.story_check import Concern, Flag
from planner.core.values import Level
from planner.core.wording.titles import counted

_ROLES = {
    Role.UNSAID: "not said yet",
    Role.CONTRIBUTOR: "individual contributor",
    Role.TEAM_LEAD: "lead of a team, without reports",
    Role.MANAGER: "manager of one team",
    Role.SEVERAL_TEAMS: "manager of several teams",
    Role.ORGANIZATION: "head of an organization",
}
_CONCERNS = {
    Concern.CONTRIBUTOR: "You did this as an individual contributor; interviewers look for "
    "management.",
    Concern.REACH_SMALL: "Its reach is smaller than {level} asks for.",
    Concern.REACH_LARGE: "Its reach is that of L7. Expect to be asked for every detail of it.",
    Concern.REUSED: "Carries {of} principles. If two interviewers ask for it, you are one story "
    "short.",
    Concern.SCOPE_UNSAID: "Say what you were and how far it reached; then its scope can "
    "be checked.",
    Concern.PARTS_MISSING: "Not written yet: {parts}.",
    Concern.NO_NUMBERS: "The result has no number in it.",
    Concern.TOO_LONG: "Told last in {told}; the version of {of} minutes runs long.",
}


def role_text(role: Role) -> str:
    """Return what a role is called."""
    return _ROLES[role]


def reach_text(story: Story) -> str:
    """Return "14 engineers · 3 teams · $30M", empty when nothing is known."""
    parts = [
        counted(story.engineers, "engineer") if story.engineers else "",
        counted(story.teams, "team") if story.teams else "",
        f"${story.millions:,}M" if story.millions else "",
    ]
    return " · ".join(part for part in parts if part)


def told_text(story: Story) -> str:
    """Return "told in 1 min 58 s and 4 min 10 s", empty before it was told."""
    times = [one for version in Version if (one := story.told(version)) is not None]
    return "told in " + " and ".join(span(one.seconds) for one in times) if times else ""


def tags_text(story: Story) -> str:
    """Return "#migration #people", empty without tags."""
    return " ".join(f"#{tag}" for tag in story.tags)


def span(seconds: int) -> str:
    """Return seconds as "4 min 10 s"."""
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} min" if minutes else "", f"{rest} s" if rest or not minutes else ""]
    return " ".join(part for part in parts if part)


def summary(screen: StoriesScreen) -> str:
    """Return "9 stories · 11 of 16 principles covered · 4 of the level’s 5 twice"."""
    stories, principles = len(screen.stories), len(screen.principles)
    parts = [
        "1 story" if stories == 1 else f"{stories} stories",
        f"{screen.covered} of {principles} principles covered",
    ]
    if screen.critical:
        parts.append(f"{screen.twice} of the level’s {screen.critical} twice")
    return " · ".join(parts)


def flag_text(row: StoryRow, flag: Flag, level: Level | None, curriculum: Curriculum) -> str:
    """Return a concern about a story, with the failure point it runs into by the guide's name."""
    told = next((one for v in Version if v.minutes == flag.of and (one := row.story.told(v))), None)
    text = _CONCERNS[flag.concern].format(
        of=flag.of,
        level=level.value if level else "",
        parts=", ".join(row.story.missing),
        told=span(told.seconds) if told else "",
    )
    labels = [one.label for one in curriculum.failures if one.id == flag.failure]
    return f"{text} Failure point: {labels[0]}." if labels else text


def part_name(part: str) -> str:
    """Return what a part of a story is called, or the numbers in it."""
    return part.capitalize()
