"""Brings week and plan to paper; what prints is loaded when it is first wanted."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.core.state import State
from planner.core.values import Fact
from planner.ui.notice import Notice

if TYPE_CHECKING:  # loaded when something is printed
    from planner.paper.document import Document

PRINTS = frozenset({"print-week", "print-plan", "print-sheet", "preview", "save-pdf"})


class Job(Fact, frozen=True):
    """What is on the screen: a week, or the plan as a whole. Empty `paper` means the usual one.

    What is `discreet` says nothing of companies, levels and interviews in its head and its name.
    """

    state: State
    today: date
    week: int
    whole: bool
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


def _document(action_id: str, job: Job) -> "Document":
    if action_id == "print-sheet":
        from planner.paper.loop_sheet import sheet_document

        return sheet_document(job.state, job.today, discreet=job.discreet)
    if action_id == "print-plan" or (job.whole and action_id != "print-week"):
        from planner.paper.whole import plan_document

        return plan_document(job.state, job.today, discreet=job.discreet)
    from planner.paper.week import week_document

    return week_document(job.state, job.week, job.today, discreet=job.discreet)
