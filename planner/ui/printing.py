"""Brings what is in the window to paper; what prints is loaded when it is first wanted."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.core.state import State
from planner.core.values import Fact
from planner.ui.notice import Notice
from planner.ui.prompts import Prompts
from planner.ui.settings import Settings

if TYPE_CHECKING:  # loaded when something is printed
    from planner.paper.wish import Wish

PRINTS = frozenset({"print", "print-plan", "print-sheet"})
_KINDS = {
    "print-plan": "plan",
    "print-sheet": "sheet",
    "plan": "plan",
    "checklist": "checklist",
    "readiness": "readiness",
    "stories": "sheet",
}
"""What an action prints, and what is printed of a page; of any other page it is the week."""


class Job(Fact, frozen=True):
    """What is on the screen: the page by its name, and a week.

    What is `discreet` says nothing of companies, levels and interviews in its head and its name.
    """

    state: State
    today: date
    week: int
    page: str
    discreet: bool = False


class Printing:
    """Runs the actions that print; the notice bar tells what came of it."""

    def __init__(
        self, parent: QWidget, notice: Notice, prompts: Prompts, settings: Settings
    ) -> None:
        """Remember the window to stand over, the bar, who asks, and what was chosen last."""
        self._parent, self._notice = parent, notice
        self._prompts, self._settings = prompts, settings

    def run(self, action_id: str, job: Job) -> bool:
        """Run an action; return whether it was one that prints."""
        if action_id not in PRINTS:
            return False
        wish = self._wish(action_id, job)
        printed = self._prompts.paper(job.state, job.today, wish, self._notice.tell)
        if printed is not None:
            self._remember(printed, discreet_mode=job.discreet)
        return True

    def _wish(self, action_id: str, job: Job) -> "Wish":
        """Return what is printed of what is on the screen, whole, on paper as it was last."""
        from planner.paper.sizes import Paper
        from planner.paper.wish import Kind, Wish

        kind, last = _KINDS.get(action_id) or _KINDS.get(job.page, "week"), self._settings.now
        if job.state.plan is None and kind in {"week", "plan"}:
            kind = "checklist"
        return Wish(
            kind=Kind(kind),
            week=job.week,
            weeks_a_page=last.weeks_a_page,
            week_after=last.week_after,
            paper=Paper(last.paper) if last.paper else None,
            landscape=last.landscape,
            large=last.large_print,
            discreet=job.discreet or last.discreet_print,
        )

    def _remember(self, wish: "Wish", *, discreet_mode: bool) -> None:
        before = self._settings.now.discreet_print
        self._settings.change(
            weeks_a_page=wish.weeks_a_page,
            week_after=wish.week_after,
            paper=wish.paper or "",
            landscape=wish.landscape,
            large_print=wish.large,
            discreet_print=before if discreet_mode else wish.discreet,
        )
