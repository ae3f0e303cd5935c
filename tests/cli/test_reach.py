"""Everything one is judged by reaches the user through a command."""

import pytest

from planner.core.values import Level
from tests.cli.program import Program
from tests.core.strategies import usual


@pytest.mark.parametrize("level", Level)
def test_each_criterion_failure_point_and_round_is_told_by_a_command(
    program: Program, level: Level
) -> None:
    dates = ("--start", "2026-11-30", "--loop", "2027-02-08")
    program.init("--level", level.value, *dates, "--hours", "10")
    told = {form: program.run("status", "--format", form).out for form in ("text", "json")}
    words = " ".join(told["text"].split())
    practice = program.run("practice").out
    curriculum = usual(level).curriculum
    points = [(one.id, one.label) for one in curriculum.criteria_at(level)]
    points += [(one.id, one.label) for one in curriculum.failures_at(level)]
    for point, label in points:
        assert f'"{point}"' in told["json"]
        assert all(word in words for word in label.split())
    for one in curriculum.rounds_at(level):
        assert one.label in words
        assert f"{one.label} ({one.id})" in practice
