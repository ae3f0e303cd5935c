"""A store that holds a profile and a plan."""

from pathlib import Path

import pytest

from planner.workspace import Workspace
from tests.support.deeds import PLAN, PROFILE
from tests.support.stores import Computer


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    computer = Computer(tmp_path)
    assert computer.workspace().do(PROFILE, PLAN)
    return computer


@pytest.fixture
def workspace(computer: Computer) -> Workspace:
    return computer.workspace()
