"""The JSON documents: keys, order and figures that scripts rely on."""

import json
from collections.abc import Callable

import pytest

from planner.core.exchange.document import (
    checklist_document,
    plan_document,
    status_document,
    week_document,
    why_document,
)
from planner.core.exchange.document.forecast import forecast_document
from planner.core.forecast import Forecast, forecast
from planner.core.plan import Rule, because
from planner.core.readiness import guarded, studied
from planner.core.refusal import Refusal, Refused
from planner.core.screens.finding import Found
from planner.core.screens.plan import plan_screen
from planner.core.screens.week import week_screen
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording.reasons import why_texts
from tests.core.exchange.example import CHOSEN, EMPTY, FRESH, LOOP, PLAN, START, STARTED, TODAY

PLAN_KEYS = [
    *("level", "start", "loop", "weeks", "left_out"),
    *("fits", "shortfall_minutes", "extra_weeks_needed"),
]
WEEK_KEYS = ["number", "monday", "phase", "capacity_minutes", "planned_minutes", "sessions"]
SESSION_KEYS = [
    *("code", "item", "title", "kind", "part", "parts", "minutes", "date", "start", "why"),
]


def test_a_plan_has_the_documented_keys_in_their_order() -> None:
    document = plan_document(FRESH)
    assert list(document) == PLAN_KEYS
    assert list(document["weeks"][0]) == WEEK_KEYS
    assert list(document["weeks"][0]["sessions"][0]) == SESSION_KEYS
    assert list(document["left_out"][0]) == ["item", "title", "minutes", "why"]


def test_what_brings_an_item_back_is_told_where_it_is_known() -> None:
    back = because(Rule.BRINGS_BACK, minutes=25, week=2)
    left = PLAN.left_out[0].evolve(back=back)
    (row,) = plan_document(FRESH.evolve(plan=PLAN.evolve(left_out=(left,))))["left_out"]
    assert row["brings_back"] == "25 m more a week, or 2 weeks more, would bring it back"


def test_a_plan_reads_as_in_the_architecture() -> None:
    document = plan_document(FRESH)
    assert (document["level"], document["start"], document["loop"]) == (
        *("L6", START.isoformat(), LOOP.isoformat()),
    )
    assert document["weeks"][0] == {
        "number": 1,
        "monday": "2026-11-30",
        "phase": "orientation",
        "capacity_minutes": 600,
        "planned_minutes": 60 + 85 + 45,
        "sessions": document["weeks"][0]["sessions"],
    }
    assert document["weeks"][0]["sessions"][0] == {
        "code": "W1-01",
        "item": "next.assess",
        "title": "Assess Your Level",
        "kind": "study",
        "part": 1,
        "parts": 1,
        "minutes": 60,
        "date": "2026-12-01",
        "start": "19:30",
        "why": ["part of the orientation"],
    }
    assert document["left_out"] == [
        {
            "item": "l6.data.ml",
            "title": "ML basics",
            "minutes": 180,
            "why": plan_screen(FRESH, TODAY).left_out[0].why,  # type: ignore[union-attr]
        }
    ]
    assert (document["fits"], document["shortfall_minutes"]) == (False, 180)
    assert document["extra_weeks_needed"] == 1


def test_kinds_and_phases_have_their_documented_names() -> None:
    weeks = plan_document(FRESH)["weeks"]
    assert [week["phase"] for week in weeks] == ["orientation", "taper"]
    kinds = [one["kind"] for week in weeks for one in week["sessions"]]
    assert kinds == ["study", "study", "mock", "study", "review", "weekly-review"]
    items = [one["item"] for week in weeks for one in week["sessions"]]
    assert items[2:] == [
        *("mock.baseline", "read.managers-path", "next.assess", "weekly-review"),
    ]


def test_why_holds_every_reason_as_a_clause() -> None:
    sessions = [one for week in plan_document(FRESH)["weeks"] for one in week["sessions"]]
    assert [one["why"] for one in sessions] == [
        list(why_texts(FRESH, one)) for one in PLAN.sessions
    ]
    assert sessions[1]["why"][1] == "one book at a time"


def test_from_a_store_each_session_says_what_became_of_it() -> None:
    first, second, *_ = plan_document(STARTED, progress=True)["weeks"][0]["sessions"]
    assert list(first) == [*SESSION_KEYS, "done", "actual_minutes"]
    assert (first["done"], first["actual_minutes"]) == (True, 50)
    assert (second["done"], second["actual_minutes"]) == (False, None)


def test_only_a_proposed_loop_is_marked() -> None:
    proposed = FRESH.evolve(plan=PLAN.evolve(loop_proposed=True))
    assert list(plan_document(proposed)) == [*PLAN_KEYS, "loop_proposed"]
    assert plan_document(proposed)["loop_proposed"] is True


def test_a_week_is_what_stands_in_the_plan() -> None:
    assert week_document(STARTED, 2) == plan_document(STARTED, progress=True)["weeks"][1]
    assert week_document(STARTED, 99)["number"] == 2


def test_the_figures_are_those_of_the_pages() -> None:
    document = week_document(STARTED, 1)
    page = week_screen(STARTED, 1, TODAY)
    assert page is not None
    assert document["planned_minutes"] == page.planned
    assert document["capacity_minutes"] == page.free
    assert sum(one["minutes"] for one in document["sessions"] if one["done"]) == page.done


