"""The texts a user writes, each by what it is about, so that two versions of one can be told."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from planner.core.commands import (
    AddEvidence,
    AddItem,
    Change,
    GradeReview,
    NoteMock,
    RenameItem,
    WriteReview,
    WriteStory,
)
from planner.core.mock import Mock
from planner.core.plan import Session
from planner.core.state import Review, State
from planner.core.values import SessionKind

TextName = tuple[str, str]
"""What a text says, such as "evidence", "title" or "situation", and the id of what it is about."""

EVIDENCE, TITLE, NOTES, ANSWER = "evidence", "title", "notes", "answer"
DECISION = "decision"
OF_REVIEW = (DECISION, NOTES)
"""The texts of a week's review; it is known by its Monday."""
OF_STORY = (TITLE, "situation", "task", "action", "result", "numbers")
"""The texts of a story, by the names of its fields."""


def texts(command: Change) -> Iterator[tuple[TextName, str]]:
    """Return the texts that a command writes, by their names."""
    match command:
        case AddEvidence():
            yield (EVIDENCE, command.item), command.text
        case AddItem():
            yield (TITLE, command.id), command.title
        case RenameItem():
            yield (TITLE, command.item), command.title
        case GradeReview() if command.answer is not None:
            yield (ANSWER, command.code), command.answer
        case NoteMock():
            yield (NOTES, command.mock), command.notes
        case WriteReview():
            yield from _named(command, OF_REVIEW, command.monday.isoformat())
        case WriteStory():
            yield from _named(command, OF_STORY, command.story)


def _named(command: Change, parts: Iterable[str], about: str) -> Iterator[tuple[TextName, str]]:
    """Yield those of some texts that a command writes; what is None stays as it is."""
    for part in parts:
        text = getattr(command, part)
        if text is not None:
            yield (part, about), text


def current(state: State, name: TextName) -> str | None:
    """Return a text as it holds now, or None where what it is about is gone."""
    part, about = name
    if part == EVIDENCE:
        return state.evidence.get(about, "")
    if part == ANSWER:
        return state.answers.get(about, "") if _graded_review(state, about) else None
    known = state.stories.get(about) or state.mocks.get(about)
    if known is not None:
        return None if known.dropped else str(getattr(known, part))
    if about in state.own:
        return state.own[about].title
    monday = _monday(about)
    return None if monday is None else str(getattr(state.reviews.get(monday, Review()), part))


def writing(state: State, name: TextName, text: str) -> Change:
    """Return the command that writes a text; written again, it ends a choice between versions."""
    part, about = name
    if part == EVIDENCE:
        return AddEvidence(item=about, text=text)
    review = _graded_review(state, about)
    if part == ANSWER and review is not None:
        grade = state.grades.get(about)
        return GradeReview(code=about, grade=grade, answer=text, on=review.date)
    monday = _monday(about)
    if monday is not None:
        of_week: dict[str, Any] = {part: text}
        return WriteReview(monday=monday, **of_week)
    if part == NOTES:
        return noting(state.mocks[about].evolve(notes=text))
    if about in state.stories:
        fields: dict[str, Any] = {part: text}
        return WriteStory(story=about, **fields)
    return RenameItem(item=about, title=text)


def _graded_review(state: State, code: str) -> Session | None:
    session = state.plan.by_code.get(code) if state.plan else None
    return session if session is not None and session.kind is SessionKind.REVIEW else None


def _monday(about: str) -> date | None:
    try:
        return date.fromisoformat(about)
    except ValueError:
        return None


def noting(mock: Mock) -> NoteMock:
    """Return the command that notes a mock as it is."""
    fields = {name: getattr(mock, name) for name in _MOCK}
    return NoteMock(mock=mock.id, code=mock.code or None, **fields)


_MOCK = ("round", "level", "on", "minutes", "scores", "judge", "notes")
