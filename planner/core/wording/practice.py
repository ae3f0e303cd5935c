"""The words for rounds and mocks, the same on screen, on paper and in a terminal."""

from functools import partial

from planner.core.curriculum import Curriculum
from planner.core.language import translate
from planner.core.mock import Judge, Mock
from planner.core.screens.practice import PracticeRow, PracticeScreen, Rehearsal
from planner.core.wording.times import duration, session_minutes

_tr = partial(translate, "Practice")


def judge_text(judge: Judge) -> str:
    """Return who scored a mock."""
    return {
        Judge.SELF: _tr("scored by yourself"),
        Judge.PARTNER: _tr("scored by a partner"),
    }[judge]


def minutes_text(row: PracticeRow) -> str:
    """Return "2 × 45 m", "45–60 m", or that the guide gives none."""
    minutes = length_text(row.shortest, row.longest)
    return f"{row.count} × {minutes}" if row.count > 1 and row.longest else minutes


def length_text(shortest: int | None, longest: int | None) -> str:
    """Return "45–60 m", or that the guide gives no length."""
    if shortest is None or longest is None:
        return _tr("length not stated")
    if shortest == longest:
        return session_minutes(longest)
    return _tr("{shortest}–{longest} m", shortest=shortest, longest=longest)


def scored_name(curriculum: Curriculum, scored: str) -> str:
    """Return what a dimension or a principle is called."""
    names = {row.id: row.label for row in curriculum.guide.matrix}
    names |= {one.id: one.name for one in curriculum.principles}
    return names.get(scored, scored)


def scores_text(curriculum: Curriculum, mock: Mock) -> str:
    """Return "Depth 3, Breadth 2"."""
    parts = (f"{scored_name(curriculum, name)} {score}" for name, score in mock.scores.items())
    return ", ".join(parts)


def summary(screen: PracticeScreen) -> str:
    """Return "3 mocks · 1 of 5 rounds ready"."""
    mocks = _tr("%n mock(s)", n=screen.mocks)
    ready = _tr("{ready} of %n round(s) ready", n=len(screen.rows), ready=screen.ready)
    return f"{mocks} · {ready}"


def rehearsal_text(one: Rehearsal) -> str:
    """Return the stated and the real sum of a loop, and how long it takes with breaks."""
    low, high = one.stated_hours
    real = duration(one.longest)
    if one.shortest != one.longest:
        real = _tr("{shortest} to {longest}", shortest=duration(one.shortest), longest=real)
    return _tr(
        "Stated {low}–{high} h; the rounds add up to {real}; with breaks here {whole}.",
        low=low,
        high=high,
        real=real,
        whole=duration(sum(slot.minutes for slot in one.slots)),
    )
