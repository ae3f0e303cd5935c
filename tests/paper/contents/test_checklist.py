"""The checklist on paper: each item and unit once with its box, and figures as on the screen."""

import re
from collections.abc import Iterable

import pytest

from planner.core.apply import apply
from planner.core.commands import SkipItem
from planner.core.exchange.words import line
from planner.core.progress import Done
from planner.core.screens.checklist import checklist_screen
from planner.core.state import State
from planner.core.values import Level
from planner.paper.contents.checklist import checklist_paper
from planner.paper.contents.document import Check, Standing
from planner.paper.painting import page_layout, sheet_of
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from planner.paper.typesetting.layout import Sheet, lay_out
from planner.paper.typesetting.marks import Box, Sign, Words
from tests.core.screens.candidates import TODAY, demo, fresh
from tests.paper.candidates import EMPTY
from tests.paper.reading import facts, pages

SHEET = Sheet(505.0, 750.0)


def checks(state: State, *, hide_done: bool = False) -> list[Check]:
    document = checklist_paper(state, TODAY, hide_done=hide_done)
    rows = (row for section in document.sections for row in section.rows)
    return [row for row in rows if isinstance(row, Check)]


def unspaced(parts: Iterable[str]) -> str:
    return "".join("".join(parts).split())


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("level", Level)
def test_every_item_and_unit_is_on_paper_in_order(level: Level, *, landscape: bool) -> None:
    state, layout = fresh(level), page_layout(Paper.A4, landscape=landscape)
    document = checklist_paper(state, TODAY)
    told = [
        mark.line.layout.text()
        for page in lay_out(document, sheet_of(layout))
        for strip in page
        for mark in strip.marks
        if isinstance(mark, Words) and mark.line.number == 0
    ]
    names = [
        line(name)
        for section in checklist_screen(state).sections
        for item in section.rows
        for name in (item.title, *(unit.label for unit in item.units))
    ]
    place = -1
    for name in names:
        place = told.index(name, place + 1)
    printed = "".join(word.text for page in pages(render(document, layout)) for word in page.words)
    for word in {word for name in names for word in re.split(r"[\s-]+", name)}:
        assert word in printed


@pytest.mark.parametrize(("paper", "columns"), [(Paper.A5, 1), (Paper.A4, 2), (Paper.A3, 3)])
def test_a_checklist_has_as_many_columns_as_are_wide_enough(paper: Paper, columns: int) -> None:
    first = lay_out(checklist_paper(demo(), TODAY), sheet_of(page_layout(paper)))[0]
    boxes = {mark.x for strip in first for mark in strip.marks if isinstance(mark, Box)}
    assert len(boxes) == 2 * columns  # items, and units further in


def test_boxes_show_what_is_done() -> None:
    state = demo()
    wanted = [
        done
        for section in checklist_screen(state).sections
        for item in section.rows
        for done in (item.state is Done.DONE, *(unit.done for unit in item.units))
    ]
    pages = lay_out(checklist_paper(state, TODAY), SHEET)
    boxes = [
        mark for page in pages for strip in page for mark in strip.marks if isinstance(mark, Box)
    ]
    assert [box.sign is Sign.TICK for box in boxes] == wanted
    assert 10 < sum(wanted) < len(wanted) - 10


def test_what_is_skipped_is_crossed_out_with_its_open_units() -> None:
    item = next(
        row for section in checklist_screen(fresh()).sections for row in section.rows if row.units
    )
    state = apply(fresh(), SkipItem(item=item.id))
    rows = checks(state)
    at = next(place for place, row in enumerate(rows) if row.title == item.title)
    those = rows[at : at + 1 + len(item.units)]
    assert {row.standing for row in those} == {Standing.SKIPPED}
    assert those[0].right == "skipped"


def test_what_is_done_can_be_left_away() -> None:
    rows = checks(demo(), hide_done=True)
    assert {row.standing for row in rows} == {Standing.OPEN}
    still = [row for row in checks(demo()) if row.standing is Standing.OPEN]
    assert rows == still


def test_figures_are_those_of_the_screen() -> None:
    document = checklist_paper(demo(), TODAY)
    screen = checklist_screen(demo())
    for section, shown in zip(screen.sections, document.sections, strict=True):
        assert shown.heading.right.startswith(in_hours(section.share.done))
    done = sum(one.share.done for one in screen.sections)
    assert document.head.beside[1].startswith(f"{in_hours(done)} of ")


def in_hours(minutes: int) -> str:
    """With one digit behind the point, which a half raises."""
    return f"{(minutes + 3) // 6 / 10:.1f}".removesuffix(".0")


def test_an_item_is_never_parted_from_its_first_unit() -> None:
    """However high the page is; and a page that begins among units names their item."""
    titles = {row.title for row in checks(demo()) if not row.inset}
    document = checklist_paper(demo(), TODAY)
    for height in range(300, 420, 7):
        for page in lay_out(document, Sheet(505.0, float(height)))[:-1]:
            last = [mark for strip in page[:-1] for mark in strip.marks if isinstance(mark, Box)]
            inset = [box.x > 10 for box in last]
            words = [
                one.line.layout.text()
                for strip in page[-2:-1]
                for one in strip.marks
                if isinstance(one, Words)
            ]
            ends = any(word in titles for word in words)
            assert inset[-1] or not ends or _has_no_units(words)


def _has_no_units(words: list[str]) -> bool:
    screen = checklist_screen(demo())
    return any(row.title in words and not row.units for one in screen.sections for row in one.rows)


def test_without_a_plan_there_is_a_checklist() -> None:
    state = EMPTY.evolve(profile=fresh().profile)
    data = render(checklist_paper(state, TODAY), page_layout(Paper.A4))
    assert facts(data)["Title"] == "L6 study plan: checklist"
    assert pages(data)
