"""A week of the plan and the one after it as a document of one page."""

from datetime import date
from functools import partial

from planner.core.language import translate
from planner.core.refusal import Refusal, Refused
from planner.core.screens.week import week_screen
from planner.core.state import State
from planner.paper.contents.cover import cover
from planner.paper.contents.days import span
from planner.paper.contents.document import PAIR, Document, Head
from planner.paper.contents.head import days_to_loop, loop_line, time_line
from planner.paper.contents.tasks import open_only
from planner.paper.contents.week import endings, week_document
from planner.paper.contents.whole import week_section

_tr = partial(translate, "Paper")


def fortnight_document(
    state: State, number: int, today: date, *, discreet: bool = False, hide_done: bool = False
) -> Document:
    """Return two weeks beside each other, with the figures of the page This week.

    The last week of a plan has none after it, and stands alone. What is done, or skipped, is left
    away where that is wished.

    Raises:
        Refused: while there is no plan.
    """
    screen = week_screen(state, number, today)
    if screen is None:
        raise Refused(Refusal.NO_PLAN)
    after = week_screen(state, screen.number + 1, today)
    if after is None or after.number == screen.number:
        return week_document(state, number, today, discreet=discreet, hide_done=hide_done)
    both = tuple(open_only(one) if hide_done else one for one in (screen, after))
    left = days_to_loop(state, today)
    weeks = {"first": screen.number, "second": after.number, "weeks": screen.weeks}
    title = _tr("Weeks {first} and {second} of {weeks}", **weeks)
    planned, free = sum(one.planned for one in both), sum(one.buffer for one in both)
    return Document(
        cover=cover(
            left.level,
            _tr("weeks {first} and {second} of {weeks}", **weeks),
            f"weeks-{screen.number}-{after.number}",
            discreet=discreet,
        ),
        printed=today,
        head=Head(
            title=title,
            below=span(screen.monday, after.sunday),
            beside=(loop_line(left, discreet=discreet), time_line(planned, free)),
            again=_tr("{title} (continued)", title=title),
        ),
        sections=tuple(week_section(one) for one in both),
        endings=endings(),
        weeks_a_page=PAIR,
        saves_pages=True,
    )
