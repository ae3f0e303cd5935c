"""What is made of the screen before is what would be made afresh."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import (
    AcceptPlan,
    AddEvidence,
    AddItem,
    Change,
    ChangeProfile,
    LogTime,
    MoveSession,
    RenameItem,
    SkipItem,
    Tick,
)
from planner.core.plan import LeftOut, Reason, Rule
from planner.core.readiness import _LATEST as STANDINGS
from planner.core.readiness import _standing, _standing_again, standing
from planner.core.refusal import Refused
from planner.core.screens.checklist import _LATEST as SCREENS
from planner.core.screens.checklist import _sections, _sections_again, checklist_screen
from planner.core.screens.plan import _LATEST as LEFT_OUT
from planner.core.screens.plan import _standings, _standings_again, headline
from planner.core.state import State
from planner.core.touched import Latest, touched
from planner.core.values import Level, Subject
from tests.core.screens import candidates
from tests.support import study
from tests.support.commands import planned_change

STATE = study.STATE
BOOK, SKILL, MOCK = study.BOOK, study.SKILL, study.MOCK
FIRST, SECOND, THIRD, _ = study.CODES
TODAY = study.TODAY
OWN = AddItem(id="own.a", title="Mine", subject=Subject.READING, minutes=60)


@pytest.mark.parametrize(
    ("command", "items"),
    [
        (Tick(target=SKILL, on=TODAY), {SKILL}),
        (Tick(target=FIRST, on=TODAY), {BOOK}),
        (Tick(target=study.CHAPTERS[2], on=TODAY), {BOOK}),
        (AddEvidence(item=MOCK, text="x"), {MOCK}),
        (SkipItem(item=SKILL), {SKILL}),
        (OWN, {"own.a"}),
        (MoveSession(code=FIRST, to=study.START.replace(day=9, month=12)), {BOOK}),
        (LogTime(code=FIRST, minutes=5, on=TODAY), set()),
        (AcceptPlan(plan=study.PLAN), set()),
        (AcceptPlan(plan=study.PLAN.evolve(left_out=())), None),
        (ChangeProfile(profile=study.PROFILE.evolve(level=Level.L7)), None),
    ],
)
def test_a_step_touches_its_items(command: Change, items: set[str] | None) -> None:
    after = apply(STATE, command)
    assert touched(STATE, after) == items
    assert touched(after, STATE) == items


def test_a_first_plan_may_touch_all() -> None:
    assert touched(STATE.evolve(plan=None), STATE) is None


class Both:
    """What is kept of a candidate from step to step, beside what is made afresh."""

    def __init__(self) -> None:
        self.standings = Latest(_standing, _standing_again)
        self.screens = Latest(_sections, _sections_again)
        self.left_out = Latest(_standings, _standings_again)

    def see(self, state: State) -> None:
        kept, fresh = self.standings.of(state), _standing(state)
        assert list(kept.items.items()) == list(fresh.items.items())
        assert (kept.criteria, kept.failures) == (fresh.criteria, fresh.failures)
        assert kept.rounds == fresh.rounds
        assert self.left_out.of(state) == _standings(state)
        if state.profile:
            assert list(self.screens.of(state).items()) == list(_sections(state).items())


@given(st.lists(planned_change, max_size=12), st.data())
def test_what_is_made_again_is_what_is_made_afresh(
    commands: Sequence[Change], data: st.DataObject
) -> None:
    both, states = Both(), [STATE]
    for command in commands:
        try:
            states.append(apply(states[-1], command))
        except Refused:
            continue
        if data.draw(st.booleans()):
            both.see(states[-1])
    both.see(states[-1])
    both.see(data.draw(st.sampled_from(states)))


@given(st.data())
def test_the_same_with_the_guide(data: st.DataObject) -> None:
    both, state = Both(), candidates.fresh()
    assert state.plan is not None
    targets = [
        *(one.code for one in state.plan.sessions),
        *(one.id for one in state.items()),
        *(unit.id for one in state.items() for unit in one.units),
        *(unit.id for one in state.curriculum.retired for unit in one.units),
    ]
    ticks = st.builds(Tick, target=st.sampled_from(targets), done=st.booleans(), on=st.just(TODAY))
    for command in data.draw(st.lists(ticks, max_size=6)):
        state = apply(state, command)
        both.see(state)


def test_rows_that_nothing_happened_to_are_the_very_same() -> None:
    before = checklist_screen(STATE).sections[0].rows
    after = checklist_screen(apply(STATE, Tick(target=SKILL, on=TODAY))).sections[0].rows
    assert [old is new for old, new in zip(before, after, strict=True)] == [True, False]


def test_an_item_that_another_computer_added_before_stands_before() -> None:
    both, late = Both(), apply(STATE, OWN)
    both.see(late)
    early = AddItem(id="own.b", title="Theirs", subject=Subject.READING, minutes=60)
    both.see(apply(apply(STATE, early), OWN))
    both.see(apply(late, RenameItem(item="own.a", title="Hers")))


def test_what_is_left_out_counts_by_what_becomes_of_it() -> None:
    both, left = Both(), LeftOut(item="own.a", minutes=60, why=Reason(rule=Rule.NO_ROOM))
    state = STATE.evolve(plan=study.PLAN.evolve(left_out=(left,)))
    both.see(state)
    both.see(apply(state, OWN))


def test_nothing_is_made_twice_of_one_state() -> None:
    made: list[State] = []
    again: list[frozenset[str]] = []

    def make(state: State) -> int:
        made.append(state)
        return len(made)

    def remake(before: int, _: State, items: frozenset[str]) -> int:
        again.append(items)
        return before + 10

    latest = Latest(make, remake)
    assert [latest.of(STATE), latest.of(STATE)] == [1, 1]
    assert latest.of(apply(STATE, Tick(target=SKILL, on=TODAY))) == 11
    assert (made, again) == ([STATE], [frozenset({SKILL})])
    assert latest.of(STATE.evolve(profile=None)) == 2


def test_the_caches_are_the_ones_that_are_used() -> None:
    assert STANDINGS.of(STATE) is standing(STATE)
    assert SCREENS.of(STATE)["reading"].rows is checklist_screen(STATE).sections[0].rows
    headline(STATE)
    assert LEFT_OUT.of(STATE) is LEFT_OUT.of(STATE)
