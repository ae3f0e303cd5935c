"""No test of this folder may open a dialog that waits for a person; every one has a look."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from planner.ui.look import Look
from tests.modal import no_modals
from tests.ui.house import House, demo_workspace, empty_workspace, opened

__all__ = ["no_modals"]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light look at the usual size."""
    look = Look(qapp, "light")
    yield look
    look.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


@pytest.fixture
def house(qapp: QApplication, look: Look) -> Iterator[House]:
    """The window on a candidate in week 4 of 10."""
    with opened(qapp, demo_workspace(), look) as house:
        yield house


@pytest.fixture
def empty_house(qapp: QApplication, look: Look) -> Iterator[House]:
    """The window on a fresh store."""
    with opened(qapp, empty_workspace(), look) as house:
        yield house
