"""The rows of the table of actions that are about the focus timer."""

from planner.core.language import QT_TRANSLATE_NOOP
from planner.ui.action import Action

FOCUS: tuple[Action, ...] = (
    Action(
        "start-focus",
        QT_TRANSLATE_NOOP("Actions", "Start focus"),
        "F",
        "session",
        scope="list",
        starts_group=True,
    ),
    Action(
        "pause-focus",
        QT_TRANSLATE_NOOP("Actions", "Pause focus, or go on"),
        "Ctrl+Shift+F",
        "session",
        scope="page",
    ),
    Action(
        "finish-focus",
        QT_TRANSLATE_NOOP("Actions", "Finish focus: log and tick"),
        "Ctrl+Shift+D",
        "session",
        scope="page",
    ),
    Action(
        "log-focus",
        QT_TRANSLATE_NOOP("Actions", "Stop focus and log"),
        "",
        "session",
        scope="page",
    ),
    Action(
        "stop-focus",
        QT_TRANSLATE_NOOP("Actions", "Stop focus without logging"),
        "",
        "session",
        scope="page",
    ),
)

FOCUS_RUNNING = frozenset(row.id for row in FOCUS if row.scope == "page")
"""What can be done with the timer there is, on whatever page."""
