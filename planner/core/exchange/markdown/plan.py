"""The plan, and one week of it, as Markdown with a task list."""

from collections.abc import Iterator
from datetime import date

from planner.core.exchange.markdown.layout import escaped, page, task
from planner.core.exchange.pages import chosen_plan, plan_page, week_page, week_pages
from planner.core.exchange.words import count, long_day, short_day, weekday
from planner.core.plan import Plan
from planner.core.screens.plan import LeftOutRow, PlanScreen
from planner.core.screens.week import DayBlock, SessionRow, WeekScreen
from planner.core.state import State
from planner.core.wording import duration, session_minutes
from planner.core.wording.names import phase_name
from planner.core.wording.week import buffer_text, fate_text, progress_text


def plan_markdown(state: State, today: date, *, reasons: bool = False) -> str:
    """Return the plan as one task list a week, with the reasons of its sessions when asked for.

    Raises:
        Refused: while there is no plan.
    """
    screen = plan_page(state, today)
    weeks = [
        block
        for week in week_pages(state, today)
        for block in _week(week, f"## Week {week.number}", reasons=reasons)
    ]
    return page(*_head(chosen_plan(state), screen), *weeks, *_left_out(screen))


def week_markdown(state: State, number: int, today: date) -> str:
    """Return a week of the plan as a task list with the reasons of its sessions.

    Raises:
        Refused: while there is no plan.
    """
    week = week_page(state, number, today)
    return page(*_week(week, f"# Week {week.number} of {week.weeks}", reasons=True))


def _head(plan: Plan, screen: PlanScreen) -> Iterator[list[str]]:
    weeks = f"{count(len(plan.weeks), 'week')} from {long_day(plan.start)}"
    proposed = " (proposed, not booked yet)" if plan.loop_proposed else ""
    planned = duration(sum(week.planned for week in screen.weeks))
    yield [f"# Study plan for {plan.level.value}"]
    yield [f"{weeks} to the loop on {long_day(plan.loop)}{proposed}."]
    yield [f"{planned} planned; {screen.headline}."]


def _week(week: WeekScreen, heading: str, *, reasons: bool) -> Iterator[list[str]]:
    span = f"{short_day(week.monday)} to {short_day(week.sunday)}"
    yield [f"{heading}: {span}, {phase_name(week.phase)}"]
    yield [f"{progress_text(week)}; {buffer_text(week)}."]
    sessions = [_session(block, one, reasons=reasons) for block in week.days for one in block.rows]
    yield [text for texts in sessions for text in texts]


def _session(block: DayBlock, one: SessionRow, *, reasons: bool) -> Iterator[str]:
    took = f", took {session_minutes(one.actual)}" if one.actual is not None else ""
    fate = f" · {fate_text(one)}" if fate_text(one) else ""
    yield task(
        f"{one.code} · {weekday(block.day)} · {escaped(one.title)} · "
        f"{session_minutes(one.minutes)}{took}{fate}",
        done=one.done,
    )
    if reasons and one.note:
        yield f"  {escaped(one.note)}"


def _left_out(screen: PlanScreen) -> Iterator[list[str]]:
    if not screen.left_out:
        return
    more = (
        f"; about {count(screen.extra_weeks, 'more week')} would hold it"
        if screen.extra_weeks
        else ""
    )
    yield ["## Left out"]
    yield [f"{duration(screen.shortfall)} in all{more}."]
    yield [
        " · ".join((f"- {escaped(left.title)}", duration(left.minutes), *map(escaped, _whys(left))))
        for left in screen.left_out
    ]


def _whys(left: LeftOutRow) -> tuple[str, ...]:
    return (left.why, left.back) if left.back else (left.why,)
