"""What a finished plan shows of the rules, read from its sessions alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from planner.core.curriculum import Item
from planner.core.plan import BASELINE, WORK, Plan, Rule, Session, Week
from planner.core.planning.cutting import CRUMB
from planner.core.planning.repair.staying import fixed_sessions
from planner.core.planning.work import LEAST
from planner.core.progress import Done, item_done
from planner.core.state import State
from planner.core.values import Phase, SessionKind, Subject

STUDYING = {Phase.ORIENTATION, Phase.BUILD}
LANES = (Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP)

SKILLS = (Subject.TECHNICAL, Subject.LEADERSHIP)
FULL_WEEK = 270
"""Minutes of a week that has room for both kinds of skill, and how many sessions that takes."""
ROOM_FOR_BOTH = 2

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


def owed_debriefs(state: State, plan: Plan, today: date, name: str) -> set[str]:
    """The debriefs of the rounds of a mock that are over, or will be before anything is laid."""
    assert state.profile is not None
    stays = fixed_sessions(state, state.profile, today, plan.loop)
    over = {unit for one in stays if one.item == name for unit in one.units} | set(state.ticks)
    units = item_of(state, name).units
    return {
        one.id for run, one in pairwise(units) if not one.scored and run.scored and run.id in over
    }


def is_open(state: State, name: str) -> bool:
    return item_done(state, item_of(state, name)) is not Done.DONE


def weeks_that_lack_a_kind(state: State, plan: Plan) -> list[tuple[int, str]]:
    """Full weeks of study without a kind of skill for which there was something (rule 7).

    Something is there where what it requires is over when the week begins. Only weeks with two
    sessions of study are looked at, since mocks and the orientation come first, and those after the
    booked rounds, since what these ask for comes first as well. What is open with a rest that
    cannot be parted has to wait for a day that holds all of it.
    """
    assert state.profile is not None
    last = {one.item: one.date for one in plan.sessions if one.kind in WORK}
    found = []
    for week in plan.weeks:
        sessions = [one for one in plan.sessions_of(week) if one.kind is SessionKind.STUDY]
        here = [one for one in sessions if subject_of(state, one) in LANES]
        asked = any(day >= week.monday for day in state.profile.gates.values())
        is_full = week.phase is Phase.BUILD and week.budget_minutes >= FULL_WEEK
        if not is_full or len(here) < ROOM_FOR_BOTH or asked:
            continue
        waiting = {subject_of(state, one) for one in _rests_that_wait(state, plan, week)}
        for one in plan.sessions:
            kind = subject_of(state, one) if one.kind is SessionKind.STUDY else None
            if (
                kind in SKILLS
                and kind not in waiting
                and one.date > week.sunday
                and before_block(plan, one)
                and not is_second_pass(one)
                and all(subject_of(state, other) is not kind for other in here)
                and all(
                    last.get(other, week.monday - timedelta(days=1)) < week.monday
                    for other in item_of(state, one.item).requires
                )
            ):
                found.append((week.number, one.item))
    return found


def _rests_that_wait(state: State, plan: Plan, week: Week) -> Iterator[Session]:
    """What is open after a week with a rest so short that a part of it would leave a crumb."""
    for kind in SKILLS:
        later = [
            one
            for one in plan.sessions
            if one.kind is SessionKind.STUDY
            and one.date > week.sunday
            and subject_of(state, one) is kind
            and not is_second_pass(one)
        ]
        rest = sum(one.minutes for one in later if one.item == later[0].item)
        if later and later[0].part > 1 and rest < CRUMB + LEAST:
            yield later[0]


def subject_of(state: State, session: Session) -> Subject:
    return item_of(state, session.item).subject


def item_of(state: State, name: str) -> Item:
    item = state.item(name)
    assert item is not None
    return item


def before_block(plan: Plan, session: Session) -> bool:
    return plan.week_at(session.date).phase in STUDYING
