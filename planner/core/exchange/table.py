"""Plan, week and checklist as CSV that opens right in a spreadsheet.

A cell that a spreadsheet would take for a formula begins with an apostrophe, since a title can
come from a file of somebody else's (CWE-1236).
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.core.exchange.pages import chosen_profile, week_page, week_pages
from planner.core.exchange.words import line
from planner.core.plan import Session
from planner.core.screens.checklist import ItemRow, checklist_screen
from planner.core.screens.week import SessionRow, WeekScreen
from planner.core.state import State

_DANGEROUS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The last four are the same signs in the width of East Asian letters."""
_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""

SESSIONS = (
    *("code", "week", "date", "start", "minutes", "done", "actual_minutes", "skipped"),
    *("kind", "subject", "item", "title", "part", "parts", "why"),
)
CHECKLIST = (
    *("section", "item", "unit", "title", "author", "subject", "priority", "rating"),
    *("done", "done_minutes", "minutes", "first_week", "last_week", "evidence"),
)

Cell = str | int | None


def plan_csv(state: State, today: date) -> str:
    """Return the sessions of the plan, one a row.

    Raises:
        Refused: while there is no plan.
    """
    return _written(SESSIONS, _sessions(state, week_pages(state, today)))


def week_csv(state: State, number: int, today: date) -> str:
    """Return the sessions of a week, one a row.

    Raises:
        Refused: while there is no plan.
    """
    return _written(SESSIONS, _sessions(state, [week_page(state, number, today)]))


def checklist_csv(state: State) -> str:
    """Return the items of the level, each followed by its units.

    Raises:
        Refused: while no level is chosen.
    """
    chosen_profile(state)
    return _written(CHECKLIST, _items(state))


def safe(text: str) -> str:
    """Return a text as one line that no spreadsheet takes for a formula."""
    shown = line(text)
    return f"'{shown}" if shown.startswith(_DANGEROUS) else shown


def _written(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    lines: list[str] = []
    writer = csv.writer(_Lines(lines), lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow(safe(cell) if isinstance(cell, str) else cell for cell in row)
    return _MARK + "".join(lines)


class _Lines:
    """Takes what is written."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def write(self, text: str) -> int:
        self._lines.append(text)
        return len(text)


def _sessions(state: State, weeks: Iterable[WeekScreen]) -> Iterator[Sequence[Cell]]:
    known = state.plan.by_code if state.plan else {}
    for week in weeks:
        for block in week.days:
            for row in block.rows:
                yield _session(week, known[row.code], row)


def _session(week: WeekScreen, one: Session, row: SessionRow) -> Sequence[Cell]:
    return (
        *(row.code, week.number, one.date.isoformat(), one.start.isoformat("minutes")),
        *(row.minutes, _yes(row.done), row.actual, _yes(row.skipped and not row.done)),
        *(one.kind.value, row.subject.value, one.item, row.title, one.part, one.parts, row.note),
    )


def _items(state: State) -> Iterator[Sequence[Cell]]:
    for section in checklist_screen(state).sections:
        for one in section.rows:
            yield _item(section.title, one)
            for unit in one.units:
                yield (
                    *(section.title, one.id, unit.id, unit.label, "", one.subject.value, "", ""),
                    *(_yes(unit.done), unit.minutes if unit.done else 0, unit.minutes),
                    *(unit.week, unit.week, ""),
                )


def _item(section: str, one: ItemRow) -> Sequence[Cell]:
    first, last = one.weeks or (None, None)
    return (
        *(section, one.id, "", one.title, one.author, one.subject.value, one.priority.value),
        *(one.rating.value if one.rating else "", one.state.value, one.share.done, one.share.of),
        *(first, last, one.evidence),
    )


def _yes(true: bool) -> str:
    return "yes" if true else "no"
