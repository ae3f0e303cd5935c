"""Which backups stay: many of the last days, few of long ago, and never one less than needed."""

from collections.abc import Callable, Collection, Hashable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.storage.backup.thinning import DAYS, MONTHS, WEEKS, worth_keeping

NOON = datetime(2026, 12, 16, 12, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 480 * 24 * 60).map(lambda n: NOON - timedelta(days=400) + timedelta(minutes=n)),
    max_size=60,
)
SPANS: list[tuple[Callable[[datetime], Hashable], int]] = [
    (lambda one: one.date(), DAYS),
    (lambda one: one.isocalendar()[:2], WEEKS),
    (lambda one: (one.year, one.month), MONTHS),
]


def test_two_years_of_daily_backups_leave_the_days_weeks_and_months() -> None:
    every_day = [NOON - timedelta(days=n) for n in range(800)]
    days = sorted({one.date().isoformat() for one in worth_keeping(every_day)}, reverse=True)
    assert days == [
        *(f"2026-12-{day}" for day in (16, 15, 14, 13, 12, 11, 10)),
        *("2026-12-06", "2026-11-30", "2026-11-29"),
        *("2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31"),
        *("2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"),
    ]


def test_all_of_the_newest_day_stay() -> None:
    today = [NOON + timedelta(minutes=n) for n in range(50)]
    yesterday = [one - timedelta(days=1) for one in today]
    assert worth_keeping([*today, *yesterday]) == {*today, yesterday[-1]}


def test_a_pause_of_a_year_pushes_nothing_out() -> None:
    before = [NOON - timedelta(days=400 + n) for n in range(7)]
    assert worth_keeping([*before, NOON]) >= {NOON, *before[:6]}


@given(MOMENTS)
def test_what_is_kept_was_there_and_is_bounded(moments: list[datetime]) -> None:
    kept = worth_keeping(moments)
    assert kept <= set(moments)
    newest = max(moments, default=NOON).date()
    assert len({one for one in kept if one.date() != newest}) <= DAYS + WEEKS + MONTHS
    assert not moments or max(moments) in kept


@given(MOMENTS, st.sampled_from(SPANS))
def test_the_last_of_each_span_stays(
    moments: list[datetime], span: tuple[Callable[[datetime], Hashable], int]
) -> None:
    of, most = span
    kept = worth_keeping(moments)
    for one in sorted({of(one) for one in moments}, key=lambda one: _first(one, of, moments))[
        -most:
    ]:
        assert max(other for other in moments if of(other) == one) in kept


@given(MOMENTS, st.lists(st.integers(0, 100_000), max_size=30))
def test_what_was_thinned_out_is_not_needed_later(
    moments: list[datetime], minutes: list[int]
) -> None:
    last = max(moments, default=NOON)
    later = [last + timedelta(minutes=n) for n in minutes]
    at_once = worth_keeping([*moments, *later])
    step_by_step = worth_keeping(moments)
    for one in sorted(later):
        step_by_step = worth_keeping([*step_by_step, one])
    assert step_by_step == at_once


def _first(
    span: Hashable, of: Callable[[datetime], Hashable], moments: Collection[datetime]
) -> datetime:
    return min(one for one in moments if of(one) == span)


@pytest.mark.parametrize("moments", [[], [NOON]])
def test_few_are_all_kept(moments: list[datetime]) -> None:
    assert worth_keeping(moments) == set(moments)
