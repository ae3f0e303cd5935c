"""What the week page says: dates, durations, and rows in words for a screen reader."""

from datetime import date, time

from planner.core.language import spoken, translate, two_days
from planner.core.screens.week import Detail, FreeDay, SessionRow, WeekScreen
from planner.core.values import Grade, Subject
from planner.core.wording import duration
from planner.core.wording.names import phase_name, priority_name
from planner.core.wording.reviews import grade_text
from planner.core.wording.week import fate_text
from planner.ui.kit.words.dates import clock_text, weekday_name
from planner.ui.kit.words.names import grade_name


def week_title(week: WeekScreen) -> str:
    """Return "Week 4 of 10"."""
    words = translate("WeekPage", "Week {number} of {weeks}")
    return words.format(number=week.number, weeks=week.weeks)


def week_subtitle(week: WeekScreen, selected: int = 1) -> str:
    """Return "14 – 20 December · build phase", and how many sessions are selected if several."""
    parts = [span(week.monday, week.sunday), phase_name(week.phase)]
    if selected > 1:
        parts.append(translate("WeekPage", "%n selected", n=selected))
    return " · ".join(parts)


def span(first: date, last: date) -> str:
    """Return two days as one stretch, the month only once where it is the same."""
    return " – ".join(two_days(first, last, "d MMMM"))


def subject_name(subject: Subject) -> str:
    """Return the word on the tag of a subject."""
    names = {
        Subject.ORIENTATION: translate("WeekPage", "Orientation"),
        Subject.READING: translate("WeekPage", "Reading"),
        Subject.TECHNICAL: translate("WeekPage", "Technical"),
        Subject.LEADERSHIP: translate("WeekPage", "Leadership"),
        Subject.MOCK: translate("WeekPage", "Mock"),
        Subject.REVIEW: translate("WeekPage", "Review"),
    }
    return names[subject]


def tag(detail: Detail) -> str:
    """Return "Technical · core"."""
    words = subject_name(detail.subject)
    return f"{words} · {priority_name(detail.priority)}" if detail.priority else words


def day_heading(day: date, start: time) -> str:
    """Return "Tuesday 15 · 19:30"."""
    return f"{day_name(day)} · {clock_text(start)}"


def day_name(day: date) -> str:
    """Return "Tuesday 15"."""
    return spoken().day(day, "dddd d")


def spoken_day(day: date, start: time, count: int) -> str:
    """Return the heading of a day as a sentence, with the minutes that stand at its end."""
    return f"{day_heading(day, start)}, {duration(count)}"


def spoken_session(row: SessionRow, day: date) -> str:
    """Return a row as a sentence: day, title, subject, minutes, what became of it, and the note.

    Whether it is done is the state of its box, which a screen reader says itself.
    """
    lasts = translate("WeekPage", "%n minute(s)", n=row.minutes)
    what = (weekday_name(day.weekday()), row.title, subject_name(row.subject))
    fate = "" if row.done else fate_text(row)
    return ", ".join(filter(None, (*what, lasts, fate, row.note)))


def graded(grade: Grade) -> str:
    """Return "Graded hard: got there, with effort or gaps."."""
    words = translate("WeekPage", "Graded {grade}: {meaning}.")
    return words.format(grade=grade_name(grade).lower(), meaning=grade_text(grade))


def steps() -> tuple[str, ...]:
    """Return the judgements of a mock in words, from 1 on; the third is the bar itself."""
    return (
        translate("WeekPage", "far below the bar"),
        translate("WeekPage", "below the bar"),
        translate("WeekPage", "at the bar"),
        translate("WeekPage", "above the bar"),
    )


def loads(week: WeekScreen) -> list[str]:
    """Return "Technical 1 h 25 m of 8 h 25 m" for each kind of work in a week."""
    words = translate("WeekPage", "{subject} {done} of {planned}")
    return [
        words.format(
            subject=subject_name(one.subject),
            done=duration(one.done),
            planned=duration(one.minutes),
        )
        for one in week.loads
    ]


def logged(detail: Detail) -> str:
    """Return how much time is written down for a session, and how much was planned."""
    planned = duration(detail.minutes)
    if detail.actual is None:
        return translate("WeekPage", "{planned} planned").format(planned=planned)
    words = translate("WeekPage", "{actual} logged of {planned} planned")
    return words.format(actual=duration(detail.actual), planned=planned)


def free_day(day: FreeDay) -> str:
    """Return "Thursday 17 December · week 4 · 1 h 30 m free"."""
    left = translate("WeekPage", "{minutes} free")
    full = translate("WeekPage", "full")
    number = translate("WeekPage", "week {number}").format(number=day.week)
    room = left.format(minutes=duration(day.left)) if day.left else full
    return f"{spoken().day(day.day, 'dddd d MMMM')} · {number} · {room}"


def sentence(clauses: tuple[str, ...]) -> str:
    """Join clauses to one sentence with a capital and a full stop."""
    joined = "; ".join(clauses)
    return f"{joined[0].upper()}{joined[1:]}." if joined else ""


def sentences(clauses: tuple[str, ...]) -> str:
    """Make a sentence of each clause."""
    return " ".join(sentence((one,)) for one in clauses)
