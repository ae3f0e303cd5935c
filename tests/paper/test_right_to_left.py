"""In a language from the right, a page is turned about its middle and its words stay upright."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from planner.core.language import English, speak, spoken
from planner.paper.contents.week import week_document
from planner.paper.typesetting.layout import Sheet, lay_out
from planner.paper.typesetting.marks import Box, Rule, Words
from tests.paper.candidates import START, session, with_sessions

SHEET = Sheet(500.0, 700.0)
STATE = with_sessions(
    *(session(f"W1-{n:02d}", "own.0", n % 3) for n in range(1, 9)), titles=("Item",)
)


class FromTheRight(English):
    right_to_left = True


@pytest.fixture
def from_the_right() -> Iterator[None]:
    before = spoken()
    yield
    speak(before)


@pytest.mark.usefixtures("qapp", "from_the_right")
def test_every_mark_changes_sides() -> None:
    document = week_document(STATE, 1, START)
    usual = [mark for page in lay_out(document, SHEET) for strip in page for mark in strip.marks]
    speak(FromTheRight())
    turned = [mark for page in lay_out(document, SHEET) for strip in page for mark in strip.marks]
    assert {type(mark) for mark in usual} == {Words, Rule, Box}
    for one, other in zip(usual, turned, strict=True):
        assert type(one) is type(other)
        assert _ends(other) == pytest.approx(
            (SHEET.width - _ends(one)[1], SHEET.width - _ends(one)[0])
        )


@pytest.mark.usefixtures("from_the_right")
def test_the_foot_begins_at_the_right(qapp: QApplication) -> None:
    assert qapp is not None
    speak(FromTheRight())
    (*_, foot) = lay_out(week_document(STATE, 1, START), SHEET)[0]
    (name, *_) = [mark for mark in foot.marks if isinstance(mark, Words)]
    assert name.line.layout.text() == "Study plan"
    assert name.x + name.line.width == pytest.approx(SHEET.width)


def _ends(mark: Words | Rule | Box) -> tuple[float, float]:
    match mark:
        case Words():
            return mark.x, mark.x + mark.line.width
        case Rule():
            return mark.x, mark.end
        case Box():
            return mark.x, mark.x + mark.size
