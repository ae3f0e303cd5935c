"""Modules that come from the kept file are those Python would have loaded, or Python loads them."""

import json
import marshal
import os
import py_compile
import subprocess
import sys
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import pytest

from planner.early.bytecode import Bytecode, kept_for
from tests.architecture.project import ROOT, run_python

START = """
import json, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from planner.early.bytecode import Bytecode
bytecode = Bytecode(sys.argv[3])
bytecode.recall()
import house.rooms.kitchen, house.roof
told = {}
for name in ("house", "house.rooms", "house.rooms.kitchen", "house.roof"):
    one = sys.modules[name]
    told[name] = {
        "kept": type(one.__loader__).__module__ == "planner.early.bytecode",
        "file": one.__file__, "cached": one.__cached__, "package": one.__package__,
        "path": list(getattr(one, "__path__", [])), "says": one.SAYS,
        "spec": [one.__spec__.name, one.__spec__.parent, one.__spec__.origin],
    }
import inspect
told["source"] = inspect.getsource(sys.modules["house.roof"])
bytecode.keep()
print(json.dumps(told))
"""
AGAIN = """
import importlib, sys
if "SAYS" not in vars():
    SAYS = 1
    SAYS = importlib.reload(sys.modules[__name__]).SAYS + 1
"""
NO_CODE = b"c" + b"\xff" * 4 + marshal.dumps(compile("", "", "exec"))[5:]
"""Code with less than no arguments, of which Python says that it made a mistake itself."""
NAMES = ("house", "house.rooms", "house.rooms.kitchen", "house.roof")

Told = dict[str, dict[str, object]]
Start = Callable[..., Told]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    rooms = tmp_path / "house" / "rooms"
    rooms.mkdir(parents=True)
    for file in (rooms.parent / "__init__.py", rooms / "__init__.py"):
        file.write_text("SAYS = 'here'\n", encoding="utf-8")
    (rooms / "kitchen.py").write_text("SAYS = 'soup'\n", encoding="utf-8")
    (rooms.parent / "roof.py").write_text("SAYS = 'rain'\n", encoding="utf-8")
    return rooms.parent


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.pyc"


