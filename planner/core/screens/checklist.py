"""The checklist: reading with its chapters, the level's skills, practice, and own items."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from planner.core.curriculum import Item
from planner.core.effort import unit_minutes
from planner.core.foundations import is_foundation
from planner.core.language import Table, translate
from planner.core.progress import (
    Done,
    done_minutes,
    done_on,
    is_done,
    is_kept,
    item_done,
    planned_minutes,
)
from planner.core.readiness import Share
from planner.core.screens.finding import folded
from planner.core.state import State
from planner.core.touched import Latest
from planner.core.values import Fact, Priority, Rating, Subject

_tr = partial(translate, "ChecklistScreen")

_SECTIONS = {
    "reading": Subject.READING,
    "technical": Subject.TECHNICAL,
    "leadership": Subject.LEADERSHIP,
    "practice": Subject.MOCK,
    "orientation": Subject.ORIENTATION,
}
_TITLES = Table(
    "ChecklistScreen",
    {
        "reading": "Essential reading",
        "technical": "Technical skills",
        "leadership": "Leadership skills",
        "practice": "Practice",
        "orientation": "Next steps",
    },
)
OF_LEVEL = {"technical"}
"""The sections whose heading names the level, because the guide has a list for each."""


class UnitRow(Fact, frozen=True):
    """A chapter, topic or round that is ticked by itself."""

    id: str
    label: str
    done: bool
    finished: date | None
    week: int | None
    minutes: int


class ItemRow(Fact, frozen=True):
    """An item with its units.

    `weeks` are the first and last week that open sessions of it stand in, `short` the minutes of
    it that found no room, `unplanned` says that the plan does not know of it yet. `rating` is
    the item's own, None while it follows its group; `estimated` says that the user gave it its
    time, `foundation` that it belongs to the level below.
    """

    id: str
    title: str
    label: str
    author: str
    group: str
    subject: Subject
    priority: Priority
    state: Done
    share: Share
    finished: date | None
    weeks: tuple[int, int] | None
    short: int
    unplanned: bool
    kept: bool
    skipped: bool
    own: bool
    evidence: str
    asks_evidence: bool
    note: str
    rating: Rating | None
    estimated: bool
    foundation: bool
    units: tuple[UnitRow, ...]


class Section(Fact, frozen=True):
    """Items under a heading, with their minutes done of all."""

    id: str
    title: str
    share: Share
    rows: tuple[ItemRow, ...]


class ChecklistScreen(Fact, frozen=True):
    """The checklist as a page."""

    sections: tuple[Section, ...]

    @property
    def items(self) -> int:
        """How many items there are."""
        return sum(len(section.rows) for section in self.sections)


def checklist_screen(state: State) -> ChecklistScreen:
    """Return the checklist as a page; it is empty while no level is chosen.

    Rows of items that nothing happened to are those of the screen before, the very same.
    """
    if state.profile is None:
        return ChecklistScreen(())
    found = (one for one in _LATEST.of(state).values() if one.rows)
    return ChecklistScreen(tuple(one.evolve(title=_title(state, one.id)) for one in found))


def _sections(state: State) -> Mapping[str, Section]:
    """Return all sections, without their titles: these are told in the language of now."""
    rows: dict[str, list[ItemRow]] = {name: [] for name in _SECTIONS}
    rows.update({"own": [], "retired": _begun(state)})
    for item in state.items():
        rows[_section_of(item)].append(item_row(state, item))
    return {name: _section(name, those) for name, those in rows.items()}


def _sections_again(
    before: Mapping[str, Section], state: State, touched: frozenset[str]
) -> Mapping[str, Section]:
    """Return the sections where only some items may have become other rows than before."""
    found = dict(before)
    for name, section in before.items():
        rows = {row.id: row for row in section.rows if row.id in touched}
        own = name == "own" and touched & (state.own.keys() | rows.keys())
        if name != "retired" and (rows or own):
            found[name] = _section(name, _rows_again(section, state, touched))
    if any(item.id in touched for item in state.curriculum.retired):
        found["retired"] = _section("retired", _begun(state))
    return found


def _rows_again(section: Section, state: State, touched: frozenset[str]) -> list[ItemRow]:
    rows = {row.id: row for row in section.rows}
    order = state.own if section.id == "own" else rows
    again = {name for name in touched if name in order}
    changed = {name: item_row(state, item) for name in again if (item := state.item(name))}
    return [changed.get(name) or rows[name] for name in order]


def matching(screen: ChecklistScreen, text: str) -> ChecklistScreen:
    """Return what holds every word of a text, in an item with its group or in one of its units.

    A unit that holds the words brings its item along; sections keep their figures.
    """
    words = folded(text).split()
    if not words:
        return screen
    sections = (
        replace(section, rows=tuple(_matching_rows(section.rows, words)))
        for section in screen.sections
    )
    return ChecklistScreen(tuple(section for section in sections if section.rows))


def matches_item(row: ItemRow, text: str) -> bool:
    """Say whether an item holds every word of a text without the help of its units."""
    return _holds(_item_text(row), folded(text).split())


def _matching_rows(rows: Iterable[ItemRow], words: Sequence[str]) -> Iterator[ItemRow]:
    for row in rows:
        text = _item_text(row)
        if _holds(text, words):
            yield row
            continue
        units = tuple(one for one in row.units if _holds(f"{text} {folded(one.label)}", words))
        if units:
            yield replace(row, units=units)


def _item_text(row: ItemRow) -> str:
    return folded(f"{row.title} {row.label} {row.author} {row.group} {row.priority.value}")


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _section_of(item: Item) -> str:
    if item.origin == "own":
        return "own"
    return next((name for name, subject in _SECTIONS.items() if subject is item.subject), "own")


def _section(name: str, rows: Sequence[ItemRow]) -> Section:
    counted = [row.share for row in rows if row.kept]
    share = Share(sum(one.done for one in counted), sum(one.of for one in counted))
    return Section(name, "", share, tuple(rows))


def _title(state: State, section: str) -> str:
    if section == "own":
        return _tr("Your own items")
    if section == "retired":
        return _tr("No longer in the curriculum")
    level = state.profile.level.value if state.profile and section in OF_LEVEL else ""
    return " · ".join(filter(None, (_TITLES[section], level)))


def _begun(state: State) -> list[ItemRow]:
    """Return what was begun of items that the curriculum no longer has; nothing of it is lost."""
    level = state.profile.level if state.profile else None
    items = [item for item in state.curriculum.retired if level in item.at]
    return [
        replace(item_row(state, item), unplanned=False)
        for item in items
        if item.id in state.evidence or item_done(state, item) is not Done.OPEN
    ]


def item_row(state: State, item: Item) -> ItemRow:
    """Return an item as a row with its units."""
    profile = state.profile
    if profile is None:
        raise ValueError("no level is chosen")
    plan, progress = state.plan, item_done(state, item)
    sessions = plan.by_item.get(item.id, ()) if plan else ()
    short = plan.left_out_of(item.id) if plan else None
    weeks = (
        [plan.week_number(one.date) for one in sessions if not is_done(state, one)] if plan else []
    )
    return ItemRow(
        id=item.id,
        title=item.title,
        label=item.label,
        author=item.author,
        group=_group(state, item.group),
        subject=item.subject,
        priority=item.at[profile.level].priority,
        state=progress,
        share=Share(done_minutes(state, item), planned_minutes(state, item)),
        finished=done_on(state, item),
        weeks=(min(weeks), max(weeks)) if weeks else None,
        short=short or 0,
        unplanned=plan is not None and not sessions and short is None,
        kept=is_kept(state, item),
        skipped=item.id in state.skipped,
        own=item.origin == "own",
        evidence=state.evidence.get(item.id, ""),
        asks_evidence=item.subject is not Subject.MOCK,
        note=item.note,
        rating=profile.ratings.get(item.id),
        estimated=item.id in state.estimates,
        foundation=is_foundation(item, profile.level),
        units=_unit_rows(state, item),
    )


def _group(state: State, group: str) -> str:
    return next((one.title for one in state.curriculum.groups if one.id == group), "")


def _unit_rows(state: State, item: Item) -> tuple[UnitRow, ...]:
    shares = unit_minutes(item, planned_minutes(state, item))
    week_of: dict[str, int] = {}
    for session in state.plan.by_item.get(item.id, ()) if state.plan else ():
        if state.plan and not is_done(state, session):
            for unit in session.units:
                week_of.setdefault(unit, state.plan.week_number(session.date))
    labels = {unit.id: unit.label for unit in item.units}
    for unit, label in state.curriculum.retired_parts.items():
        if unit in state.ticks and unit.startswith(f"{item.id}/"):
            labels[unit] = _tr("{label} (no longer in the curriculum)", label=label)
    return tuple(
        UnitRow(
            id=unit,
            label=label,
            done=unit in state.ticks,
            finished=state.ticks.get(unit),
            week=week_of.get(unit),
            minutes=shares.get(unit, 0),
        )
        for unit, label in labels.items()
    )


_LATEST = Latest(_sections, _sections_again)
