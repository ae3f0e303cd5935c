"""Brings what is in the window to paper; what prints is loaded when it is first wanted."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.core.state import State
from planner.core.values import Fact
from planner.ui.notice import Notice

if TYPE_CHECKING:  # loaded when something is printed
    from planner.paper.document import Document

WITHOUT_PLAN = frozenset({"print-checklist", "print-readiness", "print-sheet"})
"""What can be printed once a level is chosen."""
PRINTS = WITHOUT_PLAN | {"print-week", "print-plan", "preview", "save-pdf"}


class Job(Fact, frozen=True):
    """What is on the screen: the page by its name, and a week. Empty `paper` means the usual one.

    What is `discreet` says nothing of companies, levels and interviews in its head and its name.
    """

    state: State
    today: date
    week: int
    page: str
    paper: str = ""
    discreet: bool = False


class Printing:
    """Runs the actions that print; the notice bar tells what came of it."""

    def __init__(self, parent: QWidget, notice: Notice) -> None:
        """Remember the window to stand over, and the bar."""
        self._parent = parent
        self._notice = notice

    def run(self, action_id: str, job: Job) -> bool:
        """Run an action; return whether it was one that prints."""
        if action_id not in PRINTS:
            return False
        from planner.paper import dialogs
        from planner.paper.sizes import Paper

        bring = {"preview": dialogs.preview_document, "save-pdf": dialogs.save_document}
        paper = Paper(job.paper) if job.paper else None
        document = _document(action_id, job)
        print_it = bring.get(action_id, dialogs.print_document)
        print_it(document, self._parent, paper, self._notice.tell)
        return True


_PAGES = {"plan": "print-plan", "checklist": "print-checklist", "readiness": "print-readiness"}
"""What is printed of a page that is on the screen; of any other it is the week."""


def _document(action_id: str, job: Job) -> "Document":
    """Return what an action prints; a preview and a PDF are of what is on the screen."""
    of_page = _PAGES.get(job.page, "print-week")
    match action_id if action_id.startswith("print-") else of_page:
        case "print-sheet":
            from planner.paper.loop_sheet import sheet_document

            return sheet_document(job.state, job.today, discreet=job.discreet)
        case "print-checklist":
            from planner.paper.checklist import checklist_paper

            return checklist_paper(job.state, job.today, discreet=job.discreet)
        case "print-readiness":
            from planner.paper.readiness import readiness_paper

            return readiness_paper(job.state, job.today, discreet=job.discreet)
        case "print-plan":
            from planner.paper.whole import plan_document

            return plan_document(job.state, job.today, discreet=job.discreet)
        case _:
            from planner.paper.week import week_document

            return week_document(job.state, job.week, job.today, discreet=job.discreet)
