"""No test of this folder may open a dialog that waits for a person; every one has a look."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.ui.look import Look
from tests.modal import no_modals

__all__ = ["no_modals"]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light look at the usual size."""
    look = Look(qapp, "light")
    yield look
    look.deleteLater()
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
