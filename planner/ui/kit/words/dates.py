"""Days as the user's country writes them."""

from datetime import date, time

from planner.core import language
from planner.core.language import spoken


def short_day(day: date) -> str:
    """Return a day with its weekday: "Mon 25 Jan"."""
    return spoken().day(day, "ddd d MMM")


def long_day(day: date) -> str:
    """Return a day with weekday and year: "Monday 25 January 2027"."""
    return spoken().day(day, "dddd d MMMM yyyy")


def day_in_year(day: date) -> str:
    """Return a day with its weekday: "Monday 25 January"."""
    return spoken().day(day, "dddd d MMMM")


def full_day(day: date) -> str:
    """Return a day without its weekday, as a field shows it: "25 Jan 2027"."""
    return spoken().day(day, "d MMM yyyy")


def day_and_month(day: date) -> str:
    """Return a day without its weekday: "25 Jan"."""
    return spoken().day(day, "d MMM")


def two_days(first: date, last: date) -> tuple[str, str]:
    """Return two days, the month only once where both are of one."""
    return language.two_days(first, last, "d MMM")


def span(first: date, last: date) -> str:
    """Return a stretch of days: "14 – 20 Dec", "30 Nov – 6 Dec"."""
    return " – ".join(two_days(first, last))


def clock_text(when: time) -> str:
    """Return a time of day: "19:30", or as the country writes it."""
    return spoken().clock(when)


def weekday_name(weekday: int) -> str:
    """Return the name of a weekday; 0 is Monday."""
    return spoken().weekday(weekday)
