"""A whole window on a made-up candidate, with answers laid down in the user's place."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from planner.core.commands import AddItem, Change
from planner.core.curriculum import Curriculum
from planner.core.demo import demo_commands
from planner.core.exchange.forms import What
from planner.core.finding import Index
from planner.core.plan import Plan
from planner.core.planning.replan import Kind, Option
from planner.core.profile import Profile
from planner.core.screens.choosing import TextChoice
from planner.core.screens.holding import Preview
from planner.core.screens.replan import Ways
from planner.core.screens.taking import Taking
from planner.core.screens.things import Thing
from planner.core.state import State
from planner.paper.wish import Wish
from planner.resources import resource
from planner.storage.backup.keeping import Backup, Backups
from planner.storage.curriculum import load_curriculum
from planner.storage.preferences import Preferences
from planner.storage.rescue import Rescue
from planner.ui.day import Day
from planner.ui.dialogs.export import Export
from planner.ui.look import Look
from planner.ui.pages.table import PAGES
from planner.ui.settings import Settings
from planner.ui.window import Surroundings, Window
from planner.workspace import Workspace
from tests.ui.pages.desk import Answers

TODAY = date(2026, 12, 16)  # a Wednesday


@cache
def curriculum() -> Curriculum:
    return load_curriculum(resource("curriculum"))


def demo_workspace() -> Workspace:
    workspace = Workspace(curriculum(), None)
    for command in demo_commands(curriculum(), TODAY):
        workspace.do(command)
    return workspace


def empty_workspace() -> Workspace:
    return Workspace(curriculum(), None)


@dataclass
class HouseAnswers(Answers):
    """Answers the dialogs of the whole window too; what is not laid down gives up."""

    items: list[AddItem | None] = field(default_factory=list)
    profiles: list[tuple[Change, ...] | None] = field(default_factory=list)
    free_times: list[tuple[Change, ...] | None] = field(default_factory=list)
    taken: list[bool] = field(default_factory=list)
    kept: list[int | None] = field(default_factory=list)
    restored: list[Path | None] = field(default_factory=list)
    exports: list[Export | None] = field(default_factory=list)
    prints: list[Wish | None] = field(default_factory=list)
    wished: list[Wish] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)
    files: list[Path | None] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    found: list[str | None] = field(default_factory=list)
    index: Index[Thing] | None = None
    recent: tuple[str, ...] = ()

    def versions(self, choice: TextChoice) -> int | None:
        self.shown.append(f"versions {choice.title}")
        return self.kept.pop(0) if self.kept else None

    def new_item(self, _: State, item_id: str) -> AddItem | None:
        self.shown.append(f"new-item {item_id}")
        return self.items.pop(0) if self.items else None

    def profile(self, _: State, __: date) -> tuple[Change, ...] | None:
        self.shown.append("profile")
        return self.profiles.pop(0) if self.profiles else None

    def free_time(self, _: State, __: date) -> tuple[Change, ...] | None:
        self.shown.append("free-time")
        return self.free_times.pop(0) if self.free_times else None

    def export(
        self, _: State, number: int, __: date, what: What, *, discreet: bool
    ) -> Export | None:
        self.shown.append(f"export {what} {number}{' discreet' if discreet else ''}")
        return self.exports.pop(0) if self.exports else None

    def paper(self, _: State, __: date, wish: Wish, ___: Callable[[str], object]) -> Wish | None:
        self.shown.append(f"print {wish.kind}")
        self.wished.append(wish)
        return self.prints.pop(0) if self.prints else None

    def takes_list(self, source: str, told: Sequence[str], *, possible: bool) -> bool:
        self.shown += [source, *told, "possible" if possible else "nothing"]
        return self.taken.pop(0) if self.taken else True

    def from_paper(self, _: State, __: date) -> tuple[Change, ...] | None:
        self.shown.append("from-paper")
        return self.profiles.pop(0) if self.profiles else None

    def accepts(self, _: State, __: Plan, title: str) -> bool:
        self.shown.append(f"accepts {title}")
        return self.taken.pop(0) if self.taken else False

    def switches(self, _: State, profile: Profile, __: Plan, ___: date) -> bool:
        self.shown.append(f"switches {profile.level}")
        return self.taken.pop(0) if self.taken else False

    def way(self, found: Ways, chosen: Kind, title: str) -> Option | None:
        self.shown.append(f"way {title} {chosen.value}")
        if not self.taken or not self.taken.pop(0):
            return None
        one = found.way(chosen) or found.ways[-1]
        return one.option

    def backup(
        self, backups: Sequence[Backup], place: Path, look_into: Callable[[Path], Preview]
    ) -> Path | None:
        self.shown += [f"backup {place.name}", *(str(look_into(one.file)) for one in backups)]
        return self.restored.pop(0) if self.restored else None

    def file_to_write(self, _: str, name: str) -> Path | None:
        self.shown.append(f"write {name}")
        return self.files.pop(0) if self.files else None

    def file_to_read(self) -> Path | None:
        self.shown.append("read")
        return self.files.pop(0) if self.files else None

    def takes_in(self, source: str, taking: Taking) -> bool:
        self.shown.append(f"{source}: {taking.new} new, {taking.known} known")
        return self.taken.pop(0) if self.taken else True

    def find(self, index: Index[Thing], recent: Sequence[str]) -> Thing | None:
        """Find the thing with the key that was laid down."""
        self.shown.append("find")
        self.index, self.recent = index, tuple(recent)
        key = self.found.pop(0) if self.found else None
        return next((one for one in index.entries if one.key == key), None)

    def preferences(self, level: str) -> str:
        self.shown.append(f"preferences {level}")
        return self.besides.pop(0) if self.besides else ""

    def shortcuts(self) -> None:
        self.shown.append("shortcuts")

    def whats_new(self) -> None:
        self.shown.append("whats-new")

    def about(self) -> None:
        self.shown.append("about")

    def fault(self, details: str) -> None:
        self.shown.append(f"fault {details}")


class House:
    """A window with its workspace, its answers, and a clock that is moved by hand."""

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        look: Look,
        backups: Callable[[], Backups] | None = None,
        rescue: Rescue | None = None,
        focus_file: Path | None = None,
    ) -> None:
        self.today = TODAY
        self.clocks = 1000.0, 1.8e9
        self.saved: list[Preferences] = []
        self.answers = HouseAnswers()
        self.workspace = workspace
        self.look = look
        self.settings = Settings(Preferences(), self.saved.append, look)
        self.day = Day(lambda: self.today, look)
        self.window = Window(
            workspace,
            Surroundings(
                look=look,
                settings=self.settings,
                day=self.day,
                makers=PAGES,
                prompts=self._prompts,
                new_id=lambda: "1",
                backups=backups,
                rescue=rescue,
                clocks=lambda: self.clocks,
                focus_file=focus_file,
            ),
        )
        app.processEvents()

    def _prompts(self, _: QWidget) -> HouseAnswers:
        return self.answers


@contextmanager
def opened(
    app: QApplication,
    workspace: Workspace,
    look: Look,
    backups: Callable[[], Backups] | None = None,
    rescue: Rescue | None = None,
    focus_file: Path | None = None,
) -> Iterator[House]:
    """A house whose window is shown, and gone for good afterwards."""
    house = House(app, workspace, look, backups, rescue, focus_file)
    house.window.show()
    app.processEvents()
    yield house
    house.window.hide()
    house.window.deleteLater()
    app.processEvents()
