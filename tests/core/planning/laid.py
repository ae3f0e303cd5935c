"""What a finished plan shows of the rules, read from its sessions alone."""

from datetime import date

from planner.core.curriculum import Item
from planner.core.plan import BASELINE, WORK, Plan, Rule, Session
from planner.core.planning.repair.staying import fixed_sessions
from planner.core.state import State
from planner.core.values import Phase, Subject

STUDYING = {Phase.ORIENTATION, Phase.BUILD}
LANES = (Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP)

Moment = tuple[date, int]


def begin(session: Session) -> Moment:
    return (session.date, session.start.hour * 60 + session.start.minute)


def end(session: Session) -> Moment:
    day, minute = begin(session)
    return (day, minute + session.minutes)


def laid_anew(state: State, plan: Plan, today: date | None = None) -> list[Session]:
    """What this plan laid on a day: all but what is done, was moved by hand, or is frozen."""
    stays: set[str] = set()
    if today is not None and state.profile is not None:
        stays = {one.code for one in fixed_sessions(state, state.profile, today, plan.loop)}
    return [
        one for one in plan.sessions if one.code not in {*state.ticks, *stays} and not one.pinned
    ]


def work_laid(state: State, plan: Plan, today: date | None = None) -> dict[str, list[Session]]:
    """The study and mocks that this plan laid by their items, without the first measure."""
    found: dict[str, list[Session]] = {}
    for one in laid_anew(state, plan, today):
        if one.kind in WORK and one.item != BASELINE:
            found.setdefault(one.item, []).append(one)
    return found


def is_second_pass(session: Session) -> bool:
    return any(one.rule is Rule.DEEPER for one in session.why)


def subject_of(state: State, session: Session) -> Subject:
    return item_of(state, session.item).subject


def item_of(state: State, name: str) -> Item:
    item = state.item(name)
    assert item is not None
    return item


def before_block(plan: Plan, session: Session) -> bool:
    return plan.week_at(session.date).phase in STUDYING
