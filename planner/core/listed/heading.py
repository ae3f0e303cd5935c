"""What the first row of a table says of its columns, in the languages most tables have."""

import re
import unicodedata
from collections.abc import Sequence

from planner.core.values import Fact

_WORDS = {
    "titles": (
        *("title", "task", "name", "item", "topic", "subject", "what", "todo", "summary"),
        *("titel", "aufgabe", "thema", "titre", "tache", "sujet", "nom", "titulo", "tarea"),
        *("tema", "nombre", "tarefa", "nome", "titolo", "attivita", "argomento", "taak"),
        *("onderwerp", "naam", "tytul", "zadanie", "temat"),
    ),
    "done": (
        *("done", "completed", "complete", "status", "state", "checked", "erledigt", "fertig"),
        *("fait", "termine", "etat", "hecho", "terminado", "completado", "estado", "feito"),
        *("concluido", "fatto", "completato", "stato", "klaar", "gedaan", "zrobione"),
    ),
    "minutes": (
        *("actual_minutes", "minutes", "time", "estimate", "duration", "min", "m", "minuten"),
        *("dauer", "zeit", "duree", "temps", "minutos", "duracion", "tiempo", "duracao"),
        *("minuti", "durata", "tempo", "duur", "tijd", "minuty", "czas"),
    ),
    "hours": (
        *("hours", "hour", "h", "std", "stunden", "heures", "horas", "ore", "uren", "godziny"),
    ),
}
"""Names of columns, the preferred first; accents and capitals do not count."""
_YES = frozenset(
    (
        *("yes", "y", "true", "1", "x", "done", "complete", "completed", "checked"),
        *("ja", "j", "oui", "o", "si", "s", "sim", "tak", "wahr", "vrai", "verdadero"),
        *("erledigt", "fertig", "fait", "termine", "hecho", "feito", "fatto", "gedaan", "klaar"),
        *("✓", "☑", "[x]"),
    )
)
_NO = frozenset(("no", "n", "false", "0", "-", "open", "nein", "non", "nao", "nee", "nie", "[ ]"))
_UNIT = re.compile(r"(.*\S)\s*[(\[]\s*(\w+)\.?\s*[)\]]")
"""A column with its unit: "Dauer (h)"."""
_FIGURE = re.compile(r"[\d.,:]+\s*\w{0,8}\.?")
_ROWS_BELOW = 2
"""How many rows must be figures or marks before one that is not looks like their heading."""


class Columns(Fact, frozen=True):
    """The places of the columns that say the same, the preferred first.

    `is_named` says that the first row names them, and is no entry itself.
    """

    is_named: bool = False
    titles: tuple[int, ...] = (0,)
    done: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()


def columns(rows: Sequence[Sequence[str]]) -> Columns:
    """Return what is known of the columns of a table.

    The first row is a heading where it has a name we know, or where it has words over columns of
    figures or marks. Without a name for it the title is the first column that nothing else is
    known of.
    """
    names = [_meant(one) for one in rows[0]] if rows else []
    found = {
        what: tuple(place for word in words for place, one in enumerate(names) if one == word)
        for what, words in _WORDS.items()
    }
    is_named = found["titles"] or (len(names) > 1 and any(found.values()))
    if not is_named and not _looks_like_heading(rows):
        return Columns()
    taken = {place for places in found.values() for place in places}
    free = [place for place in range(len(names)) if place not in taken]
    return Columns(is_named=True, **{**found, "titles": found["titles"] or tuple(free[:1]) or (0,)})


def is_yes(cell: str) -> bool:
    """Say whether a cell says that something is done."""
    return plain(cell) in _YES


def plain(text: str) -> str:
    """Return a text without capitals, accents, and space around it."""
    parts = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))


def _meant(cell: str) -> str:
    """Return the name of a column; the unit where it has one that we know."""
    name = plain(cell)
    found = _UNIT.fullmatch(name)
    if found is None:
        return name
    is_unit = found[2] in _WORDS["hours"] or found[2] in _WORDS["minutes"]
    return found[2] if is_unit else found[1]


def _looks_like_heading(rows: Sequence[Sequence[str]]) -> bool:
    if len(rows) <= _ROWS_BELOW or not all(_is_word(one) for one in rows[0]):
        return False
    places = range(1, min(map(len, rows)))
    return any(all(_is_mark(row[place]) for row in rows[1:]) for place in places)


def _is_word(cell: str) -> bool:
    return bool(cell.strip()) and not _is_mark(cell)


def _is_mark(cell: str) -> bool:
    told = plain(cell)
    return told in _YES or told in _NO or _FIGURE.fullmatch(told) is not None
