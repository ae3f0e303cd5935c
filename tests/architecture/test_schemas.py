"""The schemas of docs/schema are those of the classes that read, and every document keeps them."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.checking import checked
from planner.core.commands import Change, Retract, Tick
from planner.core.state import State
from planner.core.values import types_of
from planner.storage.document.reading import document_of
from planner.storage.document.writing import everything
from planner.storage.line import Record, encode
from scripts.schemas import FOLDER, schemas
from tests.support import study
from tests.support.commands import any_command
from tests.support.schemas import breaks

MADE = schemas()
SCHEMA = json.loads(MADE["everything.json"])


def document(*commands: Change | Retract) -> dict[str, Any]:
    at = "2026-12-01T19:30:00.000Z/0001"
    records = [
        encode(f"ada-{n}", at, {"bob": n}, one)[1]
        for n, one in enumerate(map(checked, commands), 1)
    ]
    text = everything(records, State(study.CURRICULUM), study.TODAY).decode()
    assert list(document_of(text).content.records) == records
    found: dict[str, Any] = json.loads(text)
    return found


def test_no_schema_is_missing_and_none_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(MADE)


@pytest.mark.parametrize("name", MADE)
def test_the_committed_schema_is_what_the_classes_say(name: str) -> None:
    committed = FOLDER.joinpath(name).read_text(encoding="utf-8")
    assert committed == MADE[name], "run `make schema`, and see whether the format changed"


@settings(max_examples=60)
@given(st.lists(any_command, max_size=5))
def test_every_document_keeps_the_schema(commands: list[Change | Retract]) -> None:
    assert breaks(document(*commands), SCHEMA, SCHEMA) == []


@given(any_command, st.data())
def test_what_breaks_the_schema_is_refused(command: Change | Retract, data: st.DataObject) -> None:
    made = document(command)
    values: Any = made["commands"][0]["command"]
    name = data.draw(st.sampled_from(sorted(values)))
    values[name] = data.draw(st.sampled_from([None, -7, [], {}, "?" * 30, True, [["x"]]]))
    if breaks(made, SCHEMA, SCHEMA):
        with pytest.raises(ValueError, match=r"command 1 \(ada-1\)"):
            document_of(json.dumps(made))


@pytest.mark.parametrize("name", [*types_of(Record), "surplus"])
def test_a_command_wants_its_fields_and_no_other(name: str) -> None:
    made = document(Tick(target=study.SKILL, on=study.TODAY))
    made["commands"][0].pop(name, None)
    if name in {"surplus", "seen", "of"}:
        made["commands"][0][name] = 7
    assert breaks(made, SCHEMA, SCHEMA)


def test_every_reference_leads_somewhere_and_every_definition_is_used() -> None:
    named = set(re.findall(r'"#/\$defs/(\w+)"', MADE["everything.json"]))
    assert named == set(SCHEMA["$defs"])
