"""What a few typed letters find, and what always holds of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.finding import Entry, Index, found, index_of, plain

TITLES = (
    "Undo",
    "Distributed systems — replication",
    "Replan…",
    "Write story…",
    "The replication outage",
    "Répétition générale",
    "Week 4",
)
LETTERS = st.text(alphabet="ab cdé-4ﬁß\u0301", max_size=12)
ENTRIES = st.lists(
    st.builds(Entry, st.text(max_size=3), LETTERS | st.text(max_size=20), LETTERS), max_size=12
)


def index(*titles: str) -> Index[Entry]:
    return index_of(Entry(title, title) for title in titles)


def written(title: str) -> str:
    return " ".join(plain(title).split())


def titles(text: str, *recent: str) -> list[str]:
    return [one.title for one in found(index(*TITLES), text, recent)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("undo", "Undo"),
        ("repl", "Replan…"),
        ("sys repl", "Distributed systems — replication"),
        ("dsr", "Distributed systems — replication"),
        ("dissysrep", "Distributed systems — replication"),
        ("ws", "Write story…"),
        ("outage", "The replication outage"),
        ("REPETITION", "Répétition générale"),
        ("répé", "Répétition générale"),
        ("week 4", "Week 4"),
        ("w4", "Week 4"),
        ("lication", "Distributed systems — replication"),
    ],
)
def test_a_few_letters_find_what_is_meant(text: str, first: str) -> None:
    assert titles(text)[0] == first


def test_every_word_has_to_fit() -> None:
    assert titles("replication undo") == []


def test_what_is_said_beside_a_title_finds_it_later() -> None:
    both = index_of([Entry("1", "Caching", "core"), Entry("2", "Core values")])
    assert [one.key for one in found(both, "core")] == ["2", "1"]
    assert [one.key for one in found(both, "cach core")] == ["1"]
    assert found(both, "ore cach") == (), "beside a title only the beginnings of words count"


def test_words_that_are_not_shown_find_as_those_beside_a_title() -> None:
    both = index_of([Entry("1", "Preferences", "Edit", "dark theme"), Entry("2", "Dark ages")])
    assert [one.key for one in found(both, "dark")] == ["2", "1"]
    assert [one.key for one in found(both, "dark pref edit")] == ["1"]


def test_of_equals_the_lowest_rank_goes_first_and_what_cannot_be_last() -> None:
    ranked = index_of(
        [
            Entry("barred", "Print now", rank=1),
            Entry("sheet", "Sheet", "print"),
            Entry("printed", "Printed guide"),
            Entry("do", "To print", rank=-1),
        ]
    )
    assert [one.key for one in found(ranked, "print")] == ["do", "printed", "sheet", "barred"]
    assert found(ranked, "print now")[0].key == "barred"


def test_beginnings_of_words_that_are_far_apart_are_not_meant() -> None:
    assert titles("ds") == ["Distributed systems — replication"]
    assert titles("dr") == []


def test_the_fit_decides_before_the_order() -> None:
    fits = index("x using", "saw its name", "sin is near", "sin")
    assert [one.title for one in found(fits, "sin")] == [
        "sin",
        "sin is near",
        "saw its name",
        "x using",
    ]


def test_of_equals_the_one_that_was_used_last_goes_first() -> None:
    assert titles("", "Week 4", "Replan…")[:3] == ["Week 4", "Replan…", "Undo"]
    assert titles("rep", "Write story…")[0] == "Replan…", "to be recent does not make it fit"
    assert titles("repl", "The replication outage")[0] == "Replan…"


@given(ENTRIES, st.text(max_size=30) | LETTERS, st.lists(st.text(max_size=3)))
def test_any_text_finds_some_of_the_entries_each_once(
    entries: list[Entry], text: str, recent: list[str]
) -> None:
    result = found(index_of(entries), text, recent)
    assert len(result) <= len(entries)
    left = list(entries)
    for one in result:
        left.remove(one)


@given(ENTRIES)
def test_an_empty_text_finds_everything_in_its_order(entries: list[Entry]) -> None:
    assert list(found(index_of(entries), " ")) == entries


@given(ENTRIES, st.data())
def test_a_title_that_is_typed_whole_goes_first(entries: list[Entry], data: st.DataObject) -> None:
    named = [one for one in entries if written(one.title)]
    if named:
        title = data.draw(st.sampled_from(named)).title
        assert written(found(index_of(entries), title)[0].title) == written(title)


@given(ENTRIES, LETTERS, LETTERS)
def test_typing_on_brings_nothing_back(entries: list[Entry], text: str, more: str) -> None:
    before = found(index_of(entries), text)
    after = found(index_of(entries), text + more)
    assert all(one in before for one in after)


@given(ENTRIES, LETTERS)
def test_what_fits_alone_fits_among_others(entries: list[Entry], text: str) -> None:
    among = found(index_of(entries), text)
    for one in entries:
        assert bool(found(index_of([one]), text)) is (one in among)


@given(ENTRIES, LETTERS)
def test_equals_stay_in_their_order(entries: list[Entry], text: str) -> None:
    twins = [Entry(str(place), one.title, one.more) for place, one in enumerate(entries * 2)]
    places = [int(one.key) for one in found(index_of(twins), text)]
    half = len(entries)
    for place in places:
        if place < half:
            assert places.index(place) < places.index(place + half)
