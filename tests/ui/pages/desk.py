"""Stands in for the window around a page: does what it intends, and shows what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from planner.core.apply import apply
from planner.core.closed_book import ClosedBook
from planner.core.commands import AddItem, AssessLevel, Change
from planner.core.exchange.forms import What
from planner.core.finding import Index
from planner.core.plan import Plan
from planner.core.planning.replan import Kind, Option
from planner.core.profile import Profile
from planner.core.screens.choosing import TextChoice
from planner.core.screens.effort import EffortScreen
from planner.core.screens.grading import GradingScreen
from planner.core.screens.holding import Preview
from planner.core.screens.replan import Ways
from planner.core.screens.taking import Taking
from planner.core.screens.things import Thing
from planner.core.screens.weekly_review import WeeklyReview
from planner.core.state import State
from planner.core.story import Version
from planner.paper.wish import Wish
from planner.storage.backup.keeping import Backup
from planner.ui.dialogs.export import Export
from planner.ui.kit.layout.page import Page
from planner.ui.prompts import Adjusted, Graded, MockAnswer, MockSetting

LARGE, SMALL = QSize(1072, 800), QSize(600, 600)
"""What is left of the usual window beside the sidebar, and roughly of 900 × 600."""
AnyPage = TypeVar("AnyPage", bound=Page)


@dataclass
class Answers:
    """Answers every question with what was laid down; None gives up. Keeps what was asked."""

    texts: list[str | None] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    days: list[date | None] = field(default_factory=list)
    choices: list[int | None] = field(default_factory=list)
    adjusted: list[Adjusted | None] = field(default_factory=list)
    graded: list[Graded | None] = field(default_factory=list)
    stories: list[tuple[Change, ...] | None] = field(default_factory=list)
    tellings: list[tuple[Version, int] | None] = field(default_factory=list)
    reviews: list[tuple[Change, ...] | None] = field(default_factory=list)
    assessments: list[AssessLevel | None] = field(default_factory=list)
    mocks: list[MockAnswer | None] = field(default_factory=list)
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def text(self, title: str, label: str, value: str = "") -> str | None:
        self.asked.append((title, label, value))
        return self.texts.pop(0)

    def number(
        self, title: str, label: str, value: int, bounds: tuple[int, int], unit: str = ""
    ) -> int | None:
        self.asked.append((title, label, value, bounds, unit))
        return self.numbers.pop(0)

    def day(self, title: str, label: str, value: date, bounds: tuple[date, date]) -> date | None:
        self.asked.append((title, label, value, bounds))
        return self.days.pop(0)

    def choice(
        self, title: str, label: str, options: Sequence[str], current: int = 0
    ) -> int | None:
        self.asked.append((title, label, tuple(options), current))
        return self.choices.pop(0)

    def new_item(self, state: State, item_id: str) -> AddItem | None:
        raise NotImplementedError

    def own_item(self, state: State, item_id: str) -> Adjusted | None:
        self.asked.append(("own item", state.own[item_id].title))
        return self.adjusted.pop(0)

    def effort(self, screen: EffortScreen) -> Adjusted | None:
        self.asked.append(("effort", screen.title))
        return self.adjusted.pop(0)

    def story(self, state: State, story_id: str) -> tuple[Change, ...] | None:
        self.asked.append(("story", story_id, story_id in state.stories))
        return self.stories.pop(0)

    def telling(self, title: str) -> tuple[Version, int] | None:
        self.asked.append(("telling", title))
        return self.tellings.pop(0)

    def review(self, review: WeeklyReview) -> tuple[Change, ...] | None:
        self.asked.append(("review", review.number))
        return self.reviews.pop(0)

    def assessment(self, _: State, today: date) -> AssessLevel | None:
        self.asked.append(("assessment", today))
        return self.assessments.pop(0)

    def mock(self, setting: MockSetting) -> MockAnswer | None:
        self.asked.append(("mock", setting))
        return self.mocks.pop(0)

    def grading(self, screen: GradingScreen) -> Graded | None:
        self.asked.append((screen.title, *screen.questions))
        return self.graded.pop(0)

    def profile(self, state: State, today: date) -> tuple[Change, ...] | None:
        raise NotImplementedError

    def free_time(self, state: State, today: date) -> tuple[Change, ...] | None:
        raise NotImplementedError

    def export(
        self, state: State, number: int, today: date, what: What, *, discreet: bool
    ) -> Export | None:
        raise NotImplementedError

    def paper(
        self, state: State, today: date, wish: Wish, tell: Callable[[str], object]
    ) -> Wish | None:
        raise NotImplementedError

    def takes_list(self, source: str, told: Sequence[str], *, possible: bool) -> bool:
        raise NotImplementedError

    def from_paper(self, state: State, today: date) -> tuple[Change, ...] | None:
        raise NotImplementedError

    def accepts(self, state: State, plan: Plan, title: str) -> bool:
        raise NotImplementedError

    def switches(self, state: State, profile: Profile, plan: Plan, today: date) -> bool:
        raise NotImplementedError

    def way(self, found: Ways, chosen: Kind, title: str) -> Option | None:
        raise NotImplementedError

    def versions(self, choice: TextChoice) -> int | None:
        raise NotImplementedError

    def backup(
        self, backups: Sequence[Backup], place: Path, look_into: Callable[[Path], Preview]
    ) -> Path | None:
        raise NotImplementedError

    def file_to_write(self, title: str, name: str) -> Path | None:
        raise NotImplementedError

    def file_to_read(self) -> Path | None:
        raise NotImplementedError

    def takes_in(self, source: str, taking: Taking) -> bool:
        raise NotImplementedError

    def preferences(self, level: str) -> str:
        raise NotImplementedError

    def find(self, index: Index[Thing], recent: Sequence[str]) -> Thing | None:
        raise NotImplementedError

    def shortcuts(self) -> None:
        raise NotImplementedError

    def whats_new(self) -> None:
        raise NotImplementedError

    def about(self) -> None:
        raise NotImplementedError

    def fault(self, details: str) -> None:
        raise NotImplementedError


class Desk:
    """A page at work. With `deaf` the intents are kept and not done."""

    def __init__(
        self, page: Page, state: State, today: date, book: Callable[[], ClosedBook] = ClosedBook
    ) -> None:
        self.page, self.state, self.today = page, state, today
        self.done: list[Change] = []
        self.asked: list[str] = []
        self.answers = Answers()
        self.deaf = False
        page.equip(self.answers, lambda: "1", book)
        page.intent.connect(self._do)
        page.asked.connect(self._on_asked)
        page.show_state(state, today)

    def show(self, *commands: Change) -> None:
        """Change the state from elsewhere."""
        for command in commands:
            self.state = apply(self.state, command)
        self.page.show_state(self.state, self.today)

    def _on_asked(self, action_id: str) -> None:
        """Run what the page asks for where it can do that, as the window does."""
        if not self.page.run(action_id):
            self.asked.append(action_id)

    def _do(self, intent: Change | tuple[Change, ...]) -> None:
        commands = intent if isinstance(intent, tuple) else (intent,)
        self.done.extend(commands)
        if not self.deaf:
            self.show(*commands)


def laid_out(page: AnyPage, qtbot: QtBot) -> AnyPage:
    """Return a page with a usual size, which goes with the test."""
    qtbot.addWidget(page)
    page.resize(LARGE)
    return page


def at_work(
    qtbot: QtBot,
    page: Page,
    state: State,
    today: date,
    book: Callable[[], ClosedBook] = ClosedBook,
) -> Desk:
    """Return a page at work that is seen."""
    desk = Desk(page, state, today, book)
    with qtbot.waitExposed(page):
        page.show()
    return desk
