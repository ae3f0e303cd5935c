"""Public holidays by country, looked up once and then kept as days."""

from collections.abc import Mapping
from datetime import date

import holidays

from planner.core.language import translate

NAME_LENGTH = 120
_ENGLISH = ("en_US", "en_GB", "en")


class HolidayError(Exception):
    """A country or a part of one that is not known; the message is one sentence for the user."""


def countries() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of all countries, each with the codes of its parts."""
    known = holidays.list_supported_countries(include_aliases=False)
    return {country: tuple(known[country]) for country in sorted(known)}


def parts_of(country: str) -> Mapping[str, str]:
    """Return the parts of a country by their codes, with their names as far as they are known."""
    known = holidays.country_holidays(country)
    names: dict[str, str] = {}
    for name, code in known.subdivisions_aliases.items():
        names.setdefault(code, name)
    return {code: names.get(code, code) for code in known.subdivisions}


def public_holidays(place: str, first: date, last: date) -> Mapping[date, str]:
    """Return the public holidays of a place from one day to another, with their names.

    A place is a country, as "DE", or a part of one, as "DE-BY". Names are in English where they
    are known in it.

    Raises:
        HolidayError: when the place is not known.
    """
    country, _, part = place.strip().partition("-")
    known = countries()
    code = country.upper()
    if code not in known:
        raise HolidayError(
            translate(
                "Storage",
                "There is no country “{country}”; write its two letters, as in US.",
                country=country,
            )
        )
    parts = {one.upper(): one for one in known[code]}
    if part and part.upper() not in parts:
        listed = f"choose from {', '.join(known[code])}" if known[code] else "it has none"
        raise HolidayError(
            translate(
                "Storage",
                "{code} has no part “{part}”; {listed}.",
                code=code,
                part=part,
                listed=listed,
            )
        )
    languages = holidays.list_localized_countries(include_aliases=False).get(code, [])
    found = holidays.country_holidays(
        code,
        subdiv=parts[part.upper()] if part else None,
        years=range(first.year, last.year + 1),
        language=next((one for one in _ENGLISH if one in languages), None),
    )
    return {day: found[day][:NAME_LENGTH] for day in sorted(found) if first <= day <= last}
