import unicodedata

import pytest

from planner.core.apply import apply
from planner.core.commands import AddItem, Change, SkipItem, Tick
from planner.core.progress import Done
from planner.core.screens.checklist import (
    ChecklistScreen,
    ItemRow,
    checklist_screen,
    matches_item,
    matching,
)
from planner.core.state import State
from planner.core.values import Subject
from tests.core.screens.candidates import fresh
from tests.support import study

STATE = study.STATE
OWN = AddItem(id="own.1", title="Größe", subject=Subject.TECHNICAL, minutes=90)


def rows(screen: ChecklistScreen) -> dict[str, ItemRow]:
    return {row.id: row for section in screen.sections for row in section.rows}


def row(item_id: str, *commands: Change, state: State = STATE) -> ItemRow:
    for command in commands:
        state = apply(state, command)
    return rows(checklist_screen(state))[item_id]


def tick(target: str) -> Tick:
    return Tick(target=target, on=study.TODAY)


def test_without_a_level_there_is_nothing_to_tick_even_with_own_items() -> None:
    assert checklist_screen(apply(State(study.CURRICULUM), OWN)).sections == ()


def test_the_heading_of_the_technical_skills_names_the_level() -> None:
    titles = [section.title for section in checklist_screen(fresh()).sections]
    assert titles[:3] == ["Essential reading", "Technical skills · L6", "Leadership skills"]


def test_an_item_tells_the_weeks_in_which_it_is_still_open() -> None:
    assert row(study.BOOK).weeks == (1, 1)
    assert row(study.BOOK, tick("W1-01"), tick("W1-02")).weeks is None


def test_an_item_tells_what_of_it_found_no_room() -> None:
    assert row(study.SKILL).short == 60
    assert row(study.BOOK).short == 0


def test_an_item_that_was_added_later_is_not_in_the_plan_yet() -> None:
    assert row("own.1", OWN).unplanned
    assert not row(study.BOOK).unplanned
    without_skill = study.PLAN.evolve(sessions=study.PLAN.sessions[:2])
    assert not row(study.SKILL, state=STATE.evolve(plan=without_skill)).unplanned
    assert not row("own.1", OWN, state=STATE.evolve(plan=None)).unplanned


def test_a_mock_wants_no_evidence() -> None:
    assert row(study.SKILL).asks_evidence
    assert not row(study.MOCK).asks_evidence


def test_a_section_counts_what_is_kept() -> None:
    before = checklist_screen(STATE).sections[0].share
    after = checklist_screen(apply(STATE, SkipItem(item=study.SKILL))).sections[0].share
    assert before.of - after.of == row(study.SKILL).share.of
    assert after.of > 0


def test_one_chapter_makes_half_a_book() -> None:
    book = row(study.BOOK, tick(study.CHAPTERS[0]))
    assert book.state is Done.HALF
    assert 0 < book.share.done < book.share.of
    assert [unit.done for unit in book.units] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {study.BOOK, study.SKILL, study.MOCK, "own.1"}),
        ("   ", {study.BOOK, study.SKILL, study.MOCK, "own.1"}),
        ("skill", {study.SKILL}),
        ("SKILL.TWO", {study.SKILL}),
        ("books two", {study.SKILL}),
        ("two books", {study.SKILL}),
        ("chapter-2", {study.BOOK}),
        ("größe", {"own.1"}),
        ("GRÖSSE", {"own.1"}),
        (unicodedata.normalize("NFD", "größe"), {"own.1"}),
        ("nowhere", set()),
        ("<b>", set()),
    ],
)
def test_a_filter_finds_words_of_item_group_and_unit(text: str, found: set[str]) -> None:
    screen = matching(checklist_screen(apply(STATE, OWN)), text)
    assert set(rows(screen)) == found


def test_a_unit_brings_its_item_along_without_the_other_units() -> None:
    screen = matching(checklist_screen(STATE), "one chapter-2")
    (book,) = rows(screen).values()
    assert [unit.id for unit in book.units] == [study.CHAPTERS[1]]
    assert not matches_item(book, "one chapter-2")


def test_an_item_that_matches_by_itself_keeps_its_units() -> None:
    (book,) = rows(matching(checklist_screen(STATE), "book.one")).values()
    assert len(book.units) == len(study.CHAPTERS)
    assert matches_item(book, "book.one")


def test_a_filter_leaves_the_figures_of_a_section() -> None:
    screen = checklist_screen(STATE)
    assert matching(screen, "skill").sections[0].share == screen.sections[0].share
    assert matching(screen, "skill").items == 1
    assert screen.items == 3
