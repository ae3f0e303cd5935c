"""The one way to ask the user something in a dialog; tests answer in the user's place."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.core.commands import AddItem, AssessLevel, Change
from planner.core.mock import Judge
from planner.core.plan import Plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.story import Version
from planner.core.values import Fact, Grade

if TYPE_CHECKING:  # loaded when they are wanted
    from planner.core.exchange.forms import What
    from planner.core.finding import Index
    from planner.core.planning.replan import Kind, Option
    from planner.core.screens.choosing import TextChoice
    from planner.core.screens.effort import EffortScreen
    from planner.core.screens.grading import GradingScreen
    from planner.core.screens.holding import Preview
    from planner.core.screens.practice import PracticeRow
    from planner.core.screens.replan import Ways
    from planner.core.screens.taking import Taking
    from planner.core.screens.things import Thing
    from planner.core.screens.weekly_review import WeeklyReview
    from planner.paper.wish import Wish
    from planner.storage.backup.keeping import Backup
    from planner.ui.dialogs.export import Export


class Adjusted(Fact, frozen=True):
    """What the user made of an item: the commands of one gesture, and whether to replan now."""

    commands: tuple[Change, ...]
    replan: bool = False


class MockSetting(Fact, frozen=True):
    """A round to be practised: under the clock where it `runs`, else only entered."""

    state: State
    round: "PracticeRow"
    today: date
    runs: bool


class MockAnswer(Fact, frozen=True):
    """How a mock went, and the titles of what is to be fixed."""

    on: date
    minutes: int
    scores: Mapping[str, int]
    judge: Judge
    notes: str
    code: str | None
    fixes: tuple[str, ...]


class Graded(Fact, frozen=True):
    """How a review went, and what was written down in it."""

    grade: Grade
    answer: str


class Prompts(Protocol):
    """Questions. Each answers None when the user gives up."""

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for a line of text."""

    def number(
        self, title: str, label: str, value: int, bounds: tuple[int, int], unit: str = ""
    ) -> int | None:
        """Ask for a whole number between two bounds; `unit` stands behind it."""

    def day(self, title: str, label: str, value: date, bounds: tuple[date, date]) -> date | None:
        """Ask for a day between two others, both included."""

    def choice(
        self, title: str, label: str, options: Sequence[str], current: int = 0
    ) -> int | None:
        """Ask for one of several; answer its place."""

    def new_item(self, state: State, item_id: str) -> AddItem | None:
        """Ask for an item of the user's own."""

    def own_item(self, state: State, item_id: str) -> Adjusted | None:
        """Ask what to change of an item of the user's own."""

    def effort(self, screen: "EffortScreen") -> Adjusted | None:
        """Ask how long an item of the guide takes, and where the user stands with it."""

    def story(self, state: State, story_id: str) -> tuple[Change, ...] | None:
        """Ask for a story, or what to change of it; nothing where nothing changes."""

    def telling(self, title: str) -> tuple[Version, int] | None:
        """Time a story that is told aloud; answer the version and the seconds."""

    def review(self, review: "WeeklyReview") -> tuple[Change, ...] | None:
        """Show the review of a week; return what was written into it, if anything."""

    def assessment(self, state: State, today: date) -> AssessLevel | None:
        """Ask which level the user's own work speaks for."""

    def mock(self, setting: MockSetting) -> MockAnswer | None:
        """Run a mock against the clock, or ask how one went that was held before."""

    def grading(self, screen: "GradingScreen") -> Graded | None:
        """Ask what a review asks, and how it went."""

    def profile(self, state: State, today: date) -> tuple[Change, ...] | None:
        """Ask for level, dates, hours and ratings, and show the plan that comes of it."""

    def free_time(self, state: State, today: date) -> tuple[Change, ...] | None:
        """Ask for days off, other hours, rounds and calendars; nothing where nothing changes."""

    def export(
        self, state: State, number: int, today: date, what: "What", *, discreet: bool
    ) -> "Export | None":
        """Ask what is to leave the program, at first `what`, and in which form."""

    def paper(
        self, state: State, today: date, wish: "Wish", tell: Callable[[str], object]
    ) -> "Wish | None":
        """Ask what is to be printed and how, at first as it is wished, and bring it to paper.

        `tell` takes what came of it. Answer what was wished in the end.
        """

    def takes_list(self, source: str, told: Sequence[str], *, possible: bool) -> bool:
        """Show in lines what a checklist would bring, and ask whether to take it in."""

    def from_paper(self, state: State, today: date) -> tuple[Change, ...] | None:
        """Ask what was ticked and noted on paper, and show what that means."""

    def accepts(self, state: State, plan: Plan, title: str) -> bool:
        """Show what another plan would change; return whether it is taken."""

    def switches(self, state: State, profile: Profile, plan: Plan, today: date) -> bool:
        """Show what a profile of another level and its plan mean; return whether it is taken."""

    def way(self, found: "Ways", chosen: "Kind", title: str) -> "Option | None":
        """Show the ways to go on, one of them chosen; return the one that is taken."""

    def backup(
        self, backups: "Sequence[Backup]", place: Path, look_into: "Callable[[Path], Preview]"
    ) -> Path | None:
        """Show the backups that lie in a place and what each holds; answer the one to restore.

        `look_into` may raise `BackupError`.
        """

    def file_to_write(self, title: str, name: str) -> Path | None:
        """Ask where a file goes that is called so."""

    def file_to_read(self) -> Path | None:
        """Ask which document to import."""

    def takes_in(self, source: str, taking: "Taking") -> bool:
        """Show what a document would make of the store; return whether it is taken in."""

    def versions(self, choice: "TextChoice") -> int | None:
        """Show the versions of a text side by side; answer the place of the one to keep."""

    def preferences(self, level: str) -> str:
        """Let the user choose theme and text size, and show the level where there is one.

        Return the id of the action that the user asks for besides, empty for none.
        """

    def find(self, index: "Index[Thing]", recent: Sequence[str]) -> "Thing | None":
        """Ask for one of many things by a few letters; those in `recent` (keys) come first."""

    def shortcuts(self) -> None:
        """Show all keys."""

    def whats_new(self) -> None:
        """Show what this version of the program brings."""

    def about(self) -> None:
        """Show what the program is."""

    def fault(self, details: str) -> None:
        """Tell of a mistake of the program."""
