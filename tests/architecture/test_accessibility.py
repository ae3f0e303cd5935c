"""Everything that can have the focus says what it is, and Tab reaches it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QWidget,
)

from planner.core.apply import apply
from planner.core.commands import AddItem, KeepBusy
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
from planner.storage.backup.keeping import Backup
from planner.storage.backup.keeping import Kind as BackupKind
from planner.ui.dialogs.about import AboutDialog
from planner.ui.dialogs.asking import ChoiceDialog, DayDialog, NumberDialog, TextDialog
from planner.ui.dialogs.assessment import AssessmentDialog
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.effort import EffortDialog
from planner.ui.dialogs.fault import FaultDialog
from planner.ui.dialogs.grading import GradingDialog
from planner.ui.dialogs.item import ItemDialog
from planner.ui.dialogs.level_switch import LevelSwitchDialog
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
from planner.ui.free_time.dialog import FreeTimeDialog
from planner.ui.mock.dialog import MockDialog
from planner.ui.pages.table import PAGES
from planner.ui.prompts import MockSetting
from planner.ui.wizard.wizard import Wizard
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
    return RestoreDialog(
        house.look, [backup], Path("backups"), lambda _: seen, lambda: None, house.window
    )


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
    "shortcuts": lambda house: ShortcutsDialog(house.window),
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
    "restore": restore,
    "taking-in": taking_in,
    **{f"wizard {place + 1}": wizard_at(place) for place in range(5)},
}


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a widget, as far as we gave it something to say."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    window = widget.window()
    labels = (one for one in window.findChildren(QLabel) if one.buddy() is widget)
    return next((label.text() for label in labels), "")


def parts_of_others(widget: QWidget) -> bool:
    """Say whether a widget is an inner part of one that speaks for it."""
    parent = widget.parentWidget()
    inside = isinstance(parent, QAbstractSpinBox | QComboBox) and isinstance(widget, QLineEdit)
    calendar = any(isinstance(one, QCalendarWidget) for one in ancestors(widget))
    return inside or calendar or isinstance(widget, QMenu)


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    one: QWidget | None = widget
    while one is not None:
        yield one
        one = one.parentWidget()


def focusable(root: QWidget) -> list[QWidget]:
    """The visible widgets below a window that take the focus by Tab."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisibleTo(root)
        and one.window() is root
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not parts_of_others(one)
    ]


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in focusable(root)
        if not name_of(one).strip()
    ]


def reached_by_tab(app: QApplication, root: QWidget) -> set[QWidget]:
    """Press Tab until the focus is where it began."""
    seen: set[QWidget] = set()
    for _ in range(400):
        root.focusNextPrevChild(True)
        app.processEvents()
        now = root.focusWidget()
        if now in seen:
            break
        seen.add(now)
    return seen


def unreached(app: QApplication, root: QWidget) -> list[str]:
    reached = reached_by_tab(app, root)
    reached |= {one for widget in reached for one in ancestors(widget)}
    return [
        f"{type(one).__name__} {name_of(one)}"
        for one in focusable(root)
        if one not in reached
        and one.focusProxy() is None
        # Of rings that exclude each other, Tab reaches one and the arrows the others.
        and not (isinstance(one, QRadioButton) and not one.isChecked())
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_widget_of_a_page_has_a_name(house: House, page: str) -> None:
    house.window.turn_to(page)
    assert len(focusable(house.window)) > 3
    assert nameless(house.window) == []


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_every_widget_of_a_page(qapp: QApplication, house: House, page: str) -> None:
    house.window.turn_to(page)
    house.window.activateWindow()
    assert unreached(qapp, house.window) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_fresh_store_has_names_too(empty_house: House, page: str) -> None:
    empty_house.window.turn_to(page)
    assert nameless(empty_house.window) == []


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_every_widget_of_a_dialog_has_a_name_and_tab_reaches_it(
    qapp: QApplication, house: House, make: Callable[[House], Dialog]
) -> None:
    dialog = make(house)
    dialog.show()
    qapp.processEvents()
    assert focusable(dialog)
    assert nameless(dialog) == []
    assert unreached(qapp, dialog) == []
    dialog.close()


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_a_dialog_starts_on_what_is_to_be_answered(
    qapp: QApplication, house: House, make: Callable[[House], Dialog]
) -> None:
    dialog = make(house)
    dialog.show()
    qapp.processEvents()
    first = dialog.focusWidget()
    assert first is not None
    assert not isinstance(first, QAbstractScrollArea) or name_of(first)
    dialog.close()


def test_every_label_shows_plain_text(house: House) -> None:
    for page in PAGES:
        house.window.turn_to(page)
    rich = [
        label.text()
        for label in house.window.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
        and not any(isinstance(one, QCalendarWidget) for one in ancestors(label))
    ]
    assert rich == []


def test_a_nameless_widget_is_noticed(house: House) -> None:
    field = QLineEdit(house.window)
    field.show()
    assert nameless(house.window) == ["QLineEdit "]
