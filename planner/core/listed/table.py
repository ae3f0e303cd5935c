"""The rows of a table as lines of a list."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence

from planner.core.exchange.words import line
from planner.core.listed.lines import LONGEST, Listed, minutes_in

_TITLES = ("title", "task", "name", "item", "topic", "subject", "what", "todo", "summary")
_DONE = ("done", "completed", "complete", "status", "state", "checked")
_MINUTES = ("actual_minutes", "minutes", "time", "estimate", "duration")
_HOURS = ("hours",)
_TARGETS = ("code", "unit", "item")
_YES = {"yes", "y", "true", "1", "x", "done", "complete", "completed", "checked", "✓", "☑", "[x]"}
_SIGNS = (",", ";", "\t", "|")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_TOLD = re.compile(r'"?sep=([,;\t|])"?\s*', re.IGNORECASE)
"""A first line with which Excel is told what stands between two cells."""
MOST_ROWS = 20_000


def from_table(text: str) -> tuple[Listed, ...]:
    """Return the rows of a table; its first row names the columns, else the first is the title.

    Raises:
        ValueError: when it is no table; the message is half a sentence.
    """
    lines = _LINE.findall(text.removeprefix("\ufeff"))
    told = _TOLD.fullmatch(lines[0]) if lines else None
    if told is not None:
        del lines[0]
    sign = told[1] if told else max(_SIGNS, key="".join(lines[:1]).count)
    try:
        rows = [row for row in csv.reader(lines, delimiter=sign) if any(row)]
    except csv.Error as error:
        raise ValueError("its rows cannot be told apart") from error
    if len(rows) > MOST_ROWS:
        raise ValueError(f"it has more than {MOST_ROWS:,} rows")
    return tuple(_lines(rows))


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[Listed]:
    names = [one.strip().lower() for one in rows[0]] if rows else []
    is_ours = "title" in names and ("code" in names or "unit" in names)
    has_head = any(name in names for name in _TITLES)
    columns = {name: place for place, name in reversed(list(enumerate(names)))} if has_head else {}
    for row in rows[has_head:]:
        cells = {name: row[place] for name, place in columns.items() if place < len(row)}
        title = _first(cells, ("title",) if is_ours else _TITLES) if has_head else row[0]
        words = line(title[:LONGEST])
        if words:
            yield Listed(
                text=words,
                done=_first(cells, _DONE).strip().lower() in _YES,
                has_box=True,
                target=_first(cells, _TARGETS).strip() if is_ours else "",
                minutes=_minutes(cells, is_ours=is_ours),
            )


def _minutes(cells: Mapping[str, str], *, is_ours: bool) -> int | None:
    if is_ours:
        told = cells.get("actual_minutes", "")
        return minutes_in(f"{told.strip()} min") if told.strip() else None
    hours = _first(cells, _HOURS).strip()
    if hours:
        return minutes_in(f"{hours.replace(',', '.')} h")
    told = _first(cells, _MINUTES).strip()
    return minutes_in(told) or minutes_in(f"{told} min")


def _first(cells: Mapping[str, str], names: Sequence[str]) -> str:
    """Return the first cell that says something, of columns in the order they are preferred."""
    return next((cells[name] for name in names if cells.get(name, "").strip()), "")
