"""The one table of everything that can be done; menus, keys and the shortcut sheet come from it.

Scope "window" acts anywhere, "page" acts on the page that is shown, "list" acts on the selected
row while a list of the page has the focus. `Page.run` gets the id of a page's or a list's action
first; what it does not know, the window does.
"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from planner.core.state import State
from planner.core.values import Fact

Scope = Literal["window", "page", "list"]
MenuName = Literal["file", "edit", "session", "plan", "story", "view", "help"]
Standard = QKeySequence.StandardKey


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return the text as it is; the name tells Qt's tools that it wants a translation."""
    return text


def always(_: State) -> bool:
    """Whatever is known, it can be done."""
    return True


def has_profile(state: State) -> bool:
    """A level and dates are chosen."""
    return state.profile is not None


def has_plan(state: State) -> bool:
    """There is a plan to follow."""
    return state.plan is not None


class Action(Fact, frozen=True):
    """One thing that can be done. `dialog` says that it asks something before it does it."""

    id: str
    title: str
    key: str | Standard
    menu: MenuName
    scope: Scope = "window"
    enabled: Callable[[State], bool] = always
    dialog: bool = False
    starts_group: bool = False

    @property
    def text(self) -> str:
        """The title in the user's language."""
        return QCoreApplication.translate("Actions", self.title)

    @property
    def keys(self) -> list[QKeySequence]:
        """The keys that run it; the first one is shown."""
        if not self.key:
            return []
        if isinstance(self.key, str):
            return [QKeySequence(self.key)]
        return QKeySequence.keyBindings(self.key)


