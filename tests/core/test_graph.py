"""Circles among things that wait for each other."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.core.graph import find_cycle

GRAPHS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=3)
)


def has_order(edges: Mapping[str, Sequence[str]]) -> bool:
    try:
        TopologicalSorter(edges).prepare()
    except CycleError:
        return False
    return True


@given(GRAPHS)
def test_a_circle_is_found_just_when_no_order_exists(edges: Mapping[str, list[str]]) -> None:
    assert (find_cycle(edges) == ()) is has_order(edges)


@given(GRAPHS)
def test_a_circle_closes_and_follows_the_edges(edges: Mapping[str, list[str]]) -> None:
    cycle = find_cycle(edges)
    if cycle:
        assert cycle[0] == cycle[-1]
        assert all(after in edges[before] for before, after in pairwise(cycle))
        assert len(set(cycle)) == len(cycle) - 1


@given(st.permutations("abcdefgh"), GRAPHS)
def test_edges_that_only_look_back_make_no_circle(
    order: list[str], edges: Mapping[str, list[str]]
) -> None:
    place = {name: number for number, name in enumerate(order)}
    back = {
        name: [other for other in others if place[other] < place[name]]
        for name, others in edges.items()
    }
    assert find_cycle(back) == ()


def test_waiting_for_oneself_is_a_circle() -> None:
    assert find_cycle({"a": ["a"]}) == ("a", "a")


def test_the_way_into_a_circle_is_no_part_of_it() -> None:
    assert find_cycle({"a": ["b"], "b": ["c"], "c": ["d", "b"]}) == ("b", "c", "b")


def test_two_ways_to_one_place_are_no_circle() -> None:
    assert find_cycle({"a": ["b", "c"], "b": ["d"], "c": ["d"]}) == ()


def test_a_chain_of_thousands_does_not_exhaust_the_stack() -> None:
    chain = {str(number): [str(number + 1)] for number in range(20_000)}
    assert find_cycle(chain) == ()
