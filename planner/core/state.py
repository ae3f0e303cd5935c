"""All that is known about one candidate at one moment."""

from collections.abc import Mapping
from datetime import date

from planner.core.assessment import Assessment
from planner.core.curriculum import Curriculum, Item
from planner.core.foundations import items_for
from planner.core.free_time import Busy
from planner.core.mock import Mock
from planner.core.plan import Plan
from planner.core.profile import Profile
from planner.core.story import Story
from planner.core.values import Fact, Grade


class Review(Fact, frozen=True):
    """What the user wrote about a week."""

    decision: str = ""
    notes: str = ""


class State(Fact, frozen=True):
    """The fold of the journal; it is only ever replaced, never changed.

    `ticks` maps what is done to the day of the tick: session codes, unit ids, and the ids of
    items without units. `minutes` are those logged per session code, `evidence` the line per
    item, `scores` the judgement per mock session, `grades` that of reviews and `answers` what was
    written down in them, `skipped` the reason per item, `own` the items the user added,
    `estimates` the minutes the user gives an item of the guide, and `busy` the hours taken by each
    calendar that was read. `stories` and `mocks` are those of the user, dropped ones too; `places`
    are the ids of the first and the second story that is told for a principle, empty where there
    is none; `assessment` is the last one of the level, `reviews` are what was written of each week,
    by its Monday. `versions` are those of texts that two
    computers wrote without knowing of each other, by what the text says and what it is about (see
    `texts`); the last one holds until the user picks.
    """

    curriculum: Curriculum
    profile: Profile | None = None
    plan: Plan | None = None
    ticks: Mapping[str, date] = {}
    minutes: Mapping[str, int] = {}
    evidence: Mapping[str, str] = {}
    scores: Mapping[str, int] = {}
    grades: Mapping[str, Grade] = {}
    answers: Mapping[str, str] = {}
    skipped: Mapping[str, str] = {}
    own: Mapping[str, Item] = {}
    busy: Mapping[str, Busy] = {}
    estimates: Mapping[str, int] = {}
    stories: Mapping[str, Story] = {}
    mocks: Mapping[str, Mock] = {}
    reviews: Mapping[date, Review] = {}
    assessment: Assessment | None = None
    places: Mapping[str, tuple[str, str]] = {}
    versions: Mapping[tuple[str, str], tuple[str, ...]] = {}

    def item(self, item_id: str) -> Item | None:
        """Return an item of the curriculum or of the user's own."""
        return self.curriculum.by_id.get(item_id) or self.own.get(item_id)

    def items(self) -> tuple[Item, ...]:
        """Return the items of the chosen candidate's plan, as `items_for` does."""
        return () if self.profile is None else self.items_for(self.profile)

    def items_for(self, profile: Profile) -> tuple[Item, ...]:
        """Return what there is to do with a profile, in the guide's order, then the user's own.

        That is all of the level, and what one is new to of the level below (rule 12); every item
        has its meaning `at` the level.
        """
        return (*items_for(self.curriculum, profile), *self.own.values())
