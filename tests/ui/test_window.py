from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from planner.core.commands import AcceptPlan, AddItem, ChangeProfile, SkipItem, Tick
from planner.core.entry import spread_hours
from planner.core.plan import Plan
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.values import Level, Subject
from planner.paper.wish import Kind, Wish
from planner.storage.line import SetAside, Why
from planner.ui.kit.layout.page import MARGIN, WIDEST
from planner.ui.pages.table import PAGES
from planner.ui.pages.week.evidence import EvidenceLine
from planner.ui.sidebar import Entry
from tests.paper.wished import EVERY_OPTION
from tests.ui.house import TODAY, House, curriculum


def open_code(house: House) -> str:
    plan = house.workspace.state.plan
    assert plan is not None
    return next(one.code for one in plan.sessions if one.code not in house.workspace.state.ticks)


def fresh_plan(house: House) -> tuple[ChangeProfile, AcceptPlan]:
    profile = Profile(level=Level.L7, start=TODAY, week=spread_hours(600))
    state = house.workspace.state.evolve(profile=profile)
    return ChangeProfile(profile=profile), AcceptPlan(plan=make_plan(state, profile, TODAY))


def test_the_window_opens_on_this_week(house: House) -> None:
    assert house.window.stack.name == "week"
    assert house.window.windowTitle() == "Loopready"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_turned_to_by_its_action(house: House, page: str) -> None:
    house.window.menus.actions[f"page-{page}"].trigger()
    assert house.window.stack.name == page


def test_this_week_pressed_again_comes_back_to_the_current_week(house: House) -> None:
    page, now = house.window.stack.page, house.workspace.state.plan
    assert page is not None
    assert now is not None
    house.window.run("week-after")
    house.window.turn_to("plan")
    house.window.run("page-week")
    assert page.number == now.week_number(TODAY) + 1, "who only comes back finds what was open"
    house.window.run("page-week")
    assert page.number == now.week_number(TODAY)


def test_a_page_is_built_when_it_is_first_shown(house: House) -> None:
    assert house.window.stack.count() == 1
    house.window.turn_to("readiness")
    assert house.window.stack.count() == 2


def test_an_intent_of_a_page_is_done_and_can_be_undone(house: House) -> None:
    code = open_code(house)
    page = house.window.stack.page
    assert page is not None
    page.intent.emit(Tick(target=code, on=TODAY))
    assert code in house.workspace.state.ticks
    assert house.window.notice.text.startswith("Ticked “")
    assert house.window.menus.actions["undo"].text().startswith("Undo tick “")
    house.window.run("undo")
    assert code not in house.workspace.state.ticks
    assert house.window.notice.text.startswith("Undone: tick “")
    assert house.window.menus.actions["redo"].text().startswith("Redo tick “")
    house.window.run("redo")
    assert code in house.workspace.state.ticks


def test_a_refusal_is_told_and_changes_nothing(house: House) -> None:
    before = house.workspace.state
    page = house.window.stack.page
    assert page is not None
    page.intent.emit(SkipItem(item="no.such"))
    assert house.workspace.state is before
    assert house.window.notice.text == "There is no item no.such."


def test_a_fresh_store_is_welcomed_by_the_wizard(empty_house: House) -> None:
    commands = fresh_plan(empty_house)
    empty_house.answers.profiles = [commands]
    empty_house.window.welcome()
    assert empty_house.workspace.state.profile == commands[0].profile
    assert empty_house.workspace.state.plan == commands[1].plan
    empty_house.window.run("undo")
    assert empty_house.workspace.state.profile is None, "profile and plan are one gesture"


def test_who_gives_up_the_wizard_can_begin_later(empty_house: House) -> None:
    empty_house.window.welcome()
    assert empty_house.workspace.state.profile is None
    empty_house.answers.profiles = [fresh_plan(empty_house)]
    empty_house.window.run("profile")
    assert empty_house.workspace.state.profile is not None


def test_after_the_wizard_the_first_session_waits_for_a_key(empty_house: House) -> None:
    empty_house.window.activateWindow()
    empty_house.window.sidebar.findChildren(Entry)[0].setFocus()
    empty_house.answers.profiles = [fresh_plan(empty_house)]
    empty_house.window.welcome()
    page = empty_house.window.stack.page
    assert page is not None
    assert empty_house.window.focusWidget() in page.lists()


def test_the_key_of_a_page_gives_it_the_focus(house: House) -> None:
    house.window.activateWindow()
    for name in ("plan", "checklist", "week", "week"):
        house.window.sidebar.findChildren(Entry)[0].setFocus()
        house.window.menus.actions[f"page-{name}"].trigger()
        page = house.window.stack.page
        assert page is not None
        assert page.isAncestorOf(house.window.focusWidget()), name


def test_the_sidebar_keeps_the_focus_it_has(house: House) -> None:
    entry = house.window.sidebar.findChildren(Entry)[1]
    entry.setFocus()
    entry.click()
    assert house.window.stack.name == "plan"
    assert house.window.focusWidget() is entry


