"""Commands are written as JSON and read back as they were; what is no command is refused."""

import json
import math
from dataclasses import MISSING, fields
from datetime import timedelta
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from planner.core import commands as c
from planner.core.assessment import Question, Standing
from planner.core.checking import checked, checker, made
from planner.core.checking import written as written_values
from planner.core.mock import Judge
from planner.core.plan import Plan
from planner.core.stories import WRITTEN
from planner.core.story import Role, Version
from planner.core.values import Grade, Level, Rating, Subject, Value
from tests.core.strategies import FEW, changes, states, usual
from tests.support import study
from tests.support.commands import any_command

COMMAND = checker(c.Command)
KINDS = (*get_args(c.Change), c.Retract)
DAY = study.TODAY
EXAMPLES: tuple[c.Change | c.Retract, ...] = (
    c.Tick(target="W1-01", on=DAY),
    c.LogTime(code="W1-01", minutes=45, on=DAY),
    c.AddEvidence(item=study.SKILL, text="Led “it” — 3 × faster"),
    c.ScoreMock(code="W2-01", score=3),
    c.RateSkill(group="books", rating=Rating.NEW),
    c.RateItem(item=study.BOOK, rating=Rating.STRONG),
    c.EstimateItem(item=study.BOOK, minutes=90),
    c.MoveSession(code="W1-01", to=DAY),
    c.SkipItem(item=study.SKILL, reason="known"),
    c.AddItem(id="own.talk", title="Talk", subject=Subject.LEADERSHIP, minutes=90),
    c.ChangeItem(item="own.talk", minutes=60, requires=(study.BOOK,)),
    c.RenameItem(item="own.talk", title="Speak"),
    c.ChangeProfile(profile=study.PROFILE),
    c.AcceptPlan(plan=study.PLAN),
    c.Retract(ids=("ada-1", "bob-7")),
    c.KeepBusy(source="work.ics", times={DAY: ((540, 600), (1140, 1440))}),
    c.WriteStory(story="story.bill", title="The bill", role=Role.MANAGER, criteria=("LE1",)),
    c.DropStory(story="story.bill"),
    c.PlaceStory(principle="frugality", place=1, story="story.bill"),
    c.TimeStory(story="story.bill", version=Version.SHORT, seconds=130, on=DAY),
    c.NoteMock(
        mock="run.1",
        round="SD",
        level=Level.L6,
        on=DAY,
        minutes=60,
        scores={"depth": 3},
        judge=Judge.PARTNER,
        notes="slow",
        code="W2-01",
    ),
    c.DropMock(mock="run.1"),
    c.WriteReview(monday=study.START, decision="Less", notes="x"),
    c.AssessLevel(on=DAY, answers={Question.SCOPE: Standing.L6}, facts={Question.SCOPE: "two"}),
    c.GradeReview(code="W2-01", grade=Grade.AGAIN, answer="Two copies, “one” truth", on=DAY),
)
every_example = pytest.mark.parametrize("command", EXAMPLES, ids=lambda one: str(one.kind))


def read(values: object) -> c.Change | c.Retract:
    command: c.Change | c.Retract = COMMAND.validate_json(json.dumps(values))
    return command


def written(command: Value, **changes: Any) -> dict[str, Any]:
    return written_values(command) | changes


def is_refused(values: object) -> bool:
    """Whether both ways in, JSON and Python, refuse the values with nothing but their error."""
    with pytest.raises(ValidationError):
        read(values)
    with pytest.raises(ValidationError):
        COMMAND.validate_python(values)
    return True


def test_there_is_an_example_of_every_kind() -> None:
    assert {type(one) for one in EXAMPLES} == set(KINDS)


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({kind.kind for kind in KINDS}) == len(KINDS)


@every_example
@pytest.mark.parametrize("short", [True, False])
def test_an_example_comes_back(command: c.Change | c.Retract, short: bool) -> None:
    values = written_values(command, short=short) | {"kind": command.kind}
    assert read(values) == command
    assert type(read(values)) is type(command)


@FEW
@given(any_command)
def test_any_command_comes_back(command: c.Change | c.Retract) -> None:
    text = json.dumps(written(command))
    assert COMMAND.validate_json(text) == command
    assert COMMAND.validate_json(text, strict=True) == command
    assert COMMAND.validate_python(COMMAND.dump_python(command)) == command
    assert checked(command) == command


