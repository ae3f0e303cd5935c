"""The words for the core's own vocabularies, the same on every page."""

from functools import partial

from planner.core.language import translate
from planner.core.values import Grade, Rating, Subject

_tr = partial(translate, "Names")


def grade_name(grade: Grade) -> str:
    """Return how a review went in a word."""
    names = {
        Grade.AGAIN: translate("Names", "Again"),
        Grade.HARD: translate("Names", "Hard"),
        Grade.GOOD: translate("Names", "Good"),
    }
    return names[grade]


def rating_name(rating: Rating, subject: Subject | None = None) -> str:
    """Return a rating in a word or two; books are read, skills are mastered."""
    if subject is Subject.READING:
        return {
            Rating.NEW: translate("Names", "unread"),
            Rating.WORKING: translate("Names", "skimmed"),
            Rating.STRONG: translate("Names", "read before"),
        }[rating]
    return {
        Rating.NEW: translate("Names", "new"),
        Rating.WORKING: translate("Names", "working"),
        Rating.STRONG: translate("Names", "strong"),
    }[rating]


def rating_meaning(rating: Rating, subject: Subject | None = None) -> str:
    """Return by what one can see that a rating is the right one."""
    if subject is Subject.READING:
        return {
            Rating.NEW: _tr("Unread: you have not opened it."),
            Rating.WORKING: _tr("Skimmed: you know its parts, and could not retell one."),
            Rating.STRONG: _tr("Read before: you could retell its main points today."),
        }[rating]
    return {
        Rating.NEW: _tr("New: never done, or long ago."),
        Rating.WORKING: _tr("Working: used at work, not at the bar yet."),
        Rating.STRONG: _tr("Strong: could be asked about it tomorrow."),
    }[rating]
