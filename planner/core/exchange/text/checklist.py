"""The checklist as text for a terminal, with the ids that `done` understands."""

from planner.core.exchange.marks import marks
from planner.core.exchange.pages import chosen_profile
from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.exchange.text.plan import TICK
from planner.core.exchange.text.status import MARK
from planner.core.screens.checklist import ItemRow, Section, UnitRow, checklist_screen
from planner.core.state import State
from planner.core.wording import duration, hours_share

_TIME = 12


def checklist_text(state: State) -> str:
    """Return all items of the level in their sections, with their chapters and topics.

    Raises:
        Refused: while no level is chosen.
    """
    profile = chosen_profile(state)
    sections = checklist_screen(state).sections
    return page([f"Checklist for {profile.level.value}"], *(_section(one) for one in sections))


def _section(section: Section) -> list[str]:
    share = f" · {hours_share(section.share)}" if section.share.of else ""
    lines = [f"{section.title}{share}"]
    for one in section.rows:
        lines += _item(one)
    return lines


def _item(one: ItemRow) -> list[str]:
    title = f"{one.title}, {one.author}" if one.author else one.title
    cells = [(MARK[one.state], 3), (title, 29), (_time(one), _TIME)]
    lines = row(cells, one.id, indent=2)
    if marks(one):
        lines += paragraph(marks(one), indent=7)
    if one.evidence:
        lines += paragraph(f"evidence: {one.evidence}", indent=7)
    return lines + [text for unit in one.units for text in _unit(unit, one)]


def _time(one: ItemRow) -> str:
    if one.skipped:
        return "skipped"
    return hours_share(one.share) if one.kept else "left out"


def _unit(unit: UnitRow, one: ItemRow) -> list[str]:
    time = duration(unit.minutes) if one.kept else ""
    cells = [(TICK[unit.done], 3), (unit.label, 24), (time, _TIME)]
    return row(cells, "/" + unit.id.partition("/")[2], indent=7)
