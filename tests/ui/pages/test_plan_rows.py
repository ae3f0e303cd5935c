"""The rows of the Plan page: models as Qt wants them, and words that fit any width."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.modeltest import ModelTester

from planner.core.screens.plan import LeftOutRow, PlanScreen, WeekRow, plan_screen
from planner.core.screens.whatif import Gain
from planner.core.values import Priority
from planner.core.wording import duration
from planner.ui.pages.plan import words
from planner.ui.rows.model import Role, RowsModel
from planner.ui.rows.text import lines_of
from tests.core.screens.candidates import START, TODAY, demo, fresh

WIDE = 10_000


def screen() -> PlanScreen:
    found = plan_screen(demo(), TODAY)
    assert found is not None
    return found


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def model() -> RowsModel[WeekRow]:
    model = RowsModel[WeekRow](words.titles, words.spoken_week)
    model.show_rows(screen().weeks)
    return model


@pytest.mark.parametrize("by_python", [False, True])
def test_it_is_a_model_as_qt_wants_it(
    model: RowsModel[WeekRow], qtmodeltester: ModelTester, by_python: bool
) -> None:
    qtmodeltester.check(model, force_py=by_python)  # type: ignore[no-untyped-call]
    weeks = screen().weeks
    model.show_rows(weeks[:4])
    model.show_rows(())
    model.show_rows(weeks)
    other = plan_screen(fresh(), START)
    assert other is not None
    model.show_rows(other.weeks)


def test_only_rows_that_differ_are_told(model: RowsModel[WeekRow]) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda index: told.append(index.row()))
    weeks = screen().weeks
    model.show_rows(weeks)
    model.show_rows((*weeks[:2], weeks[3], *weeks[3:]))
    assert told == [2]


def test_a_week_is_said_in_words(model: RowsModel[WeekRow]) -> None:
    spoken = model.data(model.index(3), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(spoken, str)
    assert spoken.startswith("Week 4, 21 – 27 Dec. this week · slipped 10 m. 11.8 of 15 h planned.")
    assert "technical" in spoken
    assert "Open: " in spoken
    assert "✓" not in spoken
    assert model.data(model.index(3), Role.ROW) == screen().weeks[3]


def test_a_tooltip_shows_titles_as_they_are_written() -> None:
    row = LeftOutRow("own.x", "<b>bold</b> & co", Priority.CORE, 60, "why", is_whole=True)
    model = RowsModel[LeftOutRow](words.left_out_title, words.spoken_left_out)
    model.show_rows([row])
    tip = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>&lt;b&gt;bold&lt;/b&gt; &amp; co</qt>"


def test_notes_say_what_is_special() -> None:
    rows = screen().weeks
    assert words.note(rows[0]) == f"{duration(rows[0].done)} done"
    assert "slipped" in words.note(next(row for row in rows if row.slipped))
    assert words.note(rows[3].evolve(slipped=0)) == "this week"
    assert words.note(rows[4]) == ""
    assert words.note(rows[7]) == "mock block"
    assert words.note(rows[9]).startswith("taper · loop ")
    assert words.note(rows[4].evolve(free=0)) == "no free time"
    booked = rows[4].evolve(rounds=(("HM Screen", date(2027, 1, 15)),))
    assert words.note(booked) == "HM Screen on Fri 15 Jan"


def test_a_week_of_the_mock_block_says_so_until_it_is_over() -> None:
    row = screen().weeks[7]
    now = row.evolve(is_current=True, slipped=90)
    assert words.note(now) == "this week · slipped 1 h 30 m · mock block"
    assert words.note(row.evolve(is_over=True, done=180)) == "3 h done"
    assert words.note(row.evolve(is_over=True, slipped=90)) == "slipped 1 h 30 m"


def test_more_hours_that_only_shorten_less_are_said_in_time() -> None:
    told = words.gained(Gain(more=120, minutes=725))
    assert told == "Two more hours a week would leave out 12 h 05 m less."


def test_the_days_of_a_plan_end_on_the_day_of_the_loop() -> None:
    booked = screen().evolve(loop=date(2027, 2, 5), loop_proposed=False)
    assert " – 5 Feb · " in words.subtitle(booked)


def test_what_is_left_out_is_said_in_words() -> None:
    row = LeftOutRow("a", "Microservices", Priority.OPTIONAL, 180, "no room", is_whole=True)
    assert words.spoken_left_out(row) == "Microservices, optional, 3 h, no room"
    assert words.left_out_size(row) == "3 h"
    assert words.left_out_why(row) == "No room."
    back = replace(row, back="2 weeks more would bring it back")
    assert words.left_out_why(back) == "No room. 2 weeks more would bring it back."
    assert words.spoken_left_out(back).endswith("no room, 2 weeks more would bring it back")
    short = LeftOutRow("a", "Microservices", Priority.OPTIONAL, 30, "no room", is_whole=False)
    assert words.left_out_size(short) == "30 m less"


@pytest.mark.parametrize(
    ("weeks", "more", "text"),
    [
        (0, None, ""),
        (1, None, "Everything would need about 1 more week."),
        (3, 150, "Everything would need about 3 more weeks, or 12 h 30 m a week."),
        (3, 0, "A plan made today would leave nothing out."),
    ],
)
def test_what_everything_needs_is_said_in_weeks_and_time(
    weeks: int, more: int | None, text: str
) -> None:
    assert words.needs(weeks, 600, more) == text


LETTERS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=40)


@settings(max_examples=60)
@given(st.lists(LETTERS, max_size=12), st.integers(20, 400))
def test_lines_hold_every_letter_and_fit(spoken: list[str], width: int) -> None:
    metrics = QFontMetrics(QFont())
    lines = lines_of(" ".join(spoken), QFont(), width)
    assert "".join("".join(lines).split()) == "".join("".join(spoken).split())
    for line in lines:
        assert metrics.horizontalAdvance(line) <= width or len(line) == 1


@settings(max_examples=60)
@given(st.lists(LETTERS, min_size=1, max_size=12), st.integers(60, 400), st.integers(1, 3))
def test_lines_that_are_too_many_end_with_an_ellipsis(
    spoken: list[str], width: int, most: int
) -> None:
    text = " ".join(spoken)
    whole, cut = lines_of(text, QFont(), width), lines_of(text, QFont(), width, most)
    assert len(cut) == min(len(whole), most)
    if len(whole) > most:
        assert cut[-1].endswith("…")
        assert cut[:-1] == whole[: most - 1]
    else:
        assert cut == whole


def test_a_text_that_fits_is_one_line() -> None:
    assert lines_of("one two three", QFont(), WIDE) == ["one two three"]
    assert lines_of("", QFont(), WIDE) == [""]
