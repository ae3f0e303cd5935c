"""The words for the review of a week, the same on screen, on paper and in a terminal."""

from functools import partial

from planner.core.language import translate
from planner.core.screens.weekly_review import Moved, WeeklyReview
from planner.core.wording.times import done_of_planned, duration, hours_share

_tr = partial(translate, "WeeklyReview")


def title_text(one: WeeklyReview) -> str:
    """Return "Review of week 3 of 10"."""
    return _tr("Review of week {number} of {weeks}", number=one.number, weeks=one.weeks)


def done_text(one: WeeklyReview) -> str:
    """Return planned against done: "5 h done of 7 h 30 m planned, 5 h 20 m logged"."""
    done = done_of_planned(one.done, one.planned)
    if not one.logged:
        return done
    return _tr("{done}, {time} logged", done=done, time=duration(one.logged))


def moved_text(one: Moved) -> str:
    """Return a criterion with its share before and after."""
    before, after = hours_share(one.before), hours_share(one.after)
    return _tr(
        "{criterion}: {before}, now {after}", criterion=one.label, before=before, after=after
    )
