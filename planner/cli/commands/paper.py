"""Asks for a PDF. Qt is loaded here and only then."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from planner.cli.failure import Failure, WrongUsage
from planner.core.state import State

if TYPE_CHECKING:  # Qt is loaded when a PDF is wanted
    from planner.paper.document import Document


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a PDF: the paper, else the one usual in the country; a neutral head.

    It can lie on its side, have large letters, leave away what is done, or hold some weeks only.
    """

    paper: str | None = None
    discreet: bool = False
    landscape: bool = False
    large: bool = False
    hide_done: bool = False
    weeks: range | None = None


def week_pdf(state: State, number: int, today: date, wish: Wish) -> bytes:
    """Return a week as a PDF, as it is wished.

    Raises:
        Failure: when it could not be painted.
    """
    from planner.paper.week import week_document

    document = week_document(state, number, today, discreet=wish.discreet, hide_done=wish.hide_done)
    return _rendered(document, wish)


def plan_pdf(state: State, today: date, wish: Wish) -> bytes:
    """Return the whole plan as a PDF, as it is wished.

    Raises:
        WrongUsage: when it has no such weeks.
        Failure: when it could not be painted.
    """
    from planner.paper.whole import plan_document

    weeks = len(state.plan.weeks) if state.plan else 0
    if wish.weeks is not None and wish.weeks.stop > weeks + 1:
        raise WrongUsage(f"The plan has only weeks 1 to {weeks}.")
    document = plan_document(
        state, today, discreet=wish.discreet, hide_done=wish.hide_done, only=wish.weeks
    )
    return _rendered(document, wish)


def sheet_pdf(state: State, today: date, wish: Wish) -> bytes:
    """Return the loop sheet as a PDF, as it is wished.

    Raises:
        Failure: when it could not be painted.
    """
    from planner.paper.loop_sheet import sheet_document

    return _rendered(sheet_document(state, today, discreet=wish.discreet), wish)


def review_pdf(state: State, number: int, today: date, wish: Wish) -> bytes:
    """Return the review of a week as a PDF, as it is wished.

    Raises:
        Failure: when it could not be painted.
    """
    from planner.paper.review import review_paper

    return _rendered(review_paper(state, number, today, discreet=wish.discreet), wish)


def checklist_pdf(state: State, today: date, wish: Wish) -> bytes:
    """Return the checklist as a PDF, as it is wished.

    Raises:
        Failure: when it could not be painted.
    """
    from planner.paper.checklist import checklist_paper

    document = checklist_paper(state, today, discreet=wish.discreet, hide_done=wish.hide_done)
    return _rendered(document, wish)


def readiness_pdf(state: State, today: date, wish: Wish) -> bytes:
    """Return readiness and the review of the week as a PDF, as it is wished.

    Raises:
        Failure: when it could not be painted.
    """
    from planner.paper.readiness import readiness_paper

    return _rendered(readiness_paper(state, today, discreet=wish.discreet), wish)


def _rendered(document: "Document", wish: Wish) -> bytes:
    from planner.paper.painting import PaintError, page_layout
    from planner.paper.pdf import render
    from planner.paper.sizes import Paper

    try:
        paper = Paper(wish.paper or usual_paper())
        layout = page_layout(paper, landscape=wish.landscape)
        return render(replace(document, large=wish.large), layout)
    except PaintError as error:
        raise Failure(f"The PDF could not be painted: {error}.") from error


def usual_paper(environment: Mapping[str, str] = os.environ) -> str:
    """Return the paper of the country that the locale names, as the print dialog does."""
    from planner.paper.sizes import paper_in

    named = (environment.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    country = re.match(r"[a-z]{2,3}_([A-Z]{2})\b", next(filter(None, named), ""))
    return paper_in(country[1] if country else "")
