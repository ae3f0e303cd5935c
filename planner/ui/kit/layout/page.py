"""What every page has: a header, a body, intents that go up and a state that comes down."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.profile import Profile
from planner.core.state import State
from planner.ui.kit.layout.header import Header
from planner.ui.look import Look
from planner.ui.prompts import Prompts

if TYPE_CHECKING:  # read when a review is shown
    from planner.core.closed_book import ClosedBook

MARGIN = 28
GAP = 16
WIDEST = 110
"""The width of what a page holds, in lines of text: on a large screen rows stay readable."""


def no_prompts() -> "ClosedBook":
    """Return a book without prompts."""
    from planner.core.closed_book import ClosedBook

    return ClosedBook()


class Page(QWidget):
    """A page of the window.

    `intent` carries a command of the core, or a tuple of commands that are one gesture. `asked`
    carries the id of an action of the table that the page wants run, `told` a sentence for the
    notice bar. `offered` says that `offers()` may give something else than before. `week_opened`
    carries the number of a week to be shown on its own page, `session_opened` the code of a
    session, `place_opened` the name of a page and what to show there, `focus_wanted` the code of a
    session to be timed, and how many minutes are meant for it. With the id "replan-with",
    `wanted_profile` is what to plan with.
    """

    intent = Signal(object)
    asked = Signal(str)
    told = Signal(str)
    offered = Signal()
    week_opened = Signal(int)
    session_opened = Signal(str)
    place_opened = Signal(str, str)
    focus_wanted = Signal(str, int)

    wanted_profile: Profile | None = None
    reach = 0
    """How far the body goes beyond the words above it, on each side."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._start: QWidget | None = None
        self.header = Header(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 24, MARGIN, 6)  # the notice bar stands below
        self._column.setSpacing(GAP)
        self._column.addWidget(self.header)
        self._column.addLayout(self.body, stretch=1)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(Qt.Key.Key_Escape, self, self.back, context=within)

    def setFocusProxy(self, widget: QWidget | None) -> None:
        """Say where work on the page begins. Qt's own proxy would take Tab past the header."""
        self._start = widget

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus where work on the page begins: as said, or on its first list."""
        start = self._start or next(iter(self.lists()), None)
        if start is not None:
            start.setFocus(reason)

    def back(self) -> None:
        """Do what Esc stands for: close what is open or clear the filter, else go to the list."""
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in the middle of a window that is wider than rows should be."""
        super().resizeEvent(event)
        widest = WIDEST * self.fontMetrics().lineSpacing()
        side = max(MARGIN, (self.width() - widest) // 2) - self.reach
        margins = self._column.contentsMargins()
        if margins.left() != side:
            self._column.setContentsMargins(side, margins.top(), side, margins.bottom())

    def equip(
        self,
        prompts: Prompts,
        new_id: Callable[[], str],
        closed_book: "Callable[[], ClosedBook]" = no_prompts,
    ) -> None:
        """Take the one way to ask the user, the maker of ids, and what reads what reviews ask.

        Called once, before use.
        """
        self.prompts = prompts
        self.new_id = new_id
        self.closed_book = closed_book

    def show_state(self, state: State, today: date) -> None:
        """Show a state. Called when the page is visible and something changed."""
        raise NotImplementedError

    def take_words(self, *, allowed: bool) -> None:
        """Let the fields whose words are kept take new ones, or only show what they hold."""

    def show_focus(self, code: str, *, running: bool) -> None:
        """Show on which session the focus timer is, empty for none, and whether it runs."""

    def lists(self) -> Sequence[QWidget]:
        """Return the views whose rows the actions of scope "list" work on.

        Their keys act while one of these has the focus, and they make up its context menu.
        """
        return ()

    def offers(self) -> frozenset[str]:
        """Return the ids of the actions of scope "list" and "page" that `run` can do now."""
        return frozenset()

    def run(self, action_id: str) -> bool:
        """Run an action of the table on what is selected; return whether it was ours."""
        return False

    def open_week(self, number: int) -> None:
        """Show a week of the plan, where the page is about one."""

    def open_session(self, code: str) -> None:
        """Show a session of the plan in its week, where the page is about one."""

    def open_place(self, target: str) -> None:
        """Show what goes by an id, where the page has it: an item, a criterion, a round."""

    def show_added(self, item_id: str) -> None:
        """Bring an item that the user added just now into sight, where the page lists items."""

    @property
    def number(self) -> int | None:
        """The number of the week that is shown, where the page is about one."""
        return None
