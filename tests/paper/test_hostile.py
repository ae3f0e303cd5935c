"""Whatever a title holds, it is printed as text, whole and within its column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.state import State
from planner.paper.contents.days import day_title
from planner.paper.pdf import plan_pdf, week_pdf
from planner.paper.sizes import Paper
from planner.paper.wish import Kind, Wish
from tests.core.screens.candidates import TODAY, demo
from tests.paper.candidates import START, USUAL, session, with_sessions
from tests.paper.proof import TITLES, prove
from tests.paper.reading import Page, codes, pages, texts
from tests.paper.wished import wished

LONG = {name: TITLES[name] for name in ("words", "one word", "html", "breaks", "placeholders")}
LONG["turned"] = TITLES["turned"]


def one_title(title: str) -> State:
    return with_sessions(
        session("W1-01", "own.0", 1, 90), session("W1-02", "own.1", 1), titles=(title, "After")
    )


def printed(state: State, paper: Paper = Paper.A4) -> list[bytes]:
    return [week_pdf(state, 1, START, paper), plan_pdf(state, START, paper)]


def letters(page: Page) -> str:
    return "".join(word.text for word in page.words)


@pytest.mark.parametrize("paper", USUAL)
@pytest.mark.parametrize("name", LONG)
def test_every_letter_is_there(name: str, paper: Paper) -> None:
    wanted = "".join(
        one for one in LONG[name] if one.isprintable() and not one.isspace() and ord(one) < 0x2000
    )
    for data in printed(one_title(LONG[name]), paper):
        (page,) = pages(data)
        assert wanted in letters(page)


@pytest.mark.parametrize("name", LONG)
def test_a_title_keeps_out_of_the_other_columns(name: str) -> None:
    for data in printed(one_title(LONG[name])):
        (page,) = pages(data)
        (code,) = (word for word in page.words if word.text == "W1-01")
        (minutes,) = (word for word in page.words if word.text == "90")
        row = [word for word in page.words if abs(word.top - code.top) < 4 and word is not code]
        title = [word for word in row if word.left > code.right and word.right < minutes.left]
        assert title
        for word in page.words:
            assert not word.overlaps(minutes) or word is minutes
            assert word.right <= page.width - 44


def test_a_long_title_takes_more_lines() -> None:
    for data in printed(one_title(LONG["words"])):
        (page,) = pages(data)
        tops = {round(word.top) for word in page.words if word.text == "Interviewing"}
        assert len(tops) >= 3


def test_right_to_left_stays_in_its_column() -> None:
    state = one_title("תכנון מערכות מבוזרות " * 9 + "abc")
    for data in printed(state):
        (page,) = pages(data)
        (code,) = (word for word in page.words if word.text == "W1-01")
        hebrew = [
            word for word in page.words if any("\u05d0" <= one <= "\u05ea" for one in word.text)
        ]
        assert len(hebrew) >= 27
        assert min(word.left for word in hebrew) > code.right
        assert len({round(word.top) for word in hebrew}) >= 2


def test_a_title_of_nothing_to_see_still_has_its_row() -> None:
    state = one_title("\u202e")
    assert codes(printed(state)[0]) == ["W1-01", "W1-02"]
    assert "W1-01 … 90 m" in " ".join(texts(printed(state)[0])[0].split())


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 90), st.integers(0, 12), st.sampled_from(Paper))
def test_a_heading_is_never_parted_from_its_first_row(count: int, words: int, paper: Paper) -> None:
    """However many sessions fill however many pages."""
    state = with_sessions(
        *(session(f"W1-{n + 1:02d}", "own.0", 7 * n // count) for n in range(count)),
        titles=("Item " * (1 + 3 * words),),
    )
    assert state.plan is not None
    first = {one.date: one.code for one in reversed(state.plan.sessions)}
    found = texts(week_pdf(state, 1, START, paper))
    for day, code in first.items():
        heading = f"{day_title(day)}, 09:00"
        (page,) = (
            text
            for text in found
            if any(row.startswith(heading) and "(" not in row for row in text.splitlines())
        )
        after = page[page.index(heading) :]
        assert code in after
    for text in found[1:]:
        lines = [row for row in text.splitlines() if row.strip()]
        assert lines[0].startswith("Week 1 of 1 (continued)")


@pytest.mark.parametrize("count", range(18, 40))
def test_no_row_is_left_alone_on_a_page(count: int) -> None:
    state = with_sessions(
        *(session(f"W1-{n + 1:02d}", "own.0", 1) for n in range(count)), titles=("Item",)
    )
    for data in printed(state):
        found = [[word.text for word in page.words] for page in pages(data)]
        shown = [sum(text.startswith("W1-") for text in words) for words in found]
        assert sum(shown) == count
        assert min(shown) >= 2


ENDLESS = {
    "words": "Interviewing is work. " * 455,
    "one word": "Supercalifragilistic" * 500,
    "control characters": "".join(map(chr, range(32))) * 312 + "end",
    "emoji": "🚀👩‍👩‍👧‍👦" * 1_250,
    "right to left": "مقابلة مع مدير " * 667,
    "both ways": "abc אבג \u202e123\u202c " * 715,
    "markup": "<b>&amp;</b> " * 770,
}
"""Titles of ten thousand characters."""


@pytest.mark.parametrize(
    ("kind", "weeks_a_page"), [(Kind.WEEK, 0), (Kind.PLAN, 2), (Kind.CHECKLIST, 0)]
)
@pytest.mark.parametrize("name", ENDLESS)
def test_ten_thousand_characters_are_printed(name: str, kind: Kind, weeks_a_page: int) -> None:
    assert len(ENDLESS[name]) >= 9_980
    state = one_title(ENDLESS[name][:10_000])
    wish = wished(kind, weeks_a_page, paper=Paper.A5)
    assert prove(state, START, wish) > (name != "control characters")


@pytest.mark.parametrize("name", ENDLESS)
def test_endless_stories_and_notes_are_printed(name: str) -> None:
    text = ENDLESS[name][:10_000]
    state = demo()
    story, item = next(iter(state.stories)), next(iter(state.evidence))
    hostile = state.evolve(
        stories={**state.stories, story: state.stories[story].evolve(title=text)},
        evidence={**state.evidence, item: text},
    )
    for kind in (Kind.SHEET, Kind.CHECKLIST, Kind.READINESS):
        assert prove(hostile, TODAY, Wish(kind=kind)) > (name != "control characters")