def test_preferences_lead_on_to_the_level(house: House) -> None:
    house.answers.besides = ["switch-level"]
    house.window.run("preferences")
    assert house.answers.shown[0] == "preferences L6 · Senior Engineering Manager"
    assert house.answers.shown[1].startswith("switches ")


def test_nobody_is_welcomed_twice(house: House) -> None:
    house.window.welcome()
    assert house.answers.shown == []


def test_a_plan_changes_only_when_it_is_accepted(house: House) -> None:
    before = house.workspace.state.plan
    house.window.run("replan")
    assert house.workspace.state.plan is before
    house.answers.taken = [True]
    house.window.run("catch-up")
    assert house.workspace.state.plan is not before
    assert house.answers.shown == ["way Replan afresh", "way Catch up spread"]


def test_a_tried_profile_and_its_plan_are_one_gesture(house: House) -> None:
    house.window.turn_to("plan")
    page, state = house.window.stack.page, house.workspace.state
    assert page is not None
    assert state.profile is not None
    page.wanted_profile = state.profile.evolve(week=spread_hours(300))
    house.answers.taken = [True]
    house.window.run("replan-with")
    assert house.workspace.state.profile == page.wanted_profile
    house.window.run("undo")
    assert house.workspace.state == state


def test_an_item_of_ones_own_gets_an_id_of_its_own(house: House) -> None:
    item = AddItem(id="own.1", title="Read the wiki", subject=Subject.READING, minutes=60)
    house.answers.items = [item]
    house.window.run("new-item")
    assert house.answers.shown == ["new-item own.1"]
    assert house.workspace.state.item("own.1") is not None


def test_a_new_day_is_noticed(house: House) -> None:
    house.today = TODAY + timedelta(days=1)
    foot = house.window.sidebar.findChild(QWidget, "days")
    assert foot is not None
    before = foot.property("text")
    house.day.look()
    assert foot.property("text") != before


def test_a_hidden_page_is_refreshed_when_it_is_shown(house: House) -> None:
    house.window.turn_to("checklist")
    house.window.turn_to("week")
    house.workspace.do(Tick(target=open_code(house), on=TODAY))
    seen: list[object] = []
    stack = house.window.stack
    house.window.turn_to("checklist")
    page = stack.page
    assert page is not None
    page.offered.connect(lambda: seen.append(1))
    house.window.turn_to("week")
    house.window.turn_to("checklist")
    assert seen == [], "nothing changed, so nothing is shown anew"


def test_text_grows_by_keys_and_is_kept(house: House) -> None:
    house.window.run("larger")
    assert (house.look.scale, house.saved[-1].text_scale) == (110, 110)
    house.window.run("normal-size")
    house.window.run("smaller")
    assert (house.look.scale, house.saved[-1].text_scale) == (90, 90)


def test_the_theme_is_switched_told_and_kept(house: House) -> None:
    for theme in ("dark", "light"):
        house.window.run("switch-theme")
        assert (house.look.theme.name, house.saved[-1].theme) == (theme, theme)
        told = f"The theme is {theme} now. Preferences let it follow the system again."
        assert house.window.notice.text == told


def test_full_screen_and_back(house: House) -> None:
    house.window.run("full-screen")
    assert house.window.isFullScreen()
    house.window.run("full-screen")
    assert not house.window.isFullScreen()


@pytest.mark.parametrize("page", PAGES)
def test_rows_stay_readable_on_a_large_screen(house: House, page: str) -> None:
    house.window.turn_to(page)
    for width in (1280, 3840):
        house.window.resize(width, 800)
        QApplication.processEvents()
        shown = house.window.stack.page
        assert shown is not None
        widest = WIDEST * shown.fontMetrics().lineSpacing()
        words = shown.header.contentsRect().width()
        assert words == min(widest, shown.width() - 2 * MARGIN)
        assert abs(shown.header.geometry().center().x() - shown.rect().center().x()) <= 1


def test_the_place_of_the_window_is_kept(qapp: QApplication, house: House) -> None:
    size = QSize(house.window.width(), 655)
    house.window.resize(size)
    qapp.processEvents()
    house.window.close()
    assert house.saved[-1].geometry
    house.window.resize(size.width(), 610)
    house.window._place.restore()
    assert house.window.size() == size


def test_a_text_field_undoes_its_own_typing_first(house: House) -> None:
    house.workspace.do(Tick(target=open_code(house), on=TODAY))
    before = house.workspace.state
    house.window.turn_to("checklist")
    house.window.activateWindow()
    house.window.run("filter")
    field = house.window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.property("text") == ""
    assert house.workspace.state is before


def test_a_store_that_cannot_be_written_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(house.workspace), "read_only", "Another program holds it.")
    house.window.show_now()
    assert house.window.notice.text == "Read-only. Another program holds it."


def test_what_is_open_is_what_is_printed(house: House) -> None:
    house.window.run("print")
    house.window.run("week-after")
    house.window.run("print")
    for page in ("plan", "checklist", "readiness", "stories", "practice"):
        house.window.turn_to(page)
        house.window.run("print")
    house.window.run("print-plan")
    house.window.run("print-sheet")
    kinds = ["week", "week", "plan", "checklist", "readiness", "sheet", "week", "plan", "sheet"]
    assert [one.kind for one in house.answers.wished] == kinds
    assert [one.week for one in house.answers.wished[:2]] == [4, 5]
    assert house.settings.now.paper == ""


