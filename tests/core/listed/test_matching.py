"""A list that was written here and ticked elsewhere comes back as the same ticks."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import AddItem, Tick
from planner.core.exchange.markdown import checklist_markdown, plan_markdown, week_markdown
from planner.core.exchange.table import checklist_csv, plan_csv
from planner.core.from_paper import Noted, understood
from planner.core.listed import from_markdown, from_table, matched
from planner.core.state import State
from planner.core.values import Subject
from tests.core.exchange.example import FRESH, TODAY

assert FRESH.plan is not None
CODES = [one.code for one in FRESH.plan.sessions]
UNITS = [unit.id for item in FRESH.items() for unit in item.units]
WHOLE = [item.id for item in FRESH.items() if not item.units]


def ticked(*targets: str) -> State:
    state = FRESH
    for target in targets:
        state = apply(state, Tick(target=target, on=TODAY))
    return state


@given(st.sets(st.sampled_from(CODES)))
def test_a_plan_comes_back_from_markdown(codes: set[str]) -> None:
    text = plan_markdown(ticked(*codes), TODAY)
    found = matched(FRESH, from_markdown(text))
    assert {one.target for one in found.notes} >= codes
    assert found.strange == ()
    assert found.ours == len(CODES)
    again = FRESH
    for command in understood(FRESH, found.notes, TODAY).commands:
        again = apply(again, command)
    assert again.ticks.keys() == ticked(*codes).ticks.keys()


@given(st.sets(st.sampled_from([*UNITS, *WHOLE]), max_size=12))
def test_a_checklist_comes_back_from_markdown_and_from_a_table(targets: set[str]) -> None:
    there = ticked(*targets)
    wanted = there.ticks.keys()
    for lines in (from_markdown(checklist_markdown(there)), from_table(checklist_csv(there))):
        found = matched(FRESH, lines)
        assert found.strange == ()
        again = FRESH
        for command in understood(FRESH, found.notes, TODAY).commands:
            again = apply(again, command)
        assert again.ticks.keys() == wanted


@given(st.sets(st.sampled_from(CODES)))
def test_a_plan_comes_back_from_a_table(codes: set[str]) -> None:
    there = ticked(*codes).evolve(minutes=dict.fromkeys(codes, 50))
    found = matched(FRESH, from_table(plan_csv(there, TODAY)))
    assert {(one.target, one.minutes) for one in found.notes if one.target in codes} == {
        (code, 50) for code in codes
    }


def test_what_was_done_here_is_known_and_nothing_is_taken_back() -> None:
    here = ticked("W1-01", "W1-02")
    found = matched(here, from_markdown(week_markdown(ticked("W1-01"), 1, TODAY)))
    assert (found.notes, found.known) == ((), 1)


def test_the_minutes_come_back_too() -> None:
    there = ticked("W1-01").evolve(minutes={"W1-01": 75})
    found = matched(FRESH, from_markdown(plan_markdown(there, TODAY)))
    assert Noted("W1-01", 75) in found.notes


def test_a_code_of_another_plan_is_strange() -> None:
    lines = from_markdown(
        "- [x] W1-01 \u00b7 Tue 1 Dec \u00b7 Something else \u00b7 1 h\n- [x] W9-99 \u00b7 x"
    )
    found = matched(FRESH, lines)
    assert (found.notes, found.ours, len(found.strange)) == ((), 0, 2)


def test_a_title_of_ones_own_that_looks_like_more_is_found() -> None:
    add = AddItem(id="own.1", title="A \u00b7 b *c* [d](e)", subject=Subject.READING, minutes=60)
    state = apply(FRESH, add)
    there = apply(state, Tick(target="own.1", on=date(2026, 12, 3)))
    found = matched(state, from_markdown(checklist_markdown(there)))
    assert [one.target for one in found.notes] == ["own.1"]


@pytest.mark.parametrize("box", ["x", "X", " "])
@pytest.mark.parametrize("bullet", ["-", "*", "+", "1.", "2)"])
def test_boxes_are_read_as_editors_write_them(bullet: str, box: str) -> None:
    text = week_markdown(FRESH, 1, TODAY)
    text = re.sub(r"^- \[ \]", f"{bullet} [{box}]", text, flags=re.MULTILINE)
    found = matched(FRESH, from_markdown(text))
    assert len(found.notes) == (3 if box != " " else 0)


def test_code_in_a_fence_is_no_list() -> None:
    assert from_markdown("```\n- [x] W1-01\n```\n") == ()


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    matched(FRESH, from_markdown(text))


@given(st.text(st.sampled_from('a,;"\n\t|title code x\0é'), max_size=120))
def test_any_table_is_read_or_refused(text: str) -> None:
    try:
        lines = from_table(text)
    except ValueError:
        return
    matched(FRESH, lines)
