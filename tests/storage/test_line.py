"""A journal line reads back as the command it was written for, or says what is wrong with it."""

import zlib
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import time
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.storage.line import Why, check, decode, encode, name_of
from tests.support.commands import any_command
from tests.support.lines import AT, TICK, TICKED, line


def test_the_format_is_the_written_one() -> None:
    written, _ = encode("ada-7", AT, {"bob": 3}, TICK)
    body = (
        b'{"id": "ada-7", "at": "2026-12-15T19:30:00.123Z/0001", "seen": {"bob": 3}, "v": 1, '
        b'"command": {"kind": "tick", "target": "W1-01", "on": "2026-12-01"}'
    )
    assert written == body + b', "sum": "%08x"}\n' % zlib.crc32(body)


def test_what_nothing_new_was_seen_in_is_left_out() -> None:
    written, record = encode("ada-7", AT, {}, TICK)
    assert b"seen" not in written
    assert record.seen == {}


def test_the_sum_covers_all_before_it() -> None:
    written, record = encode("ada-7", AT, {}, TICK)
    body, _, end = written.partition(b', "sum": "')
    assert end == f'{record.sum}"}}\n'.encode()
    assert int(record.sum, 16) == zlib.crc32(body)


@given(any_command, st.dictionaries(st.sampled_from(["bob", "eve"]), st.integers(1)))
def test_each_kind_of_command_comes_back(
    command: c.Change | c.Retract, seen: dict[str, int]
) -> None:
    written, record = encode("ada-12", AT, seen, command)
    assert written.count(b"\n") == 1
    assert decode(written.rstrip(b"\n")) == record
    assert record.command == command
    assert (record.device, record.n, record.at, record.seen) == ("ada", 12, AT, seen)


@given(st.data())
def test_no_cut_and_no_flipped_bit_gives_another_command(data: st.DataObject) -> None:
    whole = encode("ada-12", AT, {"bob": 1}, TICK)[0].rstrip(b"\n")
    cut = whole[: data.draw(st.integers(0, len(whole) - 1), label="cut")]
    assert isinstance(decode(cut), Why)
    place = data.draw(st.integers(0, 8 * len(whole) - 1), label="bit")
    flipped = bytearray(whole)
    flipped[place // 8] ^= 1 << place % 8
    assert isinstance(decode(bytes(flipped)), Why)


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_told(raw: bytes) -> None:
    assert isinstance(decode(raw), Why)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (line()[:40], Why.TORN),
        (line()[:-1], Why.TORN),
        (b"{", Why.TORN),
        (b"\0" * 4096, Why.ZEROS),
        (line()[:40] + b"\0" * 8, Why.TORN),
        (b"my shopping list", Why.NOT_JSON),
        (b'{"id": nobody}', Why.NOT_JSON),
        (b"null", Why.NOT_JSON),
        (b"[]", Why.NOT_JSON),
        (b"[" * 100_000, Why.NOT_JSON),
        (b"\xff\xfe{\0", Why.NOT_JSON),
        (line().replace(b"W1-01", b"W1-02"), Why.BAD_SUM),
        (b'{"id": "ada-1"}', Why.BAD_SUM),
        (line().replace(b', "sum"', b',"sum"'), Why.BAD_SUM),
        (line(command={"kind": "fly", "target": "moon"}), Why.UNKNOWN_KIND),
        (line(command={"kind": ["tick"]}), Why.UNKNOWN_KIND),
        (line(command={"target": "moon"}), Why.UNKNOWN_KIND),
        (line(v=2), Why.NEWER_VERSION),
        (line(v=2, command={"kind": "fly"}, colour="red"), Why.NEWER_VERSION),
        (b'{"id": "ada-1", "v": 2, "sum": "sha256:00"}', Why.NEWER_VERSION),
        (line(v="2"), Why.BROKEN_VALUE),
        (line(v=0), Why.BROKEN_VALUE),
        (line(v=None), Why.BROKEN_VALUE),
        (line(id="ada"), Why.BROKEN_VALUE),
        (line(id="ada-0"), Why.BROKEN_VALUE),
        (line(id="ada-" + "9" * 5000), Why.BROKEN_VALUE),
        (line(at="yesterday"), Why.BROKEN_VALUE),
        (line(at="2026-13-15T19:30:00.123Z/0001"), Why.BROKEN_VALUE),
        (line(colour="red"), Why.BROKEN_VALUE),
        (line(seen={"bob": "3"}), Why.BROKEN_VALUE),
        (line(command="tick"), Why.BROKEN_VALUE),
        (line(command=TICKED | {"on": "2027-02-30"}), Why.BROKEN_VALUE),
        (line(command=TICKED | {"on": 20_000}), Why.BROKEN_VALUE),
        (line(command=TICKED | {"x": 1}), Why.BROKEN_VALUE),
    ],
)
def test_what_is_wrong_is_told(raw: bytes, why: Why) -> None:
    assert decode(raw) is why


