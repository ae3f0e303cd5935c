"""The rows of the table of actions that are about stories and mocks."""

from planner.core.language import QT_TRANSLATE_NOOP
from planner.ui.action import Action, has_profile

INTERVIEW: tuple[Action, ...] = (
    Action(
        "new-story",
        QT_TRANSLATE_NOOP("Actions", "New story…"),
        "Ctrl+Shift+N",
        "interview",
        dialog=True,
    ),
    Action(
        "write-story",
        QT_TRANSLATE_NOOP("Actions", "Write story…"),
        "W",
        "interview",
        scope="list",
        dialog=True,
        starts_group=True,
    ),
    Action(
        "tell-story",
        QT_TRANSLATE_NOOP("Actions", "Tell aloud…"),
        "A",
        "interview",
        scope="list",
        dialog=True,
    ),
    Action(
        "place-story",
        QT_TRANSLATE_NOOP("Actions", "Place story…"),
        "P",
        "interview",
        scope="list",
        dialog=True,
    ),
    Action(
        "empty-place", QT_TRANSLATE_NOOP("Actions", "Empty place"), "N", "interview", scope="list"
    ),
    Action(
        "drop-story", QT_TRANSLATE_NOOP("Actions", "Drop story"), "D", "interview", scope="list"
    ),
    Action(
        "print-sheet",
        QT_TRANSLATE_NOOP("Actions", "Print loop sheet…"),
        "",
        "interview",
        enabled=has_profile,
        dialog=True,
    ),
    Action(
        "run-mock",
        QT_TRANSLATE_NOOP("Actions", "Run a mock…"),
        "G",
        "interview",
        scope="list",
        dialog=True,
        starts_group=True,
    ),
    Action(
        "enter-mock",
        QT_TRANSLATE_NOOP("Actions", "Enter a mock…"),
        "B",
        "interview",
        scope="list",
        dialog=True,
    ),
    Action("drop-mock", QT_TRANSLATE_NOOP("Actions", "Drop mock"), "X", "interview", scope="list"),
)
