"""What the end of the focus timer tells the desktop, on a bus of its own."""

import json
import os
import subprocess
import sys
from html import escape
from typing import Any

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from planner.core.wording import duration
from planner.ui.focus import notifying
from planner.ui.focus.notifying import Notifier
from tests.architecture.project import ROOT
from tests.ui.house import House
from tests.ui.notifications.desktop import HANGS
from tests.ui.notifications.session import NOTE
from tests.ui.test_focus_timer import start, wait


def on_a_desktop(*abilities: str) -> dict[str, Any]:
    """What becomes of a notification where the desktop can so much, or where there is none."""
    words = [",".join(abilities)] if abilities else []
    result = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.notifications.session", *words],  # noqa: S607 - wherever it lies
        cwd=ROOT,
        env={name: one for name, one in os.environ.items() if not name.endswith("DISPLAY")},
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_desktop_shows_it_and_plays_nothing() -> None:
    found = on_a_desktop("body", "actions")
    assert found["ways"] == ["went on", "bus"]
    (shown,) = found["shown"]
    assert shown == {
        "signature": "susssasa{sv}i",
        "sender": NOTE.sender,
        "icon": "",
        "heading": NOTE.heading,
        "text": NOTE.text,
        "actions": [],
    }


def test_a_desktop_that_knows_markup_shows_plain_text_too() -> None:
    (shown,) = on_a_desktop("body", "body-markup")["shown"]
    assert shown["text"] == escape(NOTE.text)
    assert shown["heading"] == NOTE.heading, "a heading is never markup"


@pytest.mark.parametrize("abilities", [(), (HANGS,)])
def test_where_nobody_answers_the_tray_is_tried_and_nothing_waits(
    abilities: tuple[str, ...],
) -> None:
    found = on_a_desktop(*abilities)
    assert sorted(found["ways"]) == ["tray", "went on"]
    assert found["ways"][-1] == "tray" or not abilities
    assert found["shown"] == []


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """What is shown from a tray, on a computer without a bus."""
    shown: list[tuple[str, str, str]] = []

    def show(icon: QSystemTrayIcon, heading: str, text: str, *_: object) -> None:
        shown.append((icon.toolTip(), heading, text))

    bus = type("Bus", (), {"isConnected": lambda _: False})
    monkeypatch.setattr(QDBusConnection, "sessionBus", bus)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    monkeypatch.setattr(notifying, "SETTLE_MS", 0)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: None)  # there is none off the screen
    return shown


def test_without_a_bus_it_comes_from_the_tray(
    qtbot: QtBot, tray: list[tuple[str, str, str]]
) -> None:
    notifier = Notifier()
    notifier.send(NOTE)
    qtbot.waitUntil(lambda: len(tray) == 1)
    notifier.send(NOTE)
    qtbot.waitUntil(lambda: len(tray) > 1)
    assert tray == [(NOTE.sender, NOTE.heading, NOTE.text)] * 2
    assert len(notifier.findChildren(QSystemTrayIcon)) == 1


def test_without_a_tray_nothing_comes_of_it(
    qtbot: QtBot, tray: list[tuple[str, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    Notifier().send(NOTE)
    qtbot.wait(20)
    assert tray == []


@pytest.mark.parametrize("wanted", [False, True])
def test_the_end_of_the_timer_is_told_where_that_is_wanted(
    house: House, qtbot: QtBot, tray: list[tuple[str, str, str]], wanted: bool
) -> None:
    house.settings.change(notify=wanted)
    session = start(house)
    wait(house, session.minutes + 3)
    qtbot.wait(20)
    assert len(tray) == wanted
    assert "” is over: " in house.window.notice.text
    if wanted:
        ((sender, heading, text),) = tray
        assert sender == "Loopready"
        assert heading
        assert text == f"The time is over: {duration(session.minutes)}"


def test_a_discreet_one_says_nothing_of_the_plan(
    house: House, qtbot: QtBot, tray: list[tuple[str, str, str]]
) -> None:
    house.settings.change(notify=True, discreet=True)
    session = start(house)
    wait(house, session.minutes)
    qtbot.waitUntil(lambda: bool(tray))
    told = f"The time is over: {duration(session.minutes)}"
    assert tray == [("Study plan", "Study plan", told)]
    house.settings.change(discreet=False)
