"""Finds the dialog that stands over a window."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


def the(window: QWidget, kind: type[AnyDialog]) -> AnyDialog:
    """The one dialog of a kind, and it can be seen."""
    (dialog,) = window.findChildren(kind)
    assert dialog.isVisible()
    return dialog
