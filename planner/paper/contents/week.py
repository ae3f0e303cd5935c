"""A week of the plan as a document of one page, with room for its review."""

from datetime import date
from functools import partial

from planner.core.language import spoken, translate
from planner.core.refusal import Refusal, Refused
from planner.core.screens.week import DayBlock, WeekScreen, week_screen
from planner.core.state import State
from planner.core.wording import duration
from planner.core.wording.names import phase_name
from planner.paper.contents.cover import cover
from planner.paper.contents.days import day_title, span
from planner.paper.contents.document import Blank, Document, Head, Heading, Point, Section
from planner.paper.contents.head import days_to_loop, loop_line, time_line
from planner.paper.contents.tasks import open_only, task

_tr = partial(translate, "Paper")


def week_document(
    state: State, number: int, today: date, *, discreet: bool = False, hide_done: bool = False
) -> Document:
    """Return a week as a document, with the figures of the page This week.

    What is done, or skipped, is left away where that is wished.

    Raises:
        Refused: while there is no plan.
    """
    screen = week_screen(state, number, today)
    if screen is None:
        raise Refused(Refusal.NO_PLAN)
    if hide_done:
        screen = open_only(screen)
    left = days_to_loop(state, today)
    place = state.profile.place if state.profile else ""
    title = week_title(screen)
    return Document(
        cover=cover(
            left.level,
            _tr("week {number} of {weeks}", number=screen.number, weeks=screen.weeks),
            f"week-{screen.number}",
            discreet=discreet,
        ),
        printed=today,
        head=Head(
            title=title,
            below=week_dates(screen),
            beside=(loop_line(left, discreet=discreet), time_line(screen.planned, screen.buffer)),
            again=_tr("{title} (continued)", title=title),
        ),
        sections=tuple(_day(block, place) for block in screen.days) or (_empty(screen),),
        endings=endings(),
        saves_pages=True,
    )


def week_title(screen: WeekScreen) -> str:
    """Return what a week is called: "Week 4 of 10"."""
    return _tr("Week {number} of {weeks}", number=screen.number, weeks=screen.weeks)


def week_dates(screen: WeekScreen) -> str:
    """Return when a week is and what it is for: "14 – 20 December · build phase"."""
    return f"{span(screen.monday, screen.sunday)} · {phase_name(screen.phase)}"


def _day(block: DayBlock, place: str) -> Section:
    day, clock = day_title(block.day), spoken().clock(block.start)
    return Section(
        heading=Heading(
            title=_tr("{day}, {time}", day=day, time=clock),
            right=_tr("{minutes} · actual", minutes=duration(block.minutes)),
            below=_intention(day, clock, place.strip()),
        ),
        rows=tuple(task(row) for row in block.rows),
    )


def _intention(day: str, clock: str, place: str) -> str:
    """Return the if-then plan of a day, which makes starting likelier (Gollwitzer & Sheeran)."""
    if not place:
        return _tr("On {day} at {time} I do:", day=day, time=clock)
    known = place.lower().startswith(("at ", "in ", "on "))
    where = place if known else _tr("at {place}", place=place)
    return _tr("On {day} at {time}, {where}, I do:", day=day, time=clock, where=where)


def _empty(screen: WeekScreen) -> Section:
    if screen.planned:
        return Section(Heading(_tr("No sessions")), (Point(_tr("Nothing is open in this week.")),))
    free = duration(screen.free)
    words = _tr("Nothing is planned in this week; {free} are free.", free=free)
    return Section(Heading(_tr("No sessions")), (Point(words),))


def endings() -> tuple[Section, ...]:
    """Return the review of a week, with more or with less room to write."""
    return _review(3), _review(2), _review(1)


def _review(lines: int) -> Section:
    """Return the questions of the weekly review, each with so many lines to write on."""
    questions = (_tr("What moved"), _tr("What slipped"), _tr("One decision"))
    rows = [Blank(label if line == 0 else "") for label in questions for line in range(lines)]
    return Section(Heading(_tr("Review of the week")), tuple(rows))
