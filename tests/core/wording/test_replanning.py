"""The words for what another plan costs."""

import pytest

from planner.core.planning.difference import compare
from planner.core.planning.repair.price import Price
from planner.core.planning.replan import Kind, Option
from planner.core.values import Priority
from planner.core.wording.replanning import price_text, recovery_text, twice_text, unpinned_text
from tests.support import study

STATE = study.STATE
ONE, TWO = study.PLAN.sessions[:2]


def option(kind: Kind, price: Price, *, unpinned: bool = False) -> Option:
    difference = compare(study.PLAN, study.PLAN)
    gone = (ONE,) if unpinned else ()
    return Option(kind, study.PLAN, study.PROFILE, price, difference, gone)


@pytest.mark.parametrize(
    ("kind", "price", "text"),
    [
        (Kind.SPREAD, Price(more=35, weeks=1, buffer=60), "+35 m in 1 week; 1 h of buffer left"),
        (
            Kind.SPREAD,
            Price(more=35, weeks=3, buffer=90),
            "up to +35 m a week in 3 weeks; 1 h 30 m of buffer left",
        ),
        (Kind.SPREAD, Price(), "no week gets more; 0 m of buffer left"),
        (
            Kind.TRIM,
            Price(left_out=4, whole=4, left_out_minutes=200, priority=Priority.OPTIONAL),
            "leaves out 4 optional items (3 h 20 m); 0 m of buffer left",
        ),
        (
            Kind.TRIM,
            Price(left_out=1, left_out_minutes=55, priority=Priority.CORE),
            "shortens 1 core item (55 m); 0 m of buffer left",
        ),
        (
            Kind.TRIM,
            Price(left_out=3, whole=1, left_out_minutes=90),
            "leaves out 1 item and shortens 2 (1 h 30 m); 0 m of buffer left",
        ),
        (Kind.TRIM, Price(), "leaves nothing out; 0 m of buffer left"),
        (Kind.EXTEND, Price(later=1), "loop 1 week later; 0 m of buffer left"),
        (
            Kind.AFRESH,
            Price(more=5, weeks=1),
            "leaves nothing more out; +5 m in 1 week; 0 m of buffer left",
        ),
    ],
)
def test_a_price_is_told_in_a_few_clauses(kind: Kind, price: Price, text: str) -> None:
    assert price_text(option(kind, price)) == text


def test_what_slipped_twice_asks_for_a_decision() -> None:
    one = "W1-01 slipped for a second time: shorten it, leave it out, or move the loop."
    assert twice_text([ONE]) == one
    two = "2 sessions slipped for a second time: shorten them, leave them out, or move the loop."
    assert twice_text([ONE, TWO]) == two


def test_a_weak_week_is_told_with_its_numbers() -> None:
    told = recovery_text(180, 480)
    assert told.startswith("Last week 3 h of 8 h were done (38 %); a lighter week")


def test_what_cannot_stay_where_it_was_put_is_named() -> None:
    assert unpinned_text(STATE, option(Kind.SPREAD, Price())) == ""
    told = unpinned_text(STATE, option(Kind.SPREAD, Price(), unpinned=True))
    assert told == (
        "Cannot stay where you put it: W1-01 book.one — book.one/chapter-1 to book.one/chapter-2."
    )
