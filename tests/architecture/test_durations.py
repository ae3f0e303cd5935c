"""How long something is, is told by planner/core/wording/times.py and nowhere else."""

import re

import pytest

from tests.architecture.project import ROOT

TOLD = re.compile(r'"[^"\n]*\{\w+\} ?(?:h|m|min)\b[^"\n]*"')
HOME = "core/wording/times.py"
OTHERS = {
    "core/listed/table.py": "what a file said, put together to be read",
    "core/wording/practice.py": "from and to, as the guide has it",
    "core/wording/stories.py": "with seconds",
    "ui/mock/clock.py": "a button that adds so many",
    "ui/pages/readiness/chart.py": "whole hours at an axis",
}
"""Who else puts a unit behind a number, and why."""


def telling(source: str) -> list[str]:
    """Return the texts of a module that put a unit of time behind a number."""
    return TOLD.findall(source)


def test_units_of_time_stand_in_one_place() -> None:
    folder = ROOT / "planner"
    found = {
        str(one.relative_to(folder))
        for one in folder.rglob("*.py")
        if telling(one.read_text(encoding="utf-8"))
    }
    assert found == {HOME, *OTHERS}


@pytest.mark.parametrize("source", ['_tr("{time} min")', '_tr("{done} of {of} h")', 'f"{one} m"'])
def test_another_wording_is_noticed(source: str) -> None:
    assert telling(source)
