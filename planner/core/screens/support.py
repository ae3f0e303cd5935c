"""What supports a success criterion: items with their lines of evidence, stories, and mocks."""

from enum import StrEnum

from planner.core.curriculum import Criterion
from planner.core.mock import HIGHEST
from planner.core.mocks import outside_plan
from planner.core.progress import Done
from planner.core.readiness import Kept, Share, Standing, kept_for, rounds_for
from planner.core.state import State
from planner.core.stories import living
from planner.core.values import Fact


class Kind(StrEnum):
    """What a support is."""

    ITEM = "item"
    STORY = "story"
    MOCK = "mock"


class Support(Fact, frozen=True):
    """One thing that supports a criterion, how far it is, and what can be shown for it.

    `share` are minutes done of those planned, of a mock outside the plan its score of four;
    `line` is the line of evidence of an item, the result of a story.
    """

    kind: Kind
    id: str
    title: str
    state: Done
    share: Share
    line: str


def supports(known: Standing, criterion: Criterion) -> tuple[Support, ...]:
    """Return what supports a criterion: what is done first, then what is begun, stories, mocks."""
    order = [Done.DONE, Done.HALF, Done.OPEN]
    kept = sorted(kept_for(known, criterion), key=lambda one: order.index(one.state))
    return (
        *(_item(known.state, one) for one in kept),
        *_stories(known.state, criterion),
        *_mocks(known, criterion),
    )


def _item(state: State, one: Kept) -> Support:
    line = state.evidence.get(one.item.id, "")
    share = Share(one.done, one.planned)
    return Support(Kind.ITEM, one.item.id, one.item.title, one.state, share, line)


def _stories(state: State, criterion: Criterion) -> list[Support]:
    return [
        Support(
            Kind.STORY,
            story.id,
            story.title,
            Done.HALF if story.missing else Done.DONE,
            Share(0, 0),
            story.result,
        )
        for story in living(state)
        if criterion.id in story.criteria
    ]


def _mocks(known: Standing, criterion: Criterion) -> list[Support]:
    state = known.state
    labels = {one.id: one.label for one in state.curriculum.rounds_at(criterion.level)}
    return [
        Support(
            Kind.MOCK,
            mock.id,
            labels[round_id],
            Done.DONE if mock.is_at_bar else Done.HALF,
            Share(mock.overall, HIGHEST),
            mock.notes,
        )
        for round_id in sorted(rounds_for(known, criterion))
        for mock in outside_plan(state, criterion.level, round_id)
    ]
