"""A week of the plan as a document of one page, with room for its review."""

from datetime import date

from planner.core.refusal import Refusal, Refused
from planner.core.screens.week import DayBlock, WeekScreen, week_screen
from planner.core.state import State
from planner.core.wording import duration
from planner.paper.cover import cover
from planner.paper.days import day_title, span
from planner.paper.document import Blank, Document, Head, Heading, Point, Section
from planner.paper.head import days_to_loop, loop_line, time_line
from planner.paper.tasks import task

_QUESTIONS = ("What moved", "What slipped", "One decision")


def week_document(state: State, number: int, today: date, *, discreet: bool = False) -> Document:
    """Return a week as a document, with the figures of the page This week.

    Raises:
        Refused: while there is no plan.
    """
    screen = week_screen(state, number, today)
    if screen is None:
        raise Refused(Refusal.NO_PLAN)
    left = days_to_loop(state, today)
    place = state.profile.place if state.profile else ""
    title = week_title(screen)
    return Document(
        cover=cover(
            left.level,
            f"{title[0].lower()}{title[1:]}",
            f"week-{screen.number}",
            discreet=discreet,
        ),
        printed=today,
        head=Head(
            title=title,
            below=week_dates(screen),
            beside=(loop_line(left, discreet=discreet), time_line(screen.planned, screen.buffer)),
            again=f"{title} (continued)",
        ),
        sections=tuple(_day(block, place) for block in screen.days) or (_empty(screen),),
        endings=(_review(3), _review(2), _review(1)),
    )


def week_title(screen: WeekScreen) -> str:
    """Return what a week is called: "Week 4 of 10"."""
    return f"Week {screen.number} of {screen.weeks}"


def week_dates(screen: WeekScreen) -> str:
    """Return when a week is and what it is for: "14 – 20 December · build phase"."""
    return f"{span(screen.monday, screen.sunday)} · {screen.phase} phase"


def _day(block: DayBlock, place: str) -> Section:
    day, clock = day_title(block.day), block.start.isoformat("minutes")
    return Section(
        heading=Heading(
            title=f"{day}, {clock}",
            right=f"{duration(block.minutes)} · actual",
            below=_intention(day, clock, place.strip()),
        ),
        rows=tuple(task(row) for row in block.rows),
    )


def _intention(day: str, clock: str, place: str) -> str:
    """Return the if-then plan of a day, which makes starting likelier (Gollwitzer & Sheeran)."""
    if not place:
        return f"On {day} at {clock} I do:"
    known = place.lower().startswith(("at ", "in ", "on "))
    return f"On {day} at {clock}, {place if known else f'at {place}'}, I do:"


def _empty(screen: WeekScreen) -> Section:
    words = Point(f"Nothing is planned in this week; {duration(screen.free)} are free.")
    return Section(Heading("No sessions"), (words,))


def _review(lines: int) -> Section:
    """Return the questions of the weekly review, each with so many lines to write on."""
    rows = [Blank(label if line == 0 else "") for label in _QUESTIONS for line in range(lines)]
    return Section(Heading("Review of the week"), tuple(rows))
