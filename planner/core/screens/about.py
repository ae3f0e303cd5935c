"""All there is to say about one item: why its sessions stand where they do, and what is not in.

The details of a session on the week page and `loopready why` are made of this.
"""

from collections.abc import Iterable
from datetime import date, time

from planner.core import readiness
from planner.core.curriculum import Item
from planner.core.plan import Session
from planner.core.progress import (
    Done,
    done_minutes,
    done_on,
    is_done,
    item_done,
    planned_minutes,
)
from planner.core.readiness import Share
from planner.core.screens.plan import LeftOutRow, left_out_row
from planner.core.screens.subjects import session_subject
from planner.core.state import State
from planner.core.values import Fact, Priority, SessionKind, Subject
from planner.core.wording import item_title, session_title, unit_labels
from planner.core.wording.reasons import why_texts
from planner.core.wording.titles import session_of_text


class Bar(Fact, frozen=True):
    """A labelled share of minutes."""

    label: str
    share: Share


class AboutSession(Fact, frozen=True):
    """Where a session stands and why; `finished` is the day it was ticked off.

    `part` counts the sessions of the item and names what this one covers.
    """

    code: str
    title: str
    kind: SessionKind
    subject: Subject
    part: str
    week: int
    day: date
    start: time
    minutes: int
    why: tuple[str, ...]
    done: bool
    finished: date | None


class About(Fact, frozen=True):
    """An item at length. Weekly reviews, which are no item of the guide, are told like one.

    `left_out` is what found no room, `skip_reason` is None while it is not skipped, and
    `is_of_level` says whether the candidate's level has it at all.
    """

    item: str
    title: str
    subject: Subject | None
    priority: Priority | None
    state: Done
    share: Share
    finished: date | None
    done_when: str
    note: str
    counts: tuple[Bar, ...]
    sessions: tuple[AboutSession, ...]
    left_out: LeftOutRow | None
    skip_reason: str | None
    is_of_level: bool


def about(state: State, item_id: str) -> About:
    """Return all there is to say about an item; of an unknown one that is little."""
    plan, item = state.plan, state.item(item_id)
    sessions = [one for one in plan.sessions if one.item == item_id] if plan else []
    left = next((one for one in plan.left_out if one.item == item_id), None) if plan else None
    at = item.at.get(state.profile.level) if item and state.profile else None
    done, finished = _progress(state, item, sessions)
    return About(
        item=item_id,
        title=item_title(state, item_id),
        subject=_subject(state, item, sessions),
        priority=at.priority if at else None,
        state=done,
        share=_share(state, item if at else None, sessions),
        finished=finished,
        done_when=item.done if item else "",
        note=item.note if item else "",
        counts=_counts(state, at.criteria if at else ()),
        sessions=tuple(about_session(state, one) for one in sessions),
        left_out=left_out_row(state, left) if left else None,
        skip_reason=state.skipped.get(item_id),
        is_of_level=at is not None or bool(sessions),
    )


def about_session(state: State, session: Session) -> AboutSession:
    """Return where a session stands and every reason for it, the strongest first."""
    parts = session_of_text(session) if session.parts > 1 else ""
    return AboutSession(
        code=session.code,
        title=session_title(state, session),
        kind=session.kind,
        subject=session_subject(state, session),
        part=" — ".join(filter(None, (parts, ", ".join(unit_labels(state, session))))),
        week=state.plan.week_number(session.date) if state.plan else 1,
        day=session.date,
        start=session.start,
        minutes=session.minutes,
        why=why_texts(state, session),
        done=is_done(state, session),
        finished=state.ticks.get(session.code),
    )


def _progress(
    state: State, item: Item | None, sessions: Iterable[Session]
) -> tuple[Done, date | None]:
    """Return how far an item is; what is no item of the guide is done with its sessions."""
    if item is not None:
        return item_done(state, item), done_on(state, item)
    ticks = [state.ticks.get(one.code) for one in sessions]
    days = [day for day in ticks if day is not None]
    if not days:
        return Done.OPEN, None
    return (Done.DONE, max(days)) if len(days) == len(ticks) else (Done.HALF, None)


def _share(state: State, item: Item | None, sessions: Iterable[Session]) -> Share:
    if item is not None:
        return Share(done_minutes(state, item), planned_minutes(state, item))
    those = tuple(sessions)
    return Share(
        sum(one.minutes for one in those if is_done(state, one)), sum(one.minutes for one in those)
    )


def _subject(state: State, item: Item | None, sessions: Iterable[Session]) -> Subject | None:
    if item is not None:
        return item.subject
    return next((session_subject(state, one) for one in sessions), None)


def _counts(state: State, criteria: Iterable[str]) -> tuple[Bar, ...]:
    wanted = set(criteria)
    if state.profile is None or not wanted:
        return ()
    known = readiness.standing(state)
    return tuple(
        Bar(criterion.label, readiness.studied(known, criterion))
        for criterion in state.curriculum.criteria_at(state.profile.level)
        if criterion.id in wanted
    )
