"""Rounds, their mocks and the rehearsal, as text for a terminal."""

from collections.abc import Iterator

from planner.core.curriculum import Curriculum
from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.exchange.words import weekday
from planner.core.mock import Mock
from planner.core.screens.practice import PracticeRow, PracticeScreen, Slot
from planner.core.state import State
from planner.core.wording import duration, number_share
from planner.core.wording.practice import (
    judge_text,
    minutes_text,
    rehearsal_text,
    scored_name,
    scores_text,
    summary,
)


def practice_text(state: State, screen: PracticeScreen) -> str:
    """Return each round with its mocks, then the loop as a day."""
    return page(
        paragraph(f"{screen.level.value} · {summary(screen)}"),
        *(list(_round(state.curriculum, one)) for one in screen.rows),
        [
            "Loop rehearsal",
            *paragraph(rehearsal_text(screen.rehearsal), indent=2),
            *(line for slot in screen.rehearsal.slots for line in _slot(slot)),
            *paragraph(screen.rehearsal.note, indent=2),
        ],
    )


def mock_text(curriculum: Curriculum, mock: Mock) -> str:
    """Return a mock in a line: day, whole score, single scores, minutes, judge."""
    bar = "at the bar" if mock.is_at_bar else "below the bar"
    return " · ".join(
        (
            f"{weekday(mock.on)}: {mock.overall} of 4, {bar}",
            scores_text(curriculum, mock),
            duration(mock.minutes),
            judge_text(mock.judge),
        )
    )


def slot_name(slot: Slot) -> str:
    """Return what a part of a rehearsal is called."""
    return slot.label or "break"


def _round(curriculum: Curriculum, one: PracticeRow) -> Iterator[str]:
    ready = " · ready" if one.is_ready else ""
    yield from paragraph(f"{one.label} ({one.id}) · {minutes_text(one)}{ready}")
    asked = ", ".join(scored_name(curriculum, name) for name in one.asked)
    yield from paragraph(f"judged by {asked}", indent=2)
    yield from paragraph(f"mocks at the bar: {number_share(one.tested)}", indent=2)
    if one.sessions:
        code, day = one.sessions[0]
        yield from paragraph(f"next planned: {code} on {weekday(day)}", indent=2)
    for mock in one.mocks:
        yield from row([("-", 1)], f"{mock_text(curriculum, mock)} · {mock.id}", indent=2)
        if mock.notes:
            yield from paragraph(mock.notes, indent=7)


def _slot(slot: Slot) -> list[str]:
    cells = [(slot.start.isoformat("minutes"), 5), (slot_name(slot), 40)]
    return row(cells, duration(slot.minutes), indent=2)
