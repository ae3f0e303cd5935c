"""What is kept in a small room is the best there is; where it is small enough, that is counted."""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.curriculum import Item
from planner.core.planning import cover
from planner.core.planning.cover import ENOUGH, Choice, Cover
from planner.core.planning.growth import figures_of, grown, together
from planner.core.planning.rooms import Space
from planner.core.planning.work import Work, demand
from planner.core.planning.worth import UNCOVERED
from planner.core.values import Priority, Subject
from tests.core.planning.test_small_rooms import candidate, item

CORE, OPTIONAL = Priority.CORE, Priority.OPTIONAL
LENGTHS = st.sampled_from((20, 30, 45, 60, 90, 120))


def early(work: Work, size: int, awaited: bool) -> int:
    if work.lane is Subject.MOCK:
        return 0
    return size if awaited else size - size // 2


def chosen(
    works: Sequence[Work],
    marks: Mapping[str, int],
    space: Space,
    without: Collection[str] = (),
) -> Choice:
    bits = {work.id: marks.get(work.id, 0) for work in works}
    return Cover(works, bits, 0, space, early).choice(frozenset(without))


def works_of(*items: Item) -> list[Work]:
    state, profile = candidate(items, (60,) * 7, 42)
    return demand(state, profile)


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[Work], dict[str, int], Space]:
    """A few items, some of which require others, in a room that may be too small for them."""
    items: list[Item] = []
    marks: dict[str, int] = {}
    for place in range(draw(st.integers(1, 8))):
        least, more = draw(LENGTHS), draw(st.sampled_from((0, 30, 120)))
        before = [one.id for one in items]
        found = item(
            f"item-{place}",
            (least + more, least, least),
            subject=draw(st.sampled_from((Subject.TECHNICAL, Subject.READING, Subject.MOCK))),
            priority=draw(st.sampled_from(Priority)),
            requires=tuple(draw(st.lists(st.sampled_from(before), max_size=2))) if before else (),
        )
        marks[found.id] = draw(st.integers(0, 31))
        items.append(found)
    return works_of(*items), marks, Space(draw(st.integers(0, 400)), draw(st.integers(0, 200)))


def worth_of(
    names: Collection[str], works: Mapping[str, Work], marks: Mapping[str, int], space: Space
) -> int:
    """What some of the work is worth, told apart from the search, or nothing it could be."""
    required = {other for name in names for other in works[name].item.requires}
    if not required <= set(names):
        return -(10**9)
    found = [figures_of(works[name], early, awaited=name in required) for name in names]
    covered = 0
    for name in names:
        covered |= marks[name]
    everything = 0
    for bits in marks.values():
        everything |= bits
    value, _ = grown(together(found), space)
    fits = sum(works[name].least for name in names) <= space.whole
    return value - UNCOVERED * (everything & ~covered).bit_count() if fits else -(10**9)


@given(rooms())
def test_no_choice_there_is_would_be_worth_much_more(
    room: tuple[list[Work], dict[str, int], Space],
) -> None:
    works, marks, space = room
    by_id = {work.id: work for work in works}
    choice = chosen(works, marks, space)
    assert choice.worth == worth_of(choice.chosen, by_id, marks, space)
    best = max(
        worth_of(names, by_id, marks, space)
        for count in range(len(works) + 1)
        for names in combinations(by_id, count)
    )
    if choice.is_best:
        most = 100 * space.whole
        assert best - choice.worth <= ENOUGH * most


def test_what_is_done_without_is_not_chosen_nor_what_requires_it() -> None:
    works = works_of(item("first", (60, 60, 60)), item("second", (60, 60, 60), requires=("first",)))
    marks = {"first": 1, "second": 2}
    assert chosen(works, marks, Space(120, 0)).chosen == {"first", "second"}
    assert not chosen(works, marks, Space(120, 0), without=["first"]).chosen


def test_of_what_covers_the_same_that_goes_which_keeps_least_from_what_matters() -> None:
    works = works_of(
        item("skill", (240, 240, 60), priority=CORE),
        item("long", (90, 90, 90), priority=OPTIONAL),
        item("short", (30, 30, 30), priority=OPTIONAL),
    )
    choice = chosen(works, {"skill": 1, "long": 2, "short": 2}, Space(200, 0))
    assert choice.chosen == {"skill", "short"}
    assert choice.uncovered == 0


def test_what_is_left_of_the_room_goes_to_mocks_that_need_nothing_more() -> None:
    mock = item("mock", (60, 60, 60), priority=CORE, subject=Subject.MOCK, requires=("skill",))
    skill = item("skill", (180, 180, 60), priority=CORE)
    works = works_of(item("other", (60, 60, 60), priority=CORE), skill, mock)
    assert chosen(works, {"skill": 1}, Space(70, 60)).chosen == {"skill", "mock"}


def test_looking_ends_after_so_many_items(monkeypatch: pytest.MonkeyPatch) -> None:
    works = works_of(*(item(f"item-{place}", (90, 60, 30 + 5 * place)) for place in range(9)))
    marks = {work.id: 1 << place | 1 << (place + 1) % 9 for place, work in enumerate(works)}
    assert chosen(works, marks, Space(250, 0)).is_best
    monkeypatch.setattr(cover, "LOOKS", 3)
    choice = chosen(works, marks, Space(250, 0))
    assert not choice.is_best
    assert choice.chosen
