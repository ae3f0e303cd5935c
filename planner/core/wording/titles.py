"""Durations, and the names under which items and sessions are shown."""

from planner.core.plan import BASELINE, WEEKLY_REVIEW, Session
from planner.core.state import State
from planner.core.values import SessionKind

_SPECIAL = {BASELINE: "Baseline mock", WEEKLY_REVIEW: "Weekly review"}


def duration(minutes: int) -> str:
    """Return minutes as hours and minutes: "1 h 30 m", "2 h", "45 m"."""
    whole, rest = divmod(minutes, 60)
    if whole and rest:
        return f"{whole} h {rest:02d} m"
    return f"{whole} h" if whole else f"{rest} m"


def hours(minutes: int) -> str:
    """Return minutes as hours with at most one decimal: "6.5", "8"."""
    return f"{minutes / 60:.1f}".removesuffix(".0")


def counted(number: int, word: str) -> str:
    """Return a number with its word: "1 week", "3 weeks"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def item_title(state: State, item_id: str) -> str:
    """Return the short title of an item, or its id where nothing is known of it."""
    item = state.item(item_id)
    return item.title if item else _SPECIAL.get(item_id, item_id)


def round_label(state: State, round_id: str) -> str:
    """Return what a round is called in the guide, or its id."""
    return next((one.label for one in state.curriculum.rounds if one.id == round_id), round_id)


def round_name(state: State, round_id: str) -> str:
    """Return a round in the middle of a sentence: "the phone screen", "the HM screen".

    What is no round of the guide is called the loop, which all rounds lead to.
    """
    label = next((one.label for one in state.curriculum.rounds if one.id == round_id), "loop")
    return " ".join(("the", *(one if one.isupper() else one.lower() for one in label.split())))


def unit_labels(state: State, session: Session) -> tuple[str, ...]:
    """Return the labels of the units a session covers."""
    item = state.item(session.item)
    return tuple(unit.label for unit in item.units if unit.id in session.units) if item else ()


def session_title(state: State, session: Session) -> str:
    """Return what a session is called: the item, and the chapter or topic it covers."""
    title = item_title(state, session.item)
    if session.kind is SessionKind.REVIEW:
        return f"Review: {title}"
    labels = unit_labels(state, session)
    if not labels:
        return title
    span = labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"
    return f"{title} — {span}"
