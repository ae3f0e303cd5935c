"""All that is known about one candidate at one moment."""

from collections.abc import Mapping
from datetime import date

from planner.core.curriculum import Curriculum, Item
from planner.core.plan import Plan
from planner.core.profile import Profile
from planner.core.values import Fact, Level


class State(Fact, frozen=True):
    """The fold of the journal; it is only ever replaced, never changed.

    `ticks` maps what is done to the day of the tick: session codes, unit ids, and the ids of
    items without units. `minutes` are those logged per session code, `evidence` the line per
    item, `scores` the judgement per mock session, `skipped` the reason per item, and `own` the
    items the user added.
    """

    curriculum: Curriculum
    profile: Profile | None = None
    plan: Plan | None = None
    ticks: Mapping[str, date] = {}
    minutes: Mapping[str, int] = {}
    evidence: Mapping[str, str] = {}
    scores: Mapping[str, int] = {}
    skipped: Mapping[str, str] = {}
    own: Mapping[str, Item] = {}

    def item(self, item_id: str) -> Item | None:
        """Return an item of the curriculum or of the user's own."""
        return self.curriculum.by_id.get(item_id) or self.own.get(item_id)

    def items(self) -> tuple[Item, ...]:
        """Return the items of the chosen level in the guide's order, then the user's own."""
        return () if self.profile is None else self.items_at(self.profile.level)

    def items_at(self, level: Level) -> tuple[Item, ...]:
        """Return the items of a level, chosen or not, in the guide's order, then the user's own."""
        return (*self.curriculum.items_at(level), *self.own.values())
