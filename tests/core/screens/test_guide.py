"""The guide as plain rows: all its words, what one can do about them, and how they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import NoteMock, PlaceStory, SkipItem, Tick, WriteStory
from planner.core.exchange.text.guide import guide_text
from planner.core.exchange.text.layout import WIDTH
from planner.core.screens.guide.finding import matching, said
from planner.core.screens.guide.parts import guide_screen
from planner.core.screens.guide.values import Cell, GuideScreen, Part, Place, Way
from planner.core.state import State
from planner.core.values import Level, Priority
from planner.core.wording.guide import way_text
from tests.core.guide_labels import labels
from tests.core.screens.candidates import TODAY, curriculum, demo, fresh
from tests.support import study

NEW = State(curriculum())


def part(screen: GuideScreen, part_id: str) -> Part:
    return next(one for one in screen.parts if one.id == part_id)


def cells(screen: GuideScreen) -> list[Cell]:
    return [cell for one in screen.parts for line in one.lines for cell in line.cells]


def cell(screen: GuideScreen, part_id: str, name: str) -> Cell:
    """The only cell of a part that says this."""
    found = [
        cell
        for line in part(screen, part_id).lines
        for cell in line.cells
        if name in {cell.label, cell.text}
    ]
    (one,) = found
    return one


def ways(screen: GuideScreen) -> list[Way]:
    return [way for one in cells(screen) for way in one.ways]


PLACES = {
    "What This Section Covers": ("covers", None),
    "The Amazon Engineering Manager Ladder (diagram)": ("ladder", None),
    "Impact Scope by Level": ("scope", None),
    "L6: Senior Engineering Manager": ("differentiators", Level.L6),
    "L7: Principal Engineering Manager": ("differentiators", Level.L7),
    "L6 Requirements": ("technical", Level.L6),
    "L7 Requirements": ("technical", Level.L7),
    "Leadership Competencies": ("leadership", None),
    "L6 Interview Loop Structure (diagram)": ("process", Level.L6),
    "L6 Interview Loop Structure": ("loop", Level.L6),
    "L7 Interview Loop Structure (diagram)": ("process", Level.L7),
    "L7 Interview Loop Structure": ("loop", Level.L7),
    "Technical Assessment Matrix": ("matrix", None),
    "Leadership Principles Mapping": ("principles", None),
    "What Gets You Hired at L6": ("success", Level.L6),
    "What Gets You Hired at L7": ("success", Level.L7),
    "L6 Interview Failures": ("failures", Level.L6),
    "L7 Interview Failures": ("failures", Level.L7),
    "Essential Reading": ("reading", None),
    "Key Skills to Develop": ("key-skills", None),
    "Next Steps": ("next-steps", None),
}


def phrases(one: Part, level: Level | None) -> list[str]:
    """Everything that a part says, of one level or of both, by the pieces the guide has."""
    found = [one.corner] if level is None else []
    for column in one.columns:
        if level in {None, column.level}:
            title, _, code = column.title.partition(" · ")
            name, _, hours = title.partition(" (")
            found += [name, code, f"({hours}" if hours else ""]
    for line in one.lines:
        label = line.label
        if one.id == "ladder":
            found.append(f"{label}: {line.cells[0].text}")
            continue
        found.append(label)
        for each in line.cells:
            if level in {None, each.level}:
                found += pieces(one, each)
    return [piece for piece in found if piece]


def pieces(one: Part, each: Cell) -> list[str]:
    if one.id == "loop":
        return [f"{each.label} {each.text}"]
    label = each.label
    if one.id == "principles":
        label = label.partition(". ")[2] or label
        label = label.partition(" (")[2].rstrip(")") or label
    return [label, each.text]


@pytest.mark.parametrize("section", PLACES)
def test_each_label_of_the_guide_stands_once_in_its_part(section: str) -> None:
    part_id, level = PLACES[section]
    found = phrases(part(guide_screen(demo()), part_id), level)
    wanted = labels()[section]
    assert {label: found.count(label) for label in wanted} == dict.fromkeys(wanted, 1)


def test_the_places_are_all_sections() -> None:
    assert list(PLACES) == list(labels())


@pytest.mark.parametrize("level", Level)
def test_every_criterion_failure_point_and_round_leads_to_readiness(level: Level) -> None:
    found = {way.target for way in ways(guide_screen(fresh(level))) if way.place is Place.READINESS}
    known = curriculum()
    wanted = {one.id for one in known.criteria_at(level)}
    wanted |= {one.id for one in known.failures_at(level)}
    wanted |= {one.id for one in known.rounds_at(level)}
    assert found == wanted


@pytest.mark.parametrize("level", Level)
def test_every_item_of_the_guide_leads_to_the_checklist(level: Level) -> None:
    found = {way.target for way in ways(guide_screen(fresh(level))) if way.place is Place.CHECKLIST}
    wanted = {one.id for one in curriculum().items_at(level) if one.origin == "guide"}
    assert wanted <= found
    units = {target for target in found if "/" in target}
    assert units == {f"read.leadership-principles/{one.id}" for one in curriculum().principles}


def test_all_that_is_said_of_the_own_level_can_be_acted_on() -> None:
    """But the guide's prose of focus, its notes, and the decision, which nobody can act on."""
    screen = guide_screen(demo())
    idle = [
        one.label or one.text
        for one in cells(screen)
        if one.level is Level.L6 and not one.is_head and not one.ways and (one.label or one.text)
    ]
    assert idle == [
        "Senior Engineering Manager",
        "Executing complex technical initiatives with excellence",
        "Hiring Decision",
    ]


