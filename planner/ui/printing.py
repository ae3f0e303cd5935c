"""Brings week and plan to paper; what prints is loaded when it is first wanted."""

from datetime import date

from PySide6.QtWidgets import QWidget

from planner.core.state import State
from planner.core.values import Fact
from planner.ui.notice import Notice

PRINTS = frozenset({"print-week", "print-plan", "print-sheet", "preview", "save-pdf"})


class Job(Fact, frozen=True):
    """What is on the screen: a week, or the plan as a whole. Empty `paper` means the usual one."""

    state: State
    today: date
    week: int
    whole: bool
    paper: str = ""


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

        paper = Paper(job.paper) if job.paper else None
        week = (job.state, job.week, job.today, self._parent, paper, self._notice.tell)
        plan = (job.state, job.today, self._parent, paper, self._notice.tell)
        match action_id:
            case "print-week":
                dialogs.print_week(*week)
            case "print-plan":
                dialogs.print_plan(*plan)
            case "print-sheet":
                from planner.paper.loop_sheet import sheet_document

                sheet = sheet_document(job.state, job.today)
                dialogs.print_document(sheet, self._parent, paper, self._notice.tell)
            case "preview" if job.whole:
                dialogs.preview_plan(*plan)
            case "preview":
                dialogs.preview_week(*week)
            case _ if job.whole:
                dialogs.save_plan_as(*plan)
            case _:
                dialogs.save_week_as(*week)
        return True
