"""The checklist: reading with its chapters, the level's skills, practice, and own items."""

from collections.abc import Iterable, Iterator, Sequence
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
from planner.core.values import Fact, Level, Priority, Rating, Subject

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
    """Return the checklist as a page; it is empty while no level is chosen."""
    if state.profile is None:
        return ChecklistScreen(())
    items = state.items()
    level = f" · {state.profile.level.value}"
    sections = [
        _section(
            state,
            name,
            f"{_TITLES[name]}{level}" if name in OF_LEVEL else _TITLES[name],
            (item for item in items if _section_of(item) == name),
        )
        for name in _SECTIONS
    ]
    sections.append(_section(state, "own", _tr("Your own items"), state.own.values()))
    sections.append(_retired(state, state.profile.level))
    return ChecklistScreen(tuple(section for section in sections if section.rows))


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


def _section(state: State, name: str, title: str, items: Iterable[Item]) -> Section:
    rows = tuple(item_row(state, item) for item in items)
    counted = [row for row in rows if row.kept]
    share = Share(sum(row.share.done for row in counted), sum(row.share.of for row in counted))
    return Section(name, title, share, rows)


def _retired(state: State, level: Level) -> Section:
    """Return what was begun of items that the curriculum no longer has; nothing of it is lost."""
    items = (item for item in state.curriculum.retired if level in item.at)
    begun = [
        item
        for item in items
        if item.id in state.evidence or item_done(state, item) is not Done.OPEN
    ]
    section = _section(state, "retired", _tr("No longer in the curriculum"), begun)
    return replace(section, rows=tuple(replace(row, unplanned=False) for row in section.rows))


def item_row(state: State, item: Item) -> ItemRow:
    """Return an item as a row with its units."""
    profile = state.profile
    if profile is None:
        raise ValueError("no level is chosen")
    plan, progress = state.plan, item_done(state, item)
    sessions = plan.by_item.get(item.id, ()) if plan else ()
    left_out = [one.minutes for one in plan.left_out if one.item == item.id] if plan else []
    weeks = (
        [plan.week_number(one.date) for one in sessions if not is_done(state, one)] if plan else []
    )
    return ItemRow(
        id=item.id,
        title=item.title,
        label=item.label,
        author=item.author,
        group=next((one.title for one in state.curriculum.groups if one.id == item.group), ""),
        subject=item.subject,
        priority=item.at[profile.level].priority,
        state=progress,
        share=Share(done_minutes(state, item), planned_minutes(state, item)),
        finished=done_on(state, item),
        weeks=(min(weeks), max(weeks)) if weeks else None,
        short=sum(left_out),
        unplanned=plan is not None and not sessions and not left_out,
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
