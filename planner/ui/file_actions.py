"""The actions of the menu File: what is printed, what leaves the program, and what comes in."""

from planner.core.language import QT_TRANSLATE_NOOP
from planner.ui.action import Action, Standard, has_plan, has_profile

FILE: tuple[Action, ...] = (
    Action(
        "new-item",
        QT_TRANSLATE_NOOP("Actions", "Add item…"),
        Standard.New,
        "file",
        enabled=has_profile,
        dialog=True,
    ),
    Action(
        "print",
        QT_TRANSLATE_NOOP("Actions", "Print or save as PDF…"),
        Standard.Print,
        "file",
        enabled=has_profile,
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
        "export",
        QT_TRANSLATE_NOOP("Actions", "Export…"),
        "Ctrl+E",
        "file",
        enabled=has_plan,
        dialog=True,
    ),
    Action(
        "from-paper",
        QT_TRANSLATE_NOOP("Actions", "Enter from paper…"),
        "Ctrl+Shift+E",
        "file",
        enabled=has_plan,
        dialog=True,
    ),
    Action(
        "export-everything",
        QT_TRANSLATE_NOOP("Actions", "Export everything…"),
        "",
        "file",
        dialog=True,
        starts_group=True,
    ),
    Action("import", QT_TRANSLATE_NOOP("Actions", "Import…"), "", "file", dialog=True),
    Action(
        "use-pack",
        QT_TRANSLATE_NOOP("Actions", "Use a curriculum pack…"),
        "",
        "file",
        dialog=True,
    ),
    Action(
        "export-pack",
        QT_TRANSLATE_NOOP("Actions", "Export curriculum as pack…"),
        "",
        "file",
        dialog=True,
    ),
    Action(
        "restore",
        QT_TRANSLATE_NOOP("Actions", "Restore from a backup…"),
        "",
        "file",
        dialog=True,
    ),
    Action("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", "file", starts_group=True),
)
