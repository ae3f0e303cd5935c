"""A page with nothing to show says what will stand there, and offers the one action for it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.core.commands import AcceptPlan, ChangeProfile
from planner.core.entry import spread_hours
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.values import Level
from planner.ui.kit.buttons import PrimaryButton
from planner.ui.kit.layout.page import Page
from planner.ui.look import Look
from tests.ui.house import TODAY, House, empty_workspace, opened

PROFILE = Profile(level=Level.L6, start=TODAY, week=spread_hours(600))


@pytest.fixture
def unplanned(qapp: QApplication, look: Look) -> Iterator[House]:
    """The window on a candidate without a plan, as after undoing one."""
    workspace = empty_workspace()
    workspace.do(ChangeProfile(profile=PROFILE))
    with opened(qapp, workspace, look) as house:
        yield house


def turned(house: House, name: str) -> Page:
    house.window.activateWindow()
    house.window.menus.actions[f"page-{name}"].trigger()
    page = house.window.stack.page
    assert page is not None
    return page


def offered(page: Page) -> list[str]:
    return [one.text() for one in page.findChildren(PrimaryButton) if one.isVisible()]


def enter(house: House) -> list[str]:
    QTest.keyClick(house.window.focusWidget(), Qt.Key.Key_Return)
    return house.answers.shown


@pytest.mark.parametrize("name", ["week", "plan", "checklist", "readiness", "practice"])
def test_without_a_profile_enter_makes_a_plan(empty_house: House, name: str) -> None:
    page = turned(empty_house, name)
    assert offered(page) == ["Make a plan…"]
    assert enter(empty_house) == ["profile"]


@pytest.mark.parametrize("name", ["week", "plan"])
def test_without_a_plan_enter_makes_one(unplanned: House, name: str) -> None:
    page = turned(unplanned, name)
    assert offered(page) == ["Make a plan…"]
    assert enter(unplanned) == ["profile"]


@pytest.mark.parametrize("name", ["checklist", "readiness", "practice", "guide"])
def test_what_needs_no_plan_is_shown_without_one(unplanned: House, name: str) -> None:
    page = turned(unplanned, name)
    assert "Make a plan…" not in offered(page)
    assert page.isAncestorOf(unplanned.window.focusWidget())


def test_without_stories_the_page_offers_a_new_one(empty_house: House) -> None:
    page = turned(empty_house, "stories")
    assert offered(page) == ["New story…"]
    empty_house.answers.choices = [None]
    assert page.isAncestorOf(empty_house.window.focusWidget())


def test_without_mocks_a_round_offers_its_first(unplanned: House) -> None:
    assert offered(turned(unplanned, "practice")) == ["Run a mock…"]


def test_the_first_session_waits_for_a_key_once_a_dialog_before_the_window_made_a_plan(
    qtbot: QtBot, unplanned: House
) -> None:
    page = turned(unplanned, "week")
    before = QWidget()
    qtbot.addWidget(before)
    before.show()
    before.activateWindow()
    qtbot.waitUntil(lambda: not unplanned.window.isActiveWindow())
    plan = make_plan(unplanned.workspace.state, PROFILE, TODAY)
    unplanned.workspace.do(AcceptPlan(plan=plan))
    before.close()
    unplanned.window.activateWindow()
    assert unplanned.window.focusWidget() in page.lists()
