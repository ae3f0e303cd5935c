"""The papers a plan is printed on, and which of them is usual where."""

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper, by the name it has on the command line."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
    A3 = "a3"
    LEGAL = "legal"


_LETTER_COUNTRIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Where Letter is the usual paper, by the Unicode locale data (CLDR, paperSize)."""


def paper_in(country: str) -> Paper:
    """Return the usual paper of a country, by its code of two letters; A4 where it is unknown."""
    return Paper.LETTER if country in _LETTER_COUNTRIES else Paper.A4