def test_nothing_of_the_other_level_can_be_acted_on_but_to_look_at_it() -> None:
    other = [
        way for one in cells(guide_screen(demo())) if one.level is Level.L7 for way in one.ways
    ]
    reading = [way for way in other if way.target.startswith("read.leadership-principles/")]
    stories = [way for way in other if way.place is Place.STORIES]
    assert len(reading) == len(stories) == 5
    rest = [way.target for way in other if way not in (*reading, *stories)]
    assert rest == ["switch-level"]


def test_before_a_level_is_chosen_it_asks_for_one() -> None:
    screen = guide_screen(NEW)
    assert screen.level is None
    assert {way.target for way in ways(screen)} == {"profile", "assess-level"}


def test_a_way_says_how_far_a_thing_is() -> None:
    state = fresh()
    (way,) = cell(guide_screen(state), "technical", "Monitoring").ways
    assert way == Way(Place.CHECKLIST, "l6.ops.monitoring", "Monitoring", "open")
    done = apply(state, Tick(target="l6.ops.monitoring", on=TODAY))
    (way,) = cell(guide_screen(done), "technical", "Monitoring").ways
    assert way.state == "done"
    skipped = apply(state, SkipItem(item="l6.ops.monitoring"))
    (way,) = cell(guide_screen(skipped), "technical", "Monitoring").ways
    assert way.state == "skipped"


def test_a_criterion_names_what_is_next_for_it() -> None:
    state = fresh()
    figures, after = cell(guide_screen(state), "success", "Improved team productivity").ways
    assert figures.target == "DT3"
    assert figures.state.startswith("0 of ")
    assert state.item(after.target)
    assert "DT3" in curriculum().by_id[after.target].at[Level.L6].criteria
    finished = apply(state, Tick(target=after.target, on=TODAY))
    _, other = cell(guide_screen(finished), "success", "Improved team productivity").ways
    assert other.target != after.target


def test_what_is_begun_comes_next_and_core_before_the_rest() -> None:
    state = fresh(hours=15)
    marks = {one.id: one.at[Level.L6] for one in curriculum().items_at(Level.L6)}

    def next_for(state: State) -> str:
        ways = cell(guide_screen(state), "success", "Improved team productivity").ways
        return ways[1].target

    towards = {name: at.priority for name, at in marks.items() if "DT3" in at.criteria}
    assert Priority.CORE in towards.values()
    assert towards[next_for(state)] is Priority.CORE
    assert state.plan
    other = next(
        name
        for name in towards
        if name != next_for(state) and len(state.plan.by_item.get(name, ())) > 1
    )
    begun = apply(state, Tick(target=state.plan.by_item[other][0].code, on=TODAY))
    assert next_for(begun) == other


def test_a_principle_leads_to_its_part_of_the_reading() -> None:
    state = fresh()
    unit = "read.leadership-principles/frugality"
    way, stories = cell(guide_screen(state), "principles", "Frugality").ways
    assert (way.target, way.state) == (unit, "open")
    assert stories == Way(Place.STORIES, "frugality", "Frugality", "0 of 2 told")
    read = apply(state, Tick(target=unit, on=TODAY))
    assert cell(guide_screen(read), "principles", "Frugality").ways[0].state == "done"
    written = apply(state, WriteStory(story="story.bill", title="The bill"))
    told = apply(written, PlaceStory(principle="frugality", place=2, story="story.bill"))
    assert cell(guide_screen(told), "principles", "Frugality").ways[1].state == "1 of 2 told"


