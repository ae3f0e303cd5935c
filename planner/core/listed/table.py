"""The rows of a table as lines of a list."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.core.exchange.words import line
from planner.core.listed.heading import Columns, columns, is_yes
from planner.core.listed.lines import LONGEST, Listed, minutes_in

_SIGNS = (",", ";", "\t", "|")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_TOLD = re.compile(r'"?sep=([,;\t|])"?\s*', re.IGNORECASE)
"""A first line with which Excel is told what stands between two cells."""
MOST_ROWS, LONGEST_NAME = 20_000, 80


def from_table(text: str) -> tuple[Listed, ...]:
    """Return the rows of a table, without the first one where that names the columns.

    Raises:
        ValueError: when it is no table; the message is half a sentence.
    """
    return tuple(_lines(_rows(text)))


def unused_columns(text: str) -> tuple[str, ...]:
    """Return the names of the columns with something in them from which nothing is taken.

    Raises:
        ValueError: when it is no table; the message is half a sentence.
    """
    rows = _rows(text)
    known = columns(rows)
    if not known.is_named:
        return ()
    below, kinds = rows[1:], (known.titles, known.done, known.minutes, known.hours)
    used = {_place(row, places) for row in below for places in kinds}
    filled = {place for row in below for place, cell in enumerate(row) if cell.strip()}
    names = ((place, line(name[:LONGEST_NAME])) for place, name in enumerate(rows[0]))
    return tuple(name for place, name in names if name and place in filled - used)


def _rows(text: str) -> Sequence[Sequence[str]]:
    """Return the rows of a table that have anything in them."""
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
    return rows


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[Listed]:
    names = [one.strip().lower() for one in rows[0]] if rows else []
    if "title" in names and ("code" in names or "unit" in names):
        yield from _ours(rows[1:], {name: names.index(name) for name in names})
        return
    known = columns(rows)
    for row in rows[known.is_named :]:
        words = line(_first(row, known.titles)[:LONGEST])
        if words:
            yield Listed(
                text=words, done=is_yes(_first(row, known.done)), minutes=_minutes(row, known)
            )


def _ours(rows: Sequence[Sequence[str]], places: Mapping[str, int]) -> Iterator[Listed]:
    """Yield the rows of a table that was written here."""
    for row in rows:
        title, done, took, target = (
            _first(row, [places[name] for name in names if name in places])
            for names in (("title",), ("done",), ("actual_minutes",), ("code", "unit", "item"))
        )
        words = line(title[:LONGEST])
        if words:
            yield Listed(
                text=words,
                done=is_yes(done),
                target=target.strip(),
                minutes=minutes_in(f"{took.strip()} min") if took.strip() else None,
            )


def _minutes(row: Sequence[str], known: Columns) -> int | None:
    hours = _first(row, known.hours).strip()
    if hours:
        return minutes_in(hours) or minutes_in(f"{hours} h")
    told = _first(row, known.minutes).strip()
    return minutes_in(told) or minutes_in(f"{told} min")


def _first(row: Sequence[str], places: Iterable[int]) -> str:
    """Return the first cell that says something, of columns in the order they are preferred."""
    place = _place(row, places)
    return "" if place is None else row[place]


def _place(row: Sequence[str], places: Iterable[int]) -> int | None:
    """Return where that cell stands."""
    there = (place for place in places if place < len(row))
    return next((place for place in there if row[place].strip()), None)
