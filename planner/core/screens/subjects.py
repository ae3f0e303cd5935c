"""What a session is about, and how much of each subject a stretch of sessions holds."""

from collections.abc import Sequence

from planner.core.plan import Session
from planner.core.progress import is_done
from planner.core.state import State
from planner.core.values import Fact, SessionKind, Subject

ORDER = (
    Subject.ORIENTATION,
    Subject.READING,
    Subject.TECHNICAL,
    Subject.LEADERSHIP,
    Subject.MOCK,
    Subject.REVIEW,
)


class Load(Fact, frozen=True):
    """The minutes of one subject, planned and done."""

    subject: Subject
    minutes: int
    done: int


def session_subject(state: State, session: Session) -> Subject:
    """Return what a session is about; reviews and mocks are subjects of their own."""
    if session.kind is SessionKind.MOCK:
        return Subject.MOCK
    if session.kind in {SessionKind.REVIEW, SessionKind.WEEKLY_REVIEW}:
        return Subject.REVIEW
    item = state.item(session.item)
    return item.subject if item else Subject.REVIEW


def loads(state: State, sessions: Sequence[Session]) -> tuple[Load, ...]:
    """Return the minutes of each subject that occurs, always in the same order."""
    planned = dict.fromkeys(ORDER, 0)
    done = dict.fromkeys(ORDER, 0)
    for session in sessions:
        subject = session_subject(state, session)
        planned[subject] += session.minutes
        done[subject] += session.minutes if is_done(state, session) else 0
    return tuple(Load(one, planned[one], done[one]) for one in ORDER if planned[one])
