"""The checklist as a JSON document."""

from datetime import date
from typing import Any

from planner.core.exchange.pages import chosen_profile
from planner.core.progress import Done
from planner.core.screens.checklist import ItemRow, Section, UnitRow, checklist_screen
from planner.core.state import State

Document = dict[str, Any]


def checklist_document(state: State) -> Document:
    """Return all items of the level in their sections, with their chapters and topics.

    Raises:
        Refused: while no level is chosen.
    """
    profile = chosen_profile(state)
    return {
        "level": profile.level.value,
        "sections": [_section(section) for section in checklist_screen(state).sections],
    }


def _section(section: Section) -> Document:
    return {
        "id": section.id,
        "title": section.title,
        "done_minutes": section.share.done,
        "minutes": section.share.of,
        "items": [_item(row) for row in section.rows],
    }


def _item(row: ItemRow) -> Document:
    return {
        "item": row.id,
        "title": row.title,
        "label": row.label,
        "author": row.author,
        "group": row.group,
        "priority": row.priority.value,
        "done": row.state is Done.DONE,
        "state": row.state.value,
        "finished": _day(row.finished),
        "done_minutes": row.share.done,
        "minutes": row.share.of,
        "weeks": list(row.weeks) if row.weeks else None,
        "kept": row.kept,
        "skipped": row.skipped,
        "evidence": row.evidence,
        "rating": row.rating.value if row.rating else None,
        "estimated": row.estimated,
        "foundation": row.foundation,
        "units": [_unit(unit) for unit in row.units],
    }


def _unit(unit: UnitRow) -> Document:
    return {
        "unit": unit.id,
        "title": unit.label,
        "done": unit.done,
        "finished": _day(unit.finished),
        "minutes": unit.minutes,
        "week": unit.week,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
