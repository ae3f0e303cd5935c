"""Every dialog of the program, opened on the made-up candidate and filled as a user meets it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from planner.core.apply import apply
from planner.core.commands import AddItem, KeepBusy
from planner.core.exchange.forms import What
from planner.core.hours import changed
from planner.core.planning import make_plan
from planner.core.planning.replan import Kind
from planner.core.screens.choosing import TextChoice
from planner.core.screens.effort import effort_screen
from planner.core.screens.grading import GradingScreen
from planner.core.screens.holding import Preview, holding
from planner.core.screens.level_switch import at_level, level_switch
from planner.core.screens.practice import practice_screen
from planner.core.screens.replan import ways
from planner.core.screens.taking import Taking
from planner.core.screens.weekly_review import weekly_review
from planner.core.state import State
from planner.core.values import Grade, Level, Subject
from planner.paper.wish import Kind as PaperKind
from planner.storage.backup.keeping import Backup
from planner.storage.backup.keeping import Kind as BackupKind
from planner.ui.dialogs.about import AboutDialog
from planner.ui.dialogs.asking import ChoiceDialog, DayDialog, NumberDialog, TextDialog
from planner.ui.dialogs.assessment import AssessmentDialog
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.effort import EffortDialog
from planner.ui.dialogs.export import ExportDialog
from planner.ui.dialogs.fault import FaultDialog
from planner.ui.dialogs.from_paper import FromPaperDialog
from planner.ui.dialogs.grading import GradingDialog
from planner.ui.dialogs.item import ItemDialog
from planner.ui.dialogs.level_switch import LevelSwitchDialog
from planner.ui.dialogs.list_in import ListDialog
from planner.ui.dialogs.paper import PaperDialog
from planner.ui.dialogs.preferences import PreferencesDialog
from planner.ui.dialogs.qt_prompts import AssessmentPrompt, FreeTimePrompt
from planner.ui.dialogs.replan import ReplanDialog
from planner.ui.dialogs.restore import RestoreDialog
from planner.ui.dialogs.review import ReviewDialog
from planner.ui.dialogs.shortcuts import ShortcutsDialog
from planner.ui.dialogs.story import StoryDialog
from planner.ui.dialogs.taking_in import TakingInDialog
from planner.ui.dialogs.telling import TellingDialog
from planner.ui.dialogs.versions import VersionsDialog
from planner.ui.dialogs.ways import WaysDialog
from planner.ui.dialogs.whats_new import WhatsNewDialog
from planner.ui.free_time.dialog import FreeTimeDialog
from planner.ui.mock.dialog import MockDialog
from planner.ui.palette.dialog import FindDialog
from planner.ui.prompts import MockSetting
from planner.ui.wizard.wizard import Wizard
from tests.paper.wished import wished
from tests.ui.house import TODAY, House

LAST = date(2027, 1, 31)
MONDAY = date(2027, 1, 18)


def replan(house: House) -> Dialog:
    state = house.workspace.state
    assert state.profile is not None
    profile = changed(state.profile, state.profile.week_minutes + 120, None)
    plan = make_plan(state.evolve(profile=profile), profile, TODAY)
    return ReplanDialog(house.look, state, plan, "Replan", house.window)


def switching(house: House) -> Dialog:
    state = house.workspace.state
    assert state.profile is not None
    profile = at_level(state, state.profile, Level.L7)
    plan = make_plan(state.evolve(profile=profile), profile, TODAY)
    switch = level_switch(state, profile, plan, TODAY)
    assert switch is not None
    return LevelSwitchDialog(house.look, state, switch, house.window)


def free_time(house: House) -> Dialog:
    """The dialog with a row in each list and a country that has parts."""
    busy = KeepBusy(source="work.ics", times={TODAY: ((540, 600),)})
    state = apply(house.workspace.state, busy)
    assert state.profile is not None
    profile = state.profile.evolve(days_off={TODAY: ""}, special_weeks={MONDAY: 60})
    dialog = FreeTimeDialog(state, profile, TODAY, lambda: None, house.window)
    dialog.holidays.country.setCurrentIndex(dialog.holidays.country.findData("DE"))
    return dialog


def restore(house: House) -> Dialog:
    then = holding(house.workspace.state, 3, 1)
    seen = Preview(then, then, brought=1, taken=2, unreadable=3)
    moment = datetime(2026, 12, 1, 19, 30, tzinfo=UTC)
    backup = Backup(Path("x.zip"), moment, BackupKind.DAILY)
    return RestoreDialog([backup], Path("backups"), lambda _: seen, lambda: None, house.window)


def taking_in(house: House) -> Dialog:
    held = holding(house.workspace.state, 3, 1)
    return TakingInDialog("From x.json", Taking(1, 2, held, held, refused=3), house.window)


def own_item(house: House) -> Dialog:
    for number in (1, 2):
        item = AddItem(id=f"own.{number}", title="x", subject=Subject.READING, minutes=60)
        house.workspace.do(item)
    return ItemDialog(house.workspace.state, "own.1", house.window)


def effort(house: House, item_id: str) -> Dialog:
    screen = effort_screen(house.workspace.state, item_id)
    assert screen is not None
    return EffortDialog(screen, house.window)


def review(house: House) -> Dialog:
    found = weekly_review(house.workspace.state, 3, TODAY)
    assert found is not None
    return ReviewDialog(found, house.window)


def mock(house: House, *, runs: bool) -> Dialog:
    screen = practice_screen(house.workspace.state)
    assert screen is not None
    setting = MockSetting(house.workspace.state, screen.rows[0], TODAY, runs)
    return MockDialog(setting, house.window)


def find(house: House) -> Dialog:
    house.window.run("find")
    assert house.answers.index is not None
    return FindDialog(house.look, house.answers.index, (), house.window)


def paper(house: House, kind: PaperKind, *, printer: bool) -> Dialog:
    wish = wished(kind, 2, week=4)
    return PaperDialog(house.workspace.state, TODAY, wish, print, house.window, printer=printer)


def grading(house: House) -> Dialog:
    questions = ("How?", "Why?", "When not?")
    coming = {Grade.AGAIN: TODAY, Grade.HARD: MONDAY, Grade.GOOD: None}
    screen = GradingScreen("W4-01", "APIs", 10, questions, None, "", coming)
    return GradingDialog(screen, house.window)


def wizard_at(place: int) -> Callable[[House], Dialog]:
    def make(house: House) -> Dialog:
        wizard = Wizard(
            State(house.workspace.state.curriculum),
            TODAY,
            house.window,
            FreeTimePrompt(),
            AssessmentPrompt(),
        )
        for _ in range(place):
            wizard.go_on()
        return wizard

    return make


DIALOGS: dict[str, Callable[[House], Dialog]] = {
    "text": lambda house: TextDialog("Evidence", "What?", "", house.window),
    "number": lambda house: NumberDialog("Log", "Minutes", 45, (1, 90), "min", house.window),
    "day": lambda house: DayDialog("Move", "When?", TODAY, (TODAY, LAST), house.window),
    "choice": lambda house: ChoiceDialog("Move", "When?", ["a", "b"], 0, house.window),
    "many": lambda house: ChoiceDialog("Move", "When?", list("abcdefghi"), 0, house.window),
    "item": lambda house: ItemDialog(house.workspace.state, "own.1", house.window),
    "own item": own_item,
    "effort": lambda house: effort(house, "l6.ops.monitoring"),
    "review": review,
    "effort of a mock": lambda house: effort(house, "mock.coding"),
    "preferences": lambda house: PreferencesDialog(
        house.look, house.settings, "L6 · Senior", house.window
    ),
    "about": lambda house: AboutDialog(house.window),
    "what is new": lambda house: WhatsNewDialog(house.window),
    "shortcuts": lambda house: ShortcutsDialog(house.window),
    "find": find,
    "story": lambda house: StoryDialog(house.workspace.state, "story.1", house.window),
    "grading": grading,
    "assessment": lambda house: AssessmentDialog(
        house.workspace.state, Level.L7, TODAY, house.window
    ),
    "mock": lambda house: mock(house, runs=True),
    "mock held before": lambda house: mock(house, runs=False),
    "telling": lambda house: TellingDialog("Outage", house.window),
    "fault": lambda house: FaultDialog("details", house.window),
    "versions": lambda house: VersionsDialog(
        TextChoice(("evidence", "x"), "Evidence for “x”", ("one", "two")), house.window
    ),
    "replan": replan,
    "switch level": switching,
    "ways": lambda house: WaysDialog(
        house.look, ways(house.workspace.state, TODAY), Kind.SPREAD, "Catch up", house.window
    ),
    "free time": free_time,
    "from paper": lambda house: FromPaperDialog(house.workspace.state, TODAY, house.window),
    "export": lambda house: ExportDialog(
        house.workspace.state, 4, TODAY, What.PLAN, house.window, discreet=False
    ),
    "paper": lambda house: paper(house, PaperKind.PLAN, printer=True),
    "paper without a printer": lambda house: paper(house, PaperKind.WEEK, printer=False),
    "list in": lambda house: ListDialog(
        "From x.json", ["2 ticks to take in, 0 here already"], house.window, possible=True
    ),
    "restore": restore,
    "taking-in": taking_in,
    **{f"wizard {place + 1}": wizard_at(place) for place in range(5)},
}
