"""What the actions of the week page come to: they ask the user, and make a command."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.core.commands import (
    MOST_LOGGED,
    AddEvidence,
    Change,
    LogTime,
    MoveSession,
    ScoreMock,
    SkipItem,
    Tick,
)
from planner.core.screens.week import Detail, free_days
from planner.core.state import State
from planner.ui.pages.week import words
from planner.ui.pages.week.evidence import LONGEST_LINE
from planner.ui.prompts import Prompts

if TYPE_CHECKING:  # read when a review is shown
    from planner.core.closed_book import ClosedBook

Maker = Callable[[Detail], Change | tuple[Change, ...] | None]


def offers(one: Detail) -> frozenset[str]:
    """Return the actions that can be done with a session."""
    can = {
        **dict.fromkeys(("toggle-done", "details", "log-time"), True),
        "evidence": one.takes_evidence,
        "score": one.is_mock,
        "grade": one.is_review,
        "move": one.can_move,
        "move-earlier": one.earlier is not None,
        "move-later": one.later is not None,
        "skip": one.can_skip and not one.skipped,
        "take-in": one.skipped,
        "start-focus": not one.skipped,
    }
    return frozenset(action for action, possible in can.items() if possible)


class Asking(QObject):
    """Turns the action on a session into a command, or into nothing when the user gives up."""

    def __init__(
        self, prompts: Prompts, state: State, today: date, closed_book: "Callable[[], ClosedBook]"
    ) -> None:
        super().__init__()
        self._closed_book = closed_book
        self._prompts = prompts
        self._state = state
        self._today = today

    def command(
        self, action_id: str, one: Detail, minutes: int
    ) -> Change | tuple[Change, ...] | None:
        """Return the command, or several that are one gesture.

        `minutes` are those that a log of time starts with.
        """
        makers: dict[str, Maker] = {
            "toggle-done": self._toggle,
            "take-in": self._take_in,
            "skip": self._skip,
            "move": self._move,
            "move-earlier": _earlier,
            "move-later": _later,
            "evidence": self._evidence,
            "score": self._score,
            "grade": self._grade,
            "log-time": partial(self._log_time, minutes=minutes),
        }
        return makers[action_id](one)

    def _toggle(self, one: Detail) -> Tick:
        return Tick(target=one.code, done=not one.done, on=self._today)

    def _take_in(self, one: Detail) -> SkipItem:
        return SkipItem(item=one.item, skipped=False)

    def _move(self, one: Detail) -> MoveSession | None:
        title = self.tr("Move “{title}”").format(title=one.title)
        label = self.tr("To which day?")
        days = free_days(self._state, one.code, self._today)
        later = (place for place, day in enumerate(days) if day.day > one.day)
        options = [words.free_day(day) for day in days]
        place = self._prompts.choice(title, label, options, next(later, 0))
        return None if place is None else MoveSession(code=one.code, to=days[place].day)

    def _skip(self, one: Detail) -> SkipItem | None:
        title = self.tr("Skip “{title}”").format(title=one.title)
        reason = self._prompts.text(title, self.tr("All its open sessions are skipped. Why?"))
        return None if reason is None else SkipItem(item=one.item, reason=line(reason))

    def _evidence(self, one: Detail) -> AddEvidence | None:
        title = self.tr("Evidence for “{title}”").format(title=one.title)
        text = self._prompts.text(title, self.tr("What can you show for it?"), one.evidence)
        return None if text is None else AddEvidence(item=one.item, text=line(text))

    def _score(self, one: Detail) -> ScoreMock | None:
        steps = (f"{score} · {word}" for score, word in enumerate(words.steps(), start=1))
        options = [self.tr("not judged"), *steps]
        label = self.tr("How did it go?")
        place = self._prompts.choice(one.title, label, options, one.score or 0)
        return None if place is None else ScoreMock(code=one.code, score=place or None)

    def _grade(self, one: Detail) -> tuple[Change, ...] | None:
        from planner.core.screens.grading import grading_screen, held

        screen = grading_screen(self._state, one.code, self._closed_book(), self._today)
        graded = self._prompts.grading(screen) if screen else None
        if graded is None:
            return None
        return held(self._state, one.code, graded.grade, self._today, graded.answer)

    def _log_time(self, one: Detail, minutes: int) -> LogTime | None:
        title = self.tr("Log time for “{title}”").format(title=one.title)
        label, unit = self.tr("How long did it take?"), self.tr("minutes")
        count = self._prompts.number(title, label, minutes, (1, MOST_LOGGED), unit)
        return None if count is None else LogTime(code=one.code, minutes=count, on=self._today)


def _earlier(one: Detail) -> MoveSession | None:
    return MoveSession(code=one.code, to=one.earlier) if one.earlier else None


def _later(one: Detail) -> MoveSession | None:
    return MoveSession(code=one.code, to=one.later) if one.later else None


def line(text: str) -> str:
    """Return what is kept of a line that was entered."""
    return text.strip()[:LONGEST_LINE]
