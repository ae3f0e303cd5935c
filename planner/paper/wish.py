"""What is to be printed and how, and the document that this makes."""

from datetime import date
from enum import StrEnum

from planner.core.state import State
from planner.core.values import Fact
from planner.paper.contents.checklist import checklist_paper
from planner.paper.contents.document import Document
from planner.paper.contents.fortnight import fortnight_document
from planner.paper.contents.loop_sheet import sheet_document
from planner.paper.contents.readiness import readiness_paper
from planner.paper.contents.review import review_paper
from planner.paper.contents.week import week_document
from planner.paper.contents.whole import plan_document
from planner.paper.sizes import Paper


class Kind(StrEnum):
    """What there is on paper."""

    WEEK = "week"
    PLAN = "plan"
    CHECKLIST = "checklist"
    READINESS = "readiness"
    REVIEW = "review"
    SHEET = "sheet"


HIDES = frozenset({Kind.WEEK, Kind.PLAN, Kind.CHECKLIST})
"""What can be without that which is done."""
COUNTS_WEEKS = frozenset({Kind.WEEK, Kind.PLAN})
"""What can have two weeks on a page."""


class Wish(Fact, frozen=True):
    """What is to be printed, and how; what does not apply to a kind is passed over.

    `week` is the number of the week and of the review; the week can have the `week_after` it on
    the same page. `weeks` are the numbers of some of the plan's, else all, and `weeks_a_page` is
    for the plan alone. No paper is the one usual in the country.
    """

    kind: Kind
    week: int = 1
    weeks: range | None = None
    weeks_a_page: int = 0
    week_after: bool = False
    paper: Paper | None = None
    landscape: bool = False
    large: bool = False
    hide_done: bool = False
    discreet: bool = False


def document_of(state: State, today: date, wish: Wish) -> Document:
    """Return what is wished as a document.

    Raises:
        Refused: while there is no plan, or no level, where that is needed.
    """
    return _document(state, today, wish).at_size(large=wish.large)


def _document(state: State, today: date, wish: Wish) -> Document:
    discreet, hide_done = wish.discreet, wish.hide_done
    match wish.kind:
        case Kind.WEEK:
            make = fortnight_document if wish.week_after else week_document
            return make(state, wish.week, today, discreet=discreet, hide_done=hide_done)
        case Kind.PLAN:
            return plan_document(
                state,
                today,
                discreet=discreet,
                hide_done=hide_done,
                only=wish.weeks,
                weeks_a_page=wish.weeks_a_page,
            )
        case Kind.CHECKLIST:
            return checklist_paper(state, today, discreet=discreet, hide_done=hide_done)
        case Kind.READINESS:
            return readiness_paper(state, today, discreet=discreet)
        case Kind.REVIEW:
            return review_paper(state, wish.week, today, discreet=discreet)
        case Kind.SHEET:
            return sheet_document(state, today, discreet=discreet)
