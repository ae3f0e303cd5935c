"""What a store holds in a few figures, so that two of them can be compared."""

from datetime import date

from planner.core.state import State
from planner.core.values import Fact, Level, Value


class Holding(Value, frozen=True):
    """Level and loop, what is planned and done, and the steps and computers it comes from."""

    level: Level | None
    loop: date | None
    weeks: int
    sessions: int
    ticks: int
    minutes: int
    stories: int
    steps: int
    computers: int


class Preview(Fact, frozen=True):
    """What a backup holds beside what the store holds now, and what going back would change.

    `brought` and `taken` count the steps that would count again, and count no more; `unreadable`
    are the lines of the backup that say nothing.
    """

    then: Holding
    now: Holding
    brought: int
    taken: int
    unreadable: int = 0

    @property
    def changes_nothing(self) -> bool:
        """Whether the store holds just what the backup holds."""
        return not self.brought and not self.taken


def holding(state: State, steps: int, computers: int) -> Holding:
    """Return the figures of a state that so many steps on so many computers made."""
    plan, profile = state.plan, state.profile
    return Holding(
        level=profile.level if profile else None,
        loop=plan.loop if plan else profile.loop if profile else None,
        weeks=len(plan.weeks) if plan else 0,
        sessions=len(plan.sessions) if plan else 0,
        ticks=len(state.ticks),
        minutes=sum(state.minutes.values()),
        stories=sum(not one.dropped for one in state.stories.values()),
        steps=steps,
        computers=computers,
    )
