"""A curriculum for another company: used where it is whole, refused with line and reason."""

import errno
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from planner.core.apply import apply
from planner.core.commands import AcceptPlan, ChangeProfile
from planner.core.entry import spread_hours
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.screens.guide.parts import guide_screen
from planner.core.screens.loop_sheet import loop_sheet
from planner.core.screens.practice import practice_screen
from planner.core.screens.readiness import readiness_screen
from planner.core.state import State
from planner.core.values import Level
from planner.resources import resource
from planner.storage.closed_book import load_closed_book
from planner.storage.curriculum import CurriculumError, load_curriculum
from planner.storage.known import Known
from planner.storage.pack import (
    MOST_ITEMS,
    book_of,
    drop_pack,
    load_pack,
    name_of,
    pack_in,
    packed,
    use_pack,
)
from planner.storage.paths import PACK, open_store
from planner.storage.trouble import NotSaved
from tests.support.faults import failing

EXAMPLE = Path(__file__).parents[2] / "docs" / "curriculum-example.json"
TODAY = date(2026, 11, 30)


def example() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(EXAMPLE.read_text())
    return found


def written(folder: Path, values: object) -> Path:
    file = folder / "pack.json"
    file.write_text(json.dumps(values, indent=1))
    return file


def test_our_own_curriculum_comes_back_from_a_pack(tmp_path: Path) -> None:
    own = load_curriculum(resource("curriculum"))
    file = tmp_path / "own.json"
    book = load_closed_book(resource("curriculum"), own)
    file.write_bytes(packed(own, "Mine", book))
    assert book_of(file) == book
    assert load_pack(file) == own
    assert name_of(file) == "Mine"
    known = Known(tmp_path / "known")
    assert load_pack(file, known) == own
    known.save()
    assert load_pack(file, Known(tmp_path / "known")) == own


@pytest.mark.parametrize("level", Level)
def test_the_whole_program_works_on_the_example(level: Level) -> None:
    state = State(load_pack(EXAMPLE))
    profile = Profile(level=level, start=TODAY, loop=date(2027, 1, 18), week=spread_hours(6 * 60))
    state = apply(state, ChangeProfile(profile=profile))
    plan = make_plan(state, profile, TODAY)
    assert plan.fits
    state = apply(state, AcceptPlan(plan=plan))
    assert make_plan(state, profile, TODAY) == plan
    assert readiness_screen(state, TODAY) is not None
    assert practice_screen(state) is not None
    assert guide_screen(state).parts
    assert loop_sheet(state).rounds


@pytest.mark.parametrize("label", [" ", "\x1f", "<b>\u202e😀"])
def test_labels_of_any_kind_are_shown(tmp_path: Path, label: str) -> None:
    values = example()
    values["rounds"][0]["label"] = label
    for one in values["guide"]["levels"].values():
        one["steps"][0] = one["loop_day"][0] = label
    state = State(load_pack(written(tmp_path, values)))
    for level in Level:
        profile = Profile(level=level, start=TODAY, loop=date(2027, 1, 18), week=spread_hours(360))
        assert guide_screen(apply(state, ChangeProfile(profile=profile))).parts


def test_a_pack_in_a_store_is_no_journal(tmp_path: Path) -> None:
    use_pack(tmp_path, EXAMPLE)
    file = tmp_path / PACK
    assert pack_in(tmp_path) == file
    assert load_pack(file) == load_pack(EXAMPLE)
    assert b'{"id": "' not in file.read_bytes()
    moment = datetime(2026, 11, 30, tzinfo=UTC)
    state = tmp_path.with_name("state")
    journal = open_store(tmp_path, now=lambda: moment, new_id=lambda: "ada", state=state)
    journal.catch_up()
    assert (journal.records, journal.set_aside) == ((), ())


def test_dropping_it_goes_back_and_deletes_nothing(tmp_path: Path) -> None:
    assert not drop_pack(tmp_path)
    use_pack(tmp_path, EXAMPLE)
    assert drop_pack(tmp_path)
    assert pack_in(tmp_path) is None
    assert [one.name for one in tmp_path.iterdir()] == [f"{PACK}.unused"]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_broken_one_is_refused_with_line_and_reason(tmp_path: Path) -> None:
    values = example()
    values["items"][2]["requires"] = ["tech.signalling", "no.such"]
    file = written(tmp_path, values)
    line = line_of(file.read_text(), '"id": "tech.maintenance"')
    with pytest.raises(CurriculumError, match=rf"at line {line}: .*no\.such"):
        load_pack(file)
    values["items"][2]["requires"] = []
    values["items"][2]["at"]["L6"]["priority"] = "urgent"
    file = written(tmp_path, values)
    with pytest.raises(CurriculumError, match=rf"at line {line}: .*'core', 'important'"):
        load_pack(file)


