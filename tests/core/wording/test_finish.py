"""The finish in sentences, the same on screen and in a terminal."""

from datetime import date

import pytest

from planner.core.forecast import Forecast
from planner.core.wording.finish import outlook_text

EARLY, LIKELY, LATE = date(2027, 1, 8), date(2027, 1, 14), date(2027, 1, 22)


def found(
    *,
    earliest: date | None = EARLY,
    likely: date | None = LIKELY,
    latest: date | None = LATE,
    slack: float | None = 1.5,
    left: int = 60,
) -> Forecast:
    return Forecast(earliest, likely, latest, slack, 9, 3, 1, left)


@pytest.mark.parametrize(
    ("forecast", "text"),
    [
        (
            found(),
            "Likely finish 14 Jan, between 8 and 22 Jan. 1.5 weeks of slack.",
        ),
        (
            found(slack=-1.0),
            ("Likely finish 14 Jan, between 8 and 22 Jan. 1 week short."),
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
