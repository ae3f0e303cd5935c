"""A session is never longer than what fits."""

from hypothesis import example, given
from hypothesis import strategies as st

from planner.core.planning.cutting import next_cut
from planner.core.planning.work import Piece, Work
from planner.core.values import Subject
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
    minutes = sum(sizes)
    work = Work(
        item=study.item(study.SKILL, subject=lane),
        rank=0,
        estimate=minutes,
        minutes=minutes,
        least=minutes,
        order=0,
        begun=False,
        pieces=[Piece(str(place), size) for place, size in enumerate(sizes)],
    )
    assert 0 <= next_cut(work, room, block, week) <= min(room, block, minutes)
