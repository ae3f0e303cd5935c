"""The curriculum that comes with the program: complete, stable, and in good order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from planner.core.checking import checked, made, written
from planner.core.curriculum import Curriculum, Hours, Item, Principle, Problem, Round, problems
from planner.core.values import Level, Priority, Rating, Subject
from planner.resources import resource
from planner.storage.curriculum import load_curriculum

CURRICULUM = load_curriculum(resource("curriculum"))
L6, L7 = Level.L6, Level.L7
IDS = Path(__file__).with_name("ids.txt")


def all_ids() -> Iterator[str]:
    yield from (f"group {group.id}" for group in CURRICULUM.groups)
    for item in CURRICULUM.items:
        yield f"item {item.id}"
        yield from (f"unit {unit.id}" for unit in item.units)
    yield from (f"criterion {criterion.id}" for criterion in CURRICULUM.criteria)
    yield from (f"failure {failure.id}" for failure in CURRICULUM.failures)
    yield from (f"round {one.level}.{one.id}" for one in CURRICULUM.rounds)
    yield from (f"principle {principle.id}" for principle in CURRICULUM.principles)


def test_ids_are_never_removed_or_renamed() -> None:
    """Journals name these ids for ever. Whoever removes a line here loses somebody's ticks."""
    gone = set(IDS.read_text(encoding="utf-8").splitlines()) - set(all_ids())
    assert not gone


def test_new_ids_are_written_down() -> None:
    new = set(all_ids()) - set(IDS.read_text(encoding="utf-8").splitlines())
    assert not new, f"add these lines to {IDS}"


@pytest.mark.parametrize(
    ("level", "guide", "derived", "hard", "soft"), [(L6, 38, 6, 24, 24), (L7, 39, 8, 28, 27)]
)
def test_items_and_edges(level: Level, guide: int, derived: int, hard: int, soft: int) -> None:
    items = CURRICULUM.items_at(level)
    here = {item.id for item in items}
    assert Counter(item.origin for item in items) == {"guide": guide, "derived": derived}
    assert sum(other in here for item in items for other in item.requires) == hard
    assert sum(other in here for item in items for other in item.after) == soft


@pytest.mark.parametrize(
    ("level", "everything", "core"),
    [
        (L6, (273.5, 173.75, 87.25), (152, 96, 48.75)),
        (L7, (281.75, 187, 97.5), (194, 126, 64.25)),
    ],
)
def test_hours(level: Level, everything: Sequence[float], core: Sequence[float]) -> None:
    at = [item.at[level] for item in CURRICULUM.items_at(level)]
    for rating, total, least in zip(Rating, everything, core, strict=True):
        minutes = [one.hours.minutes(rating) for one in at]
        assert sum(minutes) == 60 * total
        needed = zip(minutes, at, strict=True)
        assert sum(m for m, one in needed if one.priority is Priority.CORE) == 60 * least


def test_guide_items_per_criterion() -> None:
    counted = Counter(
        criterion
        for item in CURRICULUM.items
        if item.origin == "guide"
        for at in item.at.values()
        for criterion in at.criteria
    )
    l6 = {"TE1": 3, "TE2": 13, "TE3": 14, "LE1": 12, "LE2": 5, "LE3": 9}
    l6 |= {"DT1": 10, "DT2": 7, "DT3": 10}
    l7 = {"VL1": 16, "VL2": 6, "VL3": 12, "OI1": 11, "OI2": 8, "OI3": 12}
    l7 |= {"EP1": 10, "EP2": 5, "EP3": 10}
    assert counted == l6 | l7


@pytest.mark.parametrize("level", Level)
def test_failure_points_are_guarded_and_rounds_prepared(level: Level) -> None:
    at = [item.at[level] for item in CURRICULUM.items_at(level) if item.origin == "guide"]
    guards = Counter(failure for one in at for failure in one.failures)
    prepares = Counter(round_id for one in at for round_id in one.rounds)
    assert min(guards[failure.id] for failure in CURRICULUM.failures_at(level)) >= 4
    assert min(prepares[one.id] for one in CURRICULUM.rounds_at(level)) >= 2


