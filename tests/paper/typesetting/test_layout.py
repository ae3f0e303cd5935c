"""What goes on over a page, and what closes one."""

import re
from dataclasses import replace
from typing import Any

import pytest

from planner.core.state import State
from planner.core.values import Level
from planner.paper.contents.whole import plan_document
from planner.paper.painting import page_layout, sheet_of
from planner.paper.pdf import plan_pdf, week_pdf
from planner.paper.sizes import Paper
from planner.paper.typesetting import lines
from planner.paper.typesetting.faces import TEXT
from planner.paper.typesetting.layout import lay_out, spilled
from tests.paper.candidates import START, candidate, session, with_sessions
from tests.paper.reading import texts

LONG_DAYS = range(34, 80, 4)
"""Numbers of sessions that do not fit a page."""


def days(*counts: int) -> State:
    """A week with so many sessions on each of its days."""
    of_days = [day for day, count in enumerate(counts) for _ in range(count)]
    return with_sessions(
        *(session(f"W1-{n:02d}", "own.0", day) for n, day in enumerate(of_days, 1)),
        titles=("Item",),
    )


@pytest.mark.parametrize("count", LONG_DAYS)
def test_a_day_that_goes_on_says_so(count: int) -> None:
    first, *later = texts(week_pdf(days(1, count), 1, START, Paper.A4))
    assert "(continued)" not in first
    assert later
    for text in later:
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        assert lines[0] == "Week 1 of 1 (continued) L6 · loop day Mon 8 Feb (70 days)"
        assert lines[1] == "Tuesday 1, 09:00 (continued)"
        assert re.match(r"W1-\d\d Item", lines[2])


@pytest.mark.parametrize("count", LONG_DAYS)
def test_a_week_of_the_plan_that_goes_on_names_its_day(count: int) -> None:
    first, *later = texts(plan_pdf(days(0, count + 10), START, Paper.A4))
    assert "(continued)" not in first
    assert later
    for text in later:
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        assert lines[0].startswith("Study plan (continued)")
        assert lines[1] == "Week 1 of 1 (continued) Tue 1, 09:00"


def test_a_day_that_begins_a_page_is_named_by_itself() -> None:
    """Wherever the first day ends, one of these begins a page with the second."""
    tops = set()
    for count in range(30, 44):
        _, second = texts(plan_pdf(days(count, 20), START, Paper.A4))
        lines = [" ".join(line.split()) for line in second.splitlines() if line.strip()]
        tops.add((lines[1], lines[2].startswith("Tue 1, 09:00 W1-")))
    assert tops == {
        ("Week 1 of 1 (continued) 30 November – 6 December · build phase", True),
        ("Week 1 of 1 (continued) Mon 30, 09:00", False),
        ("Week 1 of 1 (continued) Tue 1, 09:00", False),
    }


@pytest.mark.parametrize("count", range(34, 48))
def test_the_loop_day_never_stands_alone(count: int) -> None:
    found = texts(plan_pdf(days(0, count), START, Paper.A4))
    assert "Monday 8 February 2027" in found[-1]
    assert re.search(r"W1-\d\d", found[-1])


def test_no_line_of_a_document_is_set_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[tuple[object, ...]] = []
    setting = lines._set

    def noted(*wanted: Any) -> tuple[lines.Line, ...]:
        found.append(wanted)
        return setting(*wanted)

    monkeypatch.setattr(lines, "_set", noted)
    document = plan_document(candidate(Level.L6), START, weeks_a_page=2)
    for _ in range(2):
        found.clear()
        lay_out(document, sheet_of(page_layout(Paper.A4)))
        assert len(found) == len(set(found)) > 500  # of some 4,000 that are wanted
    assert lines.set_lines("Once", TEXT) is not lines.set_lines("Once", TEXT)  # none is kept


@pytest.mark.parametrize(("count", "times"), [(5, 0), (40, 0), (80, 1)])
@pytest.mark.parametrize("weeks_a_page", [1, 2])
def test_weeks_that_go_on_to_the_next_page_are_counted(
    count: int, times: int, weeks_a_page: int
) -> None:
    document = plan_document(days(0, count), START, weeks_a_page=weeks_a_page)
    pages = lay_out(document, sheet_of(page_layout(Paper.A4)))
    assert spilled(document, pages) == times == len(pages) - 1
    assert spilled(replace(document, weeks_a_page=0), pages) == 0
