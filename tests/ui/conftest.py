"""No test of this folder may open a dialog that waits for a person; every one has a look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from planner.core.commands import ChangeProfile
from planner.storage.backup.keeping import Backups
from planner.ui.look import Look
from planner.workspace import Workspace
from tests.modal import no_modals
from tests.support import study
from tests.support.stores import Computer
from tests.ui.house import House, curriculum, demo_workspace, empty_workspace, opened

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


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer with its folders on the disk."""
    return Computer(tmp_path)


@pytest.fixture
def backups(computer: Computer) -> Backups:
    """The backups of that computer."""
    return Backups(computer.store, computer.root / "backups", computer.clock)


@pytest.fixture
def stored(qapp: QApplication, look: Look, computer: Computer, backups: Backups) -> Iterator[House]:
    """The window on a store of the disk with a profile."""
    workspace = Workspace(curriculum(), computer.journal())
    workspace.do(ChangeProfile(profile=study.PROFILE))
    with opened(qapp, workspace, look, lambda: backups) as house:
        yield house
