"""Lines of older versions are lifted step by step, and stores of every version stay readable."""

import json
import shutil
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import __version__
from planner.core import commands as c
from planner.core.commands import Tick
from planner.core.succession import carried
from planner.storage import migrations
from planner.storage.known import Known
from planner.storage.line import VERSION, Record, Why, can_be_remade, decode, remade
from planner.storage.migrations import Upgrade, Values, lifted
from tests.core.strategies import curriculum
from tests.support import study
from tests.support.lines import TICK, line
from tests.support.saved_store import IDS, SAVED, STATE, STORE, build, told_state
from tests.support.stores import Computer

RELEASED = sorted(one.name for one in SAVED.iterdir())


def renamed(values: Values) -> Values:
    """From version -1 to 0: `check` became `tick`."""
    return {**values, "command": {**values["command"], "kind": "tick"}}


def with_target(values: Values) -> Values:
    """From version 0 to 1: a code became a target."""
    command = {**values["command"]}
    command["target"] = command.pop("code")
    return {**values, "command": command}


MADE_UP: dict[int, Upgrade] = {-1: renamed, 0: with_target}
OLD = {"kind": "tick", "code": "W1-01", "on": study.TODAY.isoformat()}
OLDER = {**OLD, "kind": "check"}


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "UPGRADES", MADE_UP)


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize(("version", "command"), [(0, OLD), (-1, OLDER)])
def test_an_older_line_is_read_as_what_it_would_be_today(
    version: int, command: dict[str, object]
) -> None:
    old = line(v=version, command=command)
    record = decode(old)
    assert isinstance(record, Record)
    assert (record.command, record.v, record.id) == (TICK, VERSION, "ada-1")
    assert record.sum == json.loads(old)["sum"]


@pytest.mark.usefixtures("made_up")
def test_an_older_line_that_is_damaged_is_set_aside_as_any_other() -> None:
    whole = line(v=0, command=OLD)
    assert decode(whole.replace(b"W1-01", b"W1-02")) is Why.BAD_SUM
    assert decode(line(v=0, command={**OLD, "on": "2027-02-30"})) is Why.BROKEN_VALUE
    assert decode(line(v=0, command={"kind": "tick"})) is Why.BROKEN_VALUE
    assert decode(line(v=0, command=[])) is Why.BROKEN_VALUE
    assert decode(line(v=False, command=OLD)) is Why.BROKEN_VALUE


def test_a_version_that_never_was_is_set_aside() -> None:
    for version in (0, -1, "1", 1.0, True, None):
        assert decode(line(v=version, command=OLD)) is Why.BROKEN_VALUE


@pytest.mark.usefixtures("made_up")
def test_a_line_that_was_checked_before_is_lifted_all_the_same(tmp_path: Path) -> None:
    old = line(v=0, command=OLD)
    assert can_be_remade(old) is can_be_remade(line(v=0)) is False
    assert can_be_remade(line())
    assert remade([line(), line(id="ada-2")]) == (decode(line()), decode(line(id="ada-2")))
    computer = Computer(tmp_path)
    computer.store.mkdir()
    computer.file.write_bytes(old + b"\n" + line(id="ada-2") + b"\n")
    (tmp_path / "known").write_bytes(b"")
    for _ in range(2):
        known = Known(tmp_path / "known")
        records = computer.workspace(known=known).records
        assert [one.command for one in records] == [TICK, TICK]
        known.save()


@given(st.integers(1, 6), st.integers(0, 5))
def test_each_step_is_taken_once_and_in_order(first: int, steps: int) -> None:
    def noting(version: int) -> Upgrade:
        return lambda values: {**values, "walked": [*values["walked"], version]}

    upgrades = {version: noting(version) for version in range(12)}
    to = first + steps
    result = lifted({"v": first, "walked": []}, to, upgrades)
    if not steps:
        assert result is None
    else:
        assert result == {"v": to, "walked": list(range(first, to))}
        del upgrades[to - 1]
        assert lifted({"v": first, "walked": []}, to, upgrades) is None


def test_there_is_a_step_from_every_version_that_was() -> None:
    assert sorted(migrations.UPGRADES) == list(range(1, VERSION))


def expected(version: str) -> dict[str, object]:
    """What a store made when it was saved, under the names of today."""
    state = json.loads((SAVED / version / STATE).read_text(encoding="utf-8"))
    return {name: renamed_since(one) for name, one in state.items()}


def renamed_since(value: object) -> object:
    if isinstance(value, str):
        return carried(curriculum().renames, value)
    if isinstance(value, list):
        return [renamed_since(one) for one in value]
    if isinstance(value, dict):
        return {renamed_since(key): renamed_since(one) for key, one in value.items()}
    return value


@pytest.mark.parametrize("version", RELEASED)
def test_a_store_of_every_released_version_makes_the_state_it_made(
    version: str, tmp_path: Path
) -> None:
    shutil.copytree(SAVED / version / STORE, tmp_path / "store")
    workspace = Computer(tmp_path).workspace(curriculum=curriculum())
    assert (workspace.set_aside, workspace.refused) == ((), ())
    assert told_state(workspace.state) == expected(version)
    assert workspace.do(Tick(target="read.managers-path", on=study.TODAY))


@pytest.mark.parametrize("version", RELEASED)
def test_every_id_of_a_released_version_is_known_or_carried_over(version: str) -> None:
    later = curriculum()
    units = {unit.id for item in later.by_id.values() for unit in item.units}
    known = {*later.by_id, *units, *later.retired_parts}
    released = (SAVED / version / IDS).read_text(encoding="utf-8").split()
    assert len(released) > 200
    lost = {one for one in released if carried(later.renames, one) not in known}
    assert not lost, "say in resources/curriculum/succession.json what became of them"


def test_the_store_of_this_version_holds_every_kind_of_command() -> None:
    lines = [
        json.loads(one)
        for file in sorted((SAVED / __version__ / STORE).glob("*.jsonl"))
        for one in file.read_text(encoding="utf-8").splitlines()
    ]
    kinds = {one["command"]["kind"] for one in lines}
    wanted = {one.kind for one in (*get_args(c.Change), c.Retract)}
    missing = wanted - kinds
    assert not missing, "add them to tests/support/saved_store.py and run it"
    purposes = {one["command"].get("purpose", "undo") for one in lines if "ids" in one["command"]}
    assert purposes == {"undo", "hold", "restore", "import"}
    assert "versions" in expected(__version__), "two texts written apart belong in it as well"
    assert {one["id"].rpartition("-")[0] for one in lines if "seen" in one} == {"ada", "bob-2"}


def test_a_store_is_built_alike_every_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        build(tmp_path / name)
    files = [
        {one.name: one.read_bytes() for one in (tmp_path / name).rglob("*") if one.is_file()}
        for name in ("one", "other")
    ]
    assert files[0] == files[1]
    assert len(files[0]) == 6
