"""A review to be answered: what it asks, how it went, and when each grade brings the item back."""

from collections.abc import Mapping
from datetime import date

from planner.core.apply import apply
from planner.core.closed_book import ClosedBook, asked
from planner.core.commands import Change, GradeReview, Tick
from planner.core.regrading import next_review
from planner.core.state import State
from planner.core.values import Fact, Grade, SessionKind
from planner.core.wording import item_title


class GradingScreen(Fact, frozen=True):
    """A review as a dialog; `coming` are the days the item comes back on, None for no more."""

    code: str
    title: str
    minutes: int
    questions: tuple[str, ...]
    grade: Grade | None
    answer: str
    coming: Mapping[Grade, date | None]


def grading_screen(state: State, code: str, book: ClosedBook, today: date) -> GradingScreen | None:
    """Return a review to be answered, or None where the plan has none by that code."""
    session = state.plan.by_code.get(code) if state.plan else None
    if session is None or session.kind is not SessionKind.REVIEW:
        return None
    coming: dict[Grade, date | None] = {}
    for grade in Grade:
        after = state
        for command in held(state, code, grade, today):
            after = apply(after, command)
        review = next_review(after, session.item, today)
        coming[grade] = review.date if review else None
    return GradingScreen(
        code=code,
        title=item_title(state, session.item),
        minutes=session.minutes,
        questions=asked(book, state, session),
        grade=state.grades.get(code),
        answer=state.answers.get(code, ""),
        coming=coming,
    )


def held(
    state: State, code: str, grade: Grade, today: date, answer: str | None = None
) -> tuple[Change, ...]:
    """Return what it comes to that a review was held: it is ticked off, and has its grade."""
    graded = GradeReview(code=code, grade=grade, answer=answer, on=today)
    return (graded,) if code in state.ticks else (Tick(target=code, on=today), graded)
