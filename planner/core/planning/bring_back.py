"""What would bring back what is left out: hours a week, weeks, or the item it could replace.

Each answer was tried: with it a plan was made in which the item stands as a whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from planner.core.hours import changed, most_tried
from planner.core.plan import Plan, Reason, Rule, because
from planner.core.planning.build import make_plan
from planner.core.planning.replacing import could_replace
from planner.core.profile import LATEST, LONGEST_PLAN_DAYS, Profile
from planner.core.progress import is_finished
from planner.core.state import State

STEP_MINUTES, MOST_STEPS = 30, 20
"""More hours are tried by half hours a week, in at most so many steps."""
MOST_WEEKS = 8
MOST_REPLACED = 3
"""For each item that is left out so many others are tried that could go instead."""

Ways = Mapping[str, Reason]
"""What would bring an item back, by the id of the item."""


@dataclass(frozen=True, slots=True)
class Back:
    """What would bring back each item, and how many minutes more a week all of them.

    The minutes are None where no number of them that was tried does.
    """

    ways: Ways
    minutes: int | None


def bring_back(
    state: State, profile: Profile, plan: Plan, today: date, *, only: str | None = None
) -> Ways:
    """Return what would bring back each item that a plan leaves out, or one of them.

    It makes up to some forty plans. What is done or skipped meanwhile needs no way back.
    """
    *_, found = search(state, profile, plan, today, only=only)
    return found.ways


def search(
    state: State, profile: Profile, plan: Plan, today: date, *, only: str | None = None
) -> Iterator[Back]:
    """Return what `bring_back` does, with one plan a step; the last step knows all.

    The items share the plans. Hours and weeks are tried from the fewest on: more time keeps more,
    but not each item that less time would keep.
    """
    ways = {item: _Way() for item in _wanted(state, profile, plan) if only in {None, item}}
    found = _Search(state, profile, today, _loop(profile, plan), ways, for_all=only is None)
    for _ in found.steps(plan):
        yield Back({}, None)
    limits = (more_minutes(profile)[-1], len(more_weeks(profile, found.loop)))
    yield Back({item: one.reason(*limits) for item, one in ways.items()}, found.everything)


def with_ways(plan: Plan, ways: Ways) -> Plan:
    """Return a plan that says of what it leaves out what would bring it back."""
    if not ways:
        return plan
    left_out = tuple(one.evolve(back=ways.get(one.item, one.back)) for one in plan.left_out)
    return plan.evolve(left_out=left_out)


@dataclass(slots=True)
class _Way:
    """What is known of one item; `minutes` are 0 where a plan made today has it anyway."""

    minutes: int | None = None
    weeks: int | None = None
    instead: str = ""

    def reason(self, most_minutes: int, most_weeks: int) -> Reason:
        if self.minutes is None and self.weeks is None and not self.instead:
            return because(Rule.BRINGS_BACK, of=most_minutes, week=most_weeks)
        return because(Rule.BRINGS_BACK, self.instead, minutes=self.minutes, week=self.weeks)


@dataclass(slots=True)
class _Search:
    """Tries one change after the other, as long as there is an item that waits for it.

    `everything` are the fewest minutes more a week that leave nothing out, sought with `for_all`.
    """

    state: State
    profile: Profile
    today: date
    loop: date
    ways: Mapping[str, _Way]
    for_all: bool
    everything: int | None = None

    def steps(self, plan: Plan) -> Iterator[None]:
        if not self.ways:
            return
        yield from self._try_hours()
        yield from self._try_weeks()
        yield from self._try_others(plan)

    def _try_hours(self) -> Iterator[None]:
        for minutes in more_minutes(self.profile):
            waiting = [name for name, one in self.ways.items() if one.minutes is None]
            if not waiting and (self.everything is not None or not self.for_all):
                return
            tried = self._plan(self.state, minutes)
            if tried.fits and self.everything is None:
                self.everything = minutes
            for name in waiting:
                if _is_whole(tried, name):
                    self.ways[name].minutes = minutes
            yield

    def _try_weeks(self) -> Iterator[None]:
        for weeks in more_weeks(self.profile, self.loop):
            waiting = [name for name in self._not_at_hand() if self.ways[name].weeks is None]
            if not waiting:
                return
            tried = self._plan(self.state, 0, weeks)
            for name in waiting:
                if _is_whole(tried, name):
                    self.ways[name].weeks = weeks
            yield

    def _try_others(self, plan: Plan) -> Iterator[None]:
        without: dict[str, Plan] = {}
        for name in self._not_at_hand():
            others = could_replace(self.state, self.profile, plan, name)
            for other in others[:MOST_REPLACED]:
                if other not in without:
                    skipped = {**self.state.skipped, other: ""}
                    without[other] = self._plan(self.state.evolve(skipped=skipped))
                    yield
                if _is_whole(without[other], name):
                    self.ways[name].instead = other
                    break

    def _not_at_hand(self) -> list[str]:
        """Return the items that a plan made today would not have anyway."""
        return [name for name, one in self.ways.items() if one.minutes != 0]

    def _plan(self, state: State, minutes: int = 0, weeks: int = 0) -> Plan:
        week, loop = self.profile.week_minutes + minutes, self.loop + timedelta(weeks=weeks)
        profile = changed(self.profile, week, loop)
        return make_plan(state.evolve(profile=profile), profile, self.today)


def _wanted(state: State, profile: Profile, plan: Plan) -> Iterator[str]:
    """Return the items of the level that a plan leaves out and that are still to be done."""
    open_items = {
        item.id
        for item in state.items_for(profile)
        if item.id not in state.skipped and not is_finished(state, item)
    }
    return (one.item for one in plan.left_out if one.item in open_items)


def _loop(profile: Profile, plan: Plan) -> date:
    """Return the loop day, booked or proposed, of a plan that may be older than the profile."""
    return profile.loop or max(plan.loop, profile.start + timedelta(days=1))


def more_minutes(profile: Profile) -> range:
    """Return how many minutes more a week are tried, beginning with none."""
    more = most_tried(profile) - profile.week_minutes
    step = max(ceil(more / MOST_STEPS / STEP_MINUTES), 1) * STEP_MINUTES
    return range(0, more + 1, step)


def more_weeks(profile: Profile, loop: date) -> range:
    """Return how many weeks more are tried, as far as a plan may go."""
    last = min(profile.start + timedelta(days=LONGEST_PLAN_DAYS), LATEST)
    return range(1, min(MOST_WEEKS, (last - loop).days // 7) + 1)


def _is_whole(plan: Plan, item: str) -> bool:
    return all(one.item != item for one in plan.left_out)