@pytest.mark.parametrize(
    ("part_id", "words"),
    [
        ("ladder", "There is no L9"),
        ("scope", "26 to 99"),
        ("leadership", "managing managers belongs to L7"),
        ("loop", "4¾–5 hours"),
        ("loop", "6½ hours"),
        ("principles", "In neither of the guide's two lists"),
        ("principles", "The principle speaks of the duty"),
        ("success", "a working solution"),
        ("failures", "look at both lists"),
        ("technical", "Evidence to collect"),
        ("key-skills", "no level"),
        ("reading", "outside the management track"),
        ("next-steps", "comparison page that is not part of it"),
        ("about", "not Amazon's"),
    ],
)
def test_our_note_stands_where_the_guide_is_odd(part_id: str, words: str) -> None:
    one = part(guide_screen(demo()), part_id)
    texts = [one.note, *(text for line in one.lines for text in said(line))]
    assert [text for text in texts if words in text]


def test_any_word_is_found_wherever_it_stands() -> None:
    screen = guide_screen(demo())
    for one in screen.parts:
        for line in one.lines:
            for text in said(line):
                for word in text.split():
                    kept = part(matching(screen, word.upper()), one.id)
                    assert line in kept.lines, word


def test_words_may_stand_in_heading_and_row() -> None:
    found = matching(guide_screen(demo()), "failures SCALE")
    assert found.parts == ()
    found = matching(guide_screen(demo()), "l7 failures outdated")
    assert [one.id for one in found.parts] == ["failures"]
    assert found.entries == 1


def test_a_heading_brings_its_rows_along() -> None:
    screen = guide_screen(demo())
    found = matching(screen, "essential reading")
    assert part(found, "reading") == part(screen, "reading")


@given(st.text(max_size=20))
def test_what_is_found_holds_each_word(text: str) -> None:
    screen = guide_screen(NEW)
    found = matching(screen, text)
    assert found.entries <= screen.entries
    if not text.split():
        assert found == screen


def test_a_small_curriculum_without_a_guide_has_no_parts() -> None:
    state = study.STATE
    assert guide_screen(state).parts == ()


def test_a_way_is_named_by_what_the_cell_does_not_say() -> None:
    way = Way(Place.CHECKLIST, "l6.ops.monitoring", "Monitoring", "open")
    assert way_text(way, Cell("Monitoring")) == "Checklist: open"
    assert way_text(way, Cell("Scale")) == "Checklist: Monitoring, open"
    assert way_text(Way(Place.ACTION, "profile", "Choose a level"), Cell()) == "Choose a level…"


@pytest.mark.parametrize("state", [NEW, demo(), fresh(Level.L7)])
def test_as_text_it_fits_a_terminal_and_says_the_same(state: State) -> None:
    screen = guide_screen(state)
    text = guide_text(screen)
    assert max(map(len, text.splitlines())) <= WIDTH
    shown = "".join(text.split())
    for one in screen.parts:
        assert "".join(one.title.split()) in shown
        for line in one.lines:
            single = len(line.cells) == 1
            for piece in said(line) if single else (line.note,):
                assert "".join(piece.split()) in shown, piece


def test_text_of_a_word_counts_its_rows() -> None:
    text = guide_text(guide_screen(demo()), "vps/svps")
    assert "2 of 129 rows hold “vps/svps”." in text
    assert "Partner with VPs/SVPs" in text
    assert "Monitoring" not in text
    assert "1 of 129 rows holds “patents”." in guide_text(guide_screen(NEW), "patents")


def test_mocks_of_a_round_are_counted_in_words() -> None:
    state = demo()
    counts = []
    for number in range(3):
        [way] = [
            way
            for one in cells(guide_screen(state))
            for way in one.ways
            if (way.place, way.target) == (Place.PRACTICE, "SD") and one.text
        ]
        counts.append(way.state)
        note = NoteMock(
            mock=f"run.{number}",
            round="SD",
            level=Level.L6,
            on=TODAY,
            minutes=60,
            scores={"depth": 3},
        )
        state = apply(state, note)
    assert counts == ["0 mocks so far", "1 mock so far", "2 mocks so far"]
