"""Chance that everyone has alike: fixed by seed and place, even, and without a thread between."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.chance import drawn

GOLDEN = 0x9E3779B97F4A7C15
FIRST_OF_1234567 = 6457827717110365317
"""What the published generator gives first for the seed 1234567."""


def test_it_is_the_published_mixing() -> None:
    assert drawn(1234567, range(1, 2), 2**64) == [FIRST_OF_1234567]


@given(st.integers(0, 2**63), st.integers(0, 10**6), st.integers(0, 9), st.integers(1, 1000))
def test_a_number_lies_below_its_bound_and_follows_from_its_place_alone(
    seed: int, first: int, many: int, below: int
) -> None:
    places = range(first, first + many)
    found = drawn(seed, places, below)
    assert all(0 <= one < below for one in found)
    assert found == [drawn(seed, range(at, at + 1), below)[0] for at in places]


@pytest.mark.parametrize("seed", [0, 1, 1994, GOLDEN])
def test_every_number_comes_as_often_as_the_others(seed: int) -> None:
    counts = Counter(drawn(seed, range(10_000), 5))
    # 2000 each; the standard deviation of a count is 40, and five of them are allowed.
    assert all(abs(counts[number] - 2000) < 200 for number in range(5))


def test_neighbours_have_nothing_to_do_with_each_other() -> None:
    found = drawn(7, range(9_001), 3)
    pairs = Counter(pairwise(found))
    # 1000 of each of the nine pairs; the standard deviation is 30.
    assert len(pairs) == 9
    assert all(abs(count - 1000) < 150 for count in pairs.values())
