"""A label remembers how high its words are at a width, and is as high as Qt says all the same."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.kit.words.labels import WIDTHS_KEPT, Body, PlainLabel
from tests.ui.house import House

WIDTHS = st.integers(min_value=20, max_value=500)


def by_qt(label: QLabel, width: int) -> int:
    return QLabel.heightForWidth(label, width)


def in_points(size: int) -> Callable[[PlainLabel], None]:
    def set_font(label: PlainLabel) -> None:
        font = QFont(label.font())
        font.setPointSize(size)
        label.setFont(font)

    return set_font


def dressed(points: int, padding: int) -> Callable[[PlainLabel], None]:
    return lambda label: label.setStyleSheet(f"font-size: {points}pt; padding: {padding}px")


def saying(words: str) -> Callable[[PlainLabel], None]:
    return lambda label: label.setText(words)


CHANGES = st.one_of(
    st.builds(saying, st.text(alphabet="word &\n", max_size=80)),
    st.builds(in_points, st.integers(6, 30)),
    st.builds(dressed, st.integers(6, 30), st.integers(0, 20)),
)


@pytest.mark.usefixtures("qapp")
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(st.tuples(CHANGES, WIDTHS), max_size=8))
def test_a_label_is_as_high_as_qt_says_whatever_changes(
    steps: list[tuple[Callable[[PlainLabel], None], int]],
) -> None:
    label = Body("some words that need more than one line")
    for change, width in steps:
        label.heightForWidth(width)
        change(label)
        assert label.heightForWidth(width) == by_qt(label, width)
    label.deleteLater()


def test_a_buddy_and_its_mark_change_no_height(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label, field = Body("Salt & pepper & vinegar & oil", parent), QWidget(parent)
    label.heightForWidth(60)
    label.setBuddy(field)
    assert label.heightForWidth(60) == by_qt(label, 60)


@pytest.mark.parametrize("kind", [Body, PlainLabel])
def test_a_label_gives_its_words_back_as_it_got_them(qtbot: QtBot, kind: type[PlainLabel]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    words = "10 h 05 m of\u00a0what\u00a0is typed « so\u00a0» & more"
    label = kind(words, parent)
    assert label.text() == words
    label.setBuddy(QWidget(parent))
    assert label.text() == words


def test_a_cleared_label_has_no_words_and_no_height_of_them(qtbot: QtBot) -> None:
    label = Body("words " * 20)
    qtbot.addWidget(label)
    label.heightForWidth(60)
    label.clear()
    assert label.text() == ""
    assert label.heightForWidth(60) == by_qt(label, 60)


def test_only_a_few_widths_are_remembered(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    label = Body("some words that need more than one line")
    qtbot.addWidget(label)
    asked: list[int] = []

    def told(_: QLabel, width: int) -> int:
        asked.append(width)
        return width

    monkeypatch.setattr(QLabel, "heightForWidth", told)
    for width in (200, 200, *range(100, 100 + WIDTHS_KEPT), 200):
        assert label.heightForWidth(width) == width
    assert asked == [200, *range(100, 100 + WIDTHS_KEPT), 200]


@pytest.mark.parametrize("scale", [80, 150])
def test_every_label_of_the_window_is_as_high_as_qt_says(house: House, scale: int) -> None:
    window = house.window
    window.show()
    house.look.set_scale(scale)
    house.look.set_mode("dark")
    QApplication.processEvents()
    labels = [one for one in window.findChildren(PlainLabel) if one.wraps]
    assert len(labels) > 10
    for label in labels:
        for width in (label.width(), 90):
            assert label.heightForWidth(width) == by_qt(label, width), label.text()
