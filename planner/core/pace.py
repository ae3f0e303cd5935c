"""Own pace: how long the candidate really takes, against our estimates, by kind of work."""

from collections.abc import Mapping
from enum import StrEnum

from planner.core.curriculum import Item
from planner.core.effort import USUAL_PACE, scaled
from planner.core.plan import Session
from planner.core.progress import is_done, is_finished
from planner.core.state import State
from planner.core.values import Fact, Subject

ENOUGH = 5
"""Finished items before own pace counts; also the weight of "as long as estimated" (rule 1)."""
FASTEST, SLOWEST = 70, 200
"""Percent of our estimates; own pace is kept between them."""
STORY_BANK = "practice.stories"


class Kind(StrEnum):
    """What own pace is measured for."""

    READING = "reading"
    TECHNICAL = "technical"
    LEADERSHIP = "leadership"
    STORY = "story"


class Pace(Fact, frozen=True):
    """How many items of a kind were measured, and the percent of our estimates they come to."""

    kind: Kind
    items: int
    percent: int


def kind_of(item: Item) -> Kind | None:
    """Return what kind of work an item is, or None where own pace is not measured.

    Stories are the story bank and what is told from it. Mocks and the orientation last as long
    as they last, and the time for an item of one's own is the user's.
    """
    if item.origin == "own" or item.subject not in _KINDS:
        return None
    if STORY_BANK in {item.id, *item.requires}:
        return Kind.STORY
    return _KINDS[item.subject]


def paces(state: State) -> Mapping[Kind, Pace]:
    """Return own pace for each kind with a finished item, once `ENOUGH` are finished in all.

    The factor is (5 + sum of actual to estimate) / (5 + items), so that few items say little.
    Source: rule 1 of the planning rules.
    """
    if not state.minutes:
        return {}
    ratios: dict[Kind, list[float]] = {kind: [] for kind in Kind}
    for item in state.curriculum.items:
        kind, ratio = kind_of(item), _ratio(state, item)
        if kind is not None and ratio is not None:
            ratios[kind].append(ratio)
    if sum(map(len, ratios.values())) < ENOUGH:
        return {}
    return {
        kind: Pace(kind, len(those), _percent(those)) for kind, those in ratios.items() if those
    }


def pace_of(state: State, item: Item, known: Mapping[Kind, Pace]) -> int:
    """Return the percent that an item's estimate is planned at; what the user gave it stays."""
    if not known or item.id in state.estimates:
        return USUAL_PACE
    kind = kind_of(item)
    return known[kind].percent if kind is not None and kind in known else USUAL_PACE


def held_at(state: State, session: Session, pace: int) -> int:
    """Return what a session that keeps its place holds of its item, in minutes of a pace.

    Of an item whose time the user gave, it holds its own minutes.
    """
    if session.item in state.estimates:
        return session.minutes
    return scaled(session.minutes, pace, session.pace)


def _percent(ratios: list[float]) -> int:
    factor = (ENOUGH + sum(ratios)) / (ENOUGH + len(ratios))
    return min(max(round(100 * factor), FASTEST), SLOWEST)


def _ratio(state: State, item: Item) -> float | None:
    """Return actual to estimated time of a finished item, over its sessions with logged minutes."""
    if item.id in state.estimates or not is_finished(state, item):
        return None
    logged = [one for one in _sessions(state, item) if one.code in state.minutes]
    expected = sum(one.minutes * USUAL_PACE / one.pace for one in logged if is_done(state, one))
    actual = sum(state.minutes[one.code] for one in logged if is_done(state, one))
    return actual / expected if expected else None


def _sessions(state: State, item: Item) -> tuple[Session, ...]:
    return state.plan.by_item.get(item.id, ()) if state.plan else ()


_KINDS = {
    Subject.READING: Kind.READING,
    Subject.TECHNICAL: Kind.TECHNICAL,
    Subject.LEADERSHIP: Kind.LEADERSHIP,
}
