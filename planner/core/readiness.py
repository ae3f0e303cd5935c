"""What could be shown for each success criterion today: studied, evidenced, tested, guarded.

Every figure is a `Share`, numerator and denominator; screen, print and command line use these
functions and no others. The shares say how well one is prepared, never a chance of being hired.
Each function takes a state, or the `Standing` of one where many figures are wanted at once.
"""

from collections.abc import Callable, Iterable, Mapping

from planner.core.curriculum import AtLevel, Criterion, FailurePoint, Item, Round
from planner.core.mock import BAR
from planner.core.mocks import outside_plan
from planner.core.progress import (
    Done,
    done_minutes,
    is_kept,
    is_left_out,
    is_scored,
    item_done,
    planned_minutes,
)
from planner.core.state import State
from planner.core.touched import Latest
from planner.core.values import Fact, Level, Priority, Subject


class Share(Fact, frozen=True):
    """So much of so much; of nothing, nothing is done."""

    done: int
    of: int

    @property
    def ratio(self) -> float:
        """Between 0 and 1."""
        return self.done / self.of if self.of else 0.0


class Kept(Fact, frozen=True):
    """A kept item and how far it is, with its minutes done and planned.

    An item that the plan leaves out and that is begun all the same is `extra`: what is done of it
    counts, what is open of it is not missed, so that doing more never lowers a share.
    """

    item: Item
    at: AtLevel
    state: Done
    done: int
    planned: int
    extra: bool
    proven: bool

    @property
    def is_mock(self) -> bool:
        """Whether it is practised under the clock; it needs no evidence line."""
        return self.item.subject is Subject.MOCK

    @property
    def is_finished(self) -> bool:
        """Whether it is done, or all that the plan has of it."""
        return self.state is Done.DONE or (not self.extra and 0 < self.planned <= self.done)

    @property
    def worth(self) -> int:
        """The minutes done, half of them while the line of evidence is missing."""
        return self.done if self.proven or self.is_mock else self.done // 2


class Standing(Fact, frozen=True):
    """The items of a state, looked at once, and the kept ones by what they count towards.

    `items` are in the guide's order with the user's own behind; None stands for one that is not
    kept.
    """

    state: State
    items: Mapping[str, Kept | None]
    criteria: Mapping[str, tuple[Kept, ...]]
    failures: Mapping[str, tuple[Kept, ...]]
    rounds: Mapping[str, tuple[Kept, ...]]

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The kept items."""
        return tuple(one for one in self.items.values() if one is not None)


def standing(known: State | Standing) -> Standing:
    """Return how every item of the chosen level stands."""
    return known if isinstance(known, Standing) else _LATEST.of(known)


def _standing(state: State) -> Standing:
    return _by_marks(state, {item.id: _kept(state, item) for item in state.items()})


def _standing_again(before: Standing, state: State, touched: frozenset[str]) -> Standing:
    """Return the standing where only some items may stand otherwise than before."""
    changed: dict[str, Kept | None] = {}
    for name in touched:
        item = state.item(name)
        if item is not None and (name in before.items or name in state.own):
            changed[name] = _kept(state, item)
    items = {**before.items, **changed}
    if state.own is not before.state.own:
        guide = {one: kept for one, kept in items.items() if one in state.curriculum.by_id}
        items = {**guide, **{name: items[name] for name in state.own}}
    if any((before.items.get(name) is None) != (items.get(name) is None) for name in touched):
        return _by_marks(state, items)
    groups = (before.criteria, before.failures, before.rounds)
    return Standing(state, items, *(_replaced(group, changed) for group in groups))


def _replaced(
    groups: Mapping[str, tuple[Kept, ...]], changed: Mapping[str, Kept | None]
) -> Mapping[str, tuple[Kept, ...]]:
    return {
        mark: tuple(changed.get(one.item.id) or one for one in those)
        for mark, those in groups.items()
    }


def _by_marks(state: State, items: Mapping[str, Kept | None]) -> Standing:
    kept = tuple(one for one in items.values() if one is not None)
    return Standing(
        state=state,
        items=items,
        criteria=_by(kept, lambda at: at.criteria),
        failures=_by(kept, lambda at: at.failures),
        rounds=_by(kept, lambda at: at.rounds),
    )


def _kept(state: State, item: Item) -> Kept | None:
    if state.profile is None or not is_kept(state, item):
        return None
    return Kept(
        item=item,
        at=item.at[state.profile.level],
        state=item_done(state, item),
        done=done_minutes(state, item),
        planned=planned_minutes(state, item),
        extra=is_left_out(state, item),
        proven=item.id in state.evidence,
    )


_LATEST = Latest(_standing, _standing_again)


def kept_for(known: State | Standing, criterion: Criterion) -> tuple[Kept, ...]:
    """Return the kept items that count towards a criterion."""
    return standing(known).criteria.get(criterion.id, ())


def studied(known: State | Standing, criterion: Criterion) -> Share:
    """Return the minutes done of the minutes kept for a criterion."""
    return _minutes(kept_for(known, criterion))


def evidenced(known: State | Standing, criterion: Criterion) -> Share:
    """Return how many of a criterion's items have an evidence line. Mocks need none."""
    wanted = [
        one
        for one in kept_for(known, criterion)
        if not one.is_mock and (one.proven or not one.extra)
    ]
    return Share(sum(one.proven for one in wanted), len(wanted))


