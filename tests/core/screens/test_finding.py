"""What a typed word means."""

import unicodedata

import pytest
from hypothesis import given

from planner.core.apply import apply
from planner.core.commands import AddItem
from planner.core.screens.finding import Found, find
from planner.core.values import Subject
from tests.core.exchange.example import BOOK, CHAPTERS, EMPTY, STARTED
from tests.core.strategies import FEW, TEXTS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("W1-02", Found(BOOK, "W1-02")),
        ("w1-02", Found(BOOK, "W1-02")),
        ("W2-02", Found("next.assess", "W2-02")),
        (BOOK, Found(BOOK)),
        (CHAPTERS[1], Found(BOOK)),
        ("weekly-review", Found("weekly-review")),
        ("The Manager's Path", Found(BOOK)),
        ("manager's   PATH", Found(BOOK)),
        ("path manager's", Found(BOOK)),
        ("weekly", Found("weekly-review")),
        ("Distributed systems", Found("l6.sd.distributed")),
    ],
)
def test_a_word_means_one_thing(text: str, found: Found) -> None:
    assert find(STARTED, text) == (found,)


def test_a_word_in_several_titles_means_all_of_them() -> None:
    found = {one.item for one in find(STARTED, "distributed systems ")}
    assert found == {"l6.sd.distributed"}
    assert {one.item for one in find(STARTED, "distributed")} == {
        *("l6.sd.distributed", "key.distributed"),
    }


@pytest.mark.parametrize("text", ["", " ", "W9-99", "no such thing", f"{BOOK}/none", "l7.arch"])
def test_what_goes_by_no_name_is_not_found(text: str) -> None:
    assert find(STARTED, text) == ()


def test_an_item_of_the_other_level_is_found_by_its_id_alone() -> None:
    other = STARTED.curriculum.by_id["l7.arch.enterprise"]
    assert find(STARTED, other.id) == (Found(other.id),)
    assert find(STARTED, other.title) == ()


def test_own_items_are_found_by_their_titles() -> None:
    own = AddItem(id="own.a", title="Écrire à Zoë", subject=Subject.LEADERSHIP, minutes=60)
    typed = unicodedata.normalize("NFD", "zoë écrire")
    assert find(apply(STARTED, own), typed) == (Found("own.a"),)


def test_without_a_plan_the_items_are_still_known() -> None:
    assert find(EMPTY, BOOK) == (Found(BOOK),)
    assert find(EMPTY, "W1-01") == ()


@FEW
@given(TEXTS)
def test_no_text_breaks_it(text: str) -> None:
    names = {one.item for one in find(STARTED, text)}
    known = {item.id for item in STARTED.items()} | {"weekly-review", "mock.baseline"}
    assert names <= known
