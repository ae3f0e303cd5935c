"""A command that the disk does not take is not called done."""

import pytest

from planner.storage.trouble import NotSaved
from planner.workspace import Workspace
from tests.cli.program import CANDIDATE, Program

WRITERS = [("done", "W1-01"), ("undo",), ("init", "--hours", "12")]


@pytest.mark.parametrize("words", WRITERS)
def test_a_disk_that_refuses_is_told(
    planned: Program, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSaved("The disk is full: here.")

    before = planned.lines()
    with monkeypatch.context() as patch:
        patch.setattr("planner.storage.journal.Journal.append", refuse)
        result = planned.run(*words)
    assert (result.status, result.out) == (1, "")
    assert result.complaint == "Nothing was saved. The disk is full: here."
    assert planned.lines() == before
    assert planned.run(*words).status == 0


@pytest.mark.parametrize("words", WRITERS)
def test_a_read_only_store_is_told_before_anything_is_tried(
    planned: Program, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = planned.lines()
    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "read_only", "There is no permission to write: here.")
        result = planned.run(*words)
        assert planned.run("week").status == 0
        assert planned.run("check").status == 1
    assert (result.status, result.out) == (2, "")
    assert result.complaint == "There is no permission to write: here. Nothing was changed."
    assert planned.lines() == before


def test_a_new_store_that_cannot_be_made_is_told(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSaved("The disk is full: here.")

    monkeypatch.setattr("planner.storage.journal.Journal.append", refuse)
    result = program.run("init", *CANDIDATE)
    assert (result.status, result.out) == (1, "")
    assert result.complaint == "Nothing was saved. The disk is full: here."
