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
    """Something to be found by its title, or by what else is said of it; `key` tells it apart."""

    key: str
    title: str
    more: str = ""


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
    INSIDE = 2
    BESIDE = 3


def index_of(entries: Iterable[Found]) -> Index[Found]:
    """Return entries made ready to be searched many times."""
    kept = tuple(entries)
    titles = tuple(" ".join(plain(one.title).split()) for one in kept)
    words = tuple(tuple(_WORD.findall(title)) for title in titles)
    initials = tuple("".join(word[0] for word in one) for one in words)
    rests = tuple(" ".join(plain(one.more).split()) for one in kept)
    return Index(kept, titles, words, initials, rests)


def found(index: Index[Found], text: str, recent: Sequence[str] = ()) -> tuple[Found, ...]:
    """Return the entries that a text can mean, the likeliest first.

    Every word of the text has to fit. A word fits best where it begins a word of the title, then
    where its letters are the beginnings of several words ("dsr", "dissysrep" for "Distributed
    systems, replication"), then anywhere inside the title, then where it begins a word of `more`.
    A title that is the whole text goes first, then those that begin with it. Of equals those in
    `recent` (keys, the latest first) go first, then the order of the entries decides. An empty
    text fits everything.
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
    if whole:
        for place in fits:
            if index.titles[place].startswith(whole):
                fits[place] = (-2 if index.titles[place] == whole else -1), 0
    turn = {key: number for number, key in enumerate(recent)}
    keys = [one.key for one in index.entries]
    last = len(turn)
    order = sorted(fits, key=lambda place: (fits[place], turn.get(keys[place], last), place))
    return tuple(index.entries[place] for place in order)


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
    if inside:
        return _Fit.INSIDE
    rest = index.rests[place]
    return _Fit.BESIDE if word in rest and _starts(word, rest) else None


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
        for begin in tuple(taken):
            end = begin
            for letter in one:
                if end == len(word) or word[end] != letter:
                    break
                end += 1
                taken.add(end)
    return len(word) in taken
