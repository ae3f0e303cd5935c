"""This week: what to do now, by day, with the details of one session."""

from collections.abc import Collection, Sequence
from datetime import date, time, timedelta

from planner.core.free_time import free_minutes
from planner.core.moving import EVE, minutes_taken
from planner.core.plan import WORK, Session, Week
from planner.core.progress import has_slipped, is_done, is_open, is_scored, ticked_minutes
from planner.core.screens.about import Bar, about, about_session
from planner.core.screens.subjects import Load, loads, session_subject
from planner.core.state import State
from planner.core.values import Fact, Grade, Phase, Priority, SessionKind, Subject
from planner.core.wording import session_title
from planner.core.wording.reasons import why_texts
from planner.core.wording.titles import part_text


class SessionRow(Fact, frozen=True):
    """One session as a row; `actual` is what it really took, None while nothing is logged."""

    code: str
    title: str
    note: str
    subject: Subject
    minutes: int
    actual: int | None
    done: bool
    skipped: bool
    slipped: bool


class DayBlock(Fact, frozen=True):
    """The sessions of a day, from the time the first one starts."""

    day: date
    start: time
    minutes: int
    rows: tuple[SessionRow, ...]


class WeekScreen(Fact, frozen=True):
    """A week as a page. `free` is the time of the week, `buffer` what is kept free of it.

    `next_open` is the code of the first session that is neither done nor skipped.
    """

    number: int
    weeks: int
    monday: date
    sunday: date
    phase: Phase
    is_current: bool
    loop: date
    done: int
    planned: int
    free: int
    buffer: int
    loads: tuple[Load, ...]
    days: tuple[DayBlock, ...]
    next_open: str | None


class Detail(Fact, frozen=True):
    """One session at length; `left_out` says in clauses what found no room of its item."""

    code: str
    item: str
    title: str
    part: str
    subject: Subject
    priority: Priority | None
    why: tuple[str, ...]
    left_out: tuple[str, ...]
    done_when: str
    note: str
    counts: tuple[Bar, ...]
    evidence: str
    takes_evidence: bool
    is_review: bool
    grade: Grade | None
    answer: str
    is_mock: bool
    score: int | None
    day: date
    minutes: int
    actual: int | None
    done: bool
    skipped: bool
    skip_reason: str
    can_skip: bool
    can_move: bool
    earlier: date | None
    later: date | None


class FreeDay(Fact, frozen=True):
    """A day that a session could move to: its week, its free minutes, and what is left of them."""

    day: date
    week: int
    free: int
    left: int


def week_screen(state: State, number: int, today: date) -> WeekScreen | None:
    """Return a week of the plan as a page, or None while there is no plan."""
    plan = state.plan
    if plan is None:
        return None
    week = plan.week_of_number(number)
    sessions = plan.sessions_of(week)
    planned = plan.planned_minutes(week)
    return WeekScreen(
        number=week.number,
        weeks=len(plan.weeks),
        monday=week.monday,
        sunday=week.sunday,
        phase=week.phase,
        is_current=week.monday <= today <= week.sunday,
        loop=plan.loop,
        done=ticked_minutes(state, sessions),
        planned=planned,
        free=week.capacity_minutes,
        buffer=max(week.capacity_minutes - planned, 0),
        loads=loads(state, sessions),
        days=day_blocks(state, sessions, today),
        next_open=next_open(state, week),
    )


def day_blocks(state: State, sessions: Sequence[Session], today: date) -> tuple[DayBlock, ...]:
    """Return sessions as rows under their days."""
    by_day: dict[date, list[Session]] = {}
    for session in sessions:
        by_day.setdefault(session.date, []).append(session)
    return tuple(
        DayBlock(
            day=day,
            start=those[0].start,
            minutes=sum(one.minutes for one in those),
            rows=tuple(session_row(state, one, today) for one in those),
        )
        for day, those in by_day.items()
    )


def session_row(state: State, session: Session, today: date) -> SessionRow:
    """Return a session as a row."""
    done = is_done(state, session)
    skipped = session.item in state.skipped
    why = why_texts(state, session)
    part = part_text(session) if session.parts > 1 else ""
    return SessionRow(
        code=session.code,
        title=session_title(state, session),
        note="; ".join(filter(None, (part, *why[:2]))),
        subject=session_subject(state, session),
        minutes=session.minutes,
        actual=state.minutes.get(session.code),
        done=done,
        skipped=skipped,
        slipped=has_slipped(state, session, today),
    )


def detail(state: State, code: str, today: date) -> Detail | None:
    """Return a session at length, or None when the plan has no such session."""
    plan = state.plan
    session = plan.by_code.get(code) if plan else None
    if plan is None or session is None or state.profile is None:
        return None
    item = about(state, session.item)
    one = about_session(state, session)
    left = item.left_out
    is_item = state.item(session.item) is not None
    days = () if one.done else tuple(free.day for free in free_days(state, code, today))
    return Detail(
        code=code,
        item=session.item,
        title=item.title,
        part=one.part,
        subject=one.subject,
        priority=item.priority,
        why=one.why,
        left_out=tuple(filter(None, (left.why, left.back))) if left else (),
        done_when=item.done_when,
        note=item.note,
        counts=item.counts,
        evidence=state.evidence.get(session.item, ""),
        takes_evidence=is_item and session.kind in {SessionKind.STUDY, SessionKind.REVIEW},
        is_review=session.kind is SessionKind.REVIEW,
        grade=state.grades.get(code),
        answer=state.answers.get(code, ""),
        is_mock=is_scored(state, session),
        score=state.scores.get(code),
        day=session.date,
        minutes=session.minutes,
        actual=state.minutes.get(code),
        done=one.done,
        skipped=item.skip_reason is not None,
        skip_reason=item.skip_reason or "",
        can_skip=can_skip(state, session),
        can_move=bool(days),
        earlier=next((day for day in reversed(days) if day < session.date), None),
        later=next((day for day in days if day > session.date), None),
    )


def free_days(state: State, code: str, today: date) -> tuple[FreeDay, ...]:
    """Return the days with room for a session, from today to the eve of the loop; not its own."""
    return shared_days(state, (code,), today)


def shared_days(state: State, codes: Collection[str], today: date) -> tuple[FreeDay, ...]:
    """Return the days with room for all of some sessions that do not stand there already."""
    plan, profile = state.plan, state.profile
    if plan is None or profile is None:
        return ()
    sessions = [plan.by_code[code] for code in codes if code in plan.by_code]
    needed = sum(one.minutes for one in sessions)
    there = minutes_taken(sessions)
    taken = minutes_taken(plan.sessions, state.skipped)
    first, end = max(today, plan.start), plan.loop - EVE
    days = (first + timedelta(days=count) for count in range((end - first).days))
    missing = {day: needed - there.get(day, 0) for day in days}
    free = {day: free_minutes(profile, state.busy, day) for day, more in missing.items() if more}
    return tuple(
        FreeDay(
            day=day,
            week=plan.week_number(day),
            free=minutes,
            left=minutes - taken.get(day, 0),
        )
        for day, minutes in free.items()
        if minutes - taken.get(day, 0) >= missing[day]
    )


def can_skip(state: State, session: Session) -> bool:
    """Say whether a session is open work on an item, which can be left out."""
    is_item = state.item(session.item) is not None
    return is_item and session.kind in WORK and not is_done(state, session)


def next_open(state: State, week: Week) -> str | None:
    """Return the code of the first session of a week that is neither done nor skipped."""
    if state.plan is None:
        return None
    for session in state.plan.sessions_of(week):
        if is_open(state, session):
            return session.code
    return None
