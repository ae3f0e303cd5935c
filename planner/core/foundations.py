"""What a candidate who is new to the basics of the level below needs of it (rule 12)."""

from planner.core.curriculum import Curriculum, Group, Item
from planner.core.profile import Profile
from planner.core.values import Level, Rating


def is_foundation(item: Item, level: Level) -> bool:
    """Say whether an item belongs to the level below and is only built on at this one."""
    return level in item.at and item.at[level].foundation


def items_for(curriculum: Curriculum, profile: Profile) -> tuple[Item, ...]:
    """Return the items of a level and the foundations one is new to, in the guide's order."""
    level = profile.level
    new = {
        item.id
        for item in curriculum.foundations_at(level)
        if profile.rating_of(item) is Rating.NEW
    }
    of_level = curriculum.items_at(level)
    if not new:
        return of_level
    wanted = new.union(item.id for item in of_level)
    return tuple(item for item in curriculum.items if item.id in wanted)


def foundation_groups(curriculum: Curriculum, level: Level) -> tuple[Group, ...]:
    """Return the groups of the level below that are worth rating, in the guide's order."""
    wanted = {item.group for item in curriculum.foundations_at(level)}
    return tuple(group for group in curriculum.groups if group.id in wanted)
