"""Readiness: shares that are true, and that only grow with what one does."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core import readiness
from planner.core.commands import AddEvidence, Change, ScoreMock, SkipItem, Tick
from planner.core.curriculum import Criterion, Item
from planner.core.plan import LeftOut, Reason, Rule
from planner.core.progress import Done, done_minutes, is_kept, is_scored, item_done, planned_minutes
from planner.core.readiness import Share
from planner.core.state import State
from planner.core.values import Level, Subject
from tests.core.screens.candidates import START, after, demo, fresh
from tests.support import study

LEVELS = st.sampled_from(Level)


def targets(state: State) -> list[str]:
    """Everything of a plan that can be ticked."""
    codes = [one.code for one in state.plan.sessions] if state.plan else []
    items = [item.id for item in state.items()]
    return [*codes, *items, *(unit.id for item in state.items() for unit in item.units)]


def mocks(state: State) -> list[str]:
    """The codes of all mocks that get a score."""
    return [one.code for one in state.plan.sessions if is_scored(state, one)] if state.plan else []


def gains(state: State) -> st.SearchStrategy[Change]:
    """What a candidate can do that should never make a share fall."""
    items = [item.id for item in state.items()]
    days = st.integers(0, 70).map(lambda day: START + timedelta(days=day))
    return st.one_of(
        st.builds(Tick, target=st.sampled_from(targets(state)), on=days),
        st.builds(AddEvidence, item=st.sampled_from(items), text=st.just("shown")),
        st.builds(ScoreMock, code=st.sampled_from(mocks(state)), score=st.sampled_from([3, 4])),
    )


def shares(state: State) -> Iterator[tuple[str, Share]]:
    """Every figure of readiness by its name."""
    profile = state.profile
    assert profile is not None
    known = readiness.standing(state)
    for one in state.curriculum.criteria_at(profile.level):
        yield f"{one.id} studied", readiness.studied(known, one)
        yield f"{one.id} evidenced", readiness.evidenced(known, one)
        yield f"{one.id} tested", readiness.tested(known, one)
        yield f"{one.id} prepared", readiness.prepared(known, one)
    for failure in state.curriculum.failures_at(profile.level):
        yield f"{failure.id} guarded", readiness.guarded(known, failure)[1]
    for interview in state.curriculum.rounds_at(profile.level):
        yield f"{interview.id} prepared", readiness.round_prepared(known, interview)
        yield f"{interview.id} tested", readiness.round_tested(known, interview)


@settings(max_examples=40)
@given(st.data(), LEVELS)
def test_a_share_is_never_below_nothing_and_never_above_the_whole(
    data: st.DataObject, level: Level
) -> None:
    state = fresh(level)
    state = after(state, data.draw(st.lists(gains(state), max_size=12)))
    skipped = data.draw(st.lists(st.sampled_from(state.items()), max_size=3))
    state = after(state, [SkipItem(item=item.id) for item in skipped])
    for name, share in shares(state):
        assert 0 <= share.done <= share.of, name
        assert 0 <= share.ratio <= 1, name


@settings(max_examples=40)
@given(st.data(), LEVELS)
def test_doing_something_never_lowers_a_share(data: st.DataObject, level: Level) -> None:
    state = fresh(level)
    state = after(state, data.draw(st.lists(gains(state), max_size=8)))
    grown = after(state, [data.draw(gains(state))])
    for (name, before), (_, now) in zip(shares(state), shares(grown), strict=True):
        assert now.done >= before.done, name
        assert now.ratio >= before.ratio, name


@settings(max_examples=40)
@given(st.data())
def test_doing_something_never_opens_a_failure_point_again(data: st.DataObject) -> None:
    state = fresh()
    state = after(state, data.draw(st.lists(gains(state), max_size=8)))
    grown = after(state, [data.draw(gains(state))])
    order = [Done.OPEN, Done.HALF, Done.DONE]
    for failure in state.curriculum.failures_at(Level.L6):
        before, _ = readiness.guarded(state, failure)
        now, _ = readiness.guarded(grown, failure)
        assert order.index(now) >= order.index(before)


@pytest.mark.parametrize("level", Level)
def test_everything_done_shown_and_at_the_bar_fills_every_share(level: Level) -> None:
    state = fresh(level)
    state = after(
        state,
        [
            *(Tick(target=item.id, on=START) for item in state.items() if is_kept(state, item)),
            *(AddEvidence(item=item.id, text="shown") for item in state.items()),
            *(ScoreMock(code=code, score=3) for code in mocks(state)),
        ],
    )
    assert all(share.done == share.of for _, share in shares(state))
    assert readiness.weakest(state, level) is None
    guards = [readiness.guarded(state, one)[0] for one in state.curriculum.failures_at(level)]
    assert set(guards) == {Done.DONE}


def test_the_weakest_criterion_has_the_smallest_prepared_share() -> None:
    state = demo()
    criteria = state.curriculum.criteria_at(Level.L6)
    found = readiness.weakest(state, Level.L6)
    assert found is not None
    ratios = {one.id: readiness.prepared(state, one).ratio for one in criteria}
    assert ratios[found.id] == min(ratios.values())


def test_many_figures_of_one_standing_are_those_of_the_state() -> None:
    state = demo()
    known = readiness.standing(state)
    for one in state.curriculum.criteria_at(Level.L6):
        assert readiness.prepared(known, one) == readiness.prepared(state, one)
        assert readiness.tested(known, one) == readiness.tested(state, one)
        assert readiness.dropped(known, one) == readiness.dropped(state, one)


def test_a_mock_below_the_bar_is_not_tested() -> None:
    state = fresh()
    item = next(one for one in state.items() if _is_mock(one) and is_kept(state, one))
    assert state.plan is not None
    code = next(one.code for one in state.plan.by_item[item.id] if is_scored(state, one))
    for score, count in ((2, 0), (3, 1), (4, 1)):
        scored = after(state, [ScoreMock(code=code, score=score)])
        found = [readiness.tested(scored, one) for one in _criteria_of(scored, item)]
        assert {share.done for share in found} == {count}


def test_an_item_that_the_plan_leaves_out_counts_with_what_is_done_of_it_and_no_more() -> None:
    state = fresh(Level.L7)
    item = next(one for one in state.items() if one.units and not is_kept(state, one))
    criterion = _criteria_of(state, item, Level.L7)[0]
    failures = [
        one
        for one in state.curriculum.failures_at(Level.L7)
        if one.id in item.at[Level.L7].failures
    ]
    before = readiness.evidenced(state, criterion), readiness.studied(state, criterion)
    prepared, guards = (
        readiness.prepared(state, criterion),
        [readiness.guarded(state, one)[1] for one in failures],
    )
    begun = after(state, [Tick(target=item.units[0].id, on=START)])
    minutes = done_minutes(begun, item)
    assert minutes > 0
    assert readiness.evidenced(begun, criterion) == before[0]
    studied = readiness.studied(begun, criterion)
    assert studied == Share(before[1].done + minutes, before[1].of + minutes)
    half = minutes // 2
    assert readiness.prepared(begun, criterion) == Share(prepared.done + half, prepared.of + half)
    assert failures
    assert [readiness.guarded(begun, one)[1] for one in failures] == guards


def test_half_of_the_minutes_count_while_the_line_of_evidence_is_missing() -> None:
    state = fresh()
    item = next(one for one in state.items() if is_kept(state, one) and not _is_mock(one))
    criterion = _criteria_of(state, item)[0]
    ticked = after(state, [Tick(target=item.id, on=START)])
    proven = after(ticked, [AddEvidence(item=item.id, text="shown")])
    minutes = planned_minutes(state, item)
    assert readiness.prepared(ticked, criterion).done == minutes // 2
    assert readiness.prepared(proven, criterion).done == minutes


def test_what_is_dropped_and_what_is_kept_are_everything_that_counts() -> None:
    state = fresh()
    for criterion in state.curriculum.criteria_at(Level.L6):
        every = [one for one in state.items() if criterion.id in one.at[Level.L6].criteria]
        kept = readiness.kept_for(state, criterion)
        assert readiness.dropped(state, criterion) + len(kept) == len(every)


def test_without_a_profile_there_is_nothing_to_count() -> None:
    state = State(fresh().curriculum)
    criterion = state.curriculum.criteria_at(Level.L6)[0]
    assert readiness.studied(state, criterion) == Share(0, 0)
    assert readiness.tested(state, criterion) == Share(0, 0)
    assert Share(0, 0).ratio == 0


# What is done of an item, on a small plan: a book of three chapters, 180 minutes of 60 each,
# of which the first session covers two chapters and the second the third.


def test_a_session_counts_with_what_it_holds_of_chapters_that_are_still_open() -> None:
    """Ticking the rest of a chapter must not take away what the session did of another one."""
    plan = study.PLAN.evolve(
        sessions=(
            study.session("W1-01", study.BOOK, 0, units=study.CHAPTERS[:1], minutes=40),
            study.session("W1-02", study.BOOK, 1, units=study.CHAPTERS[:2], minutes=60),
            study.session("W1-03", study.BOOK, 2, units=study.CHAPTERS[1:], minutes=80),
        )
    )
    state = _small().evolve(plan=plan)
    book = state.curriculum.by_id[study.BOOK]
    part = after(state, [Tick(target="W1-02", on=START)])
    assert item_done(part, book) is Done.HALF
    assert done_minutes(part, book) == 60
    both = after(part, [Tick(target="W1-01", on=START)])
    assert done_minutes(both, book) == 100


def test_what_is_done_of_an_item_that_is_left_out_counts_as_planned() -> None:
    left = LeftOut(item=study.BOOK, minutes=180, why=Reason(rule=Rule.NO_ROOM))
    state = _small().evolve(plan=study.PLAN.evolve(sessions=(), left_out=(left,)))
    book = state.curriculum.by_id[study.BOOK]
    assert planned_minutes(state, book) == 0
    assert not is_kept(state, book)
    ticked = after(state, [Tick(target=study.CHAPTERS[0], on=START)])
    assert is_kept(ticked, book)
    assert done_minutes(ticked, book) == planned_minutes(ticked, book) == 60


def _small() -> State:
    return study.STATE


def _is_mock(item: Item) -> bool:
    return item.subject is Subject.MOCK


def _criteria_of(state: State, item: Item, level: Level = Level.L6) -> list[Criterion]:
    wanted = item.at[level].criteria
    return [one for one in state.curriculum.criteria_at(level) if one.id in wanted]
