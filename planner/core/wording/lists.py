"""Things one after the other, as one reads them aloud."""

from collections.abc import Sequence

from planner.core.language import translate


def enumeration(words: Sequence[str]) -> str:
    """Return words as one reads them aloud: "a, b and c"."""
    *first, last = words
    if not first:
        return last
    return translate("Lists", "{first} and {last}", first=", ".join(first), last=last)
