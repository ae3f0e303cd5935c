"""The plan by weeks, what is left out, and the stories where they are wanted."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.core.exchange.html.layout import cell, element, name_cell, page, table, text
from planner.core.exchange.pages import chosen_plan, plan_page, week_pages
from planner.core.exchange.words import count, long_day, short_day, weekday
from planner.core.plan import Plan, Session
from planner.core.screens.plan import PlanScreen
from planner.core.screens.week import SessionRow, WeekScreen
from planner.core.state import State
from planner.core.stories import living
from planner.core.story import PARTS, Story
from planner.core.wording import duration, session_minutes
from planner.core.wording.names import phase_name
from planner.core.wording.outward import NEUTRAL
from planner.core.wording.stories import part_name
from planner.core.wording.week import buffer_text, fate_text, progress_text

_HEADS = (("Done", ""), ("Code", ""), ("When", ""), ("What", ""), ("Planned", "number"))
_TOOK = ("Took", "number")
_SESSIONS = "sessions"


def plan_html(state: State, today: date, *, stories: bool = False, discreet: bool = False) -> str:
    """Return the plan as a page; what a story says only where it is asked for.

    A discreet page names neither level nor loop in its title and heading.

    Raises:
        Refused: while there is no plan.
    """
    plan, screen = chosen_plan(state), plan_page(state, today)
    title = NEUTRAL if discreet else f"Study plan for {plan.level.value}"
    weeks = week_pages(state, today)
    return page(
        title,
        element("h1", text(title)),
        *_head(state, screen, weeks, discreet=discreet),
        *(block for week in weeks for block in _week(plan, week)),
        *_left_out(screen),
        *(_stories(state) if stories else ()),
    )


def _head(
    state: State, screen: PlanScreen, weeks: Sequence[WeekScreen], *, discreet: bool
) -> Iterator[str]:
    plan = chosen_plan(state)
    done, planned = (sum(getattr(one, name) for one in weeks) for name in ("done", "planned"))
    ends = long_day(plan.loop)
    until = f"until {ends}" if discreet else f"to the loop on {ends}"
    proposed = " (proposed, not booked yet)" if plan.loop_proposed and not discreet else ""
    length = count(len(plan.weeks), "week")
    yield element("p", text(f"{length} from {long_day(plan.start)} {until}{proposed}."))
    told = f"{duration(done)} of {duration(planned)} done; {screen.headline}."
    yield element("p", text(told), class_="quiet")


def _week(plan: Plan, week: WeekScreen) -> Iterator[str]:
    name = f"Week {week.number}"
    span = f"{short_day(week.monday)} to {short_day(week.sunday)}"
    yield element("h2", text(f"{name}: {span}, {phase_name(week.phase)}"))
    told = f"{progress_text(week)}; {buffer_text(week)}."
    yield element("p", text(told), class_="quiet")
    rows = [(plan.by_code[row.code], row) for block in week.days for row in block.rows]
    took = any(row.actual is not None for _, row in rows)
    heads = (*_HEADS, _TOOK) if took else _HEADS
    sessions = (tuple(_session(one, row, took=took)) for one, row in rows)
    yield table(name, heads, sessions, _SESSIONS)


def _session(one: Session, row: SessionRow, *, took: bool) -> Iterator[str]:
    fate = fate_text(row)
    mark, said = ("☑", "done") if row.done else ("☐", "open")
    note = f"<br>{element('span', text(row.note), class_='note')}" if row.note else ""
    title = element("span", text(row.title), class_="done" if row.done else "")
    yield cell(element("span", mark, role="img", aria_label=fate or said), "mark")
    yield cell(text(row.code), "whole")
    yield cell(text(f"{weekday(one.date)} {one.start.isoformat('minutes')}"), "whole")
    yield name_cell(f"{title}{f' ({fate})' if fate else ''}{note}")
    yield cell(text(session_minutes(row.minutes)), "number")
    if took:
        shown = session_minutes(row.actual) if row.actual is not None else ""
        yield cell(text(shown), "number took")


def _left_out(screen: PlanScreen) -> Iterator[str]:
    if not screen.left_out:
        return
    yield element("h2", "Left out")
    yield table(
        "Left out",
        (("What", ""), ("Why", ""), ("Time", "number")),
        (
            (
                name_cell(text(one.title)),
                cell(text("; ".join(filter(None, (one.why, one.back))))),
                cell(text(duration(one.minutes)), "number"),
            )
            for one in screen.left_out
        ),
    )


def _stories(state: State) -> Iterator[str]:
    told = living(state)
    if told:
        yield element("h2", "Stories")
    for one in told:
        yield element("h3", text(one.title))
        yield from _story(one)


def _story(one: Story) -> Iterator[str]:
    for part in PARTS:
        words = str(getattr(one, part))
        if words:
            paragraphs = "<br>".join(text(each) for each in words.splitlines() if each.strip())
            yield element("p", f"{element('strong', text(part_name(part)))}: {paragraphs}")
