"""Asks for a PDF. Qt is loaded here and only then."""

from argparse import Namespace
from datetime import date

from planner.cli.failure import Failure, WrongUsage
from planner.core.state import State


def pdf(state: State, today: date, kind: str, options: Namespace, week: int = 1) -> bytes:
    """Return a kind of paper as a PDF, as the options wish it; `week` is the number of a week.

    Raises:
        WrongUsage: when the plan has no such weeks.
        Failure: when it could not be painted.
    """
    from planner.paper.contents.document import PAIR
    from planner.paper.painting import PaintError
    from planner.paper.pdf import wished_pdf
    from planner.paper.sizes import Paper
    from planner.paper.wish import Kind, Wish

    last = len(state.plan.weeks) if state.plan else 0
    if options.weeks is not None and options.weeks.stop > last + 1:
        raise WrongUsage(f"The plan has only weeks 1 to {last}.")
    wish = Wish(
        kind=Kind(kind),
        week=week,
        weeks=options.weeks,
        weeks_a_page=options.weeks_a_page or 0,
        week_after=options.weeks_a_page == PAIR,
        paper=Paper(options.paper) if options.paper else None,
        landscape=options.landscape,
        large=options.large,
        hide_done=options.hide_done,
        discreet=options.discreet,
    )
    try:
        return wished_pdf(state, today, wish)
    except PaintError as error:
        raise Failure(f"The PDF could not be painted: {error}.") from error
