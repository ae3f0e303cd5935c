"""What is told and pressed while sessions are carried."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.core.commands import MoveSession
from planner.core.refusal import Refusal
from planner.core.screens.dropping import Drop
from planner.ui.dragging.days import DayPlaces, Place
from planner.ui.dragging.load import packed
from planner.ui.dragging.picture import hot_spot, picture
from planner.ui.dragging.spring import REST, Springs
from planner.ui.dragging.words import consequence
from planner.ui.look import Look
from planner.ui.rows.text import line_height

DAY = date(2026, 12, 9)
MOVES = (MoveSession(code="W1-01", to=DAY),)


@pytest.mark.parametrize(
    ("drop", "words"),
    [
        (Drop(DAY), "stands here already"),
        (Drop(DAY, MOVES, left=75), "1 h 15 m stay free"),
        (Drop(DAY, MOVES), "then full"),
        (
            Drop(DAY, MOVES, left=5, requires="Replication"),
            "before its prerequisite “Replication”; 5 m stay free",
        ),
        (
            Drop(DAY, MOVES, left=5, required_by="Mock"),
            "after “Mock”, which builds on it; 5 m stay free",
        ),
        (Drop(DAY, MOVES, left=5, before_part=1), "before its part 1; 5 m stay free"),
        (Drop(DAY, MOVES, left=5, after_part=3), "after its part 3; 5 m stay free"),
        (Drop(DAY, refused=Refusal.DAY_FULL, over=35), "not possible: 35 m over the free time"),
        (Drop(DAY, refused=Refusal.DAY_WITHOUT_TIME), "not possible: no free time"),
        (Drop(DAY, refused=Refusal.DAY_OVER), "not possible: that day is over"),
        (
            Drop(DAY, refused=Refusal.EVE_OF_LOOP),
            "not possible: the day before the loop stays free",
        ),
        (Drop(DAY, refused=Refusal.OUTSIDE_PLAN), "not possible: outside the plan"),
        (
            Drop(DAY, refused=Refusal.ALREADY_DONE, about="{x}"),
            "not possible: “{x}” is done",
        ),
        (Drop(DAY, refused=Refusal.NO_PLAN), "not possible"),
    ],
)
def test_a_consequence_has_words(drop: Drop, words: str) -> None:
    assert consequence(drop) == words


def test_the_picture_is_sharp_and_cuts_long_titles(look: Look) -> None:
    short, long = picture(look, "x", 1.0), picture(look, "word " * 60, 2.0)
    assert long.devicePixelRatio() == 2.0
    assert short.deviceIndependentSize().width() < long.deviceIndependentSize().width() < 300


def test_the_picture_hangs_below_the_words_under_the_pointer(look: Look) -> None:
    line = line_height(look.font("body"))
    assert -hot_spot(look).y() > line
    look.set_scale(200)
    assert -hot_spot(look).y() > 2 * line


@pytest.fixture
def button(qtbot: QtBot) -> QPushButton:
    button = QPushButton()
    qtbot.addWidget(button)
    return button


def come(button: QPushButton) -> bool:
    load = packed(["W1-01"])
    enter = QDragEnterEvent(
        button.rect().center(),
        Qt.DropAction.MoveAction,
        load,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(button, enter)
    return enter.isAccepted()


def test_resting_on_a_button_presses_it_again_and_again(
    button: QPushButton, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDragEnterEvent, "source", lambda _: button)
    springs, pressed = Springs(button), list[bool]()
    button.clicked.connect(lambda: pressed.append(True))
    springs.watch([button])
    springs.watch([button])
    assert come(button)
    qtbot.waitUntil(lambda: len(pressed) > 1)
    QApplication.sendEvent(button, QDragLeaveEvent())
    count = len(pressed)
    qtbot.wait(REST + 100)
    assert len(pressed) == count


def test_what_comes_from_elsewhere_presses_nothing(button: QPushButton, qtbot: QtBot) -> None:
    springs, pressed = Springs(button), list[bool]()
    button.clicked.connect(lambda: pressed.append(True))
    springs.watch([button])
    assert not come(button)
    qtbot.wait(REST + 100)
    assert pressed == []


BEFORE, AFTER = Place("before", turn=-1), Place("after", turn=1)
DROPS = [Drop(DAY + timedelta(days=place), MOVES) for place in range(7)]


@pytest.mark.parametrize(
    ("here", "pointed", "there"),
    [
        ((AFTER,), "after", (BEFORE, AFTER)),  # the first week, then the second
        ((BEFORE, AFTER), "after", (BEFORE,)),  # then the last one
        ((BEFORE, AFTER), "before", (AFTER,)),
    ],
)
def test_after_a_turn_what_lies_under_the_pointer_counts(
    qtbot: QtBot,
    look: Look,
    monkeypatch: pytest.MonkeyPatch,
    here: tuple[Place, ...],
    pointed: str,
    there: tuple[Place, ...],
) -> None:
    """The rows move when a week has a way before it and the next one has none."""
    around = QWidget()
    qtbot.addWidget(around)
    card = DayPlaces(look, around)
    card.setGeometry(0, 0, 300, 500)
    card.show_days("", DROPS, here)
    dropped: list[object] = []
    turns: list[int] = []
    card.dropped.connect(lambda _, day: dropped.append(day))
    card.turned.connect(turns.append)
    for kind in (QDragMoveEvent, QDropEvent):
        monkeypatch.setattr(kind, "source", lambda _: around)
    row = next(place for place, one in enumerate(card.places) if one.title == pointed)
    at = card.rects[row].center()
    load, held = packed(["W1-01"]), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    card.dragMoveEvent(QDragMoveEvent(at, Qt.DropAction.MoveAction, load, *held))
    card.show_days("", DROPS, there)
    under = _place_under(card, at)
    qtbot.wait(REST + 100)
    assert turns == ([under.turn] if under and under.turn else [])
    card.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.MoveAction, load, *held))
    assert dropped == ([under.drop.day] if under and under.drop else [])


def _place_under(card: DayPlaces, at: QPoint) -> Place | None:
    rows = zip(card.places, card.rects, strict=True)
    return next((one for one, rect in rows if rect.contains(at)), None)