@pytest.mark.parametrize("level", Level)
def test_longest_chain_of_hard_edges_is_five_items(level: Level) -> None:
    def length(item: Item) -> int:
        before = (CURRICULUM.by_id[other] for other in item.requires)
        return 1 + max((length(other) for other in before), default=0)

    assert max(length(item) for item in CURRICULUM.items_at(level)) == 5


def minutes(level: Level, *, optional: bool) -> tuple[int, int]:
    rounds = [one for one in CURRICULUM.rounds_at(level) if one.in_loop]
    chosen = [one for one in rounds if one.optional is optional]
    return (
        sum(one.count * (one.shortest or 0) for one in chosen),
        sum(one.count * (one.longest or 0) for one in chosen),
    )


def test_minutes_of_the_loops() -> None:
    assert minutes(L6, optional=False) == (285, 300)
    assert minutes(L6, optional=True) == (0, 0)
    assert minutes(L7, optional=False) == (390, 390)
    assert minutes(L7, optional=True) == (30, 45)


def test_rounds_before_the_loop_have_no_length() -> None:
    before = [one.id for one in CURRICULUM.rounds if not one.in_loop]
    silent = [one.id for one in CURRICULUM.rounds if one.shortest is None and one.longest is None]
    assert before == silent == ["PS", "RC", "HM", "TS"]


TYPOGRAPHY = set("–—“”½¼¾→")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts(key)
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def test_no_text_was_read_in_the_wrong_encoding() -> None:
    strange = {
        text
        for text in texts(written(CURRICULUM))
        if any(ord(sign) > 126 and sign not in TYPOGRAPHY for sign in text)
        or unicodedata.normalize("NFC", text) != text
        or text != " ".join(text.split())
    }
    assert not strange


def test_own_sentences_end_in_a_full_stop() -> None:
    items = CURRICULUM.items
    own = [text for item in items for text in (item.done, item.note) if text]
    own += [group.note for group in CURRICULUM.groups if group.note]
    own += [point.text for point in CURRICULUM.guide.about]
    assert [text for text in own if not text.endswith(".")] == []
    assert all(item.done for item in items)


def test_titles_are_short_and_plain() -> None:
    for item in CURRICULUM.items:
        assert not re.search(r'["“”()]| by | x\d', item.title), item.title
        assert len(item.title) <= 40
    books = {item.title: item.author for item in CURRICULUM.items if item.author}
    assert books == {
        "Staff Engineer": "Will Larson",
        "An Elegant Puzzle": "Will Larson",
        "The Manager's Path": "Camille Fournier",
    }


def subject_of(item: Item) -> Subject:
    if item.id.startswith("mock."):
        return Subject.MOCK
    families = {
        "orientation": Subject.ORIENTATION,
        "reading": Subject.READING,
        "technical_skills_L6": Subject.TECHNICAL,
        "technical_skills_L7": Subject.TECHNICAL,
        "key_technical": Subject.TECHNICAL,
        "key_leadership": Subject.LEADERSHIP,
        "competency": Subject.LEADERSHIP,
        "practice": Subject.LEADERSHIP,
    }
    return families[item.group.split(".")[0]]


@pytest.mark.parametrize("item", CURRICULUM.items, ids=lambda item: item.id)
def test_subject_follows_from_the_group(item: Item) -> None:
    assert item.subject is subject_of(item)


@pytest.mark.parametrize("level", Level)
def test_a_title_stands_once_per_level(level: Level) -> None:
    titles = Counter(item.title for item in CURRICULUM.items_at(level))
    assert titles.most_common(1)[0][1] == 1


def units(item_id: str) -> list[str]:
    return [unit.label for unit in CURRICULUM.by_id[item_id].units]


