"""What an item takes: our estimate by rating, the user's own, and own pace on top."""

from collections.abc import Mapping

from planner.core.curriculum import Item
from planner.core.effort import LONGEST, least_estimate, our_estimate, scaled
from planner.core.pace import pace_of, paces
from planner.core.state import State
from planner.core.values import Fact, Rating, Subject


class EffortScreen(Fact, frozen=True):
    """An item of the guide with everything its time rests on.

    `ours` are our minutes for each rating, `usual` those of the rating that counts now, and
    `rating` is the item's own, None while it follows the `group_rating`. `minutes` are the user's
    own, None while ours count. `pace` is the percent that is planned of ours, `paced` what that
    comes to.
    """

    item: str
    title: str
    group: str
    subject: Subject
    ours: Mapping[Rating, int]
    usual: int
    group_rating: Rating
    rating: Rating | None
    minutes: int | None
    least: int
    most: int
    pace: int
    paced: int

    @property
    def has_ratings(self) -> bool:
        """Whether a rating changes anything."""
        return len(set(self.ours.values())) > 1


def effort_screen(state: State, item_id: str) -> EffortScreen | None:
    """Return what an item of the guide takes, or None where that is not known, or it is own."""
    item, profile = state.item(item_id), state.profile
    if item is None or profile is None or item_id in state.own or profile.level not in item.at:
        return None
    usual = our_estimate(item, profile)
    pace = pace_of(state.evolve(estimates={}), item, paces(state))
    return EffortScreen(
        item=item_id,
        title=item.title,
        group=_group_title(state, item),
        subject=item.subject,
        ours={rating: item.at[profile.level].hours.minutes(rating) for rating in Rating},
        usual=usual,
        group_rating=profile.ratings.get(item.group, Rating.WORKING),
        rating=profile.ratings.get(item_id),
        minutes=state.estimates.get(item_id),
        least=least_estimate(item),
        most=LONGEST,
        pace=pace,
        paced=scaled(usual, pace),
    )


def _group_title(state: State, item: Item) -> str:
    return next((one.title for one in state.curriculum.groups if one.id == item.group), "")
