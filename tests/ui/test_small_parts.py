"""The small parts between workspace and window."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.core.commands import AddEvidence
from planner.storage.preferences import Preferences
from planner.storage.trouble import NotSaved
from planner.ui.bridge import Bridge, Changes, differing
from planner.ui.day import Day
from planner.ui.kit.words.dates import clock_text, long_day, short_day, span, weekday_name
from planner.ui.settings import Settings
from planner.ui.signals import Signals
from planner.ui.theme import ThemeFile
from tests.ui.house import curriculum, demo_workspace


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QObject]:
    parent = QObject(qapp)
    yield parent
    parent.deleteLater()


def test_the_bridge_tells_which_fields_differ(qtbot: QtBot, parent: QObject) -> None:
    workspace = demo_workspace()
    bridge = Bridge(workspace, parent)
    item = curriculum().items[0].id
    with qtbot.waitSignal(bridge.changed) as heard:
        workspace.do(AddEvidence(item=item, text="I wrote it down."))
    (changes,) = heard.args
    assert isinstance(changes, Changes)
    assert changes.fields == {"evidence"}
    assert changes.state is workspace.state
    assert differing(workspace.state, workspace.state) == frozenset()


def test_a_day_is_told_once(qtbot: QtBot, parent: QObject) -> None:
    now = [date(2026, 12, 16)]
    day = Day(lambda: now[0], parent)
    with qtbot.assertNotEmitted(day.changed):
        day.look()
    now[0] += timedelta(days=1)
    with qtbot.waitSignal(day.changed):
        day.look()
    assert day.today == date(2026, 12, 17)
    with qtbot.assertNotEmitted(day.changed):
        day.look()


def test_settings_say_that_they_changed_once_they_hold(qtbot: QtBot, parent: QObject) -> None:
    settings = Settings(Preferences(), lambda _: None, parent)
    with qtbot.waitSignal(settings.changed, check_params_cb=lambda: settings.now.discreet):
        settings.change(discreet=True)
    with qtbot.assertNotEmitted(settings.changed):
        settings.change(discreet=True)


def test_settings_are_kept_as_soon_as_they_change(parent: QObject) -> None:
    kept: list[Preferences] = []
    settings = Settings(Preferences(), kept.append, parent)
    settings.change(theme="dark")
    settings.change(theme="dark")
    assert [one.theme for one in kept] == ["dark"]


def test_settings_that_cannot_be_kept_still_hold(qtbot: QtBot, parent: QObject) -> None:
    def refuse(_: Preferences) -> None:
        raise NotSaved("The disk is full: there.")

    settings = Settings(Preferences(), refuse, parent)
    with qtbot.waitSignal(settings.not_saved) as told:
        settings.change(text_scale=150)
    assert told.args == ["The disk is full: there."]
    assert settings.now.text_scale == 150


def test_signals_give_their_place_back(parent: QObject) -> None:
    with closing(Signals(parent.deleteLater, parent)) as signals:
        assert signals.parent() is parent
    signals.close()


def test_days_are_written_as_people_do() -> None:
    assert short_day(date(2027, 1, 25)) == "Mon 25 Jan"
    assert long_day(date(2027, 1, 25)) == "Monday 25 January 2027"
    assert span(date(2026, 12, 14), date(2026, 12, 20)) == "14 – 20 Dec"
    assert span(date(2026, 11, 30), date(2026, 12, 6)) == "30 Nov – 6 Dec"
    assert weekday_name(0) == "Monday"
    assert clock_text(time(9, 0)) == "09:00"


def test_a_theme_file_that_lacks_a_meaning_is_refused() -> None:
    with pytest.raises(ValueError, match="meanings"):
        ThemeFile(base={"ink": "#000000"}, meanings={"text": "ink"})
