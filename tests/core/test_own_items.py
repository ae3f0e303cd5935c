"""Items of one's own: any time, any weight, and what they wait for."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import AddItem, Change, ChangeItem, RenameItem
from planner.core.graph import find_cycle
from planner.core.planning import make_plan
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.values import Level, Priority, Subject
from planner.core.wording import refusal_text
from tests.core.strategies import FEW, changes, done_or_refused, usual
from tests.support import study

STATE = study.STATE


def add(name: str, **more: Any) -> AddItem:
    values = {"subject": Subject.TECHNICAL, "minutes": 90, **more}
    return AddItem(id=f"own.{name}", title=name.upper(), **values)


def done(*commands: Change, state: State = STATE) -> State:
    for command in commands:
        state = apply(state, command)
    return state


def refused(state: State, command: Change) -> Refused:
    with pytest.raises(Refused) as found:
        apply(state, command)
    return found.value


def test_an_item_waits_for_those_of_the_guide_and_for_own_ones() -> None:
    state = done(add("a", requires=(study.BOOK,)), add("b", requires=("own.a", study.SKILL)))
    assert state.own["own.a"].requires == (study.BOOK,)
    assert state.own["own.b"].requires == ("own.a", study.SKILL)


def test_named_twice_is_waited_for_once() -> None:
    assert done(add("a", requires=(study.BOOK, study.BOOK))).own["own.a"].requires == (study.BOOK,)


def test_what_is_unknown_cannot_be_waited_for() -> None:
    assert refused(STATE, add("a", requires=("no.such",))).refusal is Refusal.UNKNOWN_ITEM
    state = done(add("a"))
    change = ChangeItem(item="own.a", requires=("own.b",))
    assert refused(state, change).refusal is Refusal.UNKNOWN_ITEM


def test_a_circle_is_refused_by_its_titles() -> None:
    state = done(add("a"), add("b", requires=("own.a",)), add("c", requires=("own.b",)))
    problem = refused(state, ChangeItem(item="own.a", requires=(study.BOOK, "own.c")))
    assert problem.refusal is Refusal.CIRCLE
    assert refusal_text(problem) == "Items cannot wait for each other in a circle: A → C → B → A."


def test_nothing_waits_for_itself() -> None:
    assert refused(STATE, add("a", requires=("own.a",))).refusal is Refusal.CIRCLE
    state = done(add("a"))
    assert refused(state, ChangeItem(item="own.a", requires=("own.a",))).about == "A → A"


def test_what_is_not_named_stays_as_it_is() -> None:
    state = done(add("a", requires=(study.BOOK,), priority=Priority.CORE))
    shorter = done(ChangeItem(item="own.a", minutes=30), state=state).own["own.a"]
    assert (shorter.at[Level.L6].hours.new, shorter.at[Level.L7].hours.strong) == (0.5, 0.5)
    assert (shorter.at[Level.L6].priority, shorter.requires) == (Priority.CORE, (study.BOOK,))
    changed = done(
        ChangeItem(item="own.a", subject=Subject.READING, priority=Priority.OPTIONAL, requires=()),
        state=state,
    ).own["own.a"]
    assert (changed.subject, changed.area, changed.requires) == (
        Subject.READING,
        done(add("b", subject=Subject.READING)).own["own.b"].area,
        (),
    )
    assert changed.at[Level.L6].priority is Priority.OPTIONAL
    assert changed.at[Level.L6].hours.minutes(study.PROFILE.rating_of(changed)) == 90
    assert done(ChangeItem(item="own.a"), state=state) is state


def test_only_own_items_can_be_changed() -> None:
    shorter = ChangeItem(item=study.BOOK, minutes=30)
    for command in (shorter, RenameItem(item=study.BOOK, title="x")):
        problem = refused(STATE, command)
        assert problem.refusal is Refusal.NOT_OWN
        assert refusal_text(problem).endswith("only your own items can be changed.")
    unknown = refused(STATE, ChangeItem(item="own.z", minutes=30))
    assert unknown.refusal is Refusal.UNKNOWN_ITEM


def test_a_plan_finishes_what_an_own_item_waits_for_first() -> None:
    state = usual(Level.L6, 24, 25)
    state = done(
        add("a", requires=("own.b",), minutes=240, priority=Priority.CORE),
        state=done(add("b", requires=("l6.cloud.aws",), priority=Priority.CORE), state=state),
    )
    assert state.profile is not None
    plan = make_plan(state, state.profile, state.profile.start)
    ends = [plan.by_item[name][-1].date for name in ("l6.cloud.aws", "own.b")]
    begins = [plan.by_item[name][0].date for name in ("own.b", "own.a")]
    assert all(end <= begin for end, begin in zip(ends, begins, strict=True))


@given(st.data())
@FEW
def test_whatever_is_done_no_items_wait_for_each_other_in_a_circle(data: st.DataObject) -> None:
    state = usual(Level.L6)
    for _ in range(data.draw(st.integers(1, 12))):
        state = done_or_refused(state, data.draw(changes(state)))
    assert find_cycle({item.id: item.requires for item in state.own.values()}) == ()
    assert all(state.item(other) for item in state.own.values() for other in item.requires)
