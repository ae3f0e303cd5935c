"""Days to the loop, and when the plan will be done."""

from datetime import date, timedelta

import pytest

from planner.core.forecast import forecast
from planner.core.screens.sidebar import Countdown, countdown
from planner.core.state import State
from planner.core.values import Level
from tests.core.strategies import MONDAY, curriculum, usual
from tests.support import study

DAY = timedelta(days=1)
GUIDE = curriculum().guide
TITLES = study.GUIDE.evolve(
    levels={level: one.evolve(differentiators=()) for level, one in GUIDE.levels.items()}
)
START = State(study.CURRICULUM.evolve(guide=TITLES), profile=study.PROFILE, plan=study.PLAN)


def shown(state: State, today: date) -> Countdown:
    found = countdown(state, today)
    assert found is not None
    return found


def test_there_is_none_without_a_plan_or_a_profile() -> None:
    assert countdown(START.evolve(plan=None), study.START) is None
    assert countdown(START.evolve(profile=None), study.START) is None


def test_it_names_the_level_and_the_day() -> None:
    found = shown(START, study.START)
    assert (found.level, found.level_title) == (Level.L6, GUIDE.levels[Level.L6].title)
    assert (found.loop, found.loop_proposed) == (study.LOOP, False)


def test_it_says_when_the_day_is_only_proposed() -> None:
    plan = study.PLAN.evolve(loop_proposed=True)
    assert shown(START.evolve(plan=plan), study.START).loop_proposed


@pytest.mark.parametrize(
    ("today", "days"),
    [(study.START, 14), (study.LOOP - DAY, 1), (study.LOOP, 0), (study.LOOP + 3 * DAY, -3)],
)
def test_it_counts_the_days(today: date, days: int) -> None:
    assert shown(START, today).days == days


def test_slack_is_that_of_the_forecast() -> None:
    late = study.START + 7 * DAY
    for state, today in ((START, study.START), (START, late), (usual(Level.L7), MONDAY)):
        assert shown(state, today).forecast == forecast(state, today)
