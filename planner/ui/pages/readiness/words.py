"""What the Readiness page says: every share with its numerator and denominator."""

from collections.abc import Sequence
from functools import partial

from planner.core.language import translate
from planner.core.progress import Done
from planner.core.readiness import Share
from planner.core.screens.readiness import (
    CriterionRow,
    FailureRow,
    ReadinessScreen,
)
from planner.core.screens.support import Kind, Support
from planner.core.wording import duration, hours_share
from planner.core.wording.finish import finish_text
from planner.core.wording.forecast import basis_text
from planner.ui.kit.words.dates import short_day

_tr = partial(translate, "ReadinessPage")

LONGEST_SHOWN = 500
"""Letters of what can be shown for a thing, as many as a line of evidence has; a result has more.
"""


def subtitle(screen: ReadinessScreen) -> str:
    """Return what the page is about, and what it is not."""
    words = _tr(
        "What gets you hired at {level}, and what you can show for it today. "
        "Preparation, not a forecast of the decision."
    )
    return words.format(level=screen.level.value)


def studied(share: Share) -> str:
    """Return "9 of 13 h"."""
    if not share.of:
        return _tr("nothing planned")
    return hours_share(share)


def evidenced(share: Share) -> str:
    """Return "2 of 5 with evidence"."""
    if not share.of:
        return _tr("no evidence wanted")
    return _tr("{done} of {of} with evidence").format(done=share.done, of=share.of)


def tested(share: Share) -> str:
    """Return "1 of 2 mocks at bar"."""
    if not share.of:
        return _tr("no mock planned")
    return _tr("{done} of %n mock(s) at bar", n=share.of, done=share.done)


def remark(row: CriterionRow) -> str:
    """Return what is left out for a criterion, and what is odd about it."""
    parts = [_tr("%n item(s) left out.", n=row.dropped)] if row.dropped else []
    return " ".join([*parts, row.note] if row.note else parts)


def guard(row: FailureRow) -> str:
    """Return how far a failure point is guarded, as it stands on its tag."""
    if row.state is Done.DONE:
        return _tr("guarded")
    word = _tr("begun") if row.state is Done.HALF else _tr("open")
    of = _tr("{done} of {of}").format(done=row.share.done, of=row.share.of)
    return f"{word} · {of}" if row.share.of else word


def spoken_guard(row: FailureRow) -> str:
    """Return a failure point as a sentence for a screen reader."""
    words = _tr("{label}: {guard}, {done} of {of} items done")
    names = {Done.DONE: _tr("guarded"), Done.HALF: _tr("begun"), Done.OPEN: _tr("open")}
    share = row.share
    return words.format(label=row.label, guard=names[row.state], done=share.done, of=share.of)


def support(one: Support) -> str:
    """Return a thing that supports a criterion: how far it is, and what can be shown for it."""
    mark = {Done.DONE: "●", Done.HALF: "◐", Done.OPEN: "○"}[one.state]
    if one.kind is Kind.STORY:
        said = _tr("story")
    elif one.kind is Kind.MOCK:
        said = _tr("mock, {score} of 4").format(score=one.share.done)
    else:
        said = hours_share(one.share)
    shown = " ".join(one.line.split())
    cut = f"{shown[:LONGEST_SHOWN]}…" if len(shown) > LONGEST_SHOWN else shown
    line = f" — {cut}" if cut else ""
    return f"{mark} {one.title} · {said}{line}"


def stories_against(row: FailureRow) -> str:
    """Return which stories run into a failure point, or nothing."""
    stories = ", ".join(f"“{title}”" for title in row.stories)
    return _tr("Runs into it: {stories}").format(stories=stories) if stories else ""


def guarded_heading(rows: Sequence[FailureRow]) -> str:
    """Return "Failure points: 2 of 6 guarded"."""
    done = sum(row.state is Done.DONE for row in rows)
    return _tr("Failure points: {done} of {of} guarded").format(done=done, of=len(rows))


def burn_up(screen: ReadinessScreen) -> str:
    """Return the way so far, the whole way, and when it ends, in sentences."""
    way = screen.so_far
    if way is None:
        return ""
    words = _tr("{done} done, {planned} planned until {now}; {all} by {end}.")
    so_far = words.format(
        done=duration(way.done),
        planned=duration(way.due),
        now=short_day(way.day),
        all=duration(way.of),
        end=short_day(way.end),
    )
    return f"{so_far} {finish_text(screen.forecast)}" if screen.forecast else so_far


def method(screen: ReadinessScreen) -> str:
    """Return how many of ten courses are in time, and how the range was found."""
    return basis_text(screen.forecast) if screen.forecast else ""
