"""Asks in real dialogs, each loaded when it is first asked."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.core.commands import AddItem, AssessLevel, Change
from planner.core.language import translate
from planner.core.plan import Plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.story import Version
from planner.core.values import Level
from planner.core.wording.outward import file_name
from planner.ui.look import Look
from planner.ui.prompts import Adjusted, Graded, MockAnswer, MockSetting
from planner.ui.settings import Settings

if TYPE_CHECKING:  # loaded when they are wanted
    from planner.core.exchange.forms import What
    from planner.core.finding import Index
    from planner.core.planning.replan import Kind, Option
    from planner.core.screens.choosing import TextChoice
    from planner.core.screens.effort import EffortScreen
    from planner.core.screens.grading import GradingScreen
    from planner.core.screens.holding import Preview
    from planner.core.screens.replan import Ways
    from planner.core.screens.taking import Taking
    from planner.core.screens.things import Thing
    from planner.core.screens.weekly_review import WeeklyReview
    from planner.paper.wish import Wish
    from planner.storage.backup.keeping import Backup
    from planner.ui.dialogs.export import Export


class FreeTimePrompt:
    """Asks for free time over a window, or over the wizard."""

    def __call__(
        self, state: State, profile: Profile, today: date, parent: QWidget
    ) -> tuple[Change, ...] | None:
        """Open the dialog and wait; return what to do, or None when the user gives up."""
        from planner.ui.free_time.dialog import FreeTimeDialog

        dialog = FreeTimeDialog(state, profile, today, lambda: _calendar_file(parent), parent)
        return dialog.commands() if dialog.answered() else None


class AssessmentPrompt:
    """Asks for the level assessment over a window, or over the wizard."""

    def __call__(
        self, state: State, level: Level | None, today: date, parent: QWidget
    ) -> AssessLevel | None:
        """Open the dialog and wait; return the answers, or None when the user gives up."""
        from planner.ui.dialogs.assessment import AssessmentDialog

        dialog = AssessmentDialog(state, level, today, parent)
        return dialog.command() if dialog.answered() else None


class QtPrompts:
    """Each question is a dialog over the window, and gone for good when it is answered."""

    def __init__(self, look: Look, settings: Settings, parent: QWidget) -> None:
        """Remember the look, the preferences, and the window to stand over."""
        self._look = look
        self._settings = settings
        self._parent = parent

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for a line of text."""
        from planner.ui.dialogs.asking import TextDialog

        dialog = TextDialog(title, label, value, self._parent)
        return dialog.field.text() if dialog.answered() else None

    def number(
        self, title: str, label: str, value: int, bounds: tuple[int, int], unit: str = ""
    ) -> int | None:
        """Ask for a whole number between two bounds."""
        from planner.ui.dialogs.asking import NumberDialog

        dialog = NumberDialog(title, label, value, bounds, unit, self._parent)
        return dialog.field.value() if dialog.answered() else None

    def day(self, title: str, label: str, value: date, bounds: tuple[date, date]) -> date | None:
        """Ask for a day between two others."""
        from planner.ui.dialogs.asking import DayDialog

        dialog = DayDialog(title, label, value, bounds, self._parent)
        return dialog.field.day if dialog.answered() else None

    def choice(
        self, title: str, label: str, options: Sequence[str], current: int = 0
    ) -> int | None:
        """Ask for one of several."""
        from planner.ui.dialogs.asking import ChoiceDialog

        dialog = ChoiceDialog(title, label, options, current, self._parent)
        return dialog.place if dialog.answered() else None

    def new_item(self, state: State, item_id: str) -> AddItem | None:
        """Ask for an item of the user's own."""
        from planner.ui.dialogs.item import ItemDialog

        dialog = ItemDialog(state, item_id, self._parent)
        return dialog.command() if dialog.answered() else None

    def own_item(self, state: State, item_id: str) -> Adjusted | None:
        """Ask what to change of an item of the user's own."""
        from planner.ui.dialogs.item import ItemDialog

        dialog = ItemDialog(state, item_id, self._parent)
        return Adjusted(dialog.changes(), dialog.replan) if dialog.answered() else None

    def effort(self, screen: "EffortScreen") -> Adjusted | None:
        """Ask how long an item of the guide takes, and where the user stands with it."""
        from planner.ui.dialogs.effort import EffortDialog

        dialog = EffortDialog(screen, self._parent)
        return Adjusted(dialog.changes(), dialog.replan) if dialog.answered() else None

    def story(self, state: State, story_id: str) -> tuple[Change, ...] | None:
        """Ask for a story, or what to change of it."""
        from planner.ui.dialogs.story import StoryDialog

        dialog = StoryDialog(state, story_id, self._parent)
        return dialog.changes() if dialog.answered() else None

    def telling(self, title: str) -> tuple[Version, int] | None:
        """Time a story that is told aloud."""
        from planner.ui.dialogs.telling import TellingDialog

        dialog = TellingDialog(title, self._parent)
        return (dialog.version, dialog.seconds.value()) if dialog.answered() else None

    def review(self, review: "WeeklyReview") -> tuple[Change, ...] | None:
        """Show the review of a week."""
        from planner.ui.dialogs.review import ReviewDialog

        dialog = ReviewDialog(review, self._parent)
        return dialog.changes() if dialog.answered() else None

    def assessment(self, state: State, today: date) -> AssessLevel | None:
        """Ask which level the user's own work speaks for."""
        level = state.profile.level if state.profile else None
        return AssessmentPrompt()(state, level, today, self._parent)

    def mock(self, setting: MockSetting) -> MockAnswer | None:
        """Run a mock against the clock, or ask how one went."""
        from planner.ui.mock.dialog import MockDialog

        dialog = MockDialog(setting, self._parent)
        return dialog.answer() if dialog.answered() else None

    def grading(self, screen: "GradingScreen") -> Graded | None:
        """Ask what a review asks, and how it went."""
        from planner.ui.dialogs.grading import GradingDialog

        dialog = GradingDialog(screen, self._parent)
        return dialog.graded if dialog.answered() else None

    def profile(self, state: State, today: date) -> tuple[Change, ...] | None:
        """Ask for level, dates, hours and ratings."""
        from planner.ui.wizard.wizard import Wizard

        wizard = Wizard(state, today, self._parent, FreeTimePrompt(), AssessmentPrompt())
        commands = wizard.commands() if wizard.answered() else None
        return (*wizard.assessed, commands[0], *wizard.calendars, commands[1]) if commands else None

    def free_time(self, state: State, today: date) -> tuple[Change, ...] | None:
        """Ask for days off, other hours, rounds and calendars."""
        if state.profile is None:
            return None
        return FreeTimePrompt()(state, state.profile, today, self._parent)

    def export(
        self, state: State, number: int, today: date, what: "What", *, discreet: bool
    ) -> "Export | None":
        """Ask what is to leave the program, and in which form."""
        from planner.ui.dialogs.export import ExportDialog

        dialog = ExportDialog(state, number, today, what, self._parent, discreet=discreet)
        return dialog.export() if dialog.answered() else None

    def paper(
        self, state: State, today: date, wish: "Wish", tell: Callable[[str], object]
    ) -> "Wish | None":
        """Ask what is to be printed and how, and bring it to paper."""
        from planner.paper.dialogs import has_printer
        from planner.ui.dialogs.paper import PaperDialog

        dialog = PaperDialog(state, today, wish, tell, self._parent, printer=has_printer())
        return dialog.wish() if dialog.answered() else None

    def takes_list(self, source: str, told: Sequence[str], *, possible: bool) -> bool:
        """Show what a checklist would bring."""
        from planner.ui.dialogs.list_in import ListDialog

        return ListDialog(source, told, self._parent, possible=possible).answered()

    def from_paper(self, state: State, today: date) -> tuple[Change, ...] | None:
        """Ask what was ticked and noted on paper."""
        from planner.ui.dialogs.from_paper import FromPaperDialog

        dialog = FromPaperDialog(state, today, self._parent)
        return dialog.changes() if dialog.answered() else None

    def accepts(self, state: State, plan: Plan, title: str) -> bool:
        """Show what another plan would change."""
        from planner.ui.dialogs.replan import ReplanDialog

        dialog = ReplanDialog(self._look, state, plan, title, self._parent)
        return dialog.answered() and dialog.changes

    def switches(self, state: State, profile: Profile, plan: Plan, today: date) -> bool:
        """Show what a profile of another level and its plan mean."""
        from planner.core.screens.level_switch import level_switch
        from planner.ui.dialogs.level_switch import LevelSwitchDialog

        switch = level_switch(state, profile, plan, today)
        if switch is None:
            return False
        return LevelSwitchDialog(self._look, state, switch, self._parent).answered()

    def way(self, found: "Ways", chosen: "Kind", title: str) -> "Option | None":
        """Show the ways to go on, one of them chosen."""
        from planner.ui.dialogs.ways import WaysDialog

        dialog = WaysDialog(self._look, found, chosen, title, self._parent)
        return dialog.option if dialog.answered() else None

    def versions(self, choice: "TextChoice") -> int | None:
        """Show the versions of a text side by side."""
        from planner.ui.dialogs.versions import VersionsDialog

        dialog = VersionsDialog(choice, self._parent)
        return dialog.place if dialog.answered() else None

    def backup(
        self, backups: "Sequence[Backup]", place: Path, look_into: "Callable[[Path], Preview]"
    ) -> Path | None:
        """Show the backups that lie in a place and what each holds."""
        from planner.ui.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(
            backups, place, look_into, lambda: _backup_file(self._parent), self._parent
        )
        return dialog.file if dialog.answered() else None

    def file_to_write(self, title: str, name: str) -> Path | None:
        """Ask where a file goes that is called so."""
        from PySide6.QtWidgets import QFileDialog

        from planner.paper.offered import offered_file

        start = offered_file(file_name(name, discreet=self._settings.now.discreet))
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, start)
        return Path(chosen) if chosen else None

    def file_to_read(self) -> Path | None:
        """Ask which document to import."""
        from PySide6.QtWidgets import QFileDialog

        title = translate("TakingInDialog", "Import")
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, "", _documents())
        return Path(chosen) if chosen else None

    def takes_in(self, source: str, taking: "Taking") -> bool:
        """Show what a document would make of the store."""
        from planner.ui.dialogs.taking_in import TakingInDialog

        return TakingInDialog(source, taking, self._parent).answered()

    def preferences(self, level: str) -> str:
        """Let the user choose theme and text size."""
        from planner.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._look, self._settings, level, self._parent)
        dialog.answered()
        return dialog.wanted

    def find(self, index: "Index[Thing]", recent: Sequence[str]) -> "Thing | None":
        """Ask for one of many things by a few letters."""
        from planner.ui.palette.dialog import FindDialog

        dialog = FindDialog(self._look, index, recent, self._parent)
        return dialog.chosen if dialog.answered() else None

    def shortcuts(self) -> None:
        """Show all keys."""
        from planner.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._parent).answered()

    def whats_new(self) -> None:
        """Show what this version of the program brings."""
        from planner.ui.dialogs.whats_new import WhatsNewDialog

        WhatsNewDialog(self._parent).answered()

    def about(self) -> None:
        """Show what the program is."""
        from planner.ui.dialogs.about import AboutDialog

        AboutDialog(self._parent).answered()

    def fault(self, details: str) -> None:
        """Tell of a mistake of the program."""
        from planner.ui.dialogs.fault import FaultDialog

        FaultDialog(details, self._parent).answered()


def _backup_file(parent: QWidget) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    title = translate("RestoreDialog", "Open a backup")
    kinds = translate("RestoreDialog", "Backups (*.zip);;All files (*)")
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def _documents() -> str:
    return translate(
        "TakingInDialog",
        "Documents and checklists (*.json *.md *.markdown *.txt *.csv *.tsv);;All files (*)",
    )


def _calendar_file(parent: QWidget) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    title = translate("FreeTimeDialog", "Read a calendar file")
    kinds = translate("FreeTimeDialog", "Calendars (*.ics);;All files (*)")
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None
