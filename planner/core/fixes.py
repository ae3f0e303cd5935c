"""What a mock showed, planned within seven days of it (rule 10 of the planning rules)."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, AddItem, Change, OwnSubject
from planner.core.free_time import free_minutes
from planner.core.mocks import TECHNICAL
from planner.core.moving import EVE, end_of_day, in_order
from planner.core.plan import Plan, Rule, Session, because
from planner.core.state import State
from planner.core.values import Priority, SessionKind, Subject

MINUTES = 30
WITHIN = 7
"""Days after the mock."""


def fix_commands(
    state: State, round_id: str, fixes: Sequence[tuple[str, str]], today: date
) -> tuple[Change, ...]:
    """Return the commands that add fixes, given by id and title, and plan each of them.

    A fix that finds no free half hour within seven days is added and waits for a replanning;
    `unplaced` names it.
    """
    subject: OwnSubject = Subject.TECHNICAL if round_id in TECHNICAL else Subject.LEADERSHIP
    added = [
        AddItem(id=item_id, title=title, subject=subject, minutes=MINUTES, priority=Priority.CORE)
        for item_id, title in fixes
    ]
    for command in added:
        state = apply(state, command)
    plan = state.plan
    for command in added:
        plan = _with_fix(state, plan, command.id, round_id, today) if plan else None
    return (*added, *((AcceptPlan(plan=plan),) if plan and plan != state.plan else ()))


def unplaced(commands: Sequence[Change]) -> tuple[str, ...]:
    """Return the titles of the fixes that some commands add and do not plan."""
    plans = [one.plan for one in commands if isinstance(one, AcceptPlan)]
    placed = plans[-1].by_item if plans else {}
    return tuple(one.title for one in commands if isinstance(one, AddItem) and one.id not in placed)


def _with_fix(state: State, plan: Plan, item: str, round_id: str, today: date) -> Plan:
    """Return the plan with a session for a fix on the first day that has room for it."""
    profile = state.profile
    if profile is None:
        return plan
    standing = [one for one in plan.sessions if one.item not in state.skipped]
    for day in (today + timedelta(days=ahead) for ahead in range(1, WITHIN + 1)):
        used = sum(one.minutes for one in standing if one.date == day)
        is_open = plan.start <= day < plan.loop - EVE
        if not is_open or free_minutes(profile, state.busy, day) - used < MINUTES:
            continue
        week = plan.week_number(day)
        number = plan.issued.get(week, 0) + 1
        session = Session(
            code=f"W{week}-{number:02d}",
            item=item,
            kind=SessionKind.STUDY,
            minutes=MINUTES,
            date=day,
            start=end_of_day(standing, day, MINUTES, profile, state.busy),
            why=(because(Rule.FIX, round_id),),
            pinned=True,
        )
        sessions = in_order([*plan.sessions, session])
        return plan.evolve(sessions=sessions, issued={**plan.issued, week: number})
    return plan
