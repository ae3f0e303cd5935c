"""Curriculum files that cannot be used are told in one line, with the file and the reason."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.resources import resource
from planner.storage.curriculum import INDEX, CurriculumError, load_curriculum

ORIENTATION = "items-orientation.json"
CIRCLE = "items wait for each other in a circle"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the curriculum that may be spoilt."""
    return Path(shutil.copytree(resource("curriculum"), tmp_path / "curriculum"))


def refusal(folder: Path) -> str:
    """Return the one line a folder is refused with, without the folder."""
    with pytest.raises(CurriculumError) as caught:
        load_curriculum(folder)
    line = str(caught.value)
    assert line.isprintable()
    assert line.startswith("The curriculum file ")
    return line.removeprefix("The curriculum file ").replace(f"{folder}/", "")


def rewrite(file: Path, spoil: Callable[[Any], object]) -> None:
    document = json.loads(file.read_text(encoding="utf-8"))
    spoil(document)
    file.write_text(json.dumps(document), encoding="utf-8")


def test_every_file_of_the_folder_is_named_in_the_index() -> None:
    folder = resource("curriculum")
    index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    named = [*index["files"], index["prompts"]]
    assert sorted([INDEX, *named]) == sorted(file.name for file in folder.iterdir())


def test_the_order_is_that_of_the_index(folder: Path) -> None:
    before = load_curriculum(folder)
    rewrite(folder / INDEX, lambda index: index["files"].reverse())
    after = load_curriculum(folder)
    assert {item.id for item in after.items} == {item.id for item in before.items}
    assert after.items[0].id == "practice.stories"


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    before = load_curriculum(folder)
    file = folder / ORIENTATION
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load_curriculum(folder) == before


@pytest.mark.parametrize("name", [INDEX, ORIENTATION])
def test_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert refusal(folder) == f"{name} is missing"


def test_missing_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere") == "curriculum.json is missing"


def test_folder_in_the_place_of_a_file(folder: Path) -> None:
    (folder / ORIENTATION).unlink()
    (folder / ORIENTATION).mkdir()
    assert refusal(folder) == f"{ORIENTATION} cannot be read: Is a directory"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not JSON as it should be: it ends too early, as if it had been cut off"),
        (
            b'{"items": [\n  {"id": "a" "label": "A"}]}',
            "is not JSON as it should be: Expecting ',' delimiter: line 2 column 14 (char 25)",
        ),
        (
            b'{"items": [], "items": []}',
            "is not JSON as it should be: the key “items” stands twice in one object",
        ),
        (
            b'{"items": [{"id": "a", "x\\ny": 1, "x\\ny": 1}]}',
            "is not JSON as it should be: the key “x y” stands twice in one object",
        ),
        (b'{"items": [NaN]}', "is not JSON as it should be: NaN is not a number"),
        (b'{"items": [-Infinity]}', "is not JSON as it should be: -Infinity is not a number"),
        (b'{"items": "\xff"}', "is not UTF-8 at byte 11"),
        (b'{"items": [], "extra": 1}', "is wrong: extra: Extra inputs are not permitted"),
        (b"[]", "is wrong: Input should be an object"),
        (b'{"items": [7]}', "is wrong: items.0: Input should be an object"),
    ],
)
def test_broken_file(folder: Path, content: bytes, reason: str) -> None:
    (folder / ORIENTATION).write_bytes(content)
    assert refusal(folder) == f"{ORIENTATION} {reason}"


def test_file_nested_too_deep(folder: Path) -> None:
    (folder / ORIENTATION).write_bytes(b"[" * 200_000)
    assert refusal(folder).startswith(f"{ORIENTATION} is not JSON as it should be: ")


def test_half_a_sign(folder: Path) -> None:
    (folder / ORIENTATION).write_bytes(rb'{"groups": "\ud800"}')
    told = f"{ORIENTATION} is not JSON as it should be: a text holds half a character"
    assert refusal(folder).startswith(told)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (
            lambda item: item.update(hours=3),
            "next.assess.hours: Extra inputs are not permitted",
        ),
        (lambda item: item.pop("label"), "next.assess.label: Field required"),
        (
            lambda item: item["at"]["L6"]["hours"].update(new=0),
            "next.assess.at.L6.hours.new: Input should be greater than 0",
        ),
        (
            lambda item: item["at"]["L6"]["hours"].update(new="1.5"),
            "next.assess.at.L6.hours.new: Input should be a valid number",
        ),
        (
            lambda item: item.update(units=[{"id": "next.assess/a", "label": ""}]),
            "next.assess/a.label: String should have at least 1 character",
        ),
        (
            lambda item: item["at"]["L6"].update(priority="high"),
            "next.assess.at.L6.priority: Input should be 'core', 'important' or 'optional'",
        ),
    ],
)
def test_wrong_field(folder: Path, spoil: Callable[[Any], object], reason: str) -> None:
    rewrite(folder / ORIENTATION, lambda document: spoil(document["items"][0]))
    assert refusal(folder) == f"{ORIENTATION} is wrong: {reason}"


