"""Stretches of a day are joined and taken away minute for minute."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.core.spans import DAY_MINUTES, Span, length, merged, without

spans = st.lists(st.tuples(st.integers(0, DAY_MINUTES), st.integers(0, DAY_MINUTES)), max_size=6)


def minutes(found: tuple[Span, ...] | list[Span]) -> set[int]:
    return {minute for begin, end in found for minute in range(begin, end)}


@given(spans)
def test_merged_spans_hold_the_same_minutes_in_order_and_apart(drawn: list[Span]) -> None:
    found = merged(drawn)
    assert minutes(found) == minutes(drawn)
    assert all(begin < end for begin, end in found)
    assert all(one[1] < two[0] for one, two in pairwise(found))
    assert length(found) == len(minutes(drawn))


@given(spans, spans)
def test_what_is_left_are_the_minutes_that_nothing_takes(
    drawn: list[Span], taken: list[Span]
) -> None:
    free, gone = merged(drawn), merged(taken)
    left = without(free, gone)
    assert minutes(left) == minutes(free) - minutes(gone)
    assert all(begin < end for begin, end in left)


def test_spans_that_touch_become_one() -> None:
    assert merged([(600, 660), (540, 600)]) == ((540, 660),)


def test_a_span_inside_another_cuts_it_in_two() -> None:
    assert without([(540, 720)], [(600, 630)]) == ((540, 600), (630, 720))
