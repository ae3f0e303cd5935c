"""A program with an empty store, and one whose candidate has a plan."""

from pathlib import Path

import pytest

from tests.cli.program import Program, program_in


@pytest.fixture
def program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    return program_in(tmp_path, capsys)


@pytest.fixture
def planned(program: Program) -> Program:
    assert program.init().status == 0
    return program
