"""The review of a week as a document, with room to write where nothing is written yet."""

from collections.abc import Iterable
from datetime import date

from planner.core.exchange.text.review import done_text, moved_text, title_text
from planner.core.refusal import Refusal, Refused
from planner.core.screens.weekly_review import weekly_review
from planner.core.state import State
from planner.paper.cover import cover
from planner.paper.days import span
from planner.paper.document import Blank, Document, Head, Heading, Point, Row, Section
from planner.paper.head import days_to_loop, loop_line

LINES = 4


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
            f"{title[0].lower()}{title[1:]}",
            f"review-{one.number}",
            discreet=discreet,
        ),
        printed=today,
        head=Head(
            title=title,
            below=span(one.monday, one.sunday),
            beside=(loop_line(left, discreet=discreet), done_text(one)),
            again=f"{title} (continued)",
        ),
        sections=(
            _section("Still open", one.open, "Nothing"),
            _section("What moved", map(moved_text, one.moved), "No criterion"),
            _section("At risk", one.risks, "Nothing that shows"),
            _written("Decision", one.decision),
            _written("Notes", one.notes),
        ),
    )


def _section(heading: str, texts: Iterable[str], none: str) -> Section:
    rows = tuple(Point(text) for text in texts)
    return Section(Heading(heading), rows or (Point(none),))


def _written(heading: str, text: str) -> Section:
    rows: list[Row] = [Point(line) for line in text.splitlines() if line.strip()]
    return Section(Heading(heading), tuple(rows or [Blank() for _ in range(LINES)]))
