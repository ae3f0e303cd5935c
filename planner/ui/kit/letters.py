"""Marks a letter in each of some words, none twice: an ampersand before it, as Qt reads it."""

from collections.abc import Iterable, Iterator

_ESCAPED, _HELD = "&&", "\0\0"
"""An ampersand that is meant as such, and what stands for it meanwhile."""


def lettered(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text with an ampersand before a letter that none before it has.

    Beginnings of words are taken rather than other letters.
    """
    taken: set[str] = set()
    for said in texts:
        text = without_letter(said)
        place = next((one for one in _places(text) if text[one].casefold() not in taken), None)
        if place is None:
            yield text
        else:
            taken.add(text[place].casefold())
            yield f"{text[:place]}&{text[place:]}"


def without_letter(text: str) -> str:
    """Return a text without the ampersand that marks its letter."""
    return text.replace(_ESCAPED, _HELD).replace("&", "").replace(_HELD, _ESCAPED)


def _places(text: str) -> Iterator[int]:
    letters = [place for place, letter in enumerate(text) if letter.isalpha()]
    begins = [one for one in letters if one == 0 or not text[one - 1].isalnum()]
    yield from begins
    yield from (one for one in letters if one not in begins)
