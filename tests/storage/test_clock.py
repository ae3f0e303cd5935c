"""Stamps sort as time does and never run backwards."""

from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.storage.clock import next_stamp

EVENING = datetime(2026, 12, 15, 19, 30, 0, 123_000, tzinfo=UTC)


def test_a_stamp_is_the_time_of_day_in_utc() -> None:
    berlin = timezone(timedelta(hours=1))
    assert next_stamp("", lambda: EVENING) == "2026-12-15T19:30:00.123Z/0001"
    assert next_stamp("", lambda: EVENING.astimezone(berlin)) == "2026-12-15T19:30:00.123Z/0001"


def test_within_one_moment_it_counts() -> None:
    first = next_stamp("", lambda: EVENING)
    assert next_stamp(first, lambda: EVENING) == "2026-12-15T19:30:00.123Z/0002"


def test_a_clock_that_was_set_back_a_year_goes_on_from_where_it_was() -> None:
    first = next_stamp("", lambda: EVENING)
    earlier = EVENING - timedelta(days=365)
    assert next_stamp(first, lambda: earlier) == "2026-12-15T19:30:00.123Z/0002"


def test_a_full_count_borrows_the_next_moment() -> None:
    full = "2026-12-31T23:59:59.999Z/9999"
    assert next_stamp(full, lambda: EVENING) == "2027-01-01T00:00:00.000Z/0001"


def test_it_never_refuses_even_at_the_end_of_the_calendar() -> None:
    last = "9999-12-31T23:59:59.999Z/9999"
    assert next_stamp(last, lambda: EVENING) == last
    no_such_day = "2027-02-31T00:00:00.000Z/9999"
    assert next_stamp(no_such_day, lambda: EVENING) == no_such_day


@given(st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))))  # noqa: DTZ001
def test_it_never_runs_backwards_when_the_clock_jumps(moments: list[datetime]) -> None:
    stamps = [""]
    for moment in moments:
        stamps.append(next_stamp(stamps[-1], partial(min, moment, moment)))
    assert all(earlier < later for earlier, later in pairwise(stamps))


@given(
    st.datetimes(timezones=st.just(UTC), min_value=datetime(1000, 1, 1)),  # noqa: DTZ001
    st.timedeltas(timedelta(milliseconds=1), timedelta(days=400)),
)
def test_stamps_sort_as_text(moment: datetime, later: timedelta) -> None:
    after = min(moment, datetime(9000, 1, 1, tzinfo=UTC)) + later
    before = min(moment, datetime(9000, 1, 1, tzinfo=UTC))
    assert next_stamp("", lambda: before) < next_stamp("", lambda: after)
