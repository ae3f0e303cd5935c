"""Entries of a calendar, and what an export tells of what an earlier one held."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import SkipItem, Tick
from planner.core.exchange.calendar import Chosen, Entry, Revision, entries, joined, revised
from planner.core.plan import Session
from planner.core.refusal import Refused
from planner.core.state import State
from tests.core.exchange.example import FRESH as STATE
from tests.support import study

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


def planned(*sessions: Session) -> State:
    plan = study.PLAN.evolve(sessions=sessions)
    return State(study.CURRICULUM, profile=study.PROFILE, plan=plan)


def at(code: str, day: int, hour: int, minute: int = 0, minutes: int = 60) -> Session:
    return study.session(code, study.SKILL, day, start=time(hour, minute), minutes=minutes)


def test_without_a_plan_there_is_no_calendar() -> None:
    with pytest.raises(Refused):
        entries(State(study.CURRICULUM))


def test_sessions_that_follow_each_other_are_one_block() -> None:
    state = planned(
        at("W1-01", 1, 9), at("W1-02", 1, 10, 15), at("W1-03", 1, 11, 31), at("W1-04", 2, 9)
    )
    found = entries(state, Chosen.SESSIONS)
    assert [(one.name, one.start, one.end) for one in found] == [
        ("study-2026-12-01-1", time(9), time(11, 15)),
        ("study-2026-12-01-2", time(11, 31), time(12, 31)),
        ("study-2026-12-02-1", time(9), time(10)),
    ]
    assert found[0].text.splitlines() == ["W1-01 skill.two, 60 m", "W1-02 skill.two, 60 m"]


def test_what_is_skipped_takes_no_time_and_what_is_done_stays() -> None:
    state = planned(at("W1-01", 1, 9), at("W1-02", 2, 9))
    state = apply(state, Tick(target="W1-01", on=study.TODAY))
    state = apply(state, SkipItem(item=study.SKILL, reason="known"))
    assert [one.name for one in entries(state, Chosen.SESSIONS)] == ["study-2026-12-01-1"]


def test_the_loop_day_is_an_entry_only_when_it_is_booked() -> None:
    state = planned(at("W1-01", 1, 9))
    assert [one.name for one in entries(state, Chosen.GATES)] == ["loop"]
    assert state.plan is not None
    proposed = state.evolve(plan=state.plan.evolve(loop_proposed=True))
    assert entries(proposed, Chosen.GATES) == ()


def test_booked_rounds_are_entries_by_their_names_or_by_none() -> None:
    assert STATE.profile is not None
    day = date(2026, 12, 10)
    state = STATE.evolve(profile=STATE.profile.evolve(gates={"PS": day}))
    named, discreet = (
        {one.name: (one.day, one.title) for one in entries(state, Chosen.GATES, discreet=how)}
        for how in (False, True)
    )
    assert named["round-PS"] == (day, "Phone Screen")
    assert discreet["round-PS"] == (day, "Appointment")


def test_every_session_of_a_plan_stands_in_one_block() -> None:
    assert STATE.plan is not None
    told = [row.split()[0] for one in entries(STATE) for row in one.text.splitlines()]
    assert sorted(told) == sorted(one.code for one in STATE.plan.sessions)


def test_a_discreet_calendar_names_nothing() -> None:
    words = " ".join(f"{one.title} {one.text}" for one in entries(STATE, discreet=True))
    assert STATE.plan is not None
    for one in STATE.plan.sessions:
        item = STATE.item(one.item)
        assert item is None or item.title not in words
    assert "loop" not in words.lower()


def test_some_days_can_be_asked_for() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 1)
    state = planned(at("W1-01", 1, 9), at("W1-02", 2, 9))
    assert len(entries(state, days=(first, last))) == 1


def all_of(_: Entry) -> bool:
    return True


ENTRIES = st.builds(
    Entry,
    name=st.sampled_from(["a", "b", "c", "d"]),
    day=st.dates(date(2026, 12, 1), date(2026, 12, 5)),
    title=st.sampled_from(["x", "y"]),
)
EXPORTS = st.lists(ENTRIES, unique_by=lambda one: one.name, max_size=4)


def told(revisions: Sequence[Revision]) -> dict[str, Revision]:
    return {one.entry.name: one for one in revisions}


@given(st.lists(EXPORTS, min_size=1, max_size=6))
def test_a_calendar_that_takes_each_export_in_holds_what_the_last_one_wanted(
    exports: list[list[Entry]],
) -> None:
    calendar: dict[str, Revision] = {}
    memory: tuple[Revision, ...] = ()
    for number, wanted in enumerate(exports):
        memory = revised(wanted, memory, NOW + timedelta(hours=number), all_of)
        for one in memory:
            held = calendar.get(one.entry.name)
            if held is None or held.sequence < one.sequence:
                calendar[one.entry.name] = one
            else:
                assert held == one, "what changed has a higher sequence"
        there = {name: one.entry for name, one in calendar.items() if not one.cancelled}
        assert there == {one.name: one for one in wanted}


@given(EXPORTS)
def test_an_export_of_the_same_again_is_the_same(wanted: list[Entry]) -> None:
    first = revised(wanted, (), NOW, all_of)
    assert revised(wanted, first, NOW + timedelta(days=1), all_of) == first


def test_what_was_not_asked_for_is_not_cancelled() -> None:
    study_block = Entry(name="a", day=date(2026, 12, 1), start=time(9), end=time(10), title="x")
    loop = Entry(name="loop", day=date(2026, 12, 9), title="Loop day")
    before = revised([study_block, loop], (), NOW, all_of)
    after = revised([], before, NOW, lambda one: one.start is not None)
    assert [(one.entry.name, one.cancelled) for one in after] == [("a", True)]


def test_what_is_long_gone_is_forgotten() -> None:
    gone = revised(
        [], revised([Entry(name="a", day=NOW.date(), title="x")], (), NOW, all_of), NOW, all_of
    )
    assert [one.cancelled for one in gone] == [True]
    assert revised([], gone, NOW + timedelta(days=61), all_of) == ()


@given(st.permutations(range(3)), st.lists(EXPORTS, min_size=3, max_size=3))
def test_the_memories_of_several_computers_join_in_any_order(
    order: list[int], exports: list[list[Entry]]
) -> None:
    memories = [revised(one, (), NOW, all_of) for one in exports]
    assert joined(*(memories[place] for place in order)) == joined(*memories)
    assert set(told(joined(*memories))) == {one.name for export in exports for one in export}
