"""What a screen reader says although the keyboard stays where it is."""

from PySide6.QtWidgets import QWidget


def sentences(*parts: str) -> str:
    """Return headings and lines as sentences, with a rest after each when they are said."""
    ends = (".", "?", "!", "…", ":")
    return " ".join(one if one.endswith(ends) else f"{one}." for one in parts if one)


def say_aloud(widget: QWidget, text: str) -> None:
    """Have a text said when what is being said has ended; nothing for an empty one."""
    if not text:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
