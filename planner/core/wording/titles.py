"""The names under which items and sessions are shown."""

from functools import partial

from planner.core.language import Table, translate
from planner.core.plan import BASELINE, WEEKLY_REVIEW, Rule, Session
from planner.core.state import State
from planner.core.values import SessionKind, Subject

_tr = partial(translate, "Titles")
_SPECIAL = Table(
    "Titles",
    {
        BASELINE: "Baseline mock",
        WEEKLY_REVIEW: "Weekly review",
    },
)


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
    label = next((one.label for one in state.curriculum.rounds if one.id == round_id), "")
    if not label:
        return _tr("the loop")
    inside = " ".join(one if one.isupper() else one.lower() for one in label.split())
    return _tr("the {round}", round=inside)


def unit_labels(state: State, session: Session) -> tuple[str, ...]:
    """Return the labels of the units a session covers."""
    item = state.item(session.item)
    return tuple(unit.label for unit in item.units if unit.id in session.units) if item else ()


def session_title(state: State, session: Session) -> str:
    """Return what a session is called: the item, and the chapter or topic it covers.

    Where several topics come back in one session it goes through all of them again.
    """
    title = item_title(state, session.item)
    if session.kind is SessionKind.REVIEW:
        return _tr("Review: {title}", title=title)
    labels = unit_labels(state, session)
    if not labels:
        return title
    if len(labels) == 1:
        return f"{title} — {labels[0]}"
    if _is_second_pass(state, session):
        return _tr("{title} — second pass", title=title)
    return _tr("{title} — {first} to {last}", title=title, first=labels[0], last=labels[-1])


def _is_second_pass(state: State, session: Session) -> bool:
    """Say whether topics come back after a while; a book only goes on with its next chapters."""
    item = state.item(session.item)
    is_book = item is not None and item.subject is Subject.READING
    return not is_book and any(reason.rule is Rule.DEEPER for reason in session.why)


def target_title(state: State, target: str) -> str:
    """Return the title of a session by its code, of an item, or of a part of one with its item."""
    session = state.plan.by_code.get(target) if state.plan else None
    if session is not None:
        return session_title(state, session)
    item_id = target.split("/", maxsplit=1)[0]
    item = state.item(item_id)
    labels = [unit.label for unit in item.units if unit.id == target] if item else []
    return " — ".join([item_title(state, item_id), *labels])


def part_text(session: Session) -> str:
    """Return which part of its item a session is: "part 1 of 3"."""
    return _tr("part {part} of {parts}", part=session.part, parts=session.parts)


def session_of_text(session: Session) -> str:
    """Return which of the sessions of its item a session is: "session 1 of 3"."""
    return _tr("session {part} of {parts}", part=session.part, parts=session.parts)
