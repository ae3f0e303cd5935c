"""Rounds, their mocks and the rehearsal, as Markdown."""

from collections.abc import Iterator

from planner.core.curriculum import Curriculum
from planner.core.exchange.markdown.layout import escaped, page, table
from planner.core.exchange.text.practice import mock_text, slot_name
from planner.core.mock import Mock
from planner.core.screens.practice import PracticeRow, PracticeScreen
from planner.core.state import State
from planner.core.wording import duration, number_share
from planner.core.wording.practice import minutes_text, rehearsal_text, scored_name, summary


def practice_markdown(state: State, screen: PracticeScreen) -> str:
    """Return each round with its mocks, then the loop as a day."""
    slots = [
        (slot.start.isoformat("minutes"), escaped(slot_name(slot)), duration(slot.minutes))
        for slot in screen.rehearsal.slots
    ]
    return page(
        ["# Practice"],
        [f"{screen.level.value} · {escaped(summary(screen))}"],
        *(block for one in screen.rows for block in _round(state.curriculum, one)),
        ["## Loop rehearsal"],
        [escaped(rehearsal_text(screen.rehearsal))],
        table(("At", "What", "How long"), slots),
        [escaped(screen.rehearsal.note)],
    )


def _round(curriculum: Curriculum, one: PracticeRow) -> Iterator[list[str]]:
    ready = " · ready" if one.is_ready else ""
    yield [f"## {escaped(one.label)}"]
    yield [f"{escaped(minutes_text(one))} · at the bar: {number_share(one.tested)}{ready}"]
    yield [escaped(", ".join(scored_name(curriculum, name) for name in one.asked))]
    yield [f"- {escaped(_mock(curriculum, mock))}" for mock in one.mocks]


def _mock(curriculum: Curriculum, mock: Mock) -> str:
    said = mock_text(curriculum, mock)
    return f"{said} · {' '.join(mock.notes.split())}" if mock.notes else said
