"""The finish in sentences, the same on screen and in a terminal."""

from datetime import date

import pytest

from planner.core.forecast import Forecast
from planner.core.wording.finish import outlook_text, usual_text

EARLY, LIKELY, LATE = date(2027, 1, 8), date(2027, 1, 14), date(2027, 1, 22)


def found(
    *,
    earliest: date | None = EARLY,
    likely: date | None = LIKELY,
    latest: date | None = LATE,
    slack: float | None = 1.5,
    left: int = 60,
    usual: int = 1,
) -> Forecast:
    return Forecast(earliest, likely, latest, slack, 9, 3, usual, left)


@pytest.mark.parametrize(
    ("forecast", "text"),
    [
        (
            found(),
            "Likely finish 14 Jan, between 8 and 22 Jan. 1.5 weeks of slack.",
        ),
        (
            found(slack=-1.0),
            (
                "Likely finish 14 Jan, between 8 and 22 Jan. "
                "1 week late if the weeks to come go like those so far."
            ),
        ),
        (
            found(latest=None, slack=0.0),
            (
                "Likely finish 14 Jan, 8 Jan at the earliest, the latest is not in sight. "
                "0 weeks of slack."
            ),
        ),
        (
            found(likely=None, latest=None, slack=None),
            "At the pace so far the end of the plan is not in sight.",
        ),
        (found(left=0), "The plan was done on 14 Jan."),
    ],
)
def test_the_finish_is_one_sentence(forecast: Forecast, text: str) -> None:
    assert outlook_text(forecast) == text


def test_few_weeks_of_ones_own_say_that_each_of_the_next_counts_as_much() -> None:
    """Nine weeks late after ten missed days is what one empty week among four comes to."""
    assert usual_text(found(slack=-9.0)) == (
        "That rests on 3 full weeks of your own: each one that goes as planned counts as much, "
        "and “Catch up…” shows what would fit."
    )
    assert not usual_text(found(slack=-1.5))
    assert not usual_text(found(slack=-9.0, usual=0))
