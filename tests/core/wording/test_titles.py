"""How long things take and what they are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.plan import BASELINE, WEEKLY_REVIEW, Rule, because
from planner.core.readiness import Share
from planner.core.values import Level, SessionKind
from planner.core.wording import (
    duration,
    hours_share,
    item_title,
    number_share,
    of_hours,
    session_minutes,
    session_title,
    unit_labels,
)
from tests.core.strategies import usual
from tests.support import study

STATE = study.STATE
ONE, TWO, THREE = study.CHAPTERS


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 m"),
        (5, "5 m"),
        (45, "45 m"),
        (59, "59 m"),
        (60, "1 h"),
        (65, "1 h 05 m"),
        (90, "1 h 30 m"),
        (120, "2 h"),
        (6000, "100 h"),
        (6001, "100 h 01 m"),
    ],
)
def test_a_duration_is_told_in_hours_and_minutes(minutes: int, text: str) -> None:
    assert duration(minutes) == text


@given(st.integers(0, 100_000))
def test_a_duration_tells_every_minute(minutes: int) -> None:
    parts = duration(minutes).split()
    told = dict(zip(parts[1::2], map(int, parts[::2]), strict=True))
    assert 60 * told.get("h", 0) + told.get("m", 0) == minutes
    assert told.get("m", 0) < 60


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0"), (30, "0.5"), (60, "1"), (390, "6.5"), (480, "8"), (599, "10"), (285, "4.8")],
)
def test_hours_have_at_most_one_decimal(minutes: int, text: str) -> None:
    assert of_hours(minutes, 600) == f"{text} of 10 h"


def test_a_share_of_nothing_is_a_dash() -> None:
    assert (hours_share(Share(0, 0)), number_share(Share(0, 0))) == ("–", "–")
    assert (hours_share(Share(45, 60)), number_share(Share(1, 5))) == ("0.8 of 1 h", "1 of 5")


def test_a_session_is_told_in_minutes_as_they_are_entered() -> None:
    assert session_minutes(90) == "90 m"


def test_an_item_is_called_by_its_title() -> None:
    assert item_title(usual(), "read.managers-path") == "The Manager's Path"


@pytest.mark.parametrize(
    ("item_id", "title"),
    [
        (BASELINE, "Baseline mock"),
        (WEEKLY_REVIEW, "Weekly review"),
        ("long.gone", "long.gone"),
    ],
)
def test_what_is_no_item_of_the_guide_has_a_name_too(item_id: str, title: str) -> None:
    assert item_title(usual(), item_id) == title


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, study.BOOK),
        ({"units": (ONE,)}, f"{study.BOOK} — {ONE}"),
        ({"units": (ONE, TWO)}, f"{study.BOOK} — {ONE} to {TWO}"),
        ({"units": (ONE, TWO, THREE)}, f"{study.BOOK} — {ONE} to {THREE}"),
        ({"units": (TWO, ONE)}, f"{study.BOOK} — {ONE} to {TWO}"),
        ({"units": (f"{study.BOOK}/gone",)}, study.BOOK),
        ({"kind": SessionKind.REVIEW}, f"Review: {study.BOOK}"),
        ({"kind": SessionKind.REVIEW, "units": (ONE,)}, f"Review: {study.BOOK}"),
    ],
)
def test_a_session_is_called_by_its_item_and_what_it_covers(
    changes: dict[str, object], title: str
) -> None:
    assert session_title(STATE, study.session("W1-01", study.BOOK, 0, **changes)) == title


def test_a_second_pass_through_several_topics_is_called_so() -> None:
    state, deeper = usual(Level.L6), (because(Rule.DEEPER, minutes=60, of=180),)

    def title(item: str, units: int) -> str:
        found = state.item(item)
        assert found is not None
        names = tuple(unit.id for unit in found.units[:units])
        session = study.session("W9-01", item, 0, units=names, why=deeper)
        return session_title(state, session)

    assert title("key.talent", 1) == "Talent development — First growth plan and its result"
    assert title("key.talent", 2) == "Talent development — second pass"
    assert (
        title("read.elegant-puzzle", 2) == "An Elegant Puzzle — 1 Introduction to 2 Organizations"
    )


def test_the_weekly_review_and_the_baseline_mock_are_called_by_what_they_are() -> None:
    weekly = study.session("W1-01", WEEKLY_REVIEW, 0, kind=SessionKind.WEEKLY_REVIEW)
    baseline = study.session("W1-02", BASELINE, 0, kind=SessionKind.MOCK)
    assert session_title(usual(), weekly) == "Weekly review"
    assert session_title(usual(), baseline) == "Baseline mock"


def test_the_labels_of_units_stand_in_the_order_of_the_book() -> None:
    session = study.session("W1-01", study.BOOK, 0, units=(THREE, ONE))
    assert unit_labels(STATE, session) == (ONE, THREE)
    assert unit_labels(STATE, study.session("W1-01", "long.gone", 0, units=(ONE,))) == ()


@pytest.mark.parametrize("level", Level)
def test_every_session_of_a_real_plan_has_a_title_in_words(level: Level) -> None:
    state = usual(level)
    assert state.plan is not None
    ids = {item.id for item in state.items()} | {BASELINE, WEEKLY_REVIEW}
    for session in state.plan.sessions:
        title = session_title(state, session)
        assert title == " ".join(title.split())
        assert title not in ids
        assert "/" not in title or "/" in item_title(state, session.item) + "".join(
            unit_labels(state, session)
        )
