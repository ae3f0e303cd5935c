"""The range in the burn-up: where its corners lie."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.core.forecast import Forecast, forecast
from planner.core.screens.fan import fan
from planner.core.screens.readiness import BurnPoint, burn_up
from planner.core.state import State
from tests.core.screens.candidates import TODAY, demo
from tests.core.strategies import FEW, SOON, states

START = date(2026, 11, 30)
NOW, END = START + timedelta(days=10), START + timedelta(days=30)
POINTS = (BurnPoint(START, 0, 0), BurnPoint(NOW, 300, 200), BurnPoint(END, 900, None))


def ending(earliest: date | None, latest: date | None, left: int = 600) -> Forecast:
    return Forecast(earliest, latest, latest, 0, 5, 4, 0, left)


def test_what_ends_within_the_plan_stays_level_after_that() -> None:
    early, late = NOW + timedelta(days=10), NOW + timedelta(days=15)
    assert fan(POINTS, ending(early, late)) == (
        *((NOW, 200), (early, 800), (END, 800), (END, 800), (late, 800)),
    )


def test_what_ends_later_is_cut_at_the_last_day() -> None:
    early, late = NOW + timedelta(days=30), NOW + timedelta(days=60)
    # Twenty of thirty days bring 400 of 600, twenty of sixty 200.
    assert fan(POINTS, ending(early, late)) == ((NOW, 200), (END, 600), (END, 400))


def test_an_end_that_is_not_in_sight_is_a_level_line() -> None:
    assert fan(POINTS, ending(None, None)) == ((NOW, 200), (END, 200), (END, 200))


def test_there_is_none_where_nothing_lies_ahead() -> None:
    assert fan(POINTS, None) == ()
    assert fan((), ending(END, END)) == ()
    assert fan(POINTS, ending(END, END, left=0)) == ()
    assert fan(POINTS[:2], ending(END, END)) == ()


def test_it_begins_in_the_dot_of_today() -> None:
    points = burn_up(demo(), TODAY)
    now = [one for one in points if one.done is not None][-1]
    assert fan(points, forecast(demo(), TODAY))[0] == (now.day, now.done)


@FEW
@given(states(), SOON)
def test_it_never_leaves_the_chart(state: State, today: date) -> None:
    points = burn_up(state, today)
    for day, minutes in fan(points, forecast(state, today)):
        assert points[0].day <= day <= points[-1].day
        assert 0 <= minutes <= max(one.planned for one in points)


@given(st.integers(1, 100), st.integers(0, 100))
def test_its_upper_edge_is_never_below_its_lower_one(first: int, more: int) -> None:
    early = NOW + timedelta(days=first)
    corners = fan(POINTS, ending(early, early + timedelta(days=more)))
    ends = [minutes for day, minutes in corners if day == END]
    assert ends[0] >= ends[-1]
