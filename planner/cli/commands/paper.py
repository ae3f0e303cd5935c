"""Asks for a PDF. Qt is loaded here and only then."""

import os
import re
from argparse import Namespace
from collections.abc import Mapping
from datetime import date

from planner.cli.failure import Failure, WrongUsage
from planner.core.state import State


def pdf(state: State, today: date, kind: str, options: Namespace, week: int = 1) -> bytes:
    """Return a kind of paper as a PDF, as the options wish it; `week` is the number of a week.

    Raises:
        WrongUsage: when the plan has no such weeks.
        Failure: when it could not be painted.
    """
    from planner.paper.document import PAIR
    from planner.paper.painting import PaintError, page_layout
    from planner.paper.pdf import render
    from planner.paper.sizes import Paper
    from planner.paper.wish import Kind, Wish, document_of

    last = len(state.plan.weeks) if state.plan else 0
    if options.weeks is not None and options.weeks.stop > last + 1:
        raise WrongUsage(f"The plan has only weeks 1 to {last}.")
    wish = Wish(
        kind=Kind(kind),
        week=week,
        weeks=options.weeks,
        weeks_a_page=options.weeks_a_page or 0,
        week_after=options.weeks_a_page == PAIR,
        large=options.large,
        hide_done=options.hide_done,
        discreet=options.discreet,
    )
    paper = Paper(options.paper or usual_paper())
    try:
        layout = page_layout(paper, landscape=options.landscape)
        return render(document_of(state, today, wish), layout)
    except PaintError as error:
        raise Failure(f"The PDF could not be painted: {error}.") from error


def usual_paper(environment: Mapping[str, str] = os.environ) -> str:
    """Return the paper of the country that the locale names, as the print dialog does."""
    from planner.paper.sizes import paper_in

    named = (environment.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    country = re.match(r"[a-z]{2,3}_([A-Z]{2})\b", next(filter(None, named), ""))
    return paper_in(country[1] if country else "")
