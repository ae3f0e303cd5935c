"""`loopready check`: reads every journal, names what is wrong, and changes nothing."""

import json
import zlib

import pytest

from tests.cli.program import Program


def signed(values: dict[str, object]) -> bytes:
    body = json.dumps(values).encode()[:-1]
    return body + b', "sum": "%08x"}' % zlib.crc32(body)


def command(**changes: object) -> bytes:
    values: dict[str, object] = {
        "id": "other-1",
        "at": "2026-12-05T10:00:00.000Z/0001",
        "v": 1,
        "command": {"kind": "tick", "target": "W1-01", "on": "2026-12-05"},
    }
    return signed({**values, **changes})


BAD_LINES = [
    (command()[:-20], "is cut off"),
    (b"\0" * 64, "holds nothing but zeros"),
    (b"dear diary", "is no command"),
    (command()[:-3] + b'0"}', "was changed after it was written"),
    (command(command={"kind": "dance"}), "holds a kind of command that this version does not know"),
    (
        command(command={"kind": "tick", "target": "W1-01", "on": "2027-02-30"}),
        "holds a value that cannot be",
    ),
]


def test_a_sound_store_is_said_to_be_one(planned: Program) -> None:
    result = planned.run("check")
    assert (result.status, result.err) == (0, "")
    assert result.out.splitlines()[0] == f"Nothing is wrong in {planned.store}"


def test_a_store_that_is_not_there_cannot_be_checked(program: Program) -> None:
    result = program.run("check")
    assert (result.status, result.out) == (2, "")
    assert result.complaint == f"There is no store in {program.store}."


@pytest.mark.parametrize(("line", "told"), BAD_LINES)
def test_a_bad_line_is_named_with_file_and_number(planned: Program, line: bytes, told: str) -> None:
    journal = planned.journal()
    before = journal.read_bytes() + line + b"\n"
    journal.write_bytes(before)
    result = planned.run("check")
    assert result.status == 1
    assert result.out.startswith(f"{journal}: line 3 {told}; it is set aside")
    assert result.complaint == "1 finding; nothing was changed or deleted."
    assert journal.read_bytes() == before


@pytest.mark.parametrize(("line", "told"), BAD_LINES)
def test_a_bad_line_stops_nothing(planned: Program, line: bytes, told: str) -> None:
    assert told
    week = planned.run("week").out
    journal = planned.journal()
    journal.write_bytes(journal.read_bytes() + line)
    result = planned.run("week")
    assert (result.status, result.out) == (0, week)
    assert result.complaint == (
        f"1 line of {journal.name} could not be read; everything else is here, "
        "and loopready check tells more."
    )
    assert planned.run("done", "W1-01").status == 0
    assert line in journal.read_bytes()
    assert "[x] W1-01" in planned.run("week").out


def test_a_command_that_no_longer_applies_is_named(planned: Program) -> None:
    journal = planned.store / "journal-other.jsonl"
    journal.write_bytes(
        command(command={"kind": "tick", "target": "W9-99", "on": "2026-12-05"}) + b"\n"
    )
    result = planned.run("check")
    assert result.status == 1
    assert result.out.startswith("other-1: no longer applies: ticked off W9-99")
    assert "1 command no longer applies" in planned.run("week").complaint


def test_a_folder_of_other_things_holds_no_finding(planned: Program) -> None:
    (planned.store / "notes.txt").write_text("dear diary", encoding="utf-8")
    (planned.store / "folder").mkdir()
    assert planned.run("check").status == 0


def test_a_store_of_a_newer_version_is_shown_and_not_written(planned: Program) -> None:
    journal = planned.journal()
    journal.write_bytes(journal.read_bytes() + command(v=99) + b"\n")
    before = journal.read_bytes()
    assert planned.run("week").status == 0
    result = planned.run("check")
    assert result.status == 1
    assert "line 3 was written by a newer version of Loopready; it is set aside" in result.out
    assert "\nA newer version of Loopready wrote to this store" in result.out
    refused = planned.run("done", "W1-01")
    assert (refused.status, refused.out) == (2, "")
    assert "A newer version of Loopready wrote to this store" in refused.err
    assert journal.read_bytes() == before


def test_a_line_that_was_changed_by_hand_is_shown_and_can_be_accepted(planned: Program) -> None:
    planned.run("done", "W1-01=30")
    journal = planned.journal()
    edited = journal.read_bytes().replace(b'"minutes": 30, "on"', b'"minutes": 40, "on"')
    journal.write_bytes(edited)
    told = planned.run("check")
    assert told.status == 1
    assert "it says now: logged 40 m for W1-01; loopready check --accept-edits takes it" in told.out
    assert "30 m logged" in planned.run("done", "W1-01").out  # what was written stands meanwhile
    accepted = planned.run("check", "--accept-edits")
    assert accepted.status == 0
    assert "accepted as it was changed: logged 40 m for W1-01" in accepted.out
    assert journal.read_bytes().startswith(edited)
    assert planned.run("check").status == 0
    assert "40 m logged" in planned.run("done", "W1-01").out
    again = planned.run("check", "--accept-edits")
    assert "accepted" not in again.out


def test_without_edits_there_is_nothing_to_accept(planned: Program) -> None:
    before = planned.lines()
    assert planned.run("check", "--accept-edits").status == 0
    assert planned.lines() == before