def test_reading_is_ticked_in_parts() -> None:
    assert units("read.managers-path") == [
        "1 Management 101",
        "2 Mentoring",
        "3 Tech Lead",
        "4 Managing People",
        "5 Managing a Team",
        "6 Managing Multiple Teams",
        "7 Managing Managers",
        "8 The Big Leagues",
        "9 Bootstrapping Culture",
    ]
    assert units("read.elegant-puzzle") == [
        "1 Introduction",
        "2 Organizations",
        "3 Tools",
        "4 Approaches",
        "5 Culture",
        "6 Careers",
        "7 Appendix",
    ]
    assert units("read.staff-engineer") == [
        "Overview",
        "Operating at Staff",
        "Getting the title where you are",
        "Switching companies to get the title",
        "Interviews",
        "Resources",
    ]
    assert units("read.well-architected") == [
        "Operational excellence",
        "Security",
        "Reliability",
        "Performance efficiency",
        "Cost optimization",
        "Sustainability",
    ]
    assert len(units("read.leadership-principles")) == 16


def test_units_of_the_deep_dive_are_named_after_the_principles() -> None:
    item = CURRICULUM.by_id["read.leadership-principles"]
    named = [(f"{item.id}/{one.id}", one.name) for one in CURRICULUM.principles]
    assert [(unit.id, unit.label) for unit in item.units] == named


@pytest.mark.parametrize(
    ("mock", "runs"),
    {
        # Minutes of each run with its debrief, from the label of the item.
        "mock.coding": [45 + 30] * 2,
        "mock.sysdesign": [60 + 30] * 2,
        "mock.behavioral": [45 + 30] * 2,
        "mock.bar.l6": [60 + 30],
        "mock.loop.l6": [45, 45, 60, 45, 45, 60, 60],
        "mock.architecture": [90, 30] * 2,
        "mock.strategy": [60 + 30],
        "mock.cases": [60 + 30] * 2,
        "mock.org": [60 + 30],
        "mock.bar.l7": [60 + 30],
        "mock.exec": [45 + 30],
        "mock.loop.l7": [90, 60, 60, 60, 60, 60, 45, 45],
    }.items(),
)
def test_units_of_a_mock_weigh_its_minutes(mock: str, runs: list[int]) -> None:
    item = CURRICULUM.by_id[mock]
    assert [unit.weight for unit in item.units] == runs
    for at in item.at.values():
        assert {at.hours.minutes(rating) for rating in Rating} == {sum(runs)}


def test_every_mock_has_units() -> None:
    assert all(item.units for item in CURRICULUM.items if item.subject is Subject.MOCK)


@pytest.mark.parametrize(
    "item",
    [
        item
        for item in CURRICULUM.items
        if item.units and item.subject in {Subject.TECHNICAL, Subject.LEADERSHIP}
    ],
    ids=lambda item: item.id,
)
def test_a_topic_fills_a_session(item: Item) -> None:
    """Under 45 minutes it would be a name for half a session."""
    whole = sum(unit.weight for unit in item.units)
    least = min(unit.weight for unit in item.units)
    assert len(item.units) > 1
    for at in item.at.values():
        assert at.hours.minutes(Rating.WORKING) * least / whole >= 45


GUIDE = CURRICULUM.guide
ITEM = {item.id: item.note for item in CURRICULUM.items}
ABOUT = {point.id: point.text for point in GUIDE.about}
GROUP = {group.id: group.note for group in CURRICULUM.groups}
CRITERION = {criterion.id: criterion.note for criterion in CURRICULUM.criteria}
FAILURE = {failure.id: failure.note for failure in CURRICULUM.failures}
ROUND = {f"{one.level}.{one.id}": one.note for one in CURRICULUM.rounds}
ROW = {row.id: row.note for row in (*GUIDE.scope, *GUIDE.leadership)}
PRINCIPLE = {principle.number: principle.note for principle in CURRICULUM.principles}
LOOP = {level: guide.loop_note for level, guide in GUIDE.levels.items()}


