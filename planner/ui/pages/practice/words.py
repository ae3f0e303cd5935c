"""What the Practice page says."""

from functools import partial

from planner.core.curriculum import Curriculum
from planner.core.language import translate
from planner.core.mock import Mock
from planner.core.screens.practice import PracticeRow
from planner.core.wording import duration
from planner.core.wording.practice import judge_text, minutes_text, scores_text
from planner.ui.kit.words.dates import short_day

_tr = partial(translate, "PracticePage")

CHARTED = 24
"""Mocks of a round that the chart shows, the last ones."""
LONGEST_SHOWN = 600
"""Letters of notes that a list shows; the export has all of them."""


def title(row: PracticeRow) -> str:
    """Return what a round is called."""
    return row.label


def below(row: PracticeRow) -> str:
    """Return how many mocks are at the bar, and when the next one is planned."""
    tested = _tr("{done} of {of} mocks at the bar").format(done=row.tested.done, of=row.tested.of)
    parts = [tested if row.tested.of else _tr("no mock yet")]
    if row.sessions:
        code, day = row.sessions[0]
        parts.append(_tr("next {code} on {day}").format(code=code, day=short_day(day)))
    if row.optional:
        parts.append(_tr("optional"))
    return " · ".join(parts)


def spoken(row: PracticeRow) -> str:
    """Return a round as a sentence for a screen reader."""
    ready = _tr("ready") if row.is_ready else ""
    return ", ".join(filter(None, (row.label, minutes_text(row), below(row), ready)))


def mock_title(mock: Mock) -> str:
    """Return "3 of 4 · Mon 25 Jan"."""
    return _tr("{score} of 4 · {day}").format(score=mock.overall, day=short_day(mock.on))


def mock_below(mock: Mock, curriculum: Curriculum) -> str:
    """Return the single scores, the minutes, who scored, and the notes."""
    line = " · ".join(
        (scores_text(curriculum, mock), duration(mock.minutes), judge_text(mock.judge))
    )
    notes = f"{mock.notes[:LONGEST_SHOWN]}…" if len(mock.notes) > LONGEST_SHOWN else mock.notes
    return f"{line} · {notes}" if notes else line


def spoken_mock(mock: Mock, curriculum: Curriculum) -> str:
    """Return a mock as a sentence for a screen reader."""
    bar = _tr("at the bar") if mock.is_at_bar else _tr("below the bar")
    return ", ".join((mock_title(mock), bar, mock_below(mock, curriculum)))


def bar(mock: Mock) -> tuple[str, str]:
    """Return whether a mock was at the bar, and the colour that says so."""
    return (_tr("at the bar"), "accent") if mock.is_at_bar else (_tr("below"), "amber")


def history(row: PracticeRow) -> str:
    """Return the scores of a round in a line, for those who do not see the chart."""
    scores = ", ".join(str(mock.overall) for mock in row.mocks[-CHARTED:])
    if len(row.mocks) > CHARTED:
        return _tr("The last {count} scores: {scores}").format(count=CHARTED, scores=scores)
    return _tr("Scores so far: {scores}").format(scores=scores) if scores else _tr("No mock yet")
