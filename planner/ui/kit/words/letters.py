"""Marks a letter in each of some words, none twice: an ampersand before it, as Qt reads it."""

from collections.abc import Iterable, Iterator

_MEANT, _HELD = "&&", "\0"
"""How an ampersand that is meant as such is written for Qt, and what stands for it meanwhile."""


def lettered(words: Iterable[str]) -> Iterator[str]:
    """Yield words as Qt reads them, with a letter marked that none before them has.

    Beginnings of words are taken rather than other letters.
    """
    taken: set[str] = set()
    for text in words:
        place = next((one for one in _places(text) if text[one].casefold() not in taken), None)
        if place is None:
            yield unlettered(text)
        else:
            taken.add(text[place].casefold())
            yield f"{unlettered(text[:place])}&{unlettered(text[place:])}"


def unlettered(words: str) -> str:
    """Return words as Qt reads them, without a letter: an ampersand in them is meant as such."""
    return words.replace("&", _MEANT)


def plain(text: str) -> str:
    """Return the words of what Qt shows: no mark, and each ampersand once."""
    return text.replace(_MEANT, _HELD).replace("&", "").replace(_HELD, "&")


def _places(text: str) -> Iterator[int]:
    letters = [place for place, letter in enumerate(text) if letter.isalpha()]
    begins = [one for one in letters if one == 0 or not text[one - 1].isalnum()]
    yield from begins
    yield from (one for one in letters if one not in begins)
