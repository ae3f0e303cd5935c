"""What was checked once is read without pydantic as the very same value."""

import json
from collections.abc import Hashable
from dataclasses import fields
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.checking import Limits, read, stripped, written
from planner.core.closed_book import ClosedBook
from planner.core.curriculum import Curriculum, Hours
from planner.core.profile import Profile, StudyDay
from planner.core.trusted import shape, trusted
from planner.core.values import Value
from planner.resources import resource
from planner.storage.curriculum import INDEX, Part
from planner.storage.line import Record, encode
from tests.core.strategies import FEW
from tests.support import study
from tests.support.commands import any_command

PROMPTS = resource("curriculum", "prompts.json")
FILES = sorted({*resource("curriculum").iterdir()} - {resource("curriculum", INDEX), PROMPTS})


def same(one: Hashable, other: Hashable) -> bool:
    """Equal, and of the same types in every place, which `3 == 3.0` alone would not tell."""
    return one == other and repr(one) == repr(other)


@given(any_command, st.dictionaries(st.sampled_from(["bob", "eve"]), st.integers(1), max_size=1))
def test_a_line_gives_the_same_record(command: c.Change | c.Retract, seen: dict[str, int]) -> None:
    line, record = encode("ada-12", "2026-12-15T19:30:00.123Z/0001", seen, command)
    again = trusted(Record, line.decode())
    assert again is not None
    assert same(again, record)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_the_curriculum_gives_the_same_part(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    part = trusted(Part, text)
    assert part is not None
    assert same(part, read(Part, text))


def test_the_prompts_are_the_same() -> None:
    text = PROMPTS.read_text(encoding="utf-8")
    book = trusted(ClosedBook, text)
    assert book is not None
    assert same(book, read(ClosedBook, text))


def test_whole_hours_are_fractions_all_the_same() -> None:
    hours = trusted(Hours, '{"new": 3, "working": 2, "strong": 1}')
    assert repr(hours) == "Hours(new=3.0, working=2.0, strong=1.0)"


@FEW
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
def test_the_space_around_a_text_is_taken_away_alike(text: str) -> None:
    command = json.dumps({"kind": "add-evidence", "item": "a", "text": text})
    checked = read(c.AddEvidence, command)
    assert trusted(c.AddEvidence, command) == checked
    assert checked.text == stripped(text)
    assert c.AddEvidence(item="a", text=text) == checked


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (c.WriteStory, {"kind": "write-story", "story": "story.a", "title": "\n x\t"}),
        (
            c.AssessLevel,
            {
                "kind": "assess-level",
                "on": "2026-12-01",
                "answers": {"reach": "l6"},
                "facts": {"reach": "\n x\t"},
            },
        ),
    ],
)
def test_so_it_is_where_the_text_may_miss_or_stands_in_a_mapping(
    kind: type[Value], values: dict[str, object]
) -> None:
    text = json.dumps(values)
    light = trusted(kind, text)
    assert light is not None
    assert same(light, read(kind, text))


def test_every_sign_that_is_space_to_one_is_space_to_the_other() -> None:
    for sign in filter(lambda one: chr(one).isspace(), range(0x10000)):
        text = json.dumps({"kind": "rename-item", "item": "a", "title": f"{chr(sign)}x"})
        assert trusted(c.RenameItem, text) == read(c.RenameItem, text), hex(sign)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "7",
        "[]",
        "{}",
        '{"minutes": 5, "mood": "good"}',
        '{"start": "late"}',
        '{"start": 7}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_made_is_left_to_the_full_check(text: str) -> None:
    assert trusted(StudyDay, text) is None or text == "{}"


def test_a_rule_of_several_fields_holds_here_too() -> None:
    assert trusted(StudyDay, '{"minutes": 61, "start": "23:00:00"}') is None
    values = written(study.PROFILE)
    assert trusted(Profile, json.dumps(values)) == study.PROFILE
    assert trusted(Profile, json.dumps(values | {"loop": values["start"]})) is None


class Small(Value, frozen=True):
    """A value with a bound and a default."""

    size: Annotated[int, Limits(ge=1)]
    name: str = "a"


SHAPE = shape(Small)


@pytest.mark.parametrize(
    ("annotations", "default"),
    [
        ({"size": Annotated[int, Limits(ge=2)], "name": str}, "a"),
        ({"size": int, "name": str}, "a"),
        ({"size": Annotated[int, Limits(ge=1)], "name": str}, "b"),
        ({"size": Annotated[int, Limits(ge=1)], "name": Annotated[str, Limits(strip=True)]}, "a"),
        ({"size": Annotated[int, Limits(ge=1)], "name": str, "of": Hours}, "a"),
    ],
)
def test_the_shape_tells_other_fields_bounds_and_defaults(
    annotations: dict[str, object], default: str
) -> None:
    space = {"__annotations__": annotations, "name": default, "__module__": __name__}
    other = type("Small", (Value,), space, frozen=True)
    assert shape(other) != SHAPE


def test_the_shape_is_the_same_in_every_run_and_knows_all_that_is_inside() -> None:
    assert " at 0x" not in shape(Curriculum) + shape(Record)
    inside = [line.split()[0].rpartition(".")[2] for line in shape(Record).splitlines()]
    assert {"Record", "Tick", "Retract", "Plan", "Reason", "Profile", "StudyDay"} <= set(inside)
    assert all(field.name in shape(Small) for field in fields(Small))
