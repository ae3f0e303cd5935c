"""What a forecast rests on, in words."""

from datetime import date

import pytest

from planner.core.forecast import Forecast
from planner.core.wording.forecast import basis_text, in_time_text, method_text

DAY = date(2027, 1, 14)


def resting_on(own: int, usual: int, left: int = 60) -> Forecast:
    return Forecast(DAY, DAY, DAY, 1.5, 7, own, usual, left)


@pytest.mark.parametrize(
    ("own", "usual", "source"),
    [
        (0, 4, "from 4 usual weeks (plans take 1.64 times as long as expected), each"),
        (
            *(1, 3),
            "from your one full week and 3 usual weeks (plans take 1.64 times as long as",
        ),
        (
            *(3, 1),
            "from your last 3 full weeks and 1 usual week (plans take 1.64 times as long as exp",
        ),
        (6, 0, "from your last 6 full weeks, each"),
    ],
)
def test_the_method_is_one_sentence_that_names_the_weeks(own: int, usual: int, source: str) -> None:
    text = method_text(resting_on(own, usual))
    assert source in text
    assert "200 times" in text
    assert text.count(". ") == 0
    assert text.endswith(".")


def test_how_sure_it_is_speaks_of_the_plan_and_of_ten() -> None:
    told = "all is done before the loop day in 7 of 10 cases"
    assert in_time_text(resting_on(3, 1)) == f"If the weeks ahead go like those so far, {told}"
    assert in_time_text(resting_on(0, 4)) == f"If work slips as it usually does, {told}"
    assert "%" not in basis_text(resting_on(3, 1))


def test_once_all_is_done_there_is_nothing_to_rest_on() -> None:
    assert basis_text(resting_on(3, 1, left=0)) == ""
    assert basis_text(resting_on(3, 1)).startswith("If the weeks ahead go like those so far")