ACTIONS: tuple[Action, ...] = (
    Action(
        "new-item",
        QT_TRANSLATE_NOOP("Actions", "Add item…"),
        Standard.New,
        "file",
        enabled=has_profile,
        dialog=True,
    ),
    Action(
        "print-week",
        QT_TRANSLATE_NOOP("Actions", "Print week…"),
        Standard.Print,
        "file",
        enabled=has_plan,
        dialog=True,
        starts_group=True,
    ),
    Action(
        "print-plan",
        QT_TRANSLATE_NOOP("Actions", "Print schedule…"),
        "Ctrl+Shift+P",
        "file",
        enabled=has_plan,
        dialog=True,
    ),
    Action(
        "preview",
        QT_TRANSLATE_NOOP("Actions", "Print preview…"),
        "Ctrl+Alt+P",
        "file",
        enabled=has_plan,
        dialog=True,
    ),
    Action(
        "save-pdf",
        QT_TRANSLATE_NOOP("Actions", "Export as PDF…"),
        "Ctrl+E",
        "file",
        enabled=has_plan,
        dialog=True,
    ),
    Action(
        "restore",
        QT_TRANSLATE_NOOP("Actions", "Restore from a backup…"),
        "",
        "file",
        dialog=True,
        starts_group=True,
    ),
    Action("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", "file", starts_group=True),
    Action("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), Standard.Undo, "edit"),
    Action("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), Standard.Redo, "edit"),
    Action(
        "filter",
        QT_TRANSLATE_NOOP("Actions", "Filter"),
        Standard.Find,
        "edit",
        scope="page",
        starts_group=True,
    ),
    Action(
        "preferences",
        QT_TRANSLATE_NOOP("Actions", "Preferences…"),
        "Ctrl+,",
        "edit",
        dialog=True,
        starts_group=True,
    ),
    Action("toggle-done", QT_TRANSLATE_NOOP("Actions", "Done"), "Space", "session", scope="list"),
    Action(
        "details", QT_TRANSLATE_NOOP("Actions", "Open details"), "Return", "session", scope="list"
    ),
    Action(
        "log-time",
        QT_TRANSLATE_NOOP("Actions", "Log time…"),
        "L",
        "session",
        scope="list",
        dialog=True,
        starts_group=True,
    ),
    Action(
        "evidence",
        QT_TRANSLATE_NOOP("Actions", "Write evidence…"),
        "E",
        "session",
        scope="list",
        dialog=True,
    ),
    Action(
        "score",
        QT_TRANSLATE_NOOP("Actions", "Score mock…"),
        "M",
        "session",
        scope="list",
        dialog=True,
    ),
    Action(
        "grade",
        QT_TRANSLATE_NOOP("Actions", "Answer and grade…"),
        "G",
        "session",
        scope="list",
        dialog=True,
    ),
    Action(
        "move",
        QT_TRANSLATE_NOOP("Actions", "Move…"),
        "S",
        "session",
        scope="list",
        dialog=True,
        starts_group=True,
    ),
    Action(
        "skip",
        QT_TRANSLATE_NOOP("Actions", "Skip…"),
        Standard.Delete,
        "session",
        scope="list",
        dialog=True,
    ),
    Action("take-in", QT_TRANSLATE_NOOP("Actions", "Take in again"), "I", "session", scope="list"),
    Action(
        "rename",
        QT_TRANSLATE_NOOP("Actions", "Rename…"),
        "F2",
        "session",
        scope="list",
        dialog=True,
    ),
    Action(
        "effort",
        QT_TRANSLATE_NOOP("Actions", "Effort and rating…"),
        "R",
        "session",
        scope="list",
        dialog=True,
        starts_group=True,
    ),
    Action(
        "change-item",
        QT_TRANSLATE_NOOP("Actions", "Change item…"),
        "C",
        "session",
        scope="list",
        dialog=True,
    ),
    Action(
        "catch-up",
        QT_TRANSLATE_NOOP("Actions", "Catch up…"),
        "Ctrl+Shift+R",
        "plan",
        enabled=has_plan,
        dialog=True,
    ),
    Action(
        "replan",
        QT_TRANSLATE_NOOP("Actions", "Replan…"),
        "Ctrl+R",
        "plan",
        enabled=has_profile,
        dialog=True,
    ),
    Action(
        "strengthen",
        QT_TRANSLATE_NOOP("Actions", "Strengthen weakest"),
        "",
        "plan",
        enabled=has_plan,
        starts_group=True,
    ),
    Action(
        "profile",
        QT_TRANSLATE_NOOP("Actions", "Change level, dates and hours…"),
        "Ctrl+L",
        "plan",
        dialog=True,
        starts_group=True,
    ),
    Action(
        "switch-level",
        QT_TRANSLATE_NOOP("Actions", "Switch level…"),
        "",
        "plan",
        enabled=has_plan,
        dialog=True,
    ),
    Action(
        "free-time",
        QT_TRANSLATE_NOOP("Actions", "Free time and dates…"),
        "Ctrl+D",
        "plan",
        enabled=has_profile,
        dialog=True,
    ),
    Action(
        "new-story",
        QT_TRANSLATE_NOOP("Actions", "New story…"),
        "Ctrl+Shift+N",
        "story",
        dialog=True,
    ),
    Action(
        "write-story",
        QT_TRANSLATE_NOOP("Actions", "Write story…"),
        "W",
        "story",
        scope="list",
        dialog=True,
        starts_group=True,
    ),
    Action(
        "tell-story",
        QT_TRANSLATE_NOOP("Actions", "Tell aloud…"),
        "A",
        "story",
        scope="list",
        dialog=True,
    ),
    Action(
        "place-story",
        QT_TRANSLATE_NOOP("Actions", "Place story…"),
        "P",
        "story",
        scope="list",
        dialog=True,
    ),
    Action("empty-place", QT_TRANSLATE_NOOP("Actions", "Empty place"), "N", "story", scope="list"),
    Action("drop-story", QT_TRANSLATE_NOOP("Actions", "Drop story"), "D", "story", scope="list"),
    Action("page-week", QT_TRANSLATE_NOOP("Actions", "This week"), "Ctrl+1", "view"),
    Action("page-plan", QT_TRANSLATE_NOOP("Actions", "Plan"), "Ctrl+2", "view"),
    Action("page-checklist", QT_TRANSLATE_NOOP("Actions", "Checklist"), "Ctrl+3", "view"),
    Action("page-readiness", QT_TRANSLATE_NOOP("Actions", "Readiness"), "Ctrl+4", "view"),
    Action("page-stories", QT_TRANSLATE_NOOP("Actions", "Stories"), "Ctrl+5", "view"),
    Action("page-guide", QT_TRANSLATE_NOOP("Actions", "Guide"), "Ctrl+7", "view"),
    Action(
        "today",
        QT_TRANSLATE_NOOP("Actions", "Go to this week"),
        "T",
        "view",
        scope="list",
        enabled=has_plan,
        starts_group=True,
    ),
    Action(
        "week-before",
        QT_TRANSLATE_NOOP("Actions", "Week before"),
        "Alt+Left",
        "view",
        scope="page",
        enabled=has_plan,
    ),
    Action(
        "week-after",
        QT_TRANSLATE_NOOP("Actions", "Week after"),
        "Alt+Right",
        "view",
        scope="page",
        enabled=has_plan,
    ),
    Action(
        "larger",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        Standard.ZoomIn,
        "view",
        starts_group=True,
    ),
    Action("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), Standard.ZoomOut, "view"),
    Action("normal-size", QT_TRANSLATE_NOOP("Actions", "Normal text"), "Ctrl+0", "view"),
    Action(
        "full-screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "F11", "view", starts_group=True
    ),
    Action(
        "guide",
        QT_TRANSLATE_NOOP("Actions", "What the guide says"),
        Standard.HelpContents,
        "help",
    ),
    Action("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keys…"), "?", "help", dialog=True),
    Action("about", QT_TRANSLATE_NOOP("Actions", "About Loopready…"), "", "help", dialog=True),
)

BY_ID = {action.id: action for action in ACTIONS}
