"""A store that is not where it was is shown from copies, not taken for a new one."""

import pytest

from tests.cli.program import CANDIDATE, Program


@pytest.fixture
def away(planned: Program) -> Program:
    planned.store.rename(planned.store.with_name("away"))
    return planned


NOT_THERE = "The store is not there: {}. What is shown is what was known of it before."


def test_what_was_known_is_shown_with_the_reason(planned: Program) -> None:
    week = planned.run("week").out
    for folder in (False, True):
        if planned.store.exists():
            planned.store.rename(planned.store.with_name("away"))
        if folder:
            planned.store.mkdir()
        result = planned.run("week")
        assert (result.status, result.out) == (0, week)
        assert str(planned.store) in result.complaint
        assert result.complaint.endswith("What is shown is what was known of it before.")


@pytest.mark.parametrize("words", [("done", "W1-01"), ("undo",), ("init", *CANDIDATE)])
def test_nothing_is_written_in_its_place(away: Program, words: tuple[str, ...]) -> None:
    result = away.run(*words)
    assert (result.status, result.out) == (2, "")
    assert result.err.splitlines()[-1] == (
        f"loopready: {NOT_THERE.format(away.store)} Nothing was changed; loopready restore goes "
        "back to a backup, and loopready init --start-new begins anew."
    )
    assert not away.store.exists()


def test_check_tells_it(away: Program) -> None:
    result = away.run("check")
    assert result.status == 1
    assert result.out.startswith(NOT_THERE.format(away.store))


def test_a_new_store_is_begun_when_that_is_wanted(away: Program) -> None:
    assert away.run("init", "--start-new", *CANDIDATE).status == 0
    assert away.run("done", "W1-01").status == 0
    assert away.run("check").status == 0


def test_a_store_that_is_there_is_not_begun_anew(planned: Program) -> None:
    before = planned.lines()
    result = planned.run("init", "--start-new", *CANDIDATE)
    assert result.status == 2
    assert result.complaint.startswith("The store is there, so none is begun anew")
    assert planned.lines() == before


def test_what_never_was_is_still_no_store(program: Program) -> None:
    result = program.run("week")
    assert result.status == 2
    assert result.complaint.startswith(f"There is no store in {program.store} yet")