def spoilt(name: str) -> object:
    """The example with one thing wrong."""
    values = example()
    items, guide = values["items"], values["guide"]
    many = [{**items[3], "id": f"many.{n}"} for n in range(MOST_ITEMS)]
    changes = {
        "circle": lambda: items[1].update(requires=["tech.maintenance"]),
        "double": lambda: items.append(items[0]),
        "unknown criterion": lambda: items[0]["at"]["L6"].update(criteria=["ZZ"]),
        "no guide": lambda: values.pop("guide"),
        "no items": items.clear,
        "many items": lambda: items.extend(many),
        "no heading": lambda: guide["headings"].pop("ladder"),
        "no level": lambda: guide["levels"].pop("L7"),
        "no level heading": lambda: guide["levels"]["L7"]["headings"].pop("loop"),
        "half a row": lambda: guide["matrix"][1]["at"].pop("L7"),
        "no hours": lambda: guide["levels"]["L6"].update(stated_loop_hours=[]),
        "another form": lambda: values.update(pack=2),
        "extra field": lambda: values.update(mood="good"),
        "unknown prompt": lambda: values.update(prompts=[{"about": "no.such", "ask": ["?"]}]),
        "a list": lambda: None,
    }
    change: Any = changes[name]
    change()
    return [values] if name == "a list" else values


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("circle", "circle|wait|cycle"),
        ("double", "twice"),
        ("unknown criterion", "ZZ"),
        ("no guide", "has no guide"),
        ("no items", "has 0 items; 1 to 2000 can be used"),
        ("many items", "has 2005 items"),
        ("no heading", "has no heading “ladder”"),
        ("no level", "says nothing of L7"),
        ("no level heading", "has no heading “loop” for L7"),
        ("half a row", "says nothing of L7 in the row "),
        ("no hours", "stated_loop_hours.0: Field required"),
        ("another form", "pack"),
        ("extra field", "mood"),
        ("unknown prompt", "asks about the unknown no.such"),
        ("a list", "object"),
    ],
)
def test_what_does_not_hold_together_is_refused(tmp_path: Path, name: str, said: str) -> None:
    store = tmp_path / "store"
    with pytest.raises(CurriculumError, match=said) as found:
        use_pack(store, written(tmp_path, spoilt(name)))
    assert "\n" not in str(found.value)
    assert not store.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "JSON"),
        (b"{" * 100_000, "nested|JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"pack": 1, "pack": 1}', "twice"),
        (b'{"pack": NaN}', "JSON"),
    ],
)
def test_what_is_no_pack_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    with pytest.raises(CurriculumError, match=said):
        load_pack(file)


def test_a_folder_a_missing_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CurriculumError, match="is no file"):
        load_pack(tmp_path)
    with pytest.raises(CurriculumError, match="is missing"):
        load_pack(tmp_path / "none")
    huge = tmp_path / "huge"
    with huge.open("wb") as opened:
        opened.truncate(20_000_001)
    with pytest.raises(CurriculumError, match="larger than 20 MB"):
        load_pack(huge)


def test_a_pack_that_is_put_away_takes_the_place_of_none(tmp_path: Path) -> None:
    for _ in range(3):
        use_pack(tmp_path, EXAMPLE)
        assert drop_pack(tmp_path)
    names = {file.name for file in tmp_path.iterdir()}
    assert names == {f"{PACK}.unused{n}" for n in ("", 2, 3)}


def test_a_pack_that_cannot_be_kept_or_put_away_is_told(tmp_path: Path) -> None:
    with failing("mkdir", errno.EACCES), pytest.raises(NotSaved, match="no permission"):
        use_pack(tmp_path / "store", EXAMPLE)
    use_pack(tmp_path, EXAMPLE)
    with failing("rename", errno.EROFS), pytest.raises(NotSaved, match="read-only"):
        drop_pack(tmp_path)
    assert (tmp_path / PACK).is_file()
