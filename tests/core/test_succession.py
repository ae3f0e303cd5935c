"""Whatever a later curriculum renames or drops, no tick is lost."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.apply import Entry
from planner.core.bounds import Id
from planner.core.carrying import in_todays_names
from planner.core.curriculum import ContradictionError, Curriculum, Item, Unit
from planner.core.curriculum_news import News, ids, news
from planner.core.folding import fold
from planner.core.planning import make_plan
from planner.core.screens.checklist import checklist_screen
from planner.core.screens.plan import plan_screen
from planner.core.screens.readiness import readiness_screen
from planner.core.screens.replan import ways
from planner.core.screens.week import week_screen
from planner.core.state import State
from planner.core.succession import Renamed, RetiredUnit, carried
from planner.core.values import Level, Subject
from planner.core.wording.curriculum import news_text
from tests.core.strategies import changes, curriculum, done_or_refused, usual
from tests.core.test_commands import EXAMPLES
from tests.support import study
from tests.support.commands import any_command
from tests.support.study import BOOK, CHAPTERS, SKILL, TODAY

NEW_BOOK = "book.new"


def renamed(**names: str) -> tuple[Renamed, ...]:
    return tuple(Renamed(old=old, new=new) for old, new in names.items())


def renaming(names: Mapping[str, str], start: Curriculum = study.CURRICULUM) -> Curriculum:
    """The curriculum after items got other names, their units with them."""
    items = [_named(item, names) for item in start.items]
    return start.evolve(
        items=tuple(items), renamed=tuple(Renamed(old=a, new=b) for a, b in names.items())
    )


def _named(item: Item, names: Mapping[str, str]) -> Item:
    new = names.get(item.id, item.id)
    units = tuple(one.evolve(id=f"{new}/{one.id.partition('/')[2]}") for one in item.units)
    requires = tuple(names.get(one, one) for one in item.requires)
    after = tuple(names.get(one, one) for one in item.after)
    return item.evolve(id=new, units=units, requires=requires, after=after)


def retiring(item_id: str, start: Curriculum = study.CURRICULUM) -> Curriculum:
    """The curriculum without an item, which is kept for who did some of it."""
    item = next(one for one in start.items if one.id == item_id)
    bare = {level: at.evolve(criteria=(), failures=(), rounds=()) for level, at in item.at.items()}
    gone = item.evolve(requires=(), after=(), at=bare)
    rest = (one for one in start.items if one.id != item_id)
    left = tuple(
        one.evolve(
            requires=tuple(other for other in one.requires if other != item_id),
            after=tuple(other for other in one.after if other != item_id),
        )
        for one in rest
    )
    return start.evolve(items=left, retired=(*start.retired, gone))


def folded(curriculum: Curriculum, *commands: c.Change) -> State:
    entries = [Entry(f"ada-{n}", one) for n, one in enumerate(commands, 1)]
    state, refused = fold(State(curriculum), entries)
    assert refused == ()
    return state


PROFILE = c.ChangeProfile(profile=study.PROFILE)
PLAN = c.AcceptPlan(plan=study.PLAN)


def test_a_tick_follows_its_item_and_its_chapter() -> None:
    ticks = (c.Tick(target=BOOK, on=TODAY), c.Tick(target=SKILL, on=TODAY))
    state = folded(renaming({BOOK: NEW_BOOK}), PROFILE, *ticks)
    assert set(state.ticks) == {*(f"{NEW_BOOK}/chapter-{n}" for n in (1, 2, 3)), SKILL}
    one = folded(renaming({BOOK: NEW_BOOK}), PROFILE, c.Tick(target=CHAPTERS[0], on=TODAY))
    assert set(one.ticks) == {f"{NEW_BOOK}/chapter-1"}


def test_a_chapter_is_renamed_for_itself() -> None:
    book = study.CURRICULUM.items[0]
    units = (Unit(id=f"{BOOK}/preface", label="Preface"), *book.units[1:])
    later = study.CURRICULUM.evolve(
        items=(book.evolve(units=units), *study.CURRICULUM.items[1:]),
        renamed=(Renamed(old=CHAPTERS[0], new=f"{BOOK}/preface"),),
    )
    state = folded(later, PROFILE, c.Tick(target=CHAPTERS[0], on=TODAY))
    assert set(state.ticks) == {f"{BOOK}/preface"}


def test_an_accepted_plan_and_its_sessions_follow() -> None:
    state = folded(renaming({BOOK: NEW_BOOK}), PROFILE, PLAN, c.Tick(target="W1-01", on=TODAY))
    assert state.plan is not None
    assert [one.item for one in state.plan.sessions][:2] == [NEW_BOOK, NEW_BOOK]
    assert state.plan.sessions[0].units == (f"{NEW_BOOK}/chapter-1", f"{NEW_BOOK}/chapter-2")
    assert state.plan.sessions[0].why[0].about == NEW_BOOK
    assert set(state.ticks) == {"W1-01", f"{NEW_BOOK}/chapter-1", f"{NEW_BOOK}/chapter-2"}


def test_what_the_user_wrote_is_left_alone() -> None:
    name = {BOOK: NEW_BOOK}.get
    written = c.AddEvidence(item=BOOK, text=BOOK)
    told = in_todays_names(written, lambda one: name(one, one))
    assert told == c.AddEvidence(item=NEW_BOOK, text=BOOK)


def test_every_id_that_a_command_holds_is_carried_over() -> None:
    """A new kind of command, or a new field with an id, has to be carried over as well."""
    bounds = [repr(get_args(one)[1]) for one in (Id, c.Target)]
    holding = {
        f"{kind.__name__}.{field.name}"
        for kind in get_args(c.Change)
        for field in fields(kind)
        if any(one in repr(field.type) for one in bounds)
    }
    assert "NoteMock.scores" in holding
    needing = c.AddItem(
        id="own.1", title="x", subject=Subject.READING, minutes=60, requires=(SKILL,)
    )
    carried_over = {
        one
        for command in (*EXAMPLES, needing)
        for one in _different(command, in_todays_names(command, lambda name: f"{name}x"))
    }
    assert holding - carried_over == set()


def _different(before: c.Change | c.Retract, after: c.Change | c.Retract) -> set[str]:
    kind = type(before)
    names = (field.name for field in fields(kind))
    return {
        f"{kind.__name__}.{name}" for name in names if getattr(before, name) != getattr(after, name)
    }


@given(any_command)
def test_a_command_without_old_ids_is_the_same_one(command: c.Change | c.Retract) -> None:
    assert in_todays_names(command, lambda one: one) is command


@settings(max_examples=15)
@given(
    st.sets(st.sampled_from([one.id for one in curriculum().items]), max_size=4),
    st.lists(changes(usual()), max_size=5),
)
def test_a_fold_under_new_names_is_the_fold_with_the_names_changed(
    some: set[str], made: list[c.Change]
) -> None:
    """Renaming some items of the real curriculum changes names and nothing else."""
    old, start = curriculum(), usual()
    assert start.profile is not None
    assert start.plan is not None
    names = {one: f"later.{place}" for place, one in enumerate(sorted(some))}
    first = (c.ChangeProfile(profile=start.profile), c.AcceptPlan(plan=start.plan))
    commands = (*first, *made)
    entries = [Entry(f"ada-{n}", one) for n, one in enumerate(commands, 1)]
    before, refused = fold(State(old), entries)
    matrix = tuple(row.evolve(see={}) for row in old.guide.matrix)
    guide = study.GUIDE.evolve(matrix=matrix)
    later = renaming(names, old.evolve(guide=guide))
    after, refused_later = fold(State(later), entries)
    assert [entry.id for entry, _ in refused] == [entry.id for entry, _ in refused_later]
    assert set(after.ticks) == {carried(names, one) for one in before.ticks}
    assert set(after.evidence) == {carried(names, one) for one in before.evidence}
    assert set(after.skipped) == {carried(names, one) for one in before.skipped}
    assert set(after.estimates) == {carried(names, one) for one in before.estimates}
    assert after.minutes == before.minutes
    if before.plan is not None and after.plan is not None:
        assert [one.item for one in after.plan.sessions] == [
            carried(names, one.item) for one in before.plan.sessions
        ]


def test_what_was_done_of_a_retired_item_is_kept_and_shown() -> None:
    for tick in (BOOK, CHAPTERS[0], "W1-01"):
        state = folded(retiring(BOOK), PROFILE, PLAN, c.Tick(target=tick, on=TODAY))
        section = checklist_screen(state).sections[-1]
        assert (section.id, section.title) == ("retired", "No longer in the curriculum")
        (row,) = section.rows
        assert (row.id, row.unplanned) == (BOOK, False)
        assert any(unit.done for unit in row.units)
    untouched = folded(retiring(BOOK), PROFILE, PLAN)
    assert "retired" not in [one.id for one in checklist_screen(untouched).sections]


def test_the_tick_of_a_retired_chapter_is_kept_and_shown() -> None:
    book = study.CURRICULUM.items[0]
    later = study.CURRICULUM.evolve(
        items=(book.evolve(units=book.units[1:]), *study.CURRICULUM.items[1:]),
        retired_units=(RetiredUnit(id=CHAPTERS[0], label="Chapter one"),),
    )
    state = folded(later, PROFILE, PLAN, c.Tick(target=CHAPTERS[0], on=TODAY))
    rows = [row for section in checklist_screen(state).sections for row in section.rows]
    units = next(row.units for row in rows if row.id == BOOK)
    assert [(one.label, one.done) for one in units] == [
        (CHAPTERS[1], False),
        (CHAPTERS[2], False),
        ("Chapter one (no longer in the curriculum)", True),
    ]
    undone = folded(
        later,
        PROFILE,
        c.Tick(target=CHAPTERS[0], on=TODAY),
        c.Tick(target=CHAPTERS[0], done=False, on=TODAY),
    )
    assert undone.ticks == {}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("item_id", ["read.staff-engineer", "practice.stories"])
def test_a_plan_with_a_retired_item_is_shown_and_planned_again(item_id: str, level: Level) -> None:
    before = usual(level)
    assert before.plan is not None
    later = retiring(item_id, curriculum().evolve(guide=study.GUIDE))
    state = before.evolve(curriculum=later)
    done = [one.code for one in before.plan.sessions if one.item == item_id][:1]
    for code in done:
        state = done_or_refused(state, c.Tick(target=code, on=TODAY))
    today = before.plan.start + timedelta(days=15)
    week_screen(state, 3, today)
    plan_screen(state, today)
    readiness_screen(state, today)
    checklist_screen(state)
    assert state.profile is not None
    plans = [make_plan(state, state.profile, today)]
    plans += [way.option.plan for way in ways(state, today).ways]
    for plan in plans:
        open_ones = [one for one in plan.sessions if one.item == item_id and one.date >= today]
        assert {one.code for one in open_ones} <= set(state.ticks)


def two_books() -> tuple[Item, Item]:
    book = study.CURRICULUM.items[0]
    other = book.evolve(id="a.b", units=(Unit(id="a.b/c", label="c"),))
    return book, other


BAD: list[tuple[dict[str, object], str]] = [
    ({"renamed": (Renamed(old=BOOK, new=SKILL),)}, "is of an id that is still there"),
    ({"renamed": (Renamed(old="books", new=SKILL),)}, "is of an id that is still there"),
    ({"renamed": (Renamed(old="old", new="none"),)}, "leads to the unknown none"),
    (
        {"renamed": (Renamed(old="old", new=f"{BOOK}/chapter-1"),)},
        f"makes a part of a whole or the other way round: {BOOK}/chapter-1",
    ),
    (
        {"renamed": (Renamed(old="a", new="b"), Renamed(old="b", new="a"))},
        "goes in a circle: a → b → a",
    ),
    (
        {"renamed": (Renamed(old="a", new="b"), Renamed(old="b/x", new="a/x"))},
        "leads to the unknown b",
    ),
    (
        {"renamed": (Renamed(old="b/x", new="a/x"), Renamed(old="a", new="b"))},
        "goes in a circle: b/x → a/x → b/x",
    ),
    ({"renamed": (Renamed(old="a", new=SKILL), Renamed(old="a", new=BOOK))}, "stands twice"),
    ({"retired": (study.item(SKILL),)}, f"the id {SKILL} stands twice"),
    ({"retired": (study.item("x", units=("x/a", "x/a")),)}, "the id x/a stands twice"),
    ({"retired": (study.item("x").evolve(group="none"),)}, "is in the unknown group none"),
    (
        {"retired": (study.item("x").evolve(requires=(SKILL,)),)},
        "item x is retired, so it waits for nothing and counts towards nothing",
    ),
    (
        {"retired_units": (RetiredUnit(id=CHAPTERS[0], label="x"),)},
        f"the id {CHAPTERS[0]} stands twice",
    ),
    (
        {"retired_units": (RetiredUnit(id="none/x", label="x"),)},
        "the retired none/x is part of an unknown item",
    ),
]


@pytest.mark.parametrize(("changes", "told"), BAD)
def test_a_succession_that_does_not_hold_together_is_refused(
    changes: dict[str, object], told: str
) -> None:
    with pytest.raises(ContradictionError) as caught:
        study.CURRICULUM.evolve(**changes)
    assert told in str(caught.value)


def test_names_are_followed_through_many_versions_and_into_retirement() -> None:
    later = study.CURRICULUM.evolve(
        renamed=(
            *renamed(a="b", b="c", d="c"),
            Renamed(old="c", new="x"),
            Renamed(old="x/old", new="x/new"),
        ),
        retired=(study.item("x", units=("x/new",)),),
    )
    assert [carried(later.renames, one) for one in ("a", "d", "x", "none", "a/old", "c/new")] == [
        *("x", "x", "x", "none", "x/new", "x/new")
    ]
    state = folded(later, PROFILE, c.Tick(target="d/old", on=TODAY))
    assert set(state.ticks) == {"x/new"}


def test_the_news_count_what_changed_and_that_nothing_was_lost() -> None:
    seen = ids(study.CURRICULUM)
    later = renaming({BOOK: NEW_BOOK}, retiring(SKILL))
    book = later.items[0]
    units = (*book.units[1:], Unit(id=f"{NEW_BOOK}/extra", label="Extra"))
    more = study.item("more", units=("more/a", "more/b"))
    later = later.evolve(
        items=(book.evolve(units=units), *later.items[1:], more),
        retired_units=(RetiredUnit(id=f"{NEW_BOOK}/chapter-1", label="One"),),
    )
    state = folded(
        later,
        PROFILE,
        *(c.Tick(target=one, on=TODAY) for one in (SKILL, CHAPTERS[0], CHAPTERS[1])),
    )
    found = news(seen, state, ())
    assert found == News(new=2, renamed=1, gone=2, kept=2, lost=0)
    assert news_text(found) == (
        "The curriculum changed: 2 new, 1 renamed, 2 gone, 0 ticks lost. "
        "2 ticks of what is gone are kept."
    )


def test_a_tick_that_nobody_carried_over_is_counted_as_lost() -> None:
    later = study.CURRICULUM.evolve(items=study.CURRICULUM.items[1:])
    entries = [Entry("ada-1", PROFILE), Entry("ada-2", c.Tick(target=BOOK, on=TODAY))]
    state, refused = fold(State(later), entries)
    found = news(ids(study.CURRICULUM), state, refused)
    assert found == News(new=0, renamed=0, gone=1, kept=0, lost=1)
    assert news_text(found) == "The curriculum changed: 0 new, 0 renamed, 1 gone, 1 tick lost."


def test_where_nothing_changed_there_are_no_news() -> None:
    found = news(ids(study.CURRICULUM), folded(study.CURRICULUM, PROFILE), ())
    assert found.is_empty
    assert news_text(found) == ""