@pytest.mark.parametrize(
    ("row", "note", "word"),
    [
        (2, GUIDE.ladder_note, "titles differ"),
        (2, GUIDE.ladder_note, "no L9"),
        (3, LOOP[L6], "5–6 hours"),
        (3, LOOP[L6], "4¾–5"),
        (4, LOOP[L7], "6½"),
        (4, LOOP[L7], "7–7¼"),
        (5, LOOP[L7], "five boxes"),
        (5, ROUND["L7.CAS"], "two case studies"),
        (5, ROUND["L7.EX"], "Optional"),
        *((5, ROUND[one], "no length") for one in ("L6.PS", "L7.RC", "L7.HM", "L7.TS")),
        (6, LOOP[L6], "ask the recruiter"),
        (6, LOOP[L7], "ask the recruiter"),
        *((7, PRINCIPLE[number], "shortens") for number in (6, 13, 16)),
        (8, PRINCIPLE[16], "duty"),
        (9, PRINCIPLE[1], "neither"),
        (9, ABOUT["five"], "this guide's choice"),
        (10, ROW["team-size"], "26 to 99"),
        (11, ROW["people-leadership"], "Team leads"),
        (11, ITEM["comp.people.l6"], "team leads"),
        (13, ROW["business-impact"], "$1–10M"),
        (14, CRITERION["TE1"], "working solution"),
        (14, ITEM["l6.prog.expert"], "algorithms"),
        (15, ABOUT["two-lists"], "both lists"),
        (15, FAILURE["TD1"], "both lists"),
        (15, CRITERION["DT1"], "delivery"),
        *(
            (16, ITEM[f"l7.{one}"], "Evidence to collect")
            for one in ("innov.patents", "depth.published", "depth.speaking")
        ),
        (16, ITEM["l7.depth.expert"], "outcome"),
        *((17, ITEM[f"key.{one}"], "counted twice") for one in ("distributed", "security", "cost")),
        *(
            (17, ITEM[f"l6.{one}"], "among the key skills")
            for one in ("sd.distributed", "cloud.security", "cloud.cost")
        ),
        (17, ITEM["l7.breadth.crossfunc"], "Stakeholder Management"),
        (18, GROUP["key_technical"], "no level"),
        (18, GROUP["key_leadership"], "no level"),
        *((19, CRITERION[one], "fact of a career") for one in ("VL2", "EP1", "EP2", "EP3")),
        (20, ITEM["read.staff-engineer"], "outside the management track"),
        *(
            (21, ITEM[f"next.{one}"], "not part of it")
            for one in ("assess", "competencies", "principles", "process")
        ),
        (21, ABOUT["links"], "four more pages"),
        (22, ABOUT["unofficial"], "not Amazon's"),
        (22, ABOUT["source"], "no author, date or source"),
        (23, GROUP["reading"], "boxes to tick"),
    ],
)
def test_an_oddity_of_the_guide_has_its_note(row: int, note: str, word: str) -> None:
    """Rows 1 (encoding) and 12 (none needed) have no note; the first has a test above."""
    assert word in note, f"row {row}"


Document = dict[str, Any]
CIRCLE = "items wait for each other in a circle"


def change(**changes: Mapping[str, Any]) -> Callable[[Document], None]:
    """Return what changes fields of items, told by their ids with underscores for dots."""

    def apply(document: Document) -> None:
        for item in document["items"]:
            item.update(changes.get(item["id"].replace(".", "_"), {}))

    return apply


def twice(field: str) -> Callable[[Document], None]:
    def apply(document: Document) -> None:
        document[field] = [*document[field], document[field][0]]

    return apply


def at_l6(**marks: Sequence[str]) -> Callable[[Document], None]:
    def apply(document: Document) -> None:
        document["items"][0]["at"]["L6"].update(marks)

    return apply


def swap_principles(document: Document) -> None:
    first, second, *rest = document["principles"]
    document["principles"] = [second, first, *rest]


def forget_a_place(document: Document) -> None:
    document["principles"][1]["place"] = None


def shrink_a_group(document: Document) -> None:
    document["groups"][0]["levels"] = ["L6"]