def test_without_a_plan_the_checklist_is_printed(house: House) -> None:
    state = house.workspace.state.evolve(plan=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(house.workspace), "state", state)
        house.window.run("print-plan")
        house.window.run("print")
    assert [one.kind for one in house.answers.wished] == ["checklist"]


def test_how_it_was_printed_last_is_remembered_and_all_is_printed(house: House) -> None:
    house.answers.prints = [EVERY_OPTION]
    house.window.run("print")
    house.window.run("print-plan")
    assert house.answers.wished[1] == EVERY_OPTION.evolve(weeks=None, hide_done=False)


def test_discreet_mode_is_no_choice_to_remember(house: House) -> None:
    house.settings.change(discreet=True)
    house.answers.prints = [Wish(kind=Kind.WEEK, discreet=True)]
    house.window.run("print")
    house.settings.change(discreet=False)
    house.window.run("print")
    assert [one.discreet for one in house.answers.wished] == [True, False]


def test_a_week_of_the_plan_opens_on_its_own_page(house: House) -> None:
    house.window.turn_to("plan")
    page = house.window.stack.page
    assert page is not None
    page.week_opened.emit(7)
    assert house.window.stack.name == "week"
    week = house.window.stack.page
    assert week is not None
    assert week.number == 7


def test_today_leads_back_from_anywhere(house: House) -> None:
    house.window.run("week-after")
    house.window.turn_to("readiness")
    house.window.run("today")
    page = house.window.stack.page
    assert house.window.stack.name == "week"
    assert page is not None
    assert page.number == 4


def test_the_plan_is_the_demo_of_ten_weeks(house: House) -> None:
    plan = house.workspace.state.plan
    assert isinstance(plan, Plan)
    assert len(plan.weeks) == 10
    assert house.workspace.state.curriculum is curriculum()


READ_ONLY = "There is no permission to write: here."


def test_no_wizard_asks_for_what_a_read_only_store_cannot_keep(
    empty_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(empty_house.workspace), "read_only", READ_ONLY)
    empty_house.window.welcome()
    assert empty_house.answers.shown == []


@pytest.mark.parametrize(("name", "place"), [("stories", 0), ("practice", 0)])
def test_on_a_read_only_store_a_row_that_is_opened_asks_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, name: str, place: int
) -> None:
    house.window.turn_to(name)
    page = house.window.stack.page
    assert page is not None
    view = page.lists()[place]
    assert isinstance(view, QAbstractItemView)
    view.setCurrentIndex(view.model().index(0, 0))
    monkeypatch.setattr(type(house.workspace), "read_only", READ_ONLY)
    view.activated.emit(view.currentIndex())
    assert house.window.notice.text == READ_ONLY
    house.window.notice.dismiss()
    house.window.run("details")
    assert house.window.notice.text == READ_ONLY
    assert house.answers.shown == []


def test_on_a_read_only_store_the_line_of_evidence_takes_no_words(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = house.window.stack.page
    assert page is not None
    (line,) = page.findChildren(EvidenceLine)
    with monkeypatch.context() as patch:
        patch.setattr(type(house.workspace), "read_only", READ_ONLY)
        house.window.show_now()
        assert line.isReadOnly()
    house.window.show_now()
    assert not line.isReadOnly()


def test_no_wizard_begins_anew_while_a_journal_cannot_be_read(
    empty_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SetAside(Path("journal-bob.jsonl"), 0, Why.SLOW)
    monkeypatch.setattr(type(empty_house.workspace), "set_aside", (slow,))
    empty_house.window.welcome()
    assert empty_house.answers.shown == []
    assert "journal-bob.jsonl" in empty_house.window.notice.text


def test_on_a_read_only_store_what_would_change_it_is_disabled_and_says_why(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions = house.window.menus.actions
    assert READ_ONLY not in actions["new-item"].toolTip()
    monkeypatch.setattr(type(house.workspace), "read_only", READ_ONLY)
    house.window.show_now()
    before = house.workspace.state
    for name in ("new-item", "undo", "replan", "profile", "toggle-done", "new-story", "restore"):
        assert not actions[name].isEnabled()
        assert READ_ONLY in actions[name].toolTip()
        house.window.run(name)
        assert house.window.notice.text == READ_ONLY
    for name in ("print", "quit", "details", "page-plan", "strengthen", "preferences"):
        assert actions[name].isEnabled()
        assert READ_ONLY not in actions[name].toolTip()
    page = house.window.stack.page
    assert page is not None
    page.intent.emit(Tick(target=open_code(house), on=TODAY))
    assert (house.workspace.state, house.answers.shown) == (before, [])
    assert house.window.notice.text == READ_ONLY
    monkeypatch.undo()
    house.window.notice.dismiss()
    house.window.show_now()
    assert actions["new-item"].isEnabled()
    assert house.window.notice.text == ""
