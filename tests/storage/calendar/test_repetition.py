"""What is worked out comes true within some years, so that nobody searches for ever."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from planner.storage.calendar.repetition import understood

MONDAY = date(2027, 1, 4)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3;COUNT=10",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270301T000000Z;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=9;BYMINUTE=0",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "freq=weekly;byday=mo",
    ],
)
def test_what_people_use_is_understood(rule: str) -> None:
    assert understood(rule, MONDAY) is not None


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=100000",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",  # each seventh day from a Monday on
        "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=WEEKLY;BYMONTH=13",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=2",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=MO,2TU",
        "FREQ=MONTHLY;BYDAY=2MO;BYMONTHDAY=1",
        "FREQ=YEARLY;BYYEARDAY=366",
        "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7",
        "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=many",
        "FREQ=DAILY;BYMINUTE=0,1,2",
    ],
)
def test_what_nobody_uses_or_never_comes_true_is_not(rule: str) -> None:
    assert understood(rule, MONDAY) is None


numbers = st.lists(st.integers(-32, 32), max_size=3).map(lambda one: ",".join(map(str, one)))
weekdays = st.lists(
    st.builds(
        "{}{}".format,
        st.sampled_from(["", "", "", "1", "2", "5", "-1", "-5"]),
        st.sampled_from(["MO", "TU", "SA"]),
    ),
    max_size=3,
).map(",".join)


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 30),
    st.lists(st.integers(0, 13), max_size=3).map(lambda one: ",".join(map(str, one))),
    numbers,
    weekdays,
    st.sampled_from(["", "1", "-1", "3", "9"]),
    st.dates(date(2020, 1, 1), date(2027, 12, 31)),
)
def test_what_is_understood_comes_true_within_a_lifetime(
    frequency: str, interval: int, months: str, days: str, week: str, places: str, start: date
) -> None:
    lists = {"BYMONTH": months, "BYMONTHDAY": days, "BYDAY": week, "BYSETPOS": places}
    rule = f"FREQ={frequency};INTERVAL={interval}" + "".join(
        f";{name}={values}" for name, values in lists.items() if values
    )
    if understood(rule, start) is None:
        return
    begin = datetime(start.year, start.month, start.day)  # noqa: DTZ001 - days have no zone
    # Thirty periods of thirty years at most, before which the search must have found something.
    later = begin + timedelta(days=366 * 60 * interval)
    first = next(iter(rrulestr(rule, dtstart=begin)), None)
    assert first is not None
    assert first <= later


def test_the_effort_is_what_is_gone_through_and_what_is_shown() -> None:
    weekly = understood("FREQ=WEEKLY;BYDAY=MO,WE", MONDAY)
    assert weekly is not None
    last = MONDAY + timedelta(weeks=10)
    assert weekly.effort(MONDAY - timedelta(weeks=90), MONDAY, last) == (101, 22)
    few = understood("FREQ=WEEKLY;COUNT=3", MONDAY)
    assert few is not None
    assert few.effort(MONDAY, MONDAY, last) == (3, 3)