def test_status_gives_numerators_and_denominators() -> None:
    document = status_document(STARTED, TODAY)
    assert [one["id"] for one in document["criteria"]] == [
        one.id for one in STARTED.curriculum.criteria_at(Level.L6)
    ]
    one = STARTED.curriculum.criteria_at(Level.L6)[3]
    share = studied(STARTED, one)
    told = document["criteria"][3]
    assert (told["id"], told["label"]) == ("LE1", one.label)
    assert told["studied"] == {"done": share.done, "of": share.of, "unit": "minutes"}
    assert share.done > 0
    assert [set(told[name]) for name in ("evidenced", "tested", "prepared")] == (
        [{"done", "of", "unit"}] * 3
    )


def test_status_names_failure_points_and_rounds() -> None:
    document = status_document(STARTED, TODAY)
    failures = STARTED.curriculum.failures_at(Level.L6)
    state, share = guarded(STARTED, failures[3])
    assert document["failure_points"][3] == {
        "id": failures[3].id,
        "label": failures[3].label,
        "family": failures[3].family,
        "state": state.value,
        "guarded": {"done": share.done, "of": share.of, "unit": "items"},
        "stories": [],
    }
    assert [one["id"] for one in document["rounds"]] == ["PS", "COD", "SD", "BEH", "BR"]
    assert document["rounds"][0]["prepared"]["unit"] == "minutes"


def test_status_says_where_one_stands() -> None:
    document = status_document(STARTED, TODAY)
    assert (document["week"], document["weeks"], document["days_to_loop"]) == (2, 2, 6)
    assert document["planned_minutes"] == sum(one.minutes for one in PLAN.sessions)
    assert document["done_minutes"] > 0


def test_status_tells_when_the_plan_will_be_done() -> None:
    document = status_document(STARTED, TODAY)["forecast"]
    found = forecast(STARTED, TODAY)
    assert found is not None
    assert found.likely is not None
    assert document["likely"] == found.likely.isoformat()
    assert document["left_minutes"] == found.left_minutes == 85 + 45 + 40 + 20 + 15
    assert document["in_time"] == {"done": found.in_time, "of": 10, "unit": "courses of weeks"}
    assert (document["own_weeks"], document["usual_weeks"]) == (1, 3)
    assert document["slack_weeks"] == found.slack
    assert "your one full week and 3 usual weeks" in document["method"]


def test_an_end_that_is_not_in_sight_is_null() -> None:
    document = forecast_document(Forecast(None, None, None, None, 0, 5, 0, 60))
    assert (document["earliest"], document["likely"], document["latest"]) == (None, None, None)
    assert document["slack_weeks"] is None


def test_why_is_all_about_an_item() -> None:
    document = why_document(STARTED, Found("next.assess", "W1-01"))
    assert (document["code"], document["item"], document["title"]) == (
        *("W1-01", "next.assess", "Assess Your Level"),
    )
    assert (document["state"], document["finished"]) == ("done", "2026-12-01")
    assert [one["code"] for one in document["sessions"]] == ["W1-01", "W2-02"]
    assert document["sessions"][0]["why"] == ["part of the orientation"]
    assert document["sessions"][0]["week"] == 1
    assert document["left_out"] is None
    assert document["skip_reason"] is None


def test_why_names_what_is_left_out_as_the_plan_does() -> None:
    document = why_document(STARTED, Found("l6.data.ml"))
    assert document["left_out"] == plan_document(STARTED)["left_out"][0]
    assert (document["code"], document["sessions"]) == (None, [])


def test_the_checklist_holds_every_item_and_part() -> None:
    document = checklist_document(STARTED)
    rows = [row for section in document["sections"] for row in section["items"]]
    items = STARTED.items()
    assert {row["item"] for row in rows} == {item.id for item in items}
    units = {unit["unit"] for row in rows for unit in row["units"]}
    assert units == {unit.id for item in items for unit in item.units}
    done = next(row for row in rows if row["item"] == "next.assess")
    assert (done["done"], done["finished"], done["state"]) == (True, "2026-12-01", "done")
    assert done["evidence"] == "Wrote down *my* level"


@pytest.mark.parametrize(
    "document",
    [
        plan_document,
        checklist_document,
        lambda state: status_document(state, TODAY),
        lambda state: why_document(state, Found("next.assess")),
    ],
)
def test_documents_are_json(document: Callable[[State], object]) -> None:
    assert json.loads(json.dumps(document(STARTED))) == document(STARTED)


@pytest.mark.parametrize(
    "write",
    [
        plan_document,
        lambda state: week_document(state, 1),
        lambda state: status_document(state, TODAY),
    ],
)
def test_without_a_plan_there_is_nothing_to_write(write: Callable[[State], object]) -> None:
    with pytest.raises(Refused) as refused:
        write(CHOSEN)
    assert refused.value.refusal is Refusal.NO_PLAN


def test_without_a_level_there_is_no_checklist() -> None:
    with pytest.raises(Refused) as refused:
        checklist_document(EMPTY)
    assert refused.value.refusal is Refusal.NO_PROFILE
