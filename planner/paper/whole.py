"""The whole plan as a document: a block a week, and at the end what is left out."""

from datetime import date

from planner.core.exchange.words import count, long_day
from planner.core.refusal import Refusal, Refused
from planner.core.screens.plan import LeftOutRow, PlanScreen, plan_screen
from planner.core.screens.week import WeekScreen, week_screen
from planner.core.state import State
from planner.core.wording import duration
from planner.paper.cover import cover
from planner.paper.days import long_span, short_title
from planner.paper.document import Document, Head, Heading, Point, Row, Section
from planner.paper.head import days_to_loop, loop_line, time_line
from planner.paper.tasks import task
from planner.paper.week import week_dates, week_title


def plan_document(state: State, today: date, *, discreet: bool = False) -> Document:
    """Return the whole plan as a document, with the figures of the pages Plan and This week.

    Raises:
        Refused: while there is no plan.
    """
    plan = plan_screen(state, today)
    if plan is None:
        raise Refused(Refusal.NO_PLAN)
    left = days_to_loop(state, today)
    found = (week_screen(state, row.number, today) for row in plan.weeks)
    weeks = tuple(screen for screen in found if screen is not None)
    return Document(
        cover=cover(left.level, count(len(weeks), "week"), "plan", discreet=discreet),
        printed=today,
        head=_head(plan, weeks, loop_line(left, discreet=discreet)),
        sections=(
            *(_week(screen) for screen in weeks),
            Section(Heading(long_day(plan.loop), beside="" if discreet else _loop_word(plan))),
            *([_left_out(plan)] if plan.left_out else []),
        ),
    )


def _head(plan: PlanScreen, weeks: tuple[WeekScreen, ...], loop: str) -> Head:
    planned = sum(screen.planned for screen in weeks)
    free = sum(screen.buffer for screen in weeks)
    return Head(
        title="Study plan",
        below=f"{long_span(plan.start, plan.loop)} · {count(len(weeks), 'week')}",
        beside=(loop, time_line(planned, free)),
        again="Study plan (continued)",
    )


def _week(screen: WeekScreen) -> Section:
    rows: list[Row] = []
    for block in screen.days:
        day = f"{short_title(block.day)}, {block.start.isoformat('minutes')}"
        for index, row in enumerate(block.rows):
            rows.append(task(row, day="" if index else day, notes=False))
    return Section(
        heading=Heading(
            title=week_title(screen),
            beside=week_dates(screen),
            right=time_line(screen.planned, screen.buffer),
        ),
        rows=tuple(rows) or (Point("Nothing is planned in this week."),),
    )


def _loop_word(plan: PlanScreen) -> str:
    return "proposed loop day" if plan.loop_proposed else "loop day"


def _left_out(plan: PlanScreen) -> Section:
    weeks = f"about {count(plan.extra_weeks, 'more week')} would hold it"
    return Section(
        heading=Heading(
            title="Left out",
            beside=plan.headline,
            right=duration(plan.shortfall),
        ),
        rows=(
            *([Point(weeks)] if plan.extra_weeks else []),
            *(_reason(row) for row in plan.left_out),
        ),
    )


def _reason(row: LeftOutRow) -> Point:
    return Point(title=row.title, note=row.why, right=duration(row.minutes))
