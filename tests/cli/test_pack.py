"""A curriculum pack on the command line."""

from pathlib import Path

import pytest

from tests.cli.program import CANDIDATE, Program
from tests.storage.test_pack import EXAMPLE


def test_a_pack_is_checked_used_and_dropped(program: Program) -> None:
    told = program.run("pack", "check", str(EXAMPLE)).out
    assert told == (
        "Tram line operator, head of engineering: 5 items, 4 rounds, 4 criteria. It can be used.\n"
    )
    assert program.run("pack", "use", str(EXAMPLE)).status == 0
    assert program.init(*CANDIDATE).status == 0
    week = program.run("export").out
    assert "Signalling basics" in week
    assert "Distributed systems" not in week
    assert program.run("check").status == 0
    assert "Two trams ask" in program.run("prompts", "tech.signalling").out
    assert program.run("pack", "drop").status == 0
    program.init(*CANDIDATE)
    assert "Distributed systems" in program.run("export").out


def test_the_one_that_is_used_is_exported(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    assert program.run("pack", "export", "--name", "Mine", "--output", str(file)).status == 0
    assert program.run("pack", "check", str(file)).out.startswith("Mine: 71 items")
    program.run("pack", "use", str(EXAMPLE))
    program.run("pack", "export", "--output", str(file))
    assert program.run("pack", "check", str(file)).out.startswith("Tram line operator")


def test_a_pack_that_broke_in_the_store_is_told_and_can_be_dropped(program: Program) -> None:
    program.run("pack", "use", str(EXAMPLE))
    (program.store / "curriculum-pack.json").write_text("{")
    result = program.run("week")
    assert result.status == 2
    assert "curriculum-pack.json is not JSON" in result.complaint
    assert program.run("pack", "drop").status == 0
    assert program.init(*CANDIDATE).status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "Name the file: loopready pack check FILE"),
        (["use", "/no/such"], "is missing"),
        (["drop"], "uses no pack"),
        (["burn"], "invalid choice"),
    ],
)
def test_bad_input_gets_one_sentence(planned: Program, words: list[str], said: str) -> None:
    result = planned.run("pack", *words)
    assert (result.status, result.out) == (2, "")
    assert said in result.complaint
