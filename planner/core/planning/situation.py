"""What planning begins with: the work that is left, the room there is, and what is settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.core.curriculum import Item
from planner.core.effort import GRAIN, estimate
from planner.core.plan import BASELINE, Session
from planner.core.planning import calendar
from planner.core.planning.calendar import STUDYING, Stretch
from planner.core.planning.reviews import RESERVE, ReviewDesk
from planner.core.planning.work import BLOCK, Work, demand, fixed_sessions
from planner.core.profile import Profile
from planner.core.progress import Done, done_on, item_done
from planner.core.state import State
from planner.core.values import SessionKind, Subject

BASELINE_MINUTES = 45
WEEKLY_REVIEW_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Situation:
    """What every try to place the work begins with; no try changes it.

    `study_room` are the minutes there seem to be for studying before the mock block, with what
    reviews and early mocks take already off; `mock_room` is what mocks can have in all, and
    `spare` what the mock block has left beyond them.
    """

    state: State
    profile: Profile
    loop: date
    first_day: date
    fixed: tuple[Session, ...]
    done: Sequence[Item]
    studies: Sequence[Work]
    mocks: Sequence[Work]
    weeks: Sequence[Stretch]
    baseline_open: bool
    study_room: int
    mock_room: int
    spare: int

    @property
    def block(self) -> int:
        """The longest session that any day can hold, in minutes."""
        longest = max((day.left for week in self.weeks for day in week.days), default=BLOCK)
        return max(min(BLOCK, longest), GRAIN)

    def reviewed_weeks(self) -> frozenset[int]:
        """Return the weeks whose weekly review is done."""
        plan = self.state.plan
        if plan is None:
            return frozenset()
        return frozenset(
            plan.week_number(one.date)
            for one in self.fixed
            if one.kind is SessionKind.WEEKLY_REVIEW
        )

    def desk(self) -> ReviewDesk:
        """Return the reviews that what is done already calls for."""
        worth = {work.id: -float(work.rank) for work in self.studies}
        desk = ReviewDesk(len(self.weeks), worth)
        monday = self.weeks[0].monday
        for item in self.done:
            if item.subject in {Subject.ORIENTATION, Subject.MOCK}:
                continue
            held = sum(one.item == item.id and one.kind is SessionKind.REVIEW for one in self.fixed)
            week = ((done_on(self.state, item) or self.first_day) - monday).days // 7 + 1
            minutes = estimate(self.state, item, self.profile)
            desk.finish(item.id, max(week, 1), minutes, held=held)
        return desk


def situation(state: State, profile: Profile, loop: date, today: date) -> Situation:
    """Return what there is to plan from `today` until a loop day."""
    first_day = max(today, profile.start)
    fixed = fixed_sessions(state, first_day, loop)
    works = demand(state, profile, fixed)
    mocks = [work for work in works if work.lane is Subject.MOCK]
    weeks = calendar.lay_out(profile, loop, first_day, fixed, state.plan)
    baseline_open = all(one.item != BASELINE for one in fixed)
    study = block = early = 0.0
    for week in weeks:
        left = max(week.left - WEEKLY_REVIEW_MINUTES, 0)
        if week.phase in STUDYING:
            study += left * (1 - RESERVE)
            early += min(left, BLOCK) if week.number >= len(weeks) / 2 else 0
        else:
            block += left * (1 - RESERVE)
    wanted = sum(work.minutes for work in mocks)
    early = min(wanted, early)
    study -= early + (BASELINE_MINUTES if baseline_open else 0)
    return Situation(
        state=state,
        profile=profile,
        loop=loop,
        first_day=first_day,
        fixed=fixed,
        done=_done_items(state, profile),
        studies=[work for work in works if work.lane is not Subject.MOCK],
        mocks=mocks,
        weeks=weeks,
        baseline_open=baseline_open,
        study_room=max(int(study), 0),
        mock_room=int(block + early),
        spare=max(int(block - (wanted - early)), 0),
    )


def _done_items(state: State, profile: Profile) -> list[Item]:
    return [item for item in state.items_for(profile) if item_done(state, item) is Done.DONE]
