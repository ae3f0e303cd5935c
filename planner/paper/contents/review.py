"""The review of a week as a document, with room to write where nothing is written yet."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from planner.core.language import translate
from planner.core.refusal import Refusal, Refused
from planner.core.screens.weekly_review import WeeklyReview, weekly_review
from planner.core.state import State
from planner.core.wording.weekly_review import done_text, moved_text, title_text
from planner.paper.contents.cover import cover
from planner.paper.contents.days import span
from planner.paper.contents.document import Blank, Document, Head, Heading, Point, Row, Section
from planner.paper.contents.head import days_to_loop, loop_line

LINES = 4

_tr = partial(translate, "Paper")


def review_paper(state: State, number: int, today: date, *, discreet: bool = False) -> Document:
    """Return the review of a week as a document.

    Raises:
        Refused: while there is no plan.
    """
    one = weekly_review(state, number, today)
    if one is None:
        raise Refused(Refusal.NO_PLAN)
    left = days_to_loop(state, today)
    title = title_text(one)
    return Document(
        cover=cover(
            left.level,
            _tr("review of week {number} of {weeks}", number=one.number, weeks=one.weeks),
            f"review-{one.number}",
            discreet=discreet,
        ),
        printed=today,
        head=Head(
            title=title,
            below=span(one.monday, one.sunday),
            beside=(loop_line(left, discreet=discreet), done_text(one)),
            again=_tr("{title} (continued)", title=title),
        ),
        sections=(
            _section(_tr("Still open"), one.open, _tr("Nothing")),
            _section(_tr("What moved"), map(moved_text, one.moved), _tr("No criterion")),
            _section(_tr("At risk"), one.risks, _tr("Nothing that shows")),
            *written(one),
        ),
    )


def _section(heading: str, texts: Iterable[str], none: str) -> Section:
    rows = tuple(Point(text) for text in texts)
    return Section(Heading(heading), rows or (Point(none),))


def written(one: WeeklyReview) -> tuple[Section, Section]:
    """Return what was decided and noted in a week, or lines to write that on."""
    return _words(_tr("Decision"), one.decision), _words(_tr("Notes"), one.notes)


def _words(heading: str, text: str) -> Section:
    rows: list[Row] = [Point(line) for line in text.splitlines() if line.strip()]
    return Section(Heading(heading), tuple(rows or [Blank() for _ in range(LINES)]))