@FEW
@given(st.data())
def test_what_a_candidate_does_comes_back(data: st.DataObject) -> None:
    command = data.draw(changes(data.draw(states(steps=1))))
    assert COMMAND.validate_json(json.dumps(written(command))) == command


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("hours", [3, 10, 30])
def test_a_real_plan_comes_back_with_every_reason(level: Level, hours: int) -> None:
    plan = usual(level, 10, hours).plan
    assert plan is not None
    command = c.AcceptPlan(plan=plan)
    back = read(written_values(command, short=True) | {"kind": command.kind})
    assert back == command
    assert isinstance(back, c.AcceptPlan)
    assert [one.why for one in back.plan.sessions] == [one.why for one in plan.sessions]
    assert back.plan.by_item.keys() == plan.by_item.keys()


@pytest.mark.parametrize(
    "values", [None, 7, "tick", [], {}, {"kind": "fly"}, {"kind": None}, {"kind": ["tick"]}]
)
def test_what_has_no_kind_is_no_command(values: object) -> None:
    assert is_refused(values)


@every_example
def test_an_extra_field_is_refused(command: c.Change | c.Retract) -> None:
    assert is_refused(written(command, mood="good"))


def test_an_extra_field_deep_inside_is_refused() -> None:
    values = written(c.AcceptPlan(plan=study.PLAN))
    values["plan"]["sessions"][0]["why"][0]["mood"] = "good"
    assert is_refused(values)


@every_example
def test_a_missing_field_is_refused(command: c.Change | c.Retract) -> None:
    values = written(command)
    for field in fields(command):
        if field.default is MISSING and field.default_factory is MISSING:
            assert is_refused({key: one for key, one in values.items() if key != field.name})


WRONG: tuple[object, ...] = (math.nan, math.inf, -math.inf, 10**30, -(10**30), True, None, [], {})
MAY_BE_NONE = {
    ("score-mock", "score"),
    ("grade-review", "grade"),
    ("grade-review", "answer"),
    ("rate-item", "rating"),
    ("estimate-item", "minutes"),
    *(("change-item", name) for name in ("subject", "minutes", "priority", "requires")),
    *(("write-story", name) for name in WRITTEN),
    ("place-story", "story"),
    ("note-mock", "code"),
    ("write-review", "decision"),
    ("write-review", "notes"),
}


def is_fine(command: Value, name: str, value: object) -> bool:
    """Whether a value that is wrong nearly everywhere means something in this field."""
    if value is True:
        return name in {"done", "skipped", "dropped", "setback"}
    if value == []:
        return name in {"requires", "criteria", "tags"}
    if value == {}:
        return name in {"times", "facts"}
    return value is None and (getattr(command, "kind", ""), name) in MAY_BE_NONE


@every_example
def test_a_wrong_value_in_any_field_is_refused(command: c.Change | c.Retract) -> None:
    for name, value in product([field.name for field in fields(command)], WRONG):
        text = json.dumps(written(command, **{name: value}))
        if not is_fine(command, name, value):
            with pytest.raises(ValidationError):
                COMMAND.validate_json(text, strict=True)  # as the store reads it


NUMBERS: tuple[tuple[c.Change, str], ...] = (
    (EXAMPLES[1], "minutes"),
    (EXAMPLES[3], "score"),
    (EXAMPLES[7], "minutes"),
)  # type: ignore[assignment]


@pytest.mark.parametrize(("command", "name"), NUMBERS, ids=["log", "score", "own"])
@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e400", "-1", "0", "1" + 5000 * "0", "2.5"])
def test_a_number_that_cannot_be_is_refused(command: c.Change, name: str, number: str) -> None:
    text = json.dumps(written(command, **{name: "here"})).replace('"here"', number)
    with pytest.raises(ValidationError):
        COMMAND.validate_json(text)


