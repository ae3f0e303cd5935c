"""Without a display the program says so and prints a plan."""

import pytest

from planner.early.words import has_display
from tests.cli.program import Program

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture(autouse=True)
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)


def test_the_plan_of_the_store_is_printed(planned: Program) -> None:
    planned.run("done", "W1-01")
    result = planned.run()
    assert (result.status, result.err) == (0, "")
    notice, rest = result.out.split("\n\n", 1)
    assert "There is no display" in notice
    assert f"This is the plan of {planned.store}." in notice.replace("\n", " ")
    assert rest == planned.run("export").out


def test_without_a_plan_an_example_is_printed_and_marked(program: Program) -> None:
    result = program.run()
    assert (result.status, result.err) == (0, "")
    assert "There is no display" in result.out
    assert "EXAMPLE of what it makes; nothing of this is stored:" in result.out
    assert result.out.count("  loopready init --level L6 --loop 2027-02-15 --hours 10\n") == 2
    assert "Week 10 · " in result.out
    assert not program.store.exists()


def test_the_line_it_names_makes_that_plan(program: Program) -> None:
    (line, _) = (one for one in program.run().out.splitlines() if "loopready init" in one)
    assert program.run(*line.split()[1:]).status == 0


def test_an_empty_store_gets_the_example_too(program: Program) -> None:
    program.store.mkdir()
    assert "EXAMPLE" in program.run().out
    assert list(program.store.iterdir()) == []


def test_where_no_store_can_be_the_example_is_printed(program: Program) -> None:
    program.store.write_text("a file", encoding="utf-8")
    result = program.bare("--store", str(program.store / "deep"))
    assert (result.status, result.err) == (0, "")
    assert "EXAMPLE" in result.out


def test_the_demo_prints_its_plan_and_leaves_nothing(
    program: Program, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(place))
    result = program.bare("--demo", "--today", "2026-12-05")
    assert (result.status, result.err) == (0, "")
    assert "[x] W1-01" in result.out
    assert "Week 10 · " in result.out
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("name", DISPLAYS)
def test_each_of_three_variables_means_a_display(name: str) -> None:
    assert has_display({name: "x"}, "linux")
    assert not has_display({name: ""}, "linux")


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_always_have_one(platform: str) -> None:
    assert has_display({}, platform)