def tested(known: State | Standing, criterion: Criterion) -> Share:
    """Return the mocks at the bar of the mocks planned for a criterion.

    One outside the plan counts once it is at the bar, where the mock of its round counts.
    """
    known = standing(known)
    rounds = rounds_for(known, criterion)
    return _mocks(known.state, kept_for(known, criterion), rounds, criterion.level)


def rounds_for(known: State | Standing, criterion: Criterion) -> frozenset[str]:
    """Return the rounds whose mocks outside the plan count for a criterion: those of one round."""
    mocks = (one for one in kept_for(known, criterion) if one.is_mock)
    return frozenset(one.at.rounds[0] for one in mocks if len(one.at.rounds) == 1)


def prepared(known: State | Standing, criterion: Criterion) -> Share:
    """Return the minutes done of those kept, half where an item has no evidence line yet.

    Source: rule 6 of the planning rules (done means tested). Mocks need no line.
    """
    kept = kept_for(known, criterion)
    whole = sum(one.worth if one.extra else one.planned for one in kept)
    return Share(sum(one.worth for one in kept), whole)


def dropped(known: State | Standing, criterion: Criterion) -> int:
    """Return how many of a criterion's items the plan leaves out or the user skips."""
    known = standing(known)
    those = (known.state.item(name) for name in known.items if name not in known.state.own)
    every = sum(criterion.id in item.at[criterion.level].criteria for item in those if item)
    return every - len(kept_for(known, criterion))


def weakest(known: State | Standing, level: Level) -> Criterion | None:
    """Return the criterion one is least prepared for, the first of them on a tie.

    There is none once everything is prepared.
    """
    known = standing(known)
    criteria = known.state.curriculum.criteria_at(level)
    shares = {one.id: prepared(known, one) for one in criteria}
    first = min(criteria, key=lambda one: shares[one.id].ratio, default=None)
    return None if first is None or shares[first.id].ratio >= 1 else first


def guarded(known: State | Standing, failure: FailurePoint) -> tuple[Done, Share]:
    """Return how far a failure point is guarded, and the items done of those that guard it.

    It is guarded when every core item against it is done (every kept item where none is core),
    half when some work on them is done. An item counts as done when all that is planned of it is.
    """
    every = standing(known).failures.get(failure.id, ())
    kept = [one for one in every if one.is_finished or not one.extra]
    core = [one for one in kept if one.at.priority is Priority.CORE]
    share = Share(sum(one.is_finished for one in kept), len(kept))
    if kept and all(one.is_finished for one in core or kept):
        return Done.DONE, share
    begun = any(one.state is not Done.OPEN for one in every)
    return (Done.HALF if begun else Done.OPEN), share


def round_prepared(known: State | Standing, one: Round) -> Share:
    """Return the minutes done of the minutes kept for a round."""
    return _minutes(standing(known).rounds.get(one.id, ()))


def round_tested(known: State | Standing, one: Round) -> Share:
    """Return the mocks at the bar of the mocks planned for a round.

    One outside the plan counts once it is at the bar, so that doing more never lowers the share.
    """
    known = standing(known)
    return _mocks(known.state, known.rounds.get(one.id, ()), {one.id}, one.level)


def _by(
    kept: Iterable[Kept], marks: Callable[[AtLevel], Iterable[str]]
) -> Mapping[str, tuple[Kept, ...]]:
    found: dict[str, list[Kept]] = {}
    for one in kept:
        for mark in marks(one.at):
            found.setdefault(mark, []).append(one)
    return {mark: tuple(those) for mark, those in found.items()}


def _minutes(kept: Iterable[Kept]) -> Share:
    those = tuple(kept)
    return Share(sum(one.done for one in those), sum(one.planned for one in those))


def _mocks(state: State, kept: Iterable[Kept], rounds: Iterable[str], level: Level) -> Share:
    plan = state.plan
    codes = [
        session.code
        for one in kept
        if one.is_mock and plan is not None
        for session in plan.by_item.get(one.item.id, ())
        if is_scored(state, session)
    ]
    more = sum(mock.is_at_bar for one in rounds for mock in outside_plan(state, level, one))
    done = sum(state.scores.get(code, 0) >= BAR for code in codes)
    return Share(done + more, len(codes) + more)
