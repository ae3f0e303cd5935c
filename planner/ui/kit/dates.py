"""Days as the user's country writes them."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime


def short_day(day: date) -> str:
    """Return a day with its weekday: "Mon 25 Jan"."""
    return QLocale().toString(_qdate(day), "ddd d MMM")


def long_day(day: date) -> str:
    """Return a day with weekday and year: "Monday 25 January 2027"."""
    return QLocale().toString(_qdate(day), "dddd d MMMM yyyy")


def day_in_year(day: date) -> str:
    """Return a day with its weekday: "Monday 25 January"."""
    return QLocale().toString(_qdate(day), "dddd d MMMM")


def full_day(day: date) -> str:
    """Return a day without its weekday, as a field shows it: "25 Jan 2027"."""
    return QLocale().toString(_qdate(day), "d MMM yyyy")


def day_and_month(day: date) -> str:
    """Return a day without its weekday: "25 Jan"."""
    return QLocale().toString(_qdate(day), "d MMM")


def two_days(first: date, last: date) -> tuple[str, str]:
    """Return two days, the first without its month where the other names it."""
    same = (first.year, first.month) == (last.year, last.month)
    begin = QLocale().toString(_qdate(first), "d") if same else day_and_month(first)
    return begin, day_and_month(last)


def span(first: date, last: date) -> str:
    """Return a stretch of days: "14 – 20 Dec", "30 Nov – 6 Dec"."""
    return " – ".join(two_days(first, last))


def clock_text(when: time) -> str:
    """Return a time of day: "19:30", or as the country writes it."""
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)


def weekday_name(weekday: int) -> str:
    """Return the name of a weekday; 0 is Monday."""
    return QLocale().standaloneDayName(weekday + 1)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
