"""`loopready pick`: texts that two computers wrote apart, and which version of each to keep."""

import json
import zlib

import pytest

from tests.cli.program import Program

NAME = "evidence:l6.cloud.aws"


def line(n: int, text: str) -> bytes:
    values = {
        "id": f"other-{n}",
        "at": f"2026-11-01T10:00:00.000Z/{n:04}",
        "v": 1,
        "command": {"kind": "add-evidence", "item": "l6.cloud.aws", "text": text},
    }
    body = json.dumps(values).encode()[:-1]
    return body + b', "sum": "%08x"}\n' % zlib.crc32(body)


@pytest.fixture
def divided(planned: Program) -> Program:
    """A store in which two computers wrote what they can show for one item."""
    for n, device in enumerate((b"other", b"third"), 1):
        text = line(n, f"text {n}\nof it").replace(b"other", device)
        body = text.rpartition(b', "sum"')[0]
        journal = planned.store / f"journal-{device.decode()}.jsonl"
        journal.write_bytes(body + b', "sum": "%08x"}\n' % zlib.crc32(body))
    return planned


def test_versions_are_listed_with_the_way_to_keep_one(divided: Program) -> None:
    result = divided.run("pick")
    assert (result.status, result.err) == (0, "")
    head, one, two, way = result.out.splitlines()
    assert head.startswith("Evidence for “")
    assert (one, two) == ("  1  text 1 of it", "  2  text 2 of it")
    assert way == f"To keep the first: loopready pick {NAME}=1"


def test_check_tells_of_them(divided: Program) -> None:
    result = divided.run("check")
    assert result.status == 1
    assert "2 versions; loopready pick shows them" in result.out


@pytest.mark.parametrize("number", [1, 2])
def test_the_one_that_is_picked_stays_alone(divided: Program, number: int) -> None:
    result = divided.run("pick", f"{NAME}={number}")
    assert result.status == 0
    assert result.out.startswith(f"{NAME}  kept version {number}\n")
    assert divided.run("pick").out == "No text waits for a choice.\n"
    assert divided.run("check").status == 0
    assert f"text {number}" in divided.run("checklist").out
    assert divided.run("undo").status == 0
    assert divided.run("pick").out.startswith("Evidence for")


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (f"{NAME}=3", f"{NAME} has 2 versions, no version 3; nothing was changed."),
        ("evidence:x=1", "No text evidence:x waits for a choice; nothing was changed."),
    ],
)
def test_what_is_not_there_cannot_be_picked(divided: Program, word: str, told: str) -> None:
    before = divided.lines()
    result = divided.run("pick", word)
    assert (result.status, result.out, result.complaint) == (2, "", told)
    assert divided.lines() == before


@pytest.mark.parametrize("word", [NAME, f"{NAME}=", f"{NAME}=0", f"{NAME}=x", f"{NAME}=1=1"])
def test_a_pick_without_a_number_is_refused(divided: Program, word: str) -> None:
    result = divided.run("pick", word)
    assert (result.status, result.out) == (2, "")
    assert "names no version; write it like" in result.complaint
