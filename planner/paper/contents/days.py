"""Days and stretches of days as they are written on paper."""

from datetime import date

from planner.core.language import spoken, two_days


def day_title(day: date) -> str:
    """Return a day of a week: "Tuesday 15"."""
    return spoken().day(day, "dddd d")


def short_title(day: date) -> str:
    """Return a day of a week in short: "Tue 15"."""
    return spoken().day(day, "ddd d")


def full_day(day: date) -> str:
    """Return a day with its year: "14 Dec 2026"."""
    return spoken().day(day, "d MMM yyyy")


def span(first: date, last: date) -> str:
    """Return the days of a week: "14 – 20 December", "28 December – 3 January"."""
    return " – ".join(two_days(first, last, "d MMMM"))


def long_span(first: date, last: date) -> str:
    """Return a stretch with its years: "30 November 2026 – 8 February 2027"."""
    return " – ".join(spoken().day(one, "d MMMM yyyy") for one in (first, last))