@pytest.mark.parametrize(
    ("command", "changes"),
    [
        (EXAMPLES[0], {"target": ""}),
        (EXAMPLES[0], {"target": "W1-01\n"}),
        (EXAMPLES[0], {"target": "../secret"}),
        (EXAMPLES[0], {"target": "a" * 121}),
        (EXAMPLES[0], {"on": "2027-02-30"}),
        (EXAMPLES[0], {"on": "1969-12-31"}),
        (EXAMPLES[0], {"on": "2200-01-02"}),
        (EXAMPLES[1], {"code": "W0-01"}),
        (EXAMPLES[1], {"code": "W1-1"}),
        (EXAMPLES[1], {"code": "W1-01 "}),
        (EXAMPLES[1], {"code": "W\u0661-01"}),
        (EXAMPLES[1], {"minutes": c.MOST_LOGGED + 1}),
        (EXAMPLES[2], {"text": "x" * 501}),
        (EXAMPLES[3], {"score": 5}),
        (EXAMPLES[7], {"id": "own."}),
        (EXAMPLES[7], {"id": "read.book"}),
        (EXAMPLES[7], {"title": " \n"}),
        (EXAMPLES[7], {"title": "x" * 201}),
        (EXAMPLES[7], {"subject": "mock"}),
        (EXAMPLES[7], {"minutes": 19}),
        (EXAMPLES[8], {"title": ""}),
        (EXAMPLES[11], {"ids": []}),
        (EXAMPLES[11], {"ids": [""]}),
        (EXAMPLES[16], {"story": "bill"}),
        (EXAMPLES[16], {"title": " "}),
        (EXAMPLES[16], {"action": "x" * (c.LONGEST_TEXT + 1)}),
        (EXAMPLES[16], {"role": "king"}),
        (EXAMPLES[16], {"engineers": -1}),
        (EXAMPLES[20], {"scores": {}}),
        (EXAMPLES[20], {"scores": {"depth": 5}}),
        (EXAMPLES[20], {"scores": {"depth": 0}}),
        (EXAMPLES[20], {"minutes": 0}),
        (EXAMPLES[20], {"mock": "mock.coding"}),
        (EXAMPLES[20], {"judge": "dog"}),
        (EXAMPLES[18], {"place": 3}),
        (EXAMPLES[19], {"seconds": 0}),
        (EXAMPLES[19], {"seconds": c.LONGEST_TELLING + 1}),
        (EXAMPLES[19], {"version": "endless"}),
        (EXAMPLES[23], {"grade": "easy"}),
        (EXAMPLES[23], {"answer": "x" * (c.LONGEST_TEXT + 1)}),
        (EXAMPLES[23], {"on": "2027-02-30"}),
        (EXAMPLES[12], {"source": " "}),
        (EXAMPLES[12], {"source": "x" * 121}),
        (EXAMPLES[12], {"times": {"2027-02-30": [[540, 600]]}}),
        (EXAMPLES[12], {"times": {"2027-02-08": []}}),
        (EXAMPLES[12], {"times": {"2027-02-08": [[600, 540]]}}),
        (EXAMPLES[12], {"times": {"2027-02-08": [[540, 540]]}}),
        (EXAMPLES[12], {"times": {"2027-02-08": [[540, 1441]]}}),
        (EXAMPLES[12], {"times": {"2027-02-08": [[540, 600], [600, 660]]}}),
        (EXAMPLES[12], {"times": {"2027-02-08": [[660, 720], [540, 600]]}}),
    ],
)
def test_a_value_beyond_its_bounds_is_refused(
    command: c.Change | c.Retract, changes: dict[str, object]
) -> None:
    assert is_refused(written(command, **changes))


def texts_in(values: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The places of all texts in some JSON."""
    if isinstance(values, str):
        return [path]
    if isinstance(values, dict):
        return [place for key in values for place in texts_in(values[key], (*path, key))]
    if isinstance(values, list):
        return [place for n, one in enumerate(values) for place in texts_in(one, (*path, n))]
    return []


@every_example
def test_half_a_character_is_refused_in_any_text(command: c.Change | c.Retract) -> None:
    for path in texts_in(written(command)):
        values: Any = written(command)
        here = values
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = "\ud800"
        assert is_refused(values), path


def test_a_text_is_kept_as_it_is_but_for_the_space_around_it() -> None:
    text = "line one\nline two\t🙂 e\u0301 \u202eturned\u202c"
    assert checked(c.AddEvidence(item=study.SKILL, text=f"\n {text}  ")).text == text


def test_a_calendar_has_only_so_many_busy_times() -> None:
    hours = tuple((begin, begin + 5) for begin in range(0, 1400, 10))
    days = {study.START + timedelta(days=n): hours for n in range(c.MOST_SPANS // len(hours) + 1)}
    with pytest.raises(ValueError, match="at most 5000"):
        c.KeepBusy(source="all.ics", times=days)


def test_a_plan_has_a_week() -> None:
    values = written(c.AcceptPlan(plan=study.PLAN))
    values["plan"]["weeks"] = []
    assert is_refused(values)


def test_a_session_begins_at_a_time_without_a_zone() -> None:
    """A time with a zone cannot be compared with one without: sorting the plan would crash."""
    values = written(c.AcceptPlan(plan=study.PLAN))
    values["plan"]["sessions"][0]["start"] = "19:30:00+02:00"
    assert is_refused(values)


@FEW
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists))
def test_whatever_stands_where_a_plan_should_is_refused(values: object) -> None:
    with pytest.raises(ValidationError):
        COMMAND.validate_python({"kind": "accept-plan", "plan": values})


def test_a_plan_of_another_shape_is_refused() -> None:
    with pytest.raises(ValidationError):
        made(Plan, written(study.PROFILE))
