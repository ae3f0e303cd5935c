"""A store that holds a profile and a plan, for tests of what lies on the disk."""

from pathlib import Path

import pytest

from planner.workspace import Workspace
from tests.support.deeds import PLAN, PROFILE
from tests.support.stores import Computer


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer with a profile and a plan."""
    computer = Computer(tmp_path)
    assert computer.workspace().do(PROFILE, PLAN)
    return computer


@pytest.fixture
def workspace(computer: Computer) -> Workspace:
    """What is open on it."""
    return computer.workspace()
