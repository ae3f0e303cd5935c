"""The words for the core's own vocabularies, the same on every page."""

from PySide6.QtCore import QCoreApplication

from planner.core.values import Priority


def priority_name(priority: Priority) -> str:
    """Return a priority in a word."""
    names = {
        Priority.CORE: QCoreApplication.translate("Names", "core"),
        Priority.IMPORTANT: QCoreApplication.translate("Names", "important"),
        Priority.OPTIONAL: QCoreApplication.translate("Names", "optional"),
    }
    return names[priority]
