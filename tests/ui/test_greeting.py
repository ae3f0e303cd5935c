"""What is new and the tour of the keys are offered quietly, and once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

import planner
from planner.core.commands import AcceptPlan, ChangeProfile
from planner.core.entry import spread_hours
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.values import Level
from planner.ui.dialogs.whats_new import WhatsNewDialog
from planner.ui.greeting import tour
from tests.ui.house import TODAY, House


def press(house: House, text: str) -> None:
    buttons = house.window.notice.findChildren(QAbstractButton)
    next(one for one in buttons if one.isVisible() and one.text() == text).click()


def make_a_plan(house: House) -> None:
    profile = Profile(level=Level.L6, start=TODAY, week=spread_hours(600))
    state = house.workspace.state.evolve(profile=profile)
    plan = make_plan(state, profile, TODAY)
    house.workspace.do(ChangeProfile(profile=profile), AcceptPlan(plan=plan))


def test_the_tour_goes_card_by_card_to_the_sheet_of_keys(house: House) -> None:
    house.window.activateWindow()
    before = house.window.focusWidget()
    house.window.greet()
    for place, words in enumerate(tour()):
        assert house.window.notice.text == f"{place + 1} of {len(tour())}: {words}"
        assert house.window.focusWidget() is before, "it takes no focus"
        if place + 1 < len(tour()):
            press(house, "Next")
            assert before is not None
            before.setFocus()
    press(house, "All keys…")
    assert house.answers.shown == ["shortcuts"]
    assert house.window.notice.text == ""


def test_the_tour_never_comes_back(house: House) -> None:
    house.window.greet()
    press(house, "Close")
    assert house.window.notice.text == ""
    assert house.saved[-1].toured
    house.window.greet()
    assert house.window.notice.text == ""


def test_what_is_done_meanwhile_is_said_before_the_tour_goes_on(house: House) -> None:
    house.window.greet()
    first = house.window.notice.text
    house.window.notice.tell("Ticked.")
    assert house.window.notice.text == "Ticked."
    house.window.notice.dismiss()
    assert house.window.notice.text == first


def test_without_a_plan_the_tour_waits_for_one(empty_house: House) -> None:
    empty_house.window.greet()
    assert empty_house.window.notice.text == ""
    assert not empty_house.settings.now.toured
    make_a_plan(empty_house)
    empty_house.window.notice.dismiss()
    assert empty_house.window.notice.text.startswith("1 of 4: Space ticks")


def test_after_an_update_what_is_new_is_offered_once(house: House) -> None:
    house.settings.change(version="0.0.1")
    house.window.greet()
    assert house.window.notice.text == f"Loopready was updated to {planner.__version__}."
    assert house.saved[-1].version == planner.__version__
    press(house, "What is new…")
    assert house.answers.shown == ["whats-new"]
    house.window.greet()
    assert "updated" not in house.window.notice.text


def test_a_first_start_is_no_update(empty_house: House) -> None:
    empty_house.window.greet()
    assert empty_house.window.notice.text == ""
    assert empty_house.saved[-1].version == planner.__version__


def test_trouble_goes_before_the_tour(
    qapp: QApplication, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(house.workspace), "read_only", "Another program holds it.")
    house.window.show_now()
    house.window.greet()
    qapp.processEvents()
    assert house.window.notice.text == "Read-only. Another program holds it."


NEWS = """## [Unreleased]

### Added

- **A pace of your own**: what is left takes as long as you do.
- **Several computers** may share it.
- Small things.
"""


def test_what_a_change_is_about_stands_over_it(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "CHANGELOG.md"
    file.write_text(NEWS, encoding="utf-8")
    monkeypatch.setattr("planner.ui.dialogs.whats_new.changelog", lambda: file)
    dialog = WhatsNewDialog(house.window)
    said = [one.text() for one in dialog.findChildren(QLabel)]
    dialog.deleteLater()
    assert said[1:] == [
        "Added",
        "A pace of your own",
        "What is left takes as long as you do.",
        "\N{BULLET} Several computers may share it.",
        "\N{BULLET} Small things.",
    ]
