"""The plan, and one week of it, as text for a terminal."""

from collections.abc import Iterator
from datetime import date

from planner.core.exchange.pages import chosen_plan, plan_page, week_page, week_pages
from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.exchange.words import count, long_day, short_day, weekday
from planner.core.plan import Plan
from planner.core.screens.plan import PlanScreen
from planner.core.screens.week import SessionRow, WeekScreen
from planner.core.state import State
from planner.core.wording import duration, of_hours, session_minutes
from planner.core.wording.names import phase_name
from planner.core.wording.week import buffer_text, fate_text, progress_text

TICK = {True: "[x]", False: "[ ]"}


def plan_text(state: State, today: date, *, progress: bool = False) -> str:
    """Return the plan week by week; with progress each session has its box.

    Raises:
        Refused: while there is no plan.
    """
    screen = plan_page(state, today)
    return page(
        _head(chosen_plan(state), screen),
        *(_week(week, progress=progress) for week in week_pages(state, today)),
        _left_out(screen),
    )


def week_text(state: State, number: int, today: date) -> str:
    """Return a week of the plan with the reasons of its sessions.

    Raises:
        Refused: while there is no plan.
    """
    week = week_page(state, number, today)
    head = [
        *paragraph(
            f"Week {week.number} of {week.weeks} · {_span(week)} · {phase_name(week.phase)} · "
            f"loop on {long_day(week.loop)}"
        ),
        *paragraph(f"{progress_text(week)}; {buffer_text(week)}"),
    ]
    days = [
        [
            f"{weekday(block.day)}, {block.start.isoformat('minutes')}",
            *(text for one in block.rows for text in _session(one, reasons=True, progress=True)),
        ]
        for block in week.days
    ]
    return page(head, *days)


def _head(plan: Plan, screen: PlanScreen) -> list[str]:
    loop = f"the loop on {long_day(plan.loop)}"
    if plan.loop_proposed:
        loop = f"a proposed loop on {long_day(plan.loop)}; no date is booked yet"
    planned = duration(sum(week.planned for week in screen.weeks))
    return [
        *paragraph(f"{plan.level.value}, from {long_day(plan.start)} to {loop}"),
        *paragraph(f"{count(len(plan.weeks), 'week')}, {planned} planned; {screen.headline}"),
    ]


def _week(week: WeekScreen, *, progress: bool) -> list[str]:
    lines = paragraph(
        f"Week {week.number} · {_span(week)} · {phase_name(week.phase)} · "
        f"{of_hours(week.planned, week.free)}"
    )
    for block in week.days:
        lines.append(f"  {weekday(block.day)}, {block.start.isoformat('minutes')}")
        for one in block.rows:
            lines += _session(one, reasons=False, progress=progress)
    return lines


def _session(one: SessionRow, *, reasons: bool, progress: bool) -> list[str]:
    box = f"{TICK[one.done]} " if progress else ""
    cells = [(box + one.code, len(box) + 6), (session_minutes(one.minutes), 9)]
    lines = row(cells, one.title, indent=4)
    notes = [*_fate(one), *([one.note] if reasons and one.note else [])]
    return lines + [text for note in notes for text in paragraph(note, indent=len(box) + 23)]


def _fate(one: SessionRow) -> Iterator[str]:
    """Say what became of a session, where that is not what was planned."""
    if one.actual is not None:
        yield f"took {session_minutes(one.actual)}"
    if fate_text(one):
        yield fate_text(one)


def _left_out(screen: PlanScreen) -> list[str]:
    if not screen.left_out:
        return []
    head = f"Left out: {duration(screen.shortfall)}"
    if screen.extra_weeks:
        head += f"; about {count(screen.extra_weeks, 'more week')} would hold it"
    lines = [head]
    for left in screen.left_out:
        lines += row([(duration(left.minutes), 9)], left.title, indent=2)
        for text in filter(None, (left.why, left.back)):
            lines += paragraph(text, indent=13)
    return lines


def _span(week: WeekScreen) -> str:
    return f"{short_day(week.monday)} to {short_day(week.sunday)}"
