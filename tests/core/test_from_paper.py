"""Notes from paper are read as people write them, and come to one gesture or a reason why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import LogTime, Tick
from planner.core.from_paper import Noted, UnclearNoteError, read_notes, understood
from planner.core.wording.from_paper import trouble_text
from tests.support import study

STATE = study.STATE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("W3-04 45m, W3-06", [("W3-04", 45), ("W3-06", None)]),
        ("w3-4=45 w03-006", [("W3-04", 45), ("W3-06", None)]),
        ("W1-01: 1h30\nW1-02 1 h 30 m; W1-03 1.5h", [("W1-01", 90), ("W1-02", 90), ("W1-03", 90)]),
        ("W1-01 90 min,read.dora W1-02 2h", [("W1-01", 90), ("read.dora", None), ("W1-02", 120)]),
        ("W1-01 1 hour W1-02 90 minutes", [("W1-01", 60), ("W1-02", 90)]),
        ("W1-01 2 hours 5 mins, W1-02", [("W1-01", 125), ("W1-02", None)]),
        (" ,; W12-100 ,", [("W12-100", None)]),
        ("a.b/c-d", [("a.b/c-d", None)]),
    ],
)
def test_notes_are_read_as_people_write_them(
    text: str, wanted: list[tuple[str, int | None]]
) -> None:
    assert read_notes(text) == tuple(Noted(*one) for one in wanted)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "nothing is noted; write it like W3-04 45m, W3-06"),
        (" ,;\n", "nothing is noted; write it like W3-04 45m, W3-06"),
        ("45m", "“45m” is no code; write it like W3-04 45m"),
        ("W3-04 45m 50m", "“50m” is no code; write it like W3-04 45m"),
        ("W3-04=", "“” is no time; write it like W3-04 45m"),
        ("w3-4=soon", "“soon” is no time; write it like W3-04 45m"),
        ("W3-04 0m", "W3-04 cannot take 0m; a session takes 1 to 1440 minutes"),
        ("W3-04 25h", "W3-04 cannot take 25h; a session takes 1 to 1440 minutes"),
        ("read.dora 45m", "minutes belong to the code of a session, not to read.dora"),
        ("W3-04)", "“W3-04)” is no code"),
        ("W1-01 " + "x" * 200, f"“{'x' * 40}” is no code; write it like W3-04 45m"),
    ],
)
def test_what_is_unclear_is_said(text: str, told: str) -> None:
    with pytest.raises(UnclearNoteError) as error:
        read_notes(text)
    assert str(error.value) == told


@given(st.text(st.sampled_from("Ww13-04 =:;,.hm/\nx٣é\0"), max_size=30) | st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        notes = read_notes(text)
    except UnclearNoteError:
        return
    assert notes
    assert all(one.minutes is None or 1 <= one.minutes <= 1440 for one in notes)


TIMES = st.integers(1, 1440)


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99), st.none() | TIMES), min_size=1))
def test_what_is_printed_can_be_typed(rows: list[tuple[int, int, int | None]]) -> None:
    notes = [Noted(f"W{week}-{number:02d}", minutes) for week, number, minutes in rows]
    text = ", ".join(f"{one.target} {one.minutes}m" if one.minutes else one.target for one in notes)
    assert read_notes(text) == tuple(notes)


def test_notes_come_to_ticks_and_minutes() -> None:
    found = understood(STATE, read_notes("W1-01 50m, skill.two"), study.TODAY)
    assert found.is_clear
    assert found.commands == (
        Tick(target="W1-01", on=study.TODAY),
        LogTime(code="W1-01", minutes=50, on=study.TODAY),
        Tick(target="skill.two", on=study.TODAY),
    )


def test_minutes_whose_tick_was_lost_are_not_added_again() -> None:
    """A power cut between writing and flushing may leave one line of two."""
    logged = apply(STATE, LogTime(code="W1-01", minutes=45, on=study.TODAY))
    tick = Tick(target="W1-01", on=study.TODAY)
    for minutes, more in ((45, ()), (30, (LogTime(code="W1-01", minutes=30, on=study.TODAY),))):
        found = understood(logged, read_notes(f"W1-01={minutes}"), study.TODAY)
        assert found.commands == (tick, *more)


def test_a_page_entered_again_adds_no_minutes() -> None:
    notes = read_notes("W1-01 50m")
    state = STATE
    for command in understood(state, notes, study.TODAY).commands:
        state = apply(state, command)
    again = understood(state, notes, study.TODAY)
    assert again.commands == (Tick(target="W1-01", on=study.TODAY),)


def test_what_is_unknown_or_doubled_stops_it_all() -> None:
    found = understood(STATE, read_notes("W1-01, W9-99, w1-1, no.such"), study.TODAY)
    assert (found.doubled, found.unknown) == (("W1-01",), ("W9-99", "no.such"))
    assert not found.is_clear


def test_a_code_of_an_earlier_plan_is_told_apart_from_one_that_never_was() -> None:
    state = STATE.evolve(plan=study.PLAN.evolve(issued={3: 7}))
    found = understood(state, read_notes("W3-07, W3-08, W4-01"), study.TODAY)
    assert (found.earlier, found.unknown) == (("W3-07",), ("W3-08", "W4-01"))
    assert not found.is_clear
    alone = understood(state, read_notes("W3-07"), study.TODAY)
    assert (alone.earlier, alone.unknown, alone.is_clear) == (("W3-07",), (), False)
    assert trouble_text(alone) == (
        "1 code of an earlier plan is not planned any more: W3-07. "
        "Tick off what was done by the chapter or the item."
    )
