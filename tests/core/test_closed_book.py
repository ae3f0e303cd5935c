"""The prompts that come with the program, and which of them a review asks."""

from collections import Counter
from functools import cache

import pytest

from planner.core.closed_book import LEAST, LONGEST, ClosedBook, Prompts, asked, problems
from planner.core.curriculum import Curriculum
from planner.core.state import State
from planner.core.values import Level, SessionKind
from planner.resources import resource
from planner.storage.closed_book import load_closed_book
from planner.storage.curriculum import load_curriculum
from tests.support import study


@cache
def curriculum() -> Curriculum:
    return load_curriculum(resource("curriculum"))


@cache
def book() -> ClosedBook:
    return load_closed_book(resource("curriculum"), curriculum())


def book_of(*parts: tuple[str, tuple[str, ...]]) -> ClosedBook:
    return ClosedBook(prompts=tuple(Prompts(about=about, ask=ask) for about, ask in parts))


def every() -> list[str]:
    return [prompt for one in book().prompts for prompt in one.ask]


def test_no_item_has_fewer_than_three() -> None:
    assert min(len(book().of(item.id)) for item in curriculum().items) >= LEAST == 3
    assert len(every()) >= 210  # what issue 5 asks for


def test_none_stands_twice_and_none_is_longer_than_two_hundred_letters() -> None:
    assert [one for one, count in Counter(map(str.casefold, every())).items() if count > 1] == []
    assert max(map(len, every())) <= LONGEST == 200


def test_each_is_a_sentence_of_its_own() -> None:
    """No template fills them in: those that begin alike are few."""
    beginnings = Counter(" ".join(one.split()[:4]) for one in every())
    assert max(beginnings.values()) <= 5
    assert all(one[-1] in ".?!" and one == " ".join(one.split()) for one in every())


@pytest.mark.parametrize("place", range(16))
def test_each_principle_is_asked_about_by_itself(place: int) -> None:
    principle = curriculum().principles[place]
    about = f"read.leadership-principles/{principle.id}"
    (found,) = [one for one in book().prompts if one.about == about]
    assert len(found.ask) >= 2


@pytest.mark.parametrize(
    ("prompts", "problem"),
    [
        ([("skill.three", ("a?",))], "asks about the unknown skill.three"),
        ([(study.BOOK, ("a?", "b?"))], f"asks 2 times about {study.BOOK}, not 3 times"),
        (
            [(study.BOOK, ("a?", "b?")), (study.BOOK, ("c?",))],
            f"asks about {study.BOOK} in two places",
        ),
        ([(study.BOOK, ("a  b?", "A b?"))], "asks twice “A b?”"),
    ],
)
def test_what_is_wrong_is_said(prompts: list[tuple[str, tuple[str, ...]]], problem: str) -> None:
    found = book_of(*prompts)
    assert problem in [*problems(found, study.CURRICULUM)]


def test_nothing_is_wrong_with_ours() -> None:
    assert [*problems(book(), curriculum())] == []


def test_an_item_comes_before_its_units() -> None:
    found = book_of((study.CHAPTERS[0], ("unit?",)), (study.BOOK, ("item?",)))
    assert found.of(study.BOOK) == ("item?", "unit?")
    assert found.of("nobody") == ()


LETTERS = tuple(f"{letter}?" for letter in "abcdefgh")
REVIEWS = tuple(
    study.session(f"W1-1{place}", study.SKILL, place, kind=SessionKind.REVIEW, minutes=minutes)
    for place, minutes in enumerate((10, 25, 20))
)
STATE = State(study.CURRICULUM, profile=study.PROFILE, plan=study.PLAN.evolve(sessions=REVIEWS))
OWN_BOOK = book_of((study.SKILL, LETTERS))


def letters(place: int) -> str:
    return "".join(asked(OWN_BOOK, STATE, REVIEWS[place])).replace("?", "")


def test_each_review_goes_on_where_the_one_before_ended() -> None:
    assert [letters(place) for place in range(3)] == ["abc", "defgh", "abcd"]


def test_a_review_never_asks_the_same_twice() -> None:
    few = book_of((study.SKILL, LETTERS[:3]))
    assert sorted(asked(few, STATE, REVIEWS[1])) == ["a?", "b?", "c?"]


def test_only_reviews_ask() -> None:
    session = study.session("W1-01", study.SKILL, 0)
    assert asked(OWN_BOOK, STATE, session) == ()
    assert asked(ClosedBook(), STATE, REVIEWS[0]) == ()
    assert asked(OWN_BOOK, State(study.CURRICULUM), REVIEWS[0]) == ()


def test_both_levels_are_served() -> None:
    for level in Level:
        assert all(book().of(item.id) for item in curriculum().items_at(level))