def test_wrong_range_of_minutes(folder: Path) -> None:
    rewrite(folder / "rounds.json", lambda document: document["rounds"][2].update(shortest=90))
    reason = "SD: the shortest and the longest minutes are no range"
    assert refusal(folder) == f"rounds.json is wrong: {reason}"


@pytest.mark.parametrize(
    ("name", "number", "changes", "reason"),
    [
        (
            "items-key-skills.json",
            0,
            {"id": "l6.sd.apis", "units": []},
            "the id l6.sd.apis stands twice",
        ),
        (
            "items-technical-l6.json",
            4,
            {"after": ["l6.nothing"]},
            "item l6.sd.apis refers to the unknown item l6.nothing",
        ),
        (
            "items-technical-l6.json",
            4,
            {"after": ["l6.sd.microservices"]},
            f"{CIRCLE}: l6.sd.microservices → l6.sd.apis → l6.sd.microservices",
        ),
        (
            "items-practice.json",
            -1,
            {"group": "nowhere"},
            "item mock.loop.l7 is in the unknown group nowhere",
        ),
    ],
)
def test_files_that_contradict_one_another(
    folder: Path, name: str, number: int, changes: dict[str, Any], reason: str
) -> None:
    rewrite(folder / name, lambda document: document["items"][number].update(changes))
    assert refusal(folder) == f"{name} does not hold together: {reason}"


def test_what_the_guide_points_to_is_known(folder: Path) -> None:
    point = {"id": "x", "label": "x", "see": ["l6.nothing"]}
    rewrite(folder / "guide.json", lambda document: document["guide"]["covers"].append(point))
    told = "guide.json does not hold together: the guide points to the unknown l6.nothing"
    assert refusal(folder) == told


@pytest.mark.parametrize(("files", "guides"), [(["rounds.json"], 0), (["guide.json", "b.json"], 2)])
def test_one_guide_and_no_more(folder: Path, files: list[str], guides: int) -> None:
    shutil.copy(folder / "guide.json", folder / "b.json")
    rewrite(folder / INDEX, lambda index: index.update(files=files))
    assert refusal(folder) == f"curriculum.json names {guides} files with a guide, not one"


@pytest.mark.parametrize("name", ["../guide.json", "/etc/passwd", "guide.txt", "a/b.json"])
def test_only_files_of_the_folder_are_read(folder: Path, name: str) -> None:
    rewrite(folder / INDEX, lambda index: index["files"].append(name))
    assert refusal(folder).startswith("curriculum.json is wrong: files.")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            {"renamed": [{"old": "a", "new": "none"}]},
            "does not hold together: the renaming of a leads to the unknown none",
        ),
        (
            {"renamed": [{"old": "a", "new": "b"}, {"old": "b", "new": "a"}]},
            "does not hold together: the renaming of a goes in a circle: a → b → a",
        ),
        (
            {"retired_units": [{"id": "read.staff-engineer/overview", "label": "x"}]},
            "does not hold together: the id read.staff-engineer/overview stands twice",
        ),
        ({"renamed": [{"old": "a b", "new": "c"}]}, "is wrong: renamed.0.old: "),
    ],
)
def test_a_succession_that_cannot_be_is_told(folder: Path, content: object, reason: str) -> None:
    (folder / "succession.json").write_text(json.dumps(content), encoding="utf-8")
    assert refusal(folder).startswith(f"succession.json {reason}")


def test_ids_of_earlier_curricula_are_read(folder: Path) -> None:
    content = {"renamed": [{"old": "read.old", "new": "read.staff-engineer"}]}
    (folder / "succession.json").write_text(json.dumps(content), encoding="utf-8")
    assert load_curriculum(folder).renames == {"read.old": "read.staff-engineer"}
