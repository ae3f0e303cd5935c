import re
from functools import cache
from itertools import product

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from planner import __version__
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.values import Level
from planner.paper.painting import MARGIN
from planner.paper.pdf import plan_pdf, week_pdf
from planner.paper.sizes import Paper
from tests.paper.candidates import EMPTY, START, USUAL, candidate
from tests.paper.reading import codes, facts, pages, poppler, texts

POINTS = {
    Paper.A4: (595, 842),
    Paper.LETTER: (612, 792),
    Paper.A5: (420, 595),
    Paper.A3: (842, 1191),
    Paper.LEGAL: (612, 1008),
}
PLANS = [
    pytest.param(level, weeks, paper, id=f"{level}-{weeks}-{paper}")
    for level, weeks, paper in product(Level, (10, 26), USUAL)
]


@cache
def printed_plan(level: Level, weeks: int, paper: Paper) -> bytes:
    return plan_pdf(candidate(level, weeks), START, paper)


@cache
def printed_week(level: Level, weeks: int, paper: Paper) -> bytes:
    return week_pdf(candidate(level, weeks), 2, START, paper)


def planned(state: State) -> list[str]:
    assert state.plan is not None
    return [one.code for one in state.plan.sessions]


@pytest.mark.parametrize(("level", "weeks", "paper"), PLANS)
def test_the_plan_holds_every_session_once(level: Level, weeks: int, paper: Paper) -> None:
    assert codes(printed_plan(level, weeks, paper)) == planned(candidate(level, weeks))


@pytest.mark.parametrize(("level", "weeks", "paper"), PLANS)
def test_every_week_holds_its_sessions_once(level: Level, weeks: int, paper: Paper) -> None:
    state = candidate(level, weeks)
    assert state.plan is not None
    for week in state.plan.weeks[:10]:
        wanted = [one.code for one in state.plan.sessions_of(week)]
        assert codes(week_pdf(state, week.number, START, paper)) == wanted


@pytest.mark.parametrize("paper", Paper)
def test_the_paper_has_its_size(paper: Paper) -> None:
    found = facts(printed_week(Level.L6, 10, paper))["Page size"]
    width, height = (round(float(one)) for one in re.findall(r"[\d.]+", found)[:2])
    assert (width, height) == POINTS[paper]


@pytest.mark.parametrize(("level", "weeks", "paper"), PLANS)
def test_no_letter_stands_in_the_margins(level: Level, weeks: int, paper: Paper) -> None:
    for data in (printed_plan(level, weeks, paper), printed_week(level, weeks, paper)):
        for page in pages(data):
            assert min(word.left for word in page.words) >= MARGIN - 0.5
            assert min(word.top for word in page.words) >= MARGIN - 0.5
            assert max(word.right for word in page.words) <= page.width - MARGIN + 0.5
            assert max(word.bottom for word in page.words) <= page.height - MARGIN + 0.5


@pytest.mark.parametrize(("level", "weeks", "paper"), PLANS)
def test_no_word_stands_over_another(level: Level, weeks: int, paper: Paper) -> None:
    for data in (printed_plan(level, weeks, paper), printed_week(level, weeks, paper)):
        for page in pages(data):
            words = page.words
            assert [
                (one.text, other.text)
                for index, one in enumerate(words)
                for other in words[index + 1 :]
                if one.overlaps(other)
            ] == []


@pytest.mark.parametrize(("level", "weeks", "paper"), PLANS)
def test_pages_are_numbered(level: Level, weeks: int, paper: Paper) -> None:
    found = texts(printed_plan(level, weeks, paper))
    for number, text in enumerate(found, 1):
        assert f"page {number} of {len(found)}" in text
        assert "printed 30 Nov 2026" in text
        assert "Study plan" in text


@pytest.mark.parametrize(("level", "weeks", "paper"), PLANS)
def test_a_week_of_the_plan_stands_on_one_page(level: Level, weeks: int, paper: Paper) -> None:
    """No week of these plans is as long as a page, so each fits one."""
    state = candidate(level, weeks)
    assert state.plan is not None
    found = texts(printed_plan(level, weeks, paper))
    for week in state.plan.weeks:
        (page,) = [text for text in found if f"Week {week.number} of {weeks} " in text]
        for session in state.plan.sessions_of(week):
            assert session.code in page


def sizes(data: bytes) -> set[float]:
    """The sizes of the letters of a PDF, in points."""
    font = QFont(QGuiApplication.font().families())
    font.setPixelSize(1000)
    high = QFontMetricsF(font).height() / 1000
    return {
        round((word.bottom - word.top) / high, 1) for page in pages(data) for word in page.words
    }


@pytest.mark.parametrize("paper", USUAL)
def test_no_letter_is_smaller_than_nine_points(paper: Paper) -> None:
    assert sizes(printed_week(Level.L7, 10, paper)) == {18, 10.5, 10, 9}
    assert sizes(printed_plan(Level.L7, 10, paper)) == {18, 10.5, 10, 9.5, 9}


def test_fonts_are_embedded_and_can_be_read_out() -> None:
    rows = poppler("pdffonts", week_pdf(candidate(Level.L6), 1, START, Paper.A4)).splitlines()[2:]
    assert len(rows) >= 2  # letters as they are, and bold
    for row in rows:
        embedded, _subset, unicode = re.findall(r"\b(yes|no)\b", row)
        assert (embedded, unicode) == ("yes", "yes")


def test_a_ligature_does_not_hide_a_word_from_a_search() -> None:
    state = candidate(Level.L6, place="the office, first floor")
    assert "the office, first floor" in texts(week_pdf(state, 10, START, Paper.A4))[0]


def test_the_file_says_what_it_is() -> None:
    week = facts(week_pdf(candidate(Level.L6), 4, START, Paper.A4))
    assert week["Title"] == "L6 study plan: week 4 of 10"
    assert week["Creator"] == f"Loopready {__version__}"
    plan = facts(plan_pdf(candidate(Level.L7), START, Paper.A4))
    assert plan["Title"] == "L7 study plan: 10 weeks"


def test_without_a_plan_there_is_nothing_to_print() -> None:
    with pytest.raises(Refused) as week:
        week_pdf(EMPTY, 1, START, Paper.A4)
    with pytest.raises(Refused) as plan:
        plan_pdf(EMPTY, START, Paper.A4)
    assert (week.value.refusal, plan.value.refusal) == (Refusal.NO_PLAN, Refusal.NO_PLAN)