@pytest.fixture
def start(house: Path, kept: Path) -> Start:
    def started(*, lacking: str = "", **environment: str) -> Told:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run(
            [sys.executable, "-c", START, str(house.parent), str(ROOT), str(kept)],
            env={**plain, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        if lacking:
            assert done.stderr.splitlines()[-1] == f"ModuleNotFoundError: {lacking}"
            return {}
        assert (done.returncode, done.stderr) == (0, "")
        told: Told = json.loads(done.stdout)
        return told

    return started


def came_from_file(told: Told) -> list[object]:
    return [told[name]["kept"] for name in NAMES]


def without_kept(told: Told) -> Told:
    return {name: {**one, "kept": None} if name in NAMES else one for name, one in told.items()}


def written(kept: Path) -> tuple[int, int]:
    return kept.stat().st_ino, kept.stat().st_mtime_ns


def parts(kept: Path) -> tuple[Any, Any, Any]:
    about, entries, codes = marshal.loads(kept.read_bytes())
    return about, entries, codes


def test_the_second_start_takes_all_from_the_file_and_they_are_the_same(start: Start) -> None:
    first, second = start(), start()
    assert came_from_file(first) == [False] * 4
    assert came_from_file(second) == [True] * 4
    assert without_kept(first) == without_kept(second)


def test_a_start_that_found_everything_writes_nothing(start: Start, kept: Path) -> None:
    start()
    before = written(kept)
    start()
    assert written(kept) == before


@pytest.mark.parametrize("source", ["SAYS = 'hail'\n", "SAYS = 'a lot of rain'\n"])
def test_a_changed_module_is_loaded_anew_and_kept(start: Start, house: Path, source: str) -> None:
    start()
    roof = house / "roof.py"
    roof.write_text(source, encoding="utf-8")
    later = roof.stat().st_mtime + (7 if len(source) == len("SAYS = 'rain'\n") else 0)
    os.utime(roof, (later, later))
    changed = start()
    assert changed["house.roof"]["says"] == source.split("'")[1]
    assert came_from_file(changed) == [True, True, True, False]
    assert came_from_file(start()) == [True] * 4


def test_a_module_that_went_is_gone(start: Start, house: Path) -> None:
    start()
    (house / "roof.py").unlink()
    start(lacking="No module named 'house.roof'")


def test_another_path_may_find_other_modules(start: Start, house: Path, tmp_path: Path) -> None:
    for said in ("peas", "oaks"):
        (tmp_path / said).mkdir()
        (tmp_path / said / "garden.py").write_text(f"SAYS = '{said}'\n", encoding="utf-8")
    (house / "roof.py").write_text("from garden import SAYS\n", encoding="utf-8")
    for said in ("peas", "oaks", "peas"):
        assert start(PYTHONPATH=str(tmp_path / said))["house.roof"]["says"] == said


def test_an_error_names_the_file_where_it_is_now(start: Start, house: Path) -> None:
    roof = house / "roof.py"
    roof.write_text(
        "def drip():\n    pass\n\n\nSAYS = drip.__code__.co_filename\n", encoding="utf-8"
    )
    py_compile.compile(str(roof), dfile="/before/it/moved/roof.py", doraise=True)
    assert [start()["house.roof"]["says"] for _ in range(2)] == [str(roof)] * 2


def test_the_file_of_a_copy_is_not_taken_for_its_own(
    start: Start, kept: Path, tmp_path: Path
) -> None:
    start()
    other = tmp_path / "other.pyc"
    kept.rename(other)
    other.rename(kept)  # the same file in the same place is good
    assert came_from_file(start()) == [True] * 4
    (magic, _, path), entries, codes = parts(kept)
    kept.write_bytes(marshal.dumps(((magic, str(other), path), entries, codes)))
    assert came_from_file(start()) == [False] * 4


@pytest.mark.parametrize("spoil", ["empty", "cut", "noise", "number", "no code", "old"])
def test_a_damaged_or_foreign_file_is_made_anew(start: Start, kept: Path, spoil: str) -> None:
    start()
    (_, *place), entries, codes = parts(kept)
    spoilt = {
        "empty": b"",
        "cut": kept.read_bytes()[:100],
        "noise": b"not marshal at all",
        "number": marshal.dumps(7),
        "no code": NO_CODE,
        "old": marshal.dumps(((b"\0\0\r\n", *place), entries, codes)),
    }
    kept.write_bytes(spoilt[spoil])
    assert came_from_file(start()) == [False] * 4
    assert came_from_file(start()) == [True] * 4


def test_a_module_that_is_loaded_again_is_loaded_by_python(start: Start, house: Path) -> None:
    roof = house / "roof.py"
    roof.write_text(AGAIN, encoding="utf-8")
    assert [start()["house.roof"]["says"] for _ in range(2)] == [2, 2]


def test_where_python_is_to_write_no_bytecode_none_is_kept(start: Start, kept: Path) -> None:
    start(PYTHONDONTWRITEBYTECODE="1")
    assert not kept.exists()


def test_no_module_is_read_for_a_folder_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bytecode = Bytecode(str(tmp_path / "kept.pyc"))
    bytecode._before = frozenset()
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("planner.early.bytecode._read", lambda _: pytest.fail("it was read"))
    bytecode.keep()
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_called_as_what_nobody_loads() -> None:
    package = ROOT / "planner"
    named = Path(kept_for(str(package)))
    assert named == Path(cache_from_source(str(package / "early" / "kept.py")))
    assert (package / "early" / "kept.py").exists()
    code = "import sys, planner.program; print('planner.early.kept' in sys.modules)"
    assert run_python("-c", code).stdout == "False\n"


def test_a_place_that_cannot_be_written_is_no_trouble(start: Start, kept: Path) -> None:
    kept.mkdir()
    assert came_from_file(start()) == [False] * 4
    assert [one.name for one in kept.parent.iterdir() if one.name.startswith("kept.pyc")] == [
        "kept.pyc"
    ]


def test_bytecode_that_does_not_tell_its_age_is_left_to_python(
    start: Start, house: Path, kept: Path
) -> None:
    roof = house / "roof.py"
    by_sum = py_compile.PycInvalidationMode.CHECKED_HASH
    py_compile.compile(str(roof), invalidation_mode=by_sum, doraise=True)
    start()
    before = written(kept)
    assert came_from_file(start()) == [True, True, True, False]
    assert written(kept) == before
