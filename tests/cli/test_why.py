"""`loopready why`: the reasons of a session, or all about an item."""

import re
from datetime import date, timedelta

import pytest

from tests.cli.program import Program


def first_session(program: Program) -> dict[str, object]:
    document = program.run("export", "--format", "json").document
    found: dict[str, object] = document["weeks"][0]["sessions"][1]
    return found


def test_a_code_gives_every_reason_of_its_session(planned: Program) -> None:
    session = first_session(planned)
    result = planned.run("why", str(session["code"]))
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"{session['code']} · ")
    shown = " ".join(result.out.split())
    assert isinstance(session["why"], list)
    assert all(f" - {reason}" in shown for reason in session["why"])


@pytest.mark.parametrize("typed", ["w1-2", "W01-002", "W1-02"])
def test_a_code_may_be_typed_as_for_done(planned: Program, typed: str) -> None:
    assert planned.run("why", typed).out == planned.run("why", "W1-02").out


def test_an_item_is_found_by_its_id_and_by_words_of_its_title(planned: Program) -> None:
    by_id = planned.run("why", "l6.sd.distributed")
    assert by_id.status == 0
    assert by_id.out.startswith("Distributed systems · l6.sd.distributed\n")
    assert planned.run("why", "Distributed", "systems").out == by_id.out
    assert planned.run("why", "distributed systems").out == by_id.out


def test_what_is_left_out_says_why(planned: Program) -> None:
    (left, *_) = planned.run("export", "--format", "json").document["left_out"]
    shown = planned.run("why", left["item"], "--format", "json").document
    way = shown["left_out"].pop("brings_back")
    assert shown["left_out"] == left
    for text in (left["why"], way):
        assert text in " ".join(planned.run("why", left["item"]).out.split())
        assert text in planned.run("why", left["item"], "--format", "markdown").out


def test_what_would_bring_an_item_back_does_so(planned: Program) -> None:
    left = planned.run("export", "--format", "json").document["left_out"]
    ways = {
        one["item"]: planned.run("why", one["item"], "--format", "json").document["left_out"]
        for one in left[-3:]
    }
    said = {
        item: re.search(r", or (\d) weeks? more, would", way["brings_back"])
        for item, way in ways.items()
    }
    item, weeks = next((item, int(found[1])) for item, found in said.items() if found)
    later = date(2027, 2, 8) + timedelta(weeks=weeks)
    assert planned.init("--loop", later.isoformat()).status == 0
    left = planned.run("export", "--format", "json").document["left_out"]
    assert item not in {one["item"] for one in left}


def test_what_is_done_says_when(planned: Program) -> None:
    assert planned.run("done", "next.assess").status == 0
    assert "finished on Saturday 5 December 2026" in planned.run("why", "next.assess").out


def test_json_and_markdown_are_written_too(planned: Program) -> None:
    document = planned.run("why", "W1-02", "--format", "json").document
    assert document["code"] == "W1-02"
    assert planned.run("why", "W1-02", "--format", "markdown").out.startswith("# ")


@pytest.mark.parametrize("typed", ["W9-99", "no.such.item", "nothing like this"])
def test_what_is_not_known_is_one_line(planned: Program, typed: str) -> None:
    result = planned.run("why", typed)
    assert (result.status, result.out) == (2, "")
    assert result.complaint == f"Neither the plan nor the checklist has “{typed}”."


def test_what_can_mean_several_things_names_them(planned: Program) -> None:
    result = planned.run("why", "distributed")
    assert (result.status, result.out) == (2, "")
    assert result.complaint == (
        "“distributed” can mean Distributed systems (l6.sd.distributed), Advanced distributed "
        "systems (key.distributed); name one by its id."
    )


def test_of_many_only_some_are_named(planned: Program) -> None:
    complaint = planned.run("why", "e").complaint
    assert complaint.count(" (") == 5
    assert " more; name one by its id." in complaint


@pytest.mark.parametrize("form", ["pdf", "csv", "ics"])
def test_there_are_no_other_forms(planned: Program, form: str) -> None:
    result = planned.run("why", "W1-02", "--format", form)
    assert (result.status, result.out) == (2, "")
    assert result.complaint.endswith("of this; there are text, json and markdown.")


def test_nothing_asked_is_wrong_usage(planned: Program) -> None:
    assert planned.run("why").status == 2


def test_a_store_that_is_not_there_is_not_made(program: Program) -> None:
    result = program.run("why", "W1-02")
    assert (result.status, result.out) == (2, "")
    assert not program.store.exists()


def test_asking_changes_nothing(planned: Program) -> None:
    before = planned.lines()
    assert planned.run("why", "W1-02").status == 0
    assert planned.lines() == before
