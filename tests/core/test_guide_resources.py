"""Each label of the guide stands once in the files of the curriculum, in its own place.

The files are read as they lie there, without the program: what it would make of them does not
count.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from planner.resources import resource
from tests.core.guide_labels import labels

Json = Any


@cache
def document() -> Mapping[str, Json]:
    """All files of the curriculum put together."""
    found: dict[str, Json] = {}
    for file in sorted(resource("curriculum").glob("*.json")):
        for field, value in json.loads(file.read_text(encoding="utf-8")).items():
            found[field] = [*found.get(field, []), *value] if isinstance(value, list) else value
    return found


def guide() -> Json:
    return document()["guide"]


def of_level(level: str) -> Json:
    return guide()["levels"][level]


def table(name: str, *heads: str) -> Iterator[str]:
    yield from heads
    for row in guide()[name]:
        yield from (row["label"], *row["at"].values())


def points(those: Iterable[Json]) -> Iterator[str]:
    for point in those:
        yield from (point["label"], point["text"])


def differentiators(level: str) -> Iterator[str]:
    yield from (guide()["headings"]["focus"], of_level(level)["focus"])
    yield from points(of_level(level)["differentiators"])


def skills(level: str) -> Iterator[str]:
    groups = of_level(level)["skills"]
    yield from {group["id"].partition(".")[0] for group in groups}
    for group in groups:
        yield from (group["label"], *group["skills"])


def boxes(level: str) -> Iterator[str]:
    yield from (*of_level(level)["steps"], *of_level(level)["loop_day"])


def minutes(one: Json) -> str:
    times = sorted({one["shortest"], one["longest"]})
    count = "optional" if one.get("optional") else one.get("count", 1)
    each = " each" if one.get("count", 1) > 1 else ""
    return f"({count}): {'-'.join(map(str, times))} minutes{each}"


def loop(level: str) -> Iterator[str]:
    first, last = of_level(level)["stated_loop_hours"]
    yield from (of_level(level)["headings"]["loop"], f"({first}-{last} hours)")
    for one in document()["rounds"]:
        if one["level"] == level and one.get("in_loop", True):
            yield f"{one['label']} {minutes(one)}"


def principles() -> Iterator[str]:
    for level in ("L6", "L7"):
        yield of_level(level)["headings"]["critical"]
    for one in document()["principles"]:
        if "critical_for" in one:
            yield from (one.get("guide_name", one["name"]), one["gloss"])


def judged(field: str, level: str) -> Iterator[str]:
    rows = [one for one in document()[field] if one["level"] == level]
    yield from dict.fromkeys(one["family"] for one in rows)
    yield from (one["label"] for one in rows)


def items(*groups: str) -> Iterator[str]:
    for item in document()["items"]:
        if item["group"] in groups:
            yield item["label"]


def key_skills() -> Iterator[str]:
    heads = guide()["headings"]
    yield from (heads["key-technical"], heads["key-leadership"])
    yield from items("key_technical", "key_leadership")


PLACES: Mapping[str, Callable[[], Iterable[str]]] = {
    "What This Section Covers": lambda: points(guide()["covers"]),
    "The Amazon Engineering Manager Ladder (diagram)": lambda: (
        f"{one['id']}: {one['title']}" for one in guide()["ladder"]
    ),
    "Impact Scope by Level": lambda: table("scope", guide()["headings"]["level"], "L6", "L7"),
    "L6: Senior Engineering Manager": lambda: differentiators("L6"),
    "L7: Principal Engineering Manager": lambda: differentiators("L7"),
    "L6 Requirements": lambda: skills("L6"),
    "L7 Requirements": lambda: skills("L7"),
    "Leadership Competencies": lambda: table(
        "leadership",
        guide()["headings"]["competency"],
        *(of_level(level)["headings"]["leadership"] for level in ("L6", "L7")),
    ),
    "L6 Interview Loop Structure (diagram)": lambda: boxes("L6"),
    "L6 Interview Loop Structure": lambda: loop("L6"),
    "L7 Interview Loop Structure (diagram)": lambda: boxes("L7"),
    "L7 Interview Loop Structure": lambda: loop("L7"),
    "Technical Assessment Matrix": lambda: table(
        "matrix",
        guide()["headings"]["dimension"],
        *(of_level(level)["headings"]["matrix"] for level in ("L6", "L7")),
    ),
    "Leadership Principles Mapping": principles,
    "What Gets You Hired at L6": lambda: judged("criteria", "L6"),
    "What Gets You Hired at L7": lambda: judged("criteria", "L7"),
    "L6 Interview Failures": lambda: judged("failures", "L6"),
    "L7 Interview Failures": lambda: judged("failures", "L7"),
    "Essential Reading": lambda: items("reading"),
    "Key Skills to Develop": key_skills,
    "Next Steps": lambda: points(guide()["next_steps"]),
}
EVERY = [(section, label) for section, those in labels().items() for label in those]


def test_the_list_is_whole() -> None:
    assert list(labels()) == list(PLACES)
    assert len(EVERY) == 252  # counted in the guide when the list was made
    doubles = [
        (section, label)
        for section, those in labels().items()
        for label in those
        if list(those).count(label) > 1
    ]
    assert doubles == []


@pytest.mark.parametrize("section", PLACES)
def test_each_label_stands_once_in_the_curriculum(section: str) -> None:
    found = Counter(PLACES[section]())
    assert found == Counter(labels()[section])  # and nothing that the guide does not say
    assert set(found.values()) == {1}
