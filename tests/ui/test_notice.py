from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from planner.ui import notice as module
from planner.ui.look import Look
from planner.ui.notice import Choice, Notice

AGAIN = Choice("Try again", lambda: None)


@pytest.fixture
def notice(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Notice:
    monkeypatch.setattr(module, "SECONDS", 0.05)
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show()
    return notice


def test_a_sentence_goes_after_some_seconds(qtbot: QtBot, notice: Notice) -> None:
    notice.tell("Saved as here.")
    assert notice.text == "Saved as here."
    qtbot.waitUntil(lambda: notice.text == "")


def test_undo_is_offered_and_runs_once(notice: Notice) -> None:
    runs: list[int] = []
    notice.offer("Ticked", "Undo", lambda: runs.append(1))
    notice.press()
    assert runs == [1]
    assert notice.text == ""


def test_trouble_stays_under_what_passes(qtbot: QtBot, notice: Notice) -> None:
    notice.stand("The disk is full.", AGAIN)
    notice.tell("Ticked")
    assert notice.text == "Ticked"
    qtbot.waitUntil(lambda: notice.text == "The disk is full.")
    notice.stand("")
    assert notice.text == ""


def test_trouble_is_not_hidden_by_what_is_offered(notice: Notice) -> None:
    notice.offer("Ticked", "Undo", lambda: None)
    notice.stand("The disk is full.", AGAIN)
    assert notice.text == "The disk is full."
    notice.offer("Unticked", "Undo", lambda: None)
    assert notice.text == "The disk is full."


def test_what_is_not_urgent_makes_way_for_what_is_offered(notice: Notice) -> None:
    notice.offer("Ticked", "Undo", lambda: None)
    notice.stand("Two computers wrote this text.", AGAIN, urgent=False)
    assert notice.text == "Ticked"
    notice.offer("Unticked", "Undo", lambda: None)
    assert notice.text == "Unticked"
    notice.dismiss()
    assert notice.text == "Two computers wrote this text."


def test_trouble_stays_while_it_is_tried_again(notice: Notice) -> None:
    notice.stand("The disk is full.", AGAIN)
    notice.press()
    assert notice.text == "The disk is full."


def test_a_sentence_waits_while_the_focus_is_on_its_button(qtbot: QtBot, notice: Notice) -> None:
    notice.activateWindow()
    notice.offer("Ticked", "Undo", lambda: None)
    button = notice.findChild(QPushButton)
    assert button is not None
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.wait(150)
    assert notice.text == "Ticked"


def test_a_sentence_waits_while_the_pointer_is_over_it(qtbot: QtBot, notice: Notice) -> None:
    notice.tell("Ticked")
    notice.leaveEvent(QEvent(QEvent.Type.Leave))
    notice.rest()
    qtbot.wait(150)
    assert notice.text == "Ticked"
    notice.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: notice.text == "")


def test_trouble_has_a_colour_of_its_own(qtbot: QtBot, look: Look) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.resize(400, 50)
    notice.show()
    notice.tell("Ticked")
    plain = notice.grab().toImage().pixelColor(300, 20)
    notice.dismiss()
    notice.stand("The disk is full.")
    amber = notice.grab().toImage().pixelColor(300, 20)
    assert (plain, amber) == (look.colour("surface"), look.colour("amber_soft"))


def test_each_choice_has_a_button_of_its_own(notice: Notice) -> None:
    pressed: list[str] = []
    notice.stand(
        "The disk is full.", AGAIN, Choice("Save elsewhere…", lambda: pressed.append("elsewhere"))
    )
    shown = [one for one in notice.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in shown] == ["Try again", "Save elsewhere…"]
    shown[1].click()
    assert pressed == ["elsewhere"]


def shows(notice: Notice, text: str) -> bool:
    return notice.text == text


def test_what_comes_back_is_not_said_again(notice: Notice, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("planner.ui.kit.words.aloud.say_aloud", lambda _, text: said.append(text))
    notice.stand("The disk is full")
    notice.tell("Ticked")
    notice.dismiss()
    assert notice.text == "The disk is full"
    notice.tell("Ticked")
    assert said == ["The disk is full", "Ticked", "Ticked"]
    notice.stand("")
    notice.stand("The disk is full")
    notice.dismiss()
    assert said[3:] == ["The disk is full"]


def test_news_wait_for_what_is_offered(
    qtbot: QtBot, notice: Notice, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("planner.ui.kit.words.aloud.say_aloud", lambda _, text: said.append(text))
    notice.offer("Ticked", "Undo", lambda: None)
    notice.tell_later("From another computer: 1 tick.")
    notice.tell_later("From another computer: 1 story.")
    assert notice.text == "Ticked"
    qtbot.waitUntil(partial(shows, notice, ""))
    assert said == ["Ticked", "From another computer: 1 tick.", "From another computer: 1 story."]
    notice.tell_later("From another computer: 2 ticks.")
    assert notice.text == "From another computer: 2 ticks."


def test_its_place_is_kept_so_that_nothing_moves(notice: Notice) -> None:
    empty = notice.sizeHint().height()
    notice.offer("Ticked", "Undo", lambda: None)
    assert notice.sizeHint().height() == empty


def test_in_a_narrow_window_the_choices_stand_below_the_words(notice: Notice) -> None:
    notice.stand("The disk is full.", AGAIN, Choice("Save elsewhere…", lambda: None))
    places = {}
    for width in (1000, 240):
        notice.resize(width, 200)
        first = notice.findChildren(QPushButton)[0]
        QApplication.processEvents()
        places[width] = first.mapTo(notice, first.rect().topLeft()).x()
    assert places[240] < 60 < places[1000]
