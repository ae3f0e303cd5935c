"""The whole plan as a document: a block a week, and at the end what is left out."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from planner.core.language import spoken, translate
from planner.core.refusal import Refusal, Refused
from planner.core.screens.plan import LeftOutRow, PlanScreen, plan_screen
from planner.core.screens.week import WeekScreen, week_screen
from planner.core.state import State
from planner.core.wording import duration
from planner.paper.contents.cover import cover
from planner.paper.contents.days import long_span, short_title
from planner.paper.contents.document import Document, Head, Heading, Point, Row, Section
from planner.paper.contents.head import days_to_loop, loop_line, time_line
from planner.paper.contents.tasks import open_only, task
from planner.paper.contents.week import week_dates, week_title

_tr = partial(translate, "Paper")


def plan_document(
    state: State,
    today: date,
    *,
    discreet: bool = False,
    hide_done: bool = False,
    only: range | None = None,
    weeks_a_page: int = 0,
) -> Document:
    """Return the whole plan as a document, with the figures of the pages Plan and This week.

    What is done, or skipped, is left away where that is wished. `only` are the numbers of some
    weeks that are wanted, without what stands behind the last of the plan. So many `weeks_a_page`
    stand there, 1 or 2, or 0 for as many as there is room for.

    Raises:
        Refused: while there is no plan.
    """
    plan = plan_screen(state, today)
    if plan is None:
        raise Refused(Refusal.NO_PLAN)
    left = days_to_loop(state, today)
    found = (week_screen(state, row.number, today) for row in plan.weeks)
    weeks = tuple(
        open_only(screen) if hide_done else screen
        for screen in found
        if screen is not None and (only is None or screen.number in only)
    )
    return Document(
        cover=cover(left.level, _tr("%n week(s)", n=len(weeks)), "plan", discreet=discreet),
        printed=today,
        head=_head(plan, weeks, loop_line(left, discreet=discreet)),
        sections=(
            *(week_section(screen) for screen in weeks),
            *(_behind(plan, discreet=discreet) if only is None else ()),
        ),
        weeks_a_page=weeks_a_page,
        saves_pages=weeks_a_page > 0,
    )


def _head(plan: PlanScreen, weeks: tuple[WeekScreen, ...], loop: str) -> Head:
    planned = sum(screen.planned for screen in weeks)
    free = sum(screen.buffer for screen in weeks)
    days = long_span(plan.start, plan.loop)
    if 0 < len(weeks) < len(plan.weeks):
        days = long_span(weeks[0].monday, weeks[-1].sunday)
    return Head(
        title=_tr("Study plan"),
        below=f"{days} · {_tr('%n week(s)', n=len(weeks))}",
        beside=(loop, time_line(planned, free)),
        again=_tr("{title} (continued)", title=_tr("Study plan")),
    )


def week_section(screen: WeekScreen) -> Section:
    """Return a week as a table with its days in a column."""
    rows: list[Row] = []
    for block in screen.days:
        day = _tr("{day}, {time}", day=short_title(block.day), time=spoken().clock(block.start))
        for index, row in enumerate(block.rows):
            rows.append(task(row, day="" if index else day, notes=False))
    return Section(
        heading=Heading(
            title=week_title(screen),
            beside=week_dates(screen),
            right=time_line(screen.planned, screen.buffer),
        ),
        rows=tuple(rows) or (Point(_nothing(screen)),),
        week=True,
    )


def _nothing(screen: WeekScreen) -> str:
    if screen.planned:
        return _tr("Nothing is open in this week.")
    return _tr("Nothing is planned in this week.")


def _behind(plan: PlanScreen, *, discreet: bool) -> Iterator[Section]:
    yield _end(plan, discreet=discreet)
    if plan.left_out:
        yield _left_out(plan)


def _end(plan: PlanScreen, *, discreet: bool) -> Section:
    what = _tr("proposed loop day") if plan.loop_proposed else _tr("loop day")
    day = spoken().day(plan.loop, "dddd d MMMM yyyy")
    return Section(Heading(day, beside="" if discreet else what))


def _left_out(plan: PlanScreen) -> Section:
    weeks = _tr("about %n more week(s) would hold it", n=plan.extra_weeks)
    return Section(
        heading=Heading(
            title=_tr("Left out"),
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
