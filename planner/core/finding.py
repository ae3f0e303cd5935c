"""Finds among many things what a few typed letters mean."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from planner.core.values import Fact

_WORD = re.compile(r"\w+")


class Entry(Fact, frozen=True):
    """Something to be found by its title, or by what else is said of it; `key` tells it apart.

    `also` are words that find it and are not shown. Of those that fit alike, the ones of the
    lowest `rank` go first; a rank above 0 goes after all others, but where the title is typed.
    """

    key: str
    title: str
    more: str = ""
    also: str = ""
    rank: int = 0


Found = TypeVar("Found", bound=Entry)


@dataclass(frozen=True, slots=True)
class Index(Generic[Found]):
    """Entries in the form they are searched in, in their order."""

    entries: tuple[Found, ...]
    titles: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    initials: tuple[str, ...]
    rests: tuple[str, ...]


class _Fit(IntEnum):
    """How a typed word fits a title, the best first."""

    STARTS = 0
    SPREAD = 1
    BESIDE = 2
    INSIDE = 3


def index_of(entries: Iterable[Found]) -> Index[Found]:
    """Return entries made ready to be searched many times."""
    kept = tuple(entries)
    titles = tuple(" ".join(plain(one.title).split()) for one in kept)
    words = tuple(tuple(_WORD.findall(title)) for title in titles)
    initials = tuple("".join(word[0] for word in one) for one in words)
    rests = tuple(" ".join(plain(f"{one.more} {one.also}").split()) for one in kept)
    return Index(kept, titles, words, initials, rests)


def found(index: Index[Found], text: str, recent: Sequence[str] = ()) -> tuple[Found, ...]:
    """Return the entries that a text can mean, the likeliest first.

    Every word of the text has to fit. A word fits best where it begins a word of the title, then
    where its letters are the beginnings of several words ("dsr", "dissysrep" for "Distributed
    systems, replication"), then where it begins a word of `more` or `also`, then anywhere inside
    the title. A title that is the whole text goes first, a rank above 0 last. Of equals those of
    the lowest rank go first, then those that begin with the text, then those in `recent` (keys,
    the latest first), then the order of the entries decides. An empty text fits everything.
    """
    whole = " ".join(plain(text).split())
    places = range(len(index.entries))
    fits = dict.fromkeys(places, (0, 0))
    for word in whole.split():
        for place in tuple(fits):
            fit = _fit(word, index, place)
            if fit is None:
                del fits[place]
            else:
                worst, total = fits[place]
                fits[place] = max(worst, fit), total + fit
    turn = {key: number for number, key in enumerate(recent)}
    last = len(turn)

    def order(place: int) -> tuple[object, ...]:
        title, entry = index.titles[place], index.entries[place]
        latest, later = turn.get(entry.key, last), not title.startswith(whole)
        if not whole:
            return latest, place
        rank = entry.rank
        return (
            title.rstrip(".") != whole.rstrip("."),
            max(rank, 0),
            fits[place],
            rank,
            later,
            latest,
            place,
        )

    return tuple(index.entries[place] for place in sorted(fits, key=order))


def plain(text: str) -> str:
    """Return a text without case and without the marks above and below letters."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _fit(word: str, index: Index[Found], place: int) -> _Fit | None:
    """Return how a typed word fits an entry, or None where it does not."""
    title = index.titles[place]
    inside = word in title
    if inside and _starts(word, title):
        return _Fit.STARTS
    if word[0] in index.initials[place] and _spread(word, index.words[place]):
        return _Fit.SPREAD
    rest = index.rests[place]
    if word in rest and _starts(word, rest):
        return _Fit.BESIDE
    return _Fit.INSIDE if inside else None


def _starts(word: str, title: str) -> bool:
    """Say whether a word stands in a title where one of the title's words begins."""
    at = title.find(word)
    while at > 0 and title[at - 1].isalnum() and title[at].isalnum():
        at = title.find(word, at + 1)
    return at >= 0


def _spread(word: str, words: Sequence[str]) -> bool:
    """Say whether the letters of a word are the beginnings of words that follow each other."""
    taken = {0}
    for one in words:
        further = {0}
        for begin in taken:
            end = begin
            for letter in one:
                if end == len(word) or word[end] != letter:
                    break
                end += 1
                further.add(end)
        if len(word) in further:
            return True
        taken = further
    return False
