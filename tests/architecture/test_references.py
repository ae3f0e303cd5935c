"""What docs and docstrings point to is there: files, decisions, and rules of the planner."""

import re
from collections.abc import Iterator

import pytest

from tests.architecture.project import ROOT, project_files

FILE = re.compile(r"`([\w./-]+\.(?:py|md|toml|spec|yml))`")
NUMBERED = re.compile(r"^(\d+)\. \*\*", re.MULTILINE)
DECISION = re.compile(r"\bdecision (\d+)", re.IGNORECASE)
AMONG_DECISIONS = re.compile(r"\((\d+(?:(?:, | and | to )\d+)*)\)")
RULE = re.compile(r"\brules? (\d+)\b")


def numbers(text: str) -> list[str]:
    """The numbers of the entries of a list."""
    return NUMBERED.findall(text)


def dead_ends(text: str, files: list[str], decisions: list[str], rules: list[str]) -> Iterator[str]:
    """Yield what a text points to and is not there."""
    for file in FILE.findall(text):
        if not any(f"/{one}".endswith(f"/{file}") for one in files):
            yield file
    yield from (f"decision {one}" for one in DECISION.findall(text) if one not in decisions)
    yield from (f"rule {one}" for one in RULE.findall(text) if one not in rules)


def read(place: str) -> str:
    return (ROOT / place).read_text(encoding="utf-8")


def test_all_that_is_pointed_to_is_there() -> None:
    paths = project_files()
    files = [one.relative_to(ROOT).as_posix() for one in paths]
    decisions, rules = numbers(read("docs/decisions.md")), numbers(read("docs/planning-rules.md"))
    found: dict[str, list[str]] = {}
    for path, name in zip(paths, files, strict=True):
        if path.suffix in {".py", ".md"} and path.name != "test_references.py":
            dead = list(dead_ends(path.read_text(encoding="utf-8"), files, decisions, rules))
            found |= {name: dead} if dead else {}
    assert found == {}


@pytest.mark.parametrize("place", ["docs/decisions.md", "docs/planning-rules.md"])
def test_entries_point_to_decisions_that_are_there_and_no_number_stands_twice(place: str) -> None:
    decisions = numbers(read("docs/decisions.md"))
    assert len(decisions) == len(set(decisions))
    among = ", ".join(AMONG_DECISIONS.findall(read(place)))
    assert set(re.findall(r"\d+", among)) <= set(decisions)


@pytest.mark.parametrize("text", ["see `core/nowhere.py`", "Decision 9000 says", "(rule 16)"])
def test_a_dead_end_is_noticed(text: str) -> None:
    assert list(dead_ends(text, ["planner/core/plan.py"], ["1"], ["15"]))


def test_the_end_of_a_path_is_enough() -> None:
    assert not list(dead_ends("`core/plan.py`", ["planner/core/plan.py"], [], []))
    assert list(dead_ends("`lan.py`", ["planner/core/plan.py"], [], []))
