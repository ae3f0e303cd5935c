"""The lock files name exact versions with hashes, the same everywhere, and no address."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.project import ROOT

LISTS = ["run", "dev", "build", "bench", "anki"]
PINNED = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[A-Za-z0-9.+!]+)(?: ; [^\\#]+?)?"
    r"(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)"
)


def entries(name: str) -> list[str]:
    """The requirements of a lock file, each on one line, comments left out."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    bare = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"\s*\\\n\s+", " ", bare).splitlines()


def versions(name: str) -> dict[str, str]:
    """Package to version, as a lock file pins them."""
    found = [PINNED.fullmatch(entry) for entry in entries(name)]
    return {canonicalize_name(match["name"]): match["version"] for match in found if match}


@pytest.mark.parametrize("name", LISTS)
def test_every_line_is_a_pinned_package_with_hashes(name: str) -> None:
    assert [entry for entry in entries(name) if not PINNED.fullmatch(entry)] == []
    assert versions(name)


@pytest.mark.parametrize("line", ["pydantic==2.14.3", "-i somewhere", "pydantic @ file"])
def test_a_line_without_pin_or_hash_is_seen(line: str) -> None:
    assert not PINNED.fullmatch(line)


@pytest.mark.parametrize("name", ["dev", "build", "bench"])
def test_tests_binary_and_benchmarks_use_the_versions_of_the_program(name: str) -> None:
    assert versions("run").items() <= versions(name).items()


def test_the_pinned_versions_are_in_the_declared_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = versions("run")
    for text in project["dependencies"]:
        requirement = Requirement(text)
        assert pinned[canonicalize_name(requirement.name)] in requirement.specifier


def test_only_the_benchmarks_need_the_solver() -> None:
    assert [name for name in LISTS if "ortools" in versions(name)] == ["bench"]


def test_the_binary_gets_no_tool_of_the_tests() -> None:
    assert not {"pytest", "hypothesis", "mypy", "ruff"} & versions("build").keys()
