"""What the candidate can do about a thing of the guide, and how far that is."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial

from planner.core import readiness
from planner.core.curriculum import Criterion, FailurePoint, Item, Principle, Round
from planner.core.language import Table, translate
from planner.core.mocks import history
from planner.core.progress import Done, item_done
from planner.core.readiness import Kept, Share, Standing
from planner.core.screens.guide.values import Place, Way
from planner.core.state import State
from planner.core.stories import PLACES, told_for
from planner.core.values import Level, Priority
from planner.core.wording import hours_share, item_title

PRINCIPLES = "read.leadership-principles"
LOOP_DAY = "Loop Day"
_tr = partial(translate, "Guide")
_DONE = Table("Guide", {Done.OPEN: "open", Done.HALF: "half done", Done.DONE: "done"})
_GUARDED = Table("Guide", {Done.OPEN: "open", Done.HALF: "begun", Done.DONE: "guarded"})


class Doing:
    """Looks ways up for one state. What belongs to the other level has none: it is not planned."""

    def __init__(self, state: State) -> None:
        """Take the state as it is."""
        self._state = state
        self.level = state.profile.level if state.profile else None

    def level_ways(self, level: Level) -> tuple[Way, ...]:
        """Return how to choose a level, where it is not the candidate's."""
        if self.level is None:
            return (Way(Place.ACTION, "profile", _tr("Choose level and dates")),)
        if level is self.level or self._state.plan is None:
            return ()
        return (
            Way(Place.ACTION, "switch-level", _tr("What {level} would mean", level=level.value)),
        )

    def seen(self, ids: Iterable[str], level: Level | None) -> tuple[Way, ...]:
        """Return the ways to items, criteria and rounds by their ids; all of one level, or any."""
        if level is not None and level is not self.level:
            return ()
        return tuple(way for one in ids for way in self._by_id(one))

    def item(self, item_id: str) -> tuple[Way, ...]:
        """Return the way to an item on the checklist, where the candidate's level has it."""
        item = self._items.get(item_id)
        if item is None:
            return ()
        skipped = item.id in self._state.skipped
        state = _tr("skipped") if skipped else _DONE[item_done(self._state, item)]
        return (Way(Place.CHECKLIST, item.id, item.title, state),)

    def principle(self, one: Principle) -> tuple[Way, ...]:
        """Return the ways to a principle: its part of the reading, and the stories told for it."""
        if self.level is None:
            return ()
        told = sum(story is not None for story in told_for(self._state, one.id))
        stories = Way(
            Place.STORIES, one.id, one.name, _tr("{told} of %n told", n=PLACES, told=told)
        )
        unit = f"{PRINCIPLES}/{one.id}"
        item = self._items.get(PRINCIPLES)
        if item is None or unit not in {each.id for each in item.units}:
            return (stories,)
        state = _DONE[Done.DONE if unit in self._state.ticks else Done.OPEN]
        return (Way(Place.CHECKLIST, unit, item.title, state), stories)

    def criterion(self, one: Criterion) -> tuple[Way, ...]:
        """Return the way to a criterion's figures, and what is next for it."""
        if one.level is not self.level:
            return ()
        said = _studied(readiness.studied(self._standing, one))
        figures = Way(Place.READINESS, one.id, one.label, said)
        return (figures, *self._next_of(self._standing.criteria.get(one.id, ())))

    def failure(self, one: FailurePoint) -> tuple[Way, ...]:
        """Return the way to what guards a failure point, and what is next for it."""
        if one.level is not self.level:
            return ()
        state, share = readiness.guarded(self._standing, one)
        said = _tr(
            "{guarded}, {done} of %n item(s) done",
            n=share.of,
            guarded=_GUARDED[state],
            done=share.done,
        )
        figures = Way(Place.READINESS, one.id, one.label, said)
        return (figures, *self._next_of(self._standing.failures.get(one.id, ())))

    def round(self, one: Round) -> tuple[Way, ...]:
        """Return the way to how far a round is prepared, and what is next for it."""
        if one.level is not self.level:
            return ()
        said = _prepared(readiness.round_prepared(self._standing, one))
        figures = Way(Place.READINESS, one.id, one.label, said)
        mocks = len(history(self._state, one.level, one.id))
        practice = Way(Place.PRACTICE, one.id, one.label, _tr("%n mock(s) so far", n=mocks))
        return (figures, practice, *self._next_of(self._standing.rounds.get(one.id, ())))

    def box(self, label: str, level: Level) -> tuple[Way, ...]:
        """Return the ways to the round that a box of the guide's diagrams stands for.

        The boxes are named a little otherwise: "Coding 1" is one of the coding rounds. The loop
        day itself is rehearsed.
        """
        if level is not self.level:
            return ()
        rounds = self._state.curriculum.rounds_at(level)
        if label == LOOP_DAY:
            return self._rehearsal()
        same = (one for one in rounds if one.label == label)
        first = label.partition(" ")[0]
        alike = (one for one in rounds if first and one.label.partition(" ")[0] == first)
        found = next(same, None) or next(alike, None)
        return self.round(found) if found else ()

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        return {item.id: item for item in self._state.items()}

    @cached_property
    def _standing(self) -> Standing:
        return readiness.standing(self._state)

    def _by_id(self, one_id: str) -> Iterator[Way]:
        curriculum = self._state.curriculum
        yield from self.item(one_id)
        for criterion in curriculum.criteria:
            if criterion.id == one_id:
                yield from self.criterion(criterion)[:1]
        for one in curriculum.rounds:
            if one.id == one_id:
                yield from self.round(one)[:1]

    def _rehearsal(self) -> tuple[Way, ...]:
        """Return the way to the mock that holds most rounds: the whole loop."""
        mocks = [one for one in self._standing.kept if one.is_mock]
        mocks.sort(key=lambda one: -len(one.at.rounds))
        return self.item(mocks[0].item.id) if mocks else ()

    def _next_of(self, kept: Iterable[Kept]) -> tuple[Way, ...]:
        """Return the way to the item that is next: begun before open, core before optional."""
        ranks = list(Priority)
        left = [one for one in kept if not one.is_finished]
        left.sort(key=lambda one: (one.state is Done.OPEN, ranks.index(one.at.priority)))
        return tuple(
            Way(
                Place.CHECKLIST,
                one.item.id,
                item_title(self._state, one.item.id),
                _tr("next, {state}", state=_DONE[one.state]),
            )
            for one in left[:1]
        )


def _studied(share: Share) -> str:
    if not share.of:
        return _tr("nothing planned")
    return _tr("{share} studied", share=hours_share(share))


def _prepared(share: Share) -> str:
    if not share.of:
        return _tr("nothing planned")
    return _tr("{share} prepared", share=hours_share(share))
