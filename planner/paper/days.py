"""Days and stretches of days as they are written on paper."""

from datetime import date

from planner.core.exchange.words import long_day, short_day


def day_title(day: date) -> str:
    """Return a day of a week: "Tuesday 15"."""
    weekday, number, _, _ = long_day(day).split()
    return f"{weekday} {number}"


def short_title(day: date) -> str:
    """Return a day of a week in short: "Tue 15"."""
    weekday, number, _, _ = long_day(day).split()
    return f"{weekday[:3]} {number}"


def full_day(day: date) -> str:
    """Return a day with its year: "14 Dec 2026"."""
    return f"{short_day(day)} {day.year}"


def span(first: date, last: date) -> str:
    """Return the days of a week: "14 – 20 December", "28 December – 3 January"."""
    _, start, month, _ = long_day(first).split()
    _, end, end_month, _ = long_day(last).split()
    before = start if (first.year, first.month) == (last.year, last.month) else f"{start} {month}"
    return f"{before} – {end} {end_month}"


def long_span(first: date, last: date) -> str:
    """Return a stretch with its years: "30 November 2026 – 8 February 2027"."""
    _, start = long_day(first).split(maxsplit=1)
    _, end = long_day(last).split(maxsplit=1)
    return f"{start} – {end}"
