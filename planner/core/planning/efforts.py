"""What own pace, own estimates and foundations did to a plan, told in the plan itself."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from planner.core.curriculum import Item
from planner.core.effort import USUAL_PACE, estimate, our_estimate, scaled, unit_minutes
from planner.core.foundations import is_foundation
from planner.core.pace import held_at, pace_of, paces
from planner.core.plan import WORK, Reason, Rule, Session, because
from planner.core.planning.situation import Situation
from planner.core.profile import Profile
from planner.core.progress import is_finished
from planner.core.values import Fact


class _Effort(Fact, frozen=True):
    """The pace an item is planned at, and the reasons for its minutes and for being there."""

    pace: int
    why: tuple[Reason, ...]
    instead: Reason | None


def with_efforts(
    sessions: Iterable[Session], now: Situation
) -> tuple[tuple[Session, ...], Mapping[str, int]]:
    """Return the sessions of a new plan with their pace, and the minutes that pace gave items.

    New sessions get their pace and the reasons that come of it; those that keep their place keep
    theirs. The minutes are those of whole items, where they differ from the estimate.
    """
    open_items = [
        item for item in now.state.items_for(now.profile) if not is_finished(now.state, item)
    ]
    known = paces(now.state)
    rates = {item.id: pace_of(now.state, item, known) for item in open_items}
    efforts = {
        item.id: _effort(now, item, rates[item.id])
        for item in open_items
        if rates[item.id] != USUAL_PACE
        or item.id in now.state.estimates
        or is_foundation(item, now.profile.level)
    }
    settled = {one.code for one in now.fixed}
    told = tuple(_told(one, efforts, settled) for one in sessions) if efforts else (*sessions,)
    return told, _whole(now, open_items, rates)


def _effort(now: Situation, item: Item, pace: int) -> _Effort:
    return _Effort(
        pace=pace,
        why=tuple(_reasons(now, item, pace)),
        instead=_foundation(item, now.profile) if is_foundation(item, now.profile.level) else None,
    )


def _foundation(item: Item, profile: Profile) -> Reason:
    return because(Rule.FOUNDATION, item.id if item.id in profile.ratings else item.group)


def _reasons(now: Situation, item: Item, pace: int) -> Iterator[Reason]:
    minutes = estimate(now.state, item, now.profile)
    ours = our_estimate(item, now.profile)
    if minutes != ours:
        yield because(Rule.YOUR_ESTIMATE, minutes=minutes, of=ours)
    if pace != USUAL_PACE:
        yield because(Rule.PACE, minutes=scaled(minutes, pace), of=minutes)


def _told(session: Session, efforts: Mapping[str, _Effort], settled: AbstractSet[str]) -> Session:
    effort = efforts.get(session.item)
    if effort is None or session.code in settled or session.kind not in WORK:
        return session
    why = [
        effort.instead if effort.instead and one.rule is Rule.PRIORITY else one
        for one in session.why
    ]
    return session.evolve(pace=effort.pace, why=(*why, *effort.why))


def _whole(now: Situation, items: Iterable[Item], known: Mapping[str, int]) -> dict[str, int]:
    """Return the minutes of whole items: of finished ones as they were, of open ones anew.

    What is held was planned at its own pace, and counts with the minutes it has.
    """
    before = now.state.plan.efforts if now.state.plan else {}
    found = {name: minutes for name, minutes in before.items() if name not in known}
    left = {work.id: work.minutes for work in (*now.studies, *now.mocks)}
    left.update((one.item, one.minutes) for one in now.given_up)
    settled: dict[str, list[Session]] = {}
    for one in now.fixed:
        if one.kind in WORK:
            settled.setdefault(one.item, []).append(one)
    for item in items:
        pace = known[item.id]
        held = settled.get(item.id, ())
        if pace != USUAL_PACE or any(held_at(now.state, one, pace) != one.minutes for one in held):
            whole = scaled(estimate(now.state, item, now.profile), pace)
            covered = {unit for one in held for unit in one.units}
            ticked = now.state.ticks.keys() - covered
            alone = sum(
                minutes for unit, minutes in unit_minutes(item, whole).items() if unit in ticked
            )
            found[item.id] = sum(one.minutes for one in held) + left.get(item.id, 0) + alone
    return found
