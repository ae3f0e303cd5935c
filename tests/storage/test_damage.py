"""Whatever becomes of the bytes of a journal, the lines that are whole are read, and no other."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.checking import checker
from planner.storage.known import Known
from planner.storage.line import Record, decode, encode
from planner.storage.reading import Found, Part, read_on
from tests.support import study

KEY = (1, 2, 3, 4)
STAMP = "2026-12-01T19:30:00.000Z/{:04}"
COMMANDS: list[c.Change | c.Retract] = [
    c.Tick(target="W1-01", on=study.TODAY),
    c.AddEvidence(item=study.SKILL, text="Łódź – “led” 😀"),
    c.LogTime(code="W1-01", minutes=50, on=study.TODAY),
    c.Retract(ids=("ada-2",)),
]
LINES = [
    encode(f"ada-{n}", STAMP.format(n), {"bob": 3} if n == 1 else {}, command)[0]
    for n, command in enumerate(COMMANDS, 1)
]
WHOLE = b"".join(LINES)
RECORDS = {line.rstrip(b"\n"): decode(line.rstrip(b"\n")) for line in LINES}


def read(data: bytes) -> tuple[Part, Found]:
    return read_on(Path("journal-ada.jsonl"), Part(), KEY, Known(), data)


def check(data: bytes) -> int:
    """Hold that just the whole lines are read; return how many others were set aside."""
    part, found = read(data)
    pieces = (piece.removeprefix(b"\xef\xbb\xbf").strip(b"\0 \t\r") for piece in data.split(b"\n"))
    good = [RECORDS[piece] for piece in pieces if piece in RECORDS]
    assert found.records == good
    return len(part.aside) + len(part.tail)


def test_the_lines_are_whole_to_begin_with() -> None:
    assert check(WHOLE) == 0
    assert len(read(WHOLE)[1].records) == len(LINES)
    assert all(isinstance(record, Record) for record in RECORDS.values())


def test_each_bit_that_is_flipped_costs_the_line_it_is_in_and_no_other() -> None:
    checker(Record)
    aside = 0
    for place in range(8 * len(WHOLE)):
        data = bytearray(WHOLE)
        data[place // 8] ^= 1 << place % 8
        told = check(bytes(data))
        assert told == 1, f"bit {place}"
        aside += told
    assert aside == 8 * len(WHOLE)


def test_each_prefix_keeps_the_lines_that_it_holds_whole() -> None:
    ends = {0, *(end for start in starts() for end in (start - 1, start))}
    for length in range(len(WHOLE) + 1):
        assert check(WHOLE[:length]) == (0 if length in ends else 1), f"{length} bytes"


def starts() -> Iterator[int]:
    length = 0
    for line in LINES:
        length += len(line)
        yield length


@given(st.data())
def test_any_bytes_put_anywhere_hide_no_line_that_is_whole(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(place, len(WHOLE)))
    damage = data.draw(st.binary(max_size=60) | st.sampled_from([b"\0" * 200, b"\n" * 9, LINES[2]]))
    check(WHOLE[:place] + damage + WHOLE[end:])


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    part, found = read(data)
    assert found.records == []
    assert part.is_beginning_of(data)


@given(st.data())
def test_a_file_that_grows_is_read_as_if_it_had_been_whole(data: st.DataObject) -> None:
    damaged = bytearray(WHOLE)
    place = data.draw(st.integers(0, len(WHOLE) - 1))
    damaged[place] = data.draw(st.integers(0, 255))
    part, records = Part(), list[Record]()
    for length in sorted(data.draw(st.lists(st.integers(0, len(WHOLE)), max_size=5))):
        part, found = read_on(Path("x"), part, KEY, Known(), bytes(damaged[:length]))
        records += found.records
    part, found = read_on(Path("x"), part, KEY, Known(), bytes(damaged))
    whole, expected = read(bytes(damaged))
    unique = dict.fromkeys((*(r.id for r in records), *(r.id for r in found.records)))
    ids = [record.id for record in expected.records]
    if WHOLE[place : place + 1] == b"\n":
        # A last line that was read whole stays read, also when its newline turns out damaged.
        assert set(ids) <= set(unique)
        assert len(unique) <= len(ids) + 1
    else:
        assert list(unique) == ids
    assert len(part.aside) + len(part.tail) == len(whole.aside) + len(whole.tail)
