"""One item goes and another comes, where that keeps more of what matters."""

from collections.abc import Mapping, Sequence

from planner.core.curriculum import Item
from planner.core.planning.exchange import Exchanges
from planner.core.planning.rooms import Space
from planner.core.planning.work import Work, demand
from planner.core.values import Priority, Subject
from tests.core.planning.test_small_rooms import candidate, item

OPTIONAL, CORE = Priority.OPTIONAL, Priority.CORE
ROOM = Space(150, 0)


def works(*items: Item) -> Mapping[str, Work]:
    state, profile = candidate(items, (60,) * 7, 42)
    return {work.id: work for work in demand(state, profile)}


def early(work: Work, size: int, awaited: bool) -> int:
    if work.lane is Subject.MOCK:
        return 0
    return size if awaited or work.lane is not Subject.READING else size // 2


def better(
    found: Mapping[str, Work],
    kept: Sequence[str],
    marks: dict[str, int] | None = None,
    space: Space = ROOM,
    fixed: Sequence[str] = (),
) -> set[str]:
    bits = dict.fromkeys(found, 0) | (marks or {})
    exchanges = Exchanges(found, bits, 0, space, early, frozenset(fixed))
    return set(exchanges.best(frozenset(kept)))


def fixed_size(name: str, minutes: int, **given: object) -> Item:
    return item(name, (minutes, minutes, minutes), **given)  # type: ignore[arg-type]


def test_what_fills_the_room_better_comes_with_all_it_requires() -> None:
    long, first = fixed_size("long", 120), fixed_size("first", 60)
    second = fixed_size("second", 90, requires=("first",))
    assert better(works(long, first, second), ["long"]) == {"first", "second"}


def test_a_short_item_that_covers_the_same_leaves_room_for_what_matters_more() -> None:
    found = works(
        fixed_size("long", 60),
        fixed_size("short", 20, priority=OPTIONAL),
        item("core", (130, 130, 90), priority=CORE),
    )
    kept = ["long", "core"]
    assert better(found, kept, {"long": 1, "short": 1}) == {"short", "core"}
    assert better(found, kept, {"short": 1}) == {"short", "core"}
    assert better(found, kept, {"long": 3, "short": 1}) == {"long", "core"}


def test_what_is_required_or_fixed_or_first_of_all_does_not_go() -> None:
    long, other = fixed_size("long", 60), fixed_size("other", 150)
    follower = fixed_size("follower", 20, requires=("long",))
    assert better(works(long, other), ["long"]) == {"other"}
    assert better(works(long, other), ["long"], fixed=["long"]) == {"long"}
    assert better(works(long, other, follower), ["long", "follower"]) == {"long", "follower"}
    for subject in (Subject.ORIENTATION, Subject.MOCK):
        staying = fixed_size("long", 60, subject=subject)
        assert better(works(staying, other), ["long"]) == {"long"}


def test_nothing_comes_that_has_no_room_before_the_mock_block() -> None:
    long, other = fixed_size("long", 60), fixed_size("other", 150)
    assert better(works(long, other), ["long"], space=Space(140, 10)) == {"long"}
    mock = fixed_size("mock", 90, subject=Subject.MOCK)
    assert better(works(long, mock), ["long"], space=Space(55, 60)) == {"mock"}
    assert better(works(long, mock), ["long"], space=Space(60, 90)) == {"long", "mock"}


def test_one_exchange_follows_the_other() -> None:
    found = works(
        *(
            fixed_size(f"{name}-{place}", minutes)
            for place in range(2)
            for name, minutes in (("a", 60), ("b", 70))
        )
    )
    assert better(found, ["a-0", "a-1"], space=Space(140, 0)) == {"b-0", "b-1"}


def test_what_comes_along_because_it_is_required_stands_before_the_mock_block_whole() -> None:
    half = {"subject": Subject.READING}
    first, second = fixed_size("first", 80, **half), fixed_size("second", 80, requires=("first",))
    assert better(works(first, second), [], space=Space(160, 40)) == {"first", "second"}
    assert "second" not in better(works(first, second), [], space=Space(120, 80))
    assert "second" not in better(works(first, second), ["first"], space=Space(120, 80))
