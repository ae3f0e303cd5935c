"""The import contracts hold, and each of them can fall."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.architecture.project import PACKAGE, ROOT, run_python

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
LINT_EACH = """
import json, sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from importlinter.cli import lint_imports

verdicts = []
for contract, place, source in json.load(open("probes.json", encoding="utf-8")):
    file = Path(place)
    before = file.read_bytes() if file.exists() else None
    file.write_text(source, encoding="utf-8")
    with redirect_stdout(StringIO()) as told:
        status = lint_imports(limit_to_contracts=(contract,), cache_dir="cache", no_logo=True)
    file.write_bytes(before) if before is not None else file.unlink()
    verdicts.append((status, told.getvalue()))
json.dump(verdicts, sys.stdout)
"""
"""One process for all probes, which reads again only what a probe changed."""

# contract, module that gets the line, line that breaks the contract
PROBES = [
    ("floors", "planner.early", "import planner.core"),
    ("floors", "planner.program", "import planner.__main__"),
    ("floors", "planner.core", "import planner.resources"),
    ("floors", "planner.core", "import planner.storage"),
    ("floors", "planner.resources", "import planner.storage"),
    ("floors", "planner.storage", "import planner.workspace"),
    ("floors", "planner.workspace", "import planner.paper"),
    ("floors", "planner.paper", "import planner.cli"),
    ("floors", "planner.paper", "import planner.ui"),
    ("floors", "planner.cli", "import planner.ui"),
    ("floors", "planner.ui", "import planner.cli"),
    ("floors", "planner.ui", "import planner.__main__"),
    ("floors", "planner.core", "def late() -> None:\n    import planner.storage"),
    ("floors", "planner.of_no_floor", "import planner.core"),
    ("rooms-of-the-kit", "planner.ui.kit.words", "import planner.ui.kit.layout.page"),
    ("rooms-of-the-paper", "planner.paper.contents", "import planner.paper.typesetting.rows"),
    ("pure-core", "planner.core", "from PySide6.QtCore import QObject"),
    ("pure-core", "planner.core", "from pathlib import Path"),
    ("pure-core", "planner.core", "import os"),
    ("pure-core", "planner.core", "import platformdirs"),
    ("pure-core", "planner.core", "import time"),
    ("qt-free", "planner.resources", "import PySide6"),
    ("qt-free", "planner.storage", "from PySide6 import QtCore"),
    ("qt-free", "planner.workspace", "from PySide6.QtCore import Signal"),
    ("cli-without-qt", "planner.cli", "from PySide6.QtWidgets import QApplication"),
    ("one-checker", "planner.core", "from pydantic import BaseModel"),
    ("one-checker", "planner.storage", "import pydantic_core"),
    ("no-network", "planner.core", "import socket"),
    ("no-network", "planner.storage", "from urllib.request import urlopen"),
    ("no-network", "planner.ui", "from http import client"),
    ("no-network", "planner.__main__", "import ssl"),
]


def contracts() -> dict[str, str]:
    """The name of each contract by its id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = settings["tool"]["importlinter"]["contracts"]
    return {contract["id"]: contract["name"] for contract in listed}


def source_of(package: Path, module: str) -> Path:
    """The file of a module; a module that does not exist yet gets one."""
    place = package.joinpath(*module.split(".")[1:])
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], tuple[int, str]]:
    """For each probe what is said of a copy of the program with its line in it."""
    copy = tmp_path_factory.mktemp("walls")
    shutil.copytree(PACKAGE, copy / "planner", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    probes = []
    for contract, module, line in PROBES:
        source = source_of(copy / "planner", module)
        before = source.read_text(encoding="utf-8") if source.exists() else '"""A probe."""\n'
        probes.append((contract, str(source), f"{before}\n{line}\n"))
    (copy / "probes.json").write_text(json.dumps(probes), encoding="utf-8")
    result = run_python("-c", LINT_EACH, folder=copy, seconds=600)
    assert result.returncode == 0, result.stdout + result.stderr
    return dict(zip(PROBES, map(tuple, json.loads(result.stdout)), strict=True))


def test_the_contracts_hold() -> None:
    result = run_python("-c", LINT, "--no-logo", "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr


def test_each_contract_has_a_probe() -> None:
    assert {contract for contract, _, _ in PROBES} == set(contracts())


@pytest.mark.parametrize(("contract", "module", "line"), PROBES)
def test_a_forbidden_import_breaks_its_contract(
    verdicts: dict[tuple[str, ...], tuple[int, str]], contract: str, module: str, line: str
) -> None:
    status, said = verdicts[contract, module, line]
    assert status == 1, said
    told = " ".join(said.split())  # long names are wrapped
    assert f"{contracts()[contract]} BROKEN" in told