@pytest.mark.parametrize(
    ("spoil", "field", "text"),
    [
        (twice("groups"), "groups", "the id orientation stands twice"),
        (twice("items"), "items", "the id next.assess stands twice"),
        (twice("criteria"), "criteria", "the id TE1 stands twice"),
        (twice("failures"), "failures", "the id TG1 stands twice"),
        (twice("rounds"), "rounds", "the id PS of L6 stands twice"),
        (twice("principles"), "principles", "the id customer-obsession stands twice"),
        (
            change(l6_sd_apis={"units": [{"id": "l6.sd.apis/a", "label": "A"}] * 2}),
            "items",
            "the id l6.sd.apis/a stands twice",
        ),
        (
            change(l6_sd_apis={"group": "nowhere"}),
            "items",
            "item l6.sd.apis is in the unknown group nowhere",
        ),
        (
            shrink_a_group,
            "items",
            "item next.assess is at a level that its group orientation does not have",
        ),
        (
            change(l6_sd_apis={"requires": ["l6.nothing"]}),
            "items",
            "item l6.sd.apis refers to the unknown item l6.nothing",
        ),
        (
            change(l6_sd_apis={"after": ["l6.nothing"]}),
            "items",
            "item l6.sd.apis refers to the unknown item l6.nothing",
        ),
        (
            change(key_change={"requires": ["l6.sd.apis"]}),
            "items",
            "item key.change requires l6.sd.apis, which is not part of the same levels",
        ),
        (
            change(l6_sd_apis={"units": [{"id": "l6.ops.cicd/a", "label": "A"}]}),
            "items",
            "item l6.sd.apis has the unit l6.ops.cicd/a, which is not named after it",
        ),
        (
            at_l6(criteria=["VL1"]),
            "items",
            "item next.assess counts towards the unknown criterion VL1 at L6",
        ),
        (
            at_l6(failures=["SL1"]),
            "items",
            "item next.assess counts towards the unknown failure point SL1 at L6",
        ),
        (
            at_l6(rounds=["EX"]),
            "items",
            "item next.assess counts towards the unknown round EX at L6",
        ),
        (
            swap_principles,
            "principles",
            "principle ownership has the number 2 and stands in place 1",
        ),
        (
            forget_a_place,
            "principles",
            "principle ownership needs both a level it is critical for and a place, or neither",
        ),
        (
            change(l6_sd_apis={"requires": ["l6.sd.microservices"]}),
            "items",
            f"{CIRCLE}: l6.sd.microservices → l6.sd.apis → l6.sd.microservices",
        ),
        (
            change(l6_sd_apis={"after": ["l6.sd.apis"]}),
            "items",
            f"{CIRCLE}: l6.sd.apis → l6.sd.apis",
        ),
    ],
)
def test_a_curriculum_that_does_not_hold_together(
    spoil: Callable[[Document], None], field: str, text: str
) -> None:
    document = written(CURRICULUM)
    spoil(document)
    with pytest.raises(ValidationError) as caught:
        made(Curriculum, document)
    problem: Problem = caught.value.errors()[0]["ctx"]["error"].problem
    assert (problem.field, problem.text) == (field, text)
    assert problem.place < len(document[field])


def test_the_curriculum_holds_together() -> None:
    assert list(problems(CURRICULUM)) == []


@pytest.mark.parametrize(("shortest", "longest"), [(60, 45), (45, None), (None, 45), (0, 45)])
def test_minutes_of_a_round_are_a_range(shortest: int | None, longest: int | None) -> None:
    with pytest.raises(ValueError, match=r"no range|greater than or equal to 1"):
        checked(Round(id="X", level=L6, label="X", shortest=shortest, longest=longest))


def test_an_item_belongs_to_some_level() -> None:
    with pytest.raises(ValidationError):
        checked(CURRICULUM.items[0].evolve(at={}))


def test_a_principle_has_a_number_of_the_sixteen() -> None:
    with pytest.raises(ValidationError):
        checked(Principle(id="x", number=17, name="X"))


def test_hours_in_minutes() -> None:
    hours = Hours(new=1.25, working=0.75, strong=0.25)
    assert [hours.minutes(rating) for rating in Rating] == [75, 45, 15]


def test_groups_at_a_level() -> None:
    assert [group.label for group in CURRICULUM.groups_at(L7)] == [
        "Next Steps",
        "Essential Reading",
        "architecture",
        "innovation",
        "breadth",
        "depth",
        "vision",
        "Technical Skills",
        "Leadership Skills",
        "Leadership Competencies",
        "Practice",
    ]