@pytest.mark.parametrize("change", [b"\xef\xbb\xbf%b", b"%b\r", b"%b\0\0\0", b"\0\0%b", b" %b "])
def test_what_editors_and_crashes_put_around_a_whole_line_does_no_harm(change: bytes) -> None:
    assert not isinstance(decode(line()), Why)
    assert decode(change % line()) == decode(line())


def test_a_command_that_would_not_read_back_is_not_written() -> None:
    lone = c.AddEvidence(item="a", text="\ud800")
    with pytest.raises(ValueError, match="surrogates"):
        check(lone)
    long = c.AddEvidence(item="a", text="x" * 501)
    with pytest.raises(ValueError, match="would not read back"):
        check(long)
    check(TICK)


def test_the_name_of_an_unreadable_line_is_still_known() -> None:
    assert name_of(line(id="a-b-12", v=7)) == ("a-b", 12)
    assert name_of(line(id="ada-12")[:20]) == ("ada", 12)
    assert name_of(b'{"id": "ada-1') is None
    assert name_of(b"\0\0") is None


# What a line leaves out means these values for ever. One may be added with a new field; a change
# here changes what is already written on the users' disks and needs a new version of the line.
DEFAULTS: dict[str, object] = {
    "AddItem.priority": "important",
    "AddItem.requires": (),
    "ChangeItem.minutes": None,
    "ChangeItem.priority": None,
    "ChangeItem.requires": None,
    "ChangeItem.subject": None,
    "Plan.efforts": {},
    "Plan.estimates": {},
    "Plan.extra_weeks_needed": 0,
    "Plan.issued": {},
    "LeftOut.back": None,
    "Plan.left_out": (),
    "Plan.loop_proposed": False,
    "Profile.loop": None,
    "Profile.place": "",
    "Profile.days_off": {},
    "Profile.special_weeks": {},
    "Profile.gates": {},
    "Profile.zone": "",
    "KeepBusy.times": {},
    **{
        f"WriteStory.{name}": None
        for name in (
            *("title", "situation", "task", "action", "result", "numbers"),
            *("role", "engineers", "teams", "millions", "setback", "criteria", "tags"),
        )
    },
    "DropStory.dropped": True,
    "AssessLevel.facts": {},
    "WriteReview.decision": None,
    "WriteReview.notes": None,
    "NoteMock.judge": "self",
    "NoteMock.notes": "",
    "NoteMock.code": None,
    "GradeReview.answer": None,
    "Profile.ratings": {},
    "Reason.about": "",
    "Reason.minutes": None,
    "Reason.of": None,
    "Reason.week": None,
    "Session.pace": 100,
    "Session.part": 1,
    "Session.parts": 1,
    "Session.pinned": False,
    "Session.units": (),
    "Session.why": (),
    "Retract.purpose": "undo",
    "SkipItem.reason": "",
    "SkipItem.skipped": True,
    "StudyDay.minutes": 0,
    "StudyDay.start": "19:30:00",
    "Tick.done": True,
}


def values(annotation: object) -> Iterator[type[Any]]:
    """Return the classes an annotation speaks of, and those of their fields."""
    if isinstance(annotation, type) and is_dataclass(annotation):
        yield annotation
        for field in fields(annotation):
            yield from values(field.type)
    for part in get_args(annotation):
        yield from values(part)


def default(field: "Field[object]") -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default.isoformat() if isinstance(field.default, time) else field.default


def test_the_defaults_that_lines_leave_out_never_change() -> None:
    found = {
        f"{kind.__name__}.{field.name}": default(field)
        for kind in set[type[Any]]([*values(c.Change), c.Retract])
        for field in fields(kind)
        if default(field) is not MISSING and field.name != "kind"
    }
    assert found == DEFAULTS
