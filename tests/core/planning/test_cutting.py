"""A session is never longer than what fits."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.core.planning.cutting import any_cut, next_cut
from planner.core.planning.seconds import Seconds
from planner.core.planning.work import Work
from planner.core.values import Phase, Subject
from tests.support import study


@given(
    st.sampled_from([Subject.TECHNICAL, Subject.LEADERSHIP, Subject.READING, Subject.MOCK]),
    st.lists(st.integers(1, 60).map(lambda one: 5 * one), min_size=1, max_size=5),
    st.integers(0, 120),
    st.integers(5, 90),
    st.none() | st.integers(0, 300),
)
@example(Subject.TECHNICAL, [60], 15, 15, 30)  # a quarter of an hour each day
def test_a_cut_fits_the_room_the_block_and_the_work(
    lane: Subject, sizes: list[int], room: int, block: int, week: int | None
) -> None:
    cut = next_cut(work_of(lane, sizes), room, block, week)
    assert 0 <= cut <= min(room, block, sum(sizes))


@given(
    st.sampled_from([Subject.TECHNICAL, Subject.LEADERSHIP, Subject.READING, Subject.MOCK]),
    st.lists(st.integers(1, 60).map(lambda one: 5 * one), min_size=1, max_size=8),
)
def test_a_whole_block_of_time_always_takes_work_further(lane: Subject, sizes: list[int]) -> None:
    """So nothing is stuck for ever behind a chapter that is too short for a session."""
    assert next_cut(work_of(lane, sizes), 90, 90)


@pytest.mark.parametrize(
    ("chapters", "room", "expected"),
    [
        ([15, 30], 30, 0),  # the first waits until the second fits as well
        ([15, 30], 45, 45),
        ([15, 90], 90, 15),  # chapters stay whole
        ([40, 40, 10], 80, 40),  # the last is not left alone
        ([40, 40, 10], 90, 90),
    ],
)
def test_short_chapters_are_read_with_their_neighbours(
    chapters: list[int], room: int, expected: int
) -> None:
    assert next_cut(work_of(Subject.READING, chapters), room, 90) == expected


@pytest.mark.parametrize(
    ("chapters", "room", "expected"),
    [
        ([15, 30, 10], 35, 35),
        ([15, 30, 10], 20, 20),
        ([40], 20, 20),
        ([15, 20], 35, 0),  # what is left would be a crumb
        ([55], 15, 0),
    ],
)
def test_units_that_find_no_room_as_a_whole_are_parted_without_crumbs(
    chapters: list[int], room: int, expected: int
) -> None:
    assert any_cut(work_of(Subject.READING, chapters), room) == expected


@pytest.mark.parametrize(
    ("lane", "unit", "left", "laid"),
    [
        (Subject.TECHNICAL, "topic", 10, 0),
        (Subject.TECHNICAL, "topic", 20, 20),
        (Subject.READING, "chapter", 10, 10),
        (Subject.READING, "", 10, 0),
    ],
)
def test_a_crumb_of_a_second_pass_stands_no_more_unless_it_is_a_chapter(
    lane: Subject, unit: str, left: int, laid: int
) -> None:
    """Ten minutes of it had the taper to themselves; the rest had gone to a fuller week."""
    work = work_of(lane, [left])
    work.pieces = [(unit, left)]
    later: Any = SimpleNamespace(due=lambda **_: [work])
    lanes: Any = SimpleNamespace(tired=None)
    week: Any = SimpleNamespace(number=1, phase=Phase.TAPER)
    day: Any = SimpleNamespace(longest=30)
    found = Seconds(later, lanes, [week], {}, 90).next_on(week, day, left)
    assert found == ((work, laid) if laid else None)


def work_of(lane: Subject, sizes: list[int]) -> Work:
    minutes = sum(sizes)
    return Work(
        item=study.item(study.SKILL, subject=lane),
        rank=0,
        estimate=minutes,
        minutes=minutes,
        least=minutes,
        order=0,
        begun=False,
        pieces=[(str(place), size) for place, size in enumerate(sizes)],
    )
