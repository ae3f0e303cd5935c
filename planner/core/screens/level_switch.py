"""What another level would mean, before it is accepted: its work, its finish, and every tick."""

from collections.abc import Mapping
from datetime import date

from planner.core.effort import estimate
from planner.core.forecast import Forecast, forecast
from planner.core.gates import gates_at
from planner.core.plan import Plan
from planner.core.planning.work import demand
from planner.core.profile import Profile
from planner.core.progress import is_done
from planner.core.state import State
from planner.core.values import Fact, Level, Priority
from planner.core.wording import item_title


class Scope(Fact, frozen=True):
    """What an item is at a level: how long it takes as a whole, and how much it matters."""

    minutes: int
    priority: Priority


class ItemSwitch(Fact, frozen=True):
    """An item at both levels; None where a level has it not."""

    item: str
    title: str
    before: Scope | None
    after: Scope | None


class Side(Fact, frozen=True):
    """A level with its plan: the minutes still to do, those of them left out, the finish."""

    level: Level
    to_do: int
    left_out: int
    loop: date
    forecast: Forecast | None


class LevelSwitch(Fact, frozen=True):
    """All that changes with the level, with the profile and the plan that would be accepted.

    `rescoped` items belong to both levels, but take another time or matter more or less; `same`
    ones do not change. Every tick is kept: `counting` are the titles of what is ticked and counts
    at the new level, `resting` of what does not count there. `unrated` groups of the new level
    count as working, `dropped_rounds` are booked ones that it does not have.
    """

    profile: Profile
    plan: Plan
    before: Side
    after: Side
    added: tuple[ItemSwitch, ...]
    dropped: tuple[ItemSwitch, ...]
    rescoped: tuple[ItemSwitch, ...]
    same: int
    counting: tuple[str, ...]
    resting: tuple[str, ...]
    unrated: tuple[str, ...]
    dropped_rounds: tuple[str, ...]


def at_level(state: State, profile: Profile, level: Level) -> Profile:
    """Return a profile with another level; the days of rounds that it does not have go."""
    return profile.evolve(level=level, gates=gates_at(state.curriculum, level, profile.gates))


def level_switch(state: State, profile: Profile, plan: Plan, today: date) -> LevelSwitch | None:
    """Return what a profile of another level and its plan would mean; nothing of the state changes.

    None while there is no plan, and where the level stays.
    """
    if state.profile is None or state.plan is None or state.profile.level is profile.level:
        return None
    after = state.evolve(profile=profile, plan=plan)
    old, new = _scopes(state, state.profile), _scopes(state, profile)
    items = [
        ItemSwitch(one, item_title(state, one), old.get(one), new.get(one))
        for one in dict.fromkeys((*old, *new))
    ]
    both = [one for one in items if one.before and one.after]
    rescoped = tuple(one for one in both if one.before != one.after)
    ticked = _ticked(state)
    return LevelSwitch(
        profile=profile,
        plan=plan,
        before=_side(state, state.profile, state.plan, today),
        after=_side(after, profile, plan, today),
        added=tuple(one for one in items if not one.before),
        dropped=tuple(one for one in items if not one.after),
        rescoped=rescoped,
        same=len(both) - len(rescoped),
        counting=tuple(item_title(state, one) for one in ticked if one in new),
        resting=tuple(item_title(state, one) for one in ticked if one not in new),
        unrated=tuple(
            one.title
            for one in state.curriculum.groups_at(profile.level)
            if one.id not in profile.ratings
        ),
        dropped_rounds=tuple(
            one.label
            for one in state.curriculum.rounds
            if one.id in state.profile.gates and one.id not in profile.gates
        ),
    )


def _scopes(state: State, profile: Profile) -> Mapping[str, Scope]:
    """Return what the items of a level are there, in the guide's order, without skipped ones."""
    return {
        one.id: Scope(estimate(state, one, profile), one.at[profile.level].priority)
        for one in state.items_for(profile)
        if one.id not in state.skipped
    }


def _side(state: State, profile: Profile, plan: Plan, today: date) -> Side:
    done = [one for one in plan.sessions if is_done(state, one)]
    return Side(
        level=profile.level,
        to_do=sum(work.minutes for work in demand(state, profile, done)),
        left_out=plan.shortfall_minutes,
        loop=plan.loop,
        forecast=forecast(state, today),
    )


def _ticked(state: State) -> tuple[str, ...]:
    """Return the items of which anything is ticked, in the guide's order, then the user's own."""
    sessions = state.plan.by_code if state.plan else {}
    found = {
        sessions[target].item if target in sessions else target.partition("/")[0]
        for target in state.ticks
    }
    return tuple(name for name in (*state.curriculum.by_id, *state.own) if name in found)
