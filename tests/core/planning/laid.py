"""What a finished plan shows of the rules, read from its sessions alone."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planner.core.curriculum import Item
from planner.core.plan import BASELINE, WORK, Plan, Rule, Session
from planner.core.progress import Done, item_done
from planner.core.state import State
from planner.core.values import Phase, SessionKind, Subject

STUDYING = {Phase.ORIENTATION, Phase.BUILD}
LANES = (Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP)

Moment = tuple[date, int]


def begin(session: Session) -> Moment:
    return (session.date, session.start.hour * 60 + session.start.minute)


def end(session: Session) -> Moment:
    day, minute = begin(session)
    return (day, minute + session.minutes)


def work_of(plan: Plan) -> Iterator[Session]:
    """Study and mocks of items, in order of time, without the first measure."""
    return (one for one in plan.sessions if one.kind in WORK and one.item != BASELINE)


def fresh_work(state: State, plan: Plan) -> Iterator[Session]:
    """The study and mocks that this plan laid, without what is done or was moved by hand."""
    return (one for one in work_of(plan) if one.code not in state.ticks and not one.pinned)


def is_second_pass(session: Session) -> bool:
    return any(one.rule is Rule.DEEPER for one in session.why)


def subject_of(state: State, session: Session) -> Subject:
    return item_of(state, session.item).subject


def item_of(state: State, name: str) -> Item:
    item = state.item(name)
    assert item is not None
    return item


def open_items(state: State) -> Sequence[Item]:
    """What is neither done nor skipped."""
    return [
        one
        for one in state.items()
        if one.id not in state.skipped and item_done(state, one) is not Done.DONE
    ]


def before_block(plan: Plan, session: Session) -> bool:
    return plan.week_at(session.date).phase in STUDYING


def last_days(plan: Plan, count: int) -> set[date]:
    return {plan.loop - timedelta(days=n) for n in range(count + 1)}


def mocks_of(state: State, plan: Plan) -> dict[str, list[Session]]:
    found: dict[str, list[Session]] = {}
    for one in fresh_work(state, plan):
        if one.kind is SessionKind.MOCK:
            found.setdefault(one.item, []).append(one)
    return found
