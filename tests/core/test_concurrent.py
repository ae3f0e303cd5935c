"""What two computers wrote without knowing of each other is all kept, and none is lost."""

from collections.abc import Mapping
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core import commands as c
from planner.core.apply import Entry, apply
from planner.core.folding import fold, retracted
from planner.core.knowing import Knowing
from planner.core.plan import Session
from planner.core.progress import is_scored
from planner.core.state import State
from planner.core.texts import texts, writing
from planner.core.values import Grade, Level, Rating, SessionKind, Subject
from tests.core.strategies import usual
from tests.support import study

EMPTY = State(study.CURRICULUM)
START = EMPTY.evolve(profile=study.PROFILE, plan=study.PLAN)
EVIDENCE = ("evidence", study.SKILL)
STORY = "story.one"


class Told(list[Entry]):
    """Entries in the order of their stamps, written by one device after another."""

    def __init__(self, start: State = START) -> None:
        super().__init__()
        self._start = start
        self._numbers: dict[str, count[int]] = {}

    def by(
        self, device: str, command: c.Change | c.Retract, seen: Mapping[str, int] | None = None
    ) -> Entry:
        n = next(self._numbers.setdefault(device, count(1)))
        self.append(Entry(f"{device}-{n}", command, seen or {}))
        return self[-1]

    @property
    def state(self) -> State:
        state, refused = fold(self._start, self)
        assert refused == ()
        return state


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def guided() -> Told:
    """Commands on the real guide, which has rounds to practise."""
    return Told(usual())


def note(text: str) -> c.AddEvidence:
    return c.AddEvidence(item=study.SKILL, text=text)


def mock(notes: str, score: int = 2) -> c.NoteMock:
    return c.NoteMock(
        mock="run.one",
        round="SD",
        level=Level.L6,
        on=study.TODAY,
        minutes=60,
        scores={"depth": score},
        notes=notes,
    )


def own(title: str = "mine") -> c.AddItem:
    return c.AddItem(id="own.a", title=title, subject=Subject.TECHNICAL, minutes=60)


def test_two_texts_written_apart_are_both_kept_and_the_later_one_holds(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note("wrote it"))
    assert told.state.evidence == {study.SKILL: "wrote it"}
    assert told.state.versions == {EVIDENCE: ("led it", "wrote it")}


def test_a_text_by_who_had_read_the_other_is_a_correction(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note("wrote it"), {"ada": 1})
    assert told.state.evidence == {study.SKILL: "wrote it"}
    assert told.state.versions == {}


def test_what_was_seen_is_said_once_and_holds_for_the_lines_after_it(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", c.Tick(target="W1-01", on=study.TODAY), {"ada": 1})
    told.by("ada", note("led it twice"))
    told.by("bob", note("wrote it"))
    assert told.state.versions == {EVIDENCE: ("led it twice", "wrote it")}


def test_the_same_text_twice_is_no_choice(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note("led it"))
    assert told.state.versions == {}
    assert told.state.evidence == {study.SKILL: "led it"}


def test_who_had_read_both_ends_the_choice(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note("wrote it"))
    told.by("ada", note("led it"), {"bob": 1})
    assert told.state.versions == {}
    assert told.state.evidence == {study.SKILL: "led it"}


def test_a_third_version_that_had_read_one_of_two_replaces_just_that_one(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note("wrote it"))
    told.by("cy", note("wrote it well"), {"bob": 1})
    assert told.state.versions == {EVIDENCE: ("led it", "wrote it well")}


def test_picking_is_writing_the_text_once_more(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note("wrote it"))
    state = told.state
    for text in ("led it", "wrote it"):
        picked = apply(state, writing(state, EVIDENCE, text))
        assert picked is not state
        assert (picked.versions, picked.evidence) == ({}, {study.SKILL: text})
    assert apply(state, c.Tick(target=study.SKILL, on=study.TODAY)).versions == state.versions


def test_a_pick_that_is_taken_back_opens_the_choice_again(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note("wrote it"))
    open_choice = told.state
    pick = told.by("ada", note("led it"), {"bob": 1})
    told.by("ada", c.Retract(ids=(pick.id,)))
    assert told.state == open_choice


def test_a_text_beats_a_withdrawal_that_had_not_seen_it(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note("led it, twice"), {"ada": 1})
    told.by("ada", note(""))
    assert told.state.evidence == {study.SKILL: "led it, twice"}
    assert told.state.versions == {}


def test_a_withdrawal_by_who_had_read_the_text_stands(told: Told) -> None:
    told.by("ada", note("led it"))
    told.by("bob", note(""), {"ada": 1})
    assert told.state.evidence == {}
    assert told.state.versions == {}


def test_titles_of_own_items_are_texts_too(told: Told) -> None:
    told.by("ada", own())
    told.by("bob", c.RenameItem(item="own.a", title="two"), {"ada": 1})
    told.by("ada", c.RenameItem(item="own.a", title="three"))
    assert told.state.own["own.a"].title == "three"
    assert told.state.versions == {("title", "own.a"): ("two", "three")}


def test_the_answer_in_a_review_is_a_text_too(told: Told) -> None:
    review = study.session("W2-02", study.SKILL, 9, kind=SessionKind.REVIEW)
    plan = study.PLAN.evolve(sessions=(*study.PLAN.sessions, review))
    told.by("ada", c.AcceptPlan(plan=plan))

    def answered(answer: str | None, grade: Grade) -> c.GradeReview:
        return c.GradeReview(code="W2-02", grade=grade, answer=answer, on=study.TODAY)

    told.by("bob", answered("two copies", Grade.HARD), {"ada": 1})
    told.by("ada", answered("one truth", Grade.GOOD))
    assert told.state.grades == {"W2-02": Grade.GOOD}
    assert told.state.answers == {"W2-02": "one truth"}
    assert told.state.versions == {("answer", "W2-02"): ("two copies", "one truth")}
    told.by("ada", answered(None, Grade.HARD), {"bob": 1})
    assert len(told.state.versions) == 1
    told.by("ada", answered("both", Grade.HARD), {"bob": 1})
    assert told.state.versions == {}
    assert told.state.answers == {"W2-02": "both"}


def test_each_part_of_a_story_is_a_text_of_its_own(told: Told) -> None:
    told.by("ada", c.WriteStory(story=STORY, title="Outage", situation="a", task="b"))
    told.by("bob", c.WriteStory(story=STORY, situation="a, in brief"), {"ada": 1})
    told.by("ada", c.WriteStory(story=STORY, situation="a at length", task="c"))
    story = told.state.stories[STORY]
    assert (story.situation, story.task) == ("a at length", "c")
    assert told.state.versions == {("situation", STORY): ("a, in brief", "a at length")}


def test_a_part_that_was_emptied_comes_back_when_the_other_computer_was_writing_it(
    told: Told,
) -> None:
    told.by("ada", c.WriteStory(story=STORY, title="Outage", situation="a"))
    told.by("bob", c.WriteStory(story=STORY, situation="a and b"), {"ada": 1})
    told.by("ada", c.WriteStory(story=STORY, situation=""))
    assert told.state.stories[STORY].situation == "a and b"


def test_minutes_add_up_and_of_ticks_and_ratings_the_later_one_wins(told: Told) -> None:
    log = c.LogTime(code="W1-01", minutes=30, on=study.TODAY)
    told.by("ada", log)
    told.by("bob", log)
    told.by("ada", c.Tick(target=study.SKILL, on=study.TODAY))
    told.by("bob", c.Tick(target=study.SKILL, done=False, on=study.TODAY))
    told.by("ada", c.RateItem(item=study.BOOK, rating=Rating.NEW))
    told.by("bob", c.RateItem(item=study.BOOK, rating=Rating.STRONG))
    assert told.state.minutes == {"W1-01": 60}
    assert study.SKILL not in told.state.ticks
    assert told.state.profile is not None
    assert told.state.profile.ratings[study.BOOK] is Rating.STRONG


def test_an_item_that_was_taken_back_stays_where_another_computer_was_working_on_it(
    told: Told,
) -> None:
    added = told.by("ada", own())
    told.by("bob", c.RenameItem(item="own.a", title="better"), {"ada": 1})
    told.by("ada", c.Retract(ids=(added.id,)))
    assert told.state.own["own.a"].title == "better"
    assert added.id not in retracted(told)


@pytest.mark.parametrize("seen", [{}, {"bob": 1}])
def test_an_item_that_nobody_worked_on_or_whose_edit_was_seen_is_taken_back(
    told: Told, seen: Mapping[str, int]
) -> None:
    added = told.by("ada", own())
    edit: c.Change = c.RenameItem(item="own.a", title="better") if seen else note("led it")
    told.by("bob", edit, {"ada": 1})
    told.by("ada", c.Retract(ids=(added.id,)), seen)
    state, _ = fold(START, told)
    assert state.own == {}


def test_an_edit_that_was_undone_keeps_nothing_alive(told: Told) -> None:
    added = told.by("ada", own())
    edit = told.by("bob", c.RenameItem(item="own.a", title="better"), {"ada": 1})
    told.by("bob", c.Retract(ids=(edit.id,)))
    told.by("ada", c.Retract(ids=(added.id,)))
    assert told.state.own == {}


def test_a_story_that_was_taken_back_stays_where_another_computer_wrote_on_it(told: Told) -> None:
    begun = told.by("ada", c.WriteStory(story=STORY, title="Outage"))
    more = told.by("ada", c.WriteStory(story=STORY, title="The outage"))
    told.by("bob", c.WriteStory(story=STORY, result="none lost"), {"ada": 2})
    told.by("ada", c.Retract(ids=(more.id,)))
    told.by("ada", c.Retract(ids=(begun.id,)))
    story = told.state.stories[STORY]
    assert (story.title, story.result) == ("Outage", "none lost")


def test_a_story_that_was_dropped_comes_back_where_another_computer_wrote_on_it(
    told: Told,
) -> None:
    told.by("ada", c.WriteStory(story=STORY, title="Outage"))
    told.by("bob", c.WriteStory(story=STORY, result="none lost"), {"ada": 1})
    told.by("ada", c.DropStory(story=STORY))
    assert not told.state.stories[STORY].dropped
    told.by("ada", c.DropStory(story=STORY), {"bob": 1})
    assert told.state.stories[STORY].dropped


def test_writing_on_a_story_that_one_knows_to_be_dropped_does_not_bring_it_back(
    told: Told,
) -> None:
    told.by("ada", c.WriteStory(story=STORY, title="Outage"))
    told.by("ada", c.DropStory(story=STORY))
    told.by("bob", c.WriteStory(story=STORY, result="none lost"), {"ada": 2})
    assert told.state.stories[STORY].dropped


def test_lines_of_a_copied_device_id_count_as_unknown_to_each_other() -> None:
    entries = [Entry("ada-1", note("one")), Entry("ada-1", note("two")), Entry("ada-2", note("3"))]
    assert fold(START, entries)[0].versions == {EVIDENCE: ("one", "two", "3")}
    picked = [*entries, Entry("eve-1", note("two"), {"ada": 2})]
    assert fold(START, picked)[0].versions == {}


def test_a_line_stamped_before_what_its_writer_had_read_is_not_in_conflict_with_it(
    told: Told,
) -> None:
    told.by("eve", note("as it was edited"), {"ada": 1})
    told.by("ada", note("led it"))
    assert told.state.versions == {}
    assert told.state.evidence == {study.SKILL: "led it"}


@pytest.mark.parametrize(
    "name",
    [
        ("evidence", "key.cost"),
        ("title", "own.a"),
        ("title", STORY),
        ("result", STORY),
        ("notes", "run.one"),
    ],
)
def test_every_text_can_be_written_by_its_name(name: tuple[str, str], guided: Told) -> None:
    guided.by("ada", own())
    guided.by("ada", c.WriteStory(story=STORY, title="Outage"))
    guided.by("ada", mock("slow"))
    command = writing(guided.state, name, "as I say")
    assert dict(texts(command)) == {name: "as I say"}
    after = apply(guided.state, command)
    assert writing(after, name, "as I say") == command
    assert apply(after, command) is after


def test_notes_of_a_mock_are_texts_too_and_its_scores_are_those_of_the_later_one(
    guided: Told,
) -> None:
    guided.by("ada", mock("slow"))
    guided.by("bob", mock("too slow", score=2), {"ada": 1})
    guided.by("ada", mock("slow at first", score=3))
    assert guided.state.versions == {("notes", "run.one"): ("too slow", "slow at first")}
    assert dict(guided.state.mocks["run.one"].scores) == {"depth": 3}


def test_a_mock_that_was_dropped_comes_back_where_another_computer_was_noting_it(
    guided: Told,
) -> None:
    guided.by("ada", mock("slow"))
    guided.by("bob", mock("too slow"), {"ada": 1})
    guided.by("ada", c.DropMock(mock="run.one"))
    back = guided.state.mocks["run.one"]
    assert (back.notes, back.dropped) == ("too slow", False)
    guided.by("ada", c.DropMock(mock="run.one"), {"bob": 1})
    assert guided.state.mocks["run.one"].dropped


@given(st.data())
def test_who_reads_everything_before_writing_never_makes_a_choice(data: st.DataObject) -> None:
    told, last = Told(), {"ada": 0, "bob": 0, "cy": 0}
    for _ in range(data.draw(st.integers(1, 12))):
        device = data.draw(st.sampled_from([*last]))
        seen = {other: n for other, n in last.items() if other != device and n}
        last[device] = told.by(device, note(data.draw(st.sampled_from("abc"))), seen).n
    assert told.state.versions == {}


@given(st.data())
def test_every_text_that_nobody_read_is_a_version_or_holds(data: st.DataObject) -> None:
    """The rule by brute force: what is left is what no later writer had read."""
    told, last = Told(), {"ada": 0, "bob": 0, "cy": 0}
    seen: dict[str, dict[str, int]] = {device: {} for device in last}
    for step in range(data.draw(st.integers(1, 12))):
        device = data.draw(st.sampled_from([*last]))
        for other in data.draw(st.sets(st.sampled_from([*last]))) - {device}:
            seen[device][other] = last[other]
        last[device] = told.by(device, note(f"text {step}"), dict(seen[device])).n
    knowing = Knowing(told)
    lasting = [
        one.command.text
        for place, one in enumerate(told)
        if isinstance(one.command, c.AddEvidence)
        and all(knowing.apart(one, later) for later in told[place + 1 :])
    ]
    expected = {EVIDENCE: tuple(lasting)} if len(lasting) > 1 else {}
    assert told.state.versions == expected
    assert told.state.evidence == {study.SKILL: lasting[-1]}


def test_two_decisions_of_one_week_are_both_kept_until_one_is_picked(told: Told) -> None:
    monday = study.START
    told.by("ada", c.WriteReview(monday=monday, decision="Fewer books", notes="tired"))
    told.by("bob", c.WriteReview(monday=monday, decision="More mocks"))
    name = ("decision", monday.isoformat())
    assert told.state.versions == {name: ("Fewer books", "More mocks")}
    assert told.state.reviews[monday].notes == "tired"
    told.by("ada", writing(told.state, name, "Fewer books"), {"bob": 1})
    assert told.state.versions == {}
    assert told.state.reviews[monday].decision == "Fewer books"


def plan_with(*sessions: Session) -> c.AcceptPlan:
    return c.AcceptPlan(plan=study.PLAN.evolve(sessions=sessions))


def test_a_mock_whose_session_no_plan_has_any_more_comes_back_as_well(guided: Told) -> None:
    scored, without = _replanned(guided)
    guided.by("ada", mock("slow").evolve(code=scored.code))
    guided.by("bob", mock("too slow").evolve(code=scored.code), {"ada": 1})
    guided.by("ada", c.DropMock(mock="run.one"))
    guided.by("ada", without, {"bob": 1})
    back = guided.state.mocks["run.one"]
    assert (back.notes, back.dropped, back.code) == ("too slow", False, scored.code)


def test_notes_of_such_a_mock_are_still_kept_and_picked(guided: Told) -> None:
    scored, without = _replanned(guided)
    guided.by("ada", mock("slow").evolve(code=scored.code))
    guided.by("bob", mock("too slow").evolve(code=scored.code), {"ada": 1})
    guided.by("ada", mock("").evolve(code=scored.code))
    guided.by("ada", without, {"bob": 1})
    assert guided.state.mocks["run.one"].notes == "too slow"
    picked = apply(guided.state, writing(guided.state, ("notes", "run.one"), "slow enough"))
    assert picked.mocks["run.one"].notes == "slow enough"


def test_a_mock_of_the_plan_that_does_not_hold_comes_back_outside_the_plan(guided: Told) -> None:
    scored, without = _replanned(guided)
    assert guided._start.plan is not None
    guided.by("ada", c.AcceptPlan(plan=guided._start.plan))
    guided.by("bob", without)
    guided.by("ada", mock("slow").evolve(code=scored.code))
    guided.by("bob", c.DropMock(mock="run.one"))
    back = guided.state.mocks["run.one"]
    assert (back.notes, back.dropped, back.code) == ("slow", False, "")


def _replanned(told: Told) -> tuple[Session, c.AcceptPlan]:
    """Return a session for a mock, and a plan that does not have it."""
    plan = told._start.plan
    assert plan is not None
    scored = next(one for one in plan.sessions if is_scored(told._start, one))
    others = tuple(one for one in plan.sessions if one is not scored)
    return scored, c.AcceptPlan(plan=plan.evolve(sessions=others))


BOOK_PLAN = plan_with(study.session("W1-01", study.BOOK, 0, units=study.CHAPTERS[:2], parts=2))
SKILL_PLAN = plan_with(study.session("W1-01", study.SKILL, 0))


def two_plans(told: Told, command: c.Change, *, by: str = "ada") -> tuple[State, int]:
    """Ada took a plan with the book, Bob, later and without knowing, one with the skill."""
    told.by("ada", BOOK_PLAN)
    told.by("bob", SKILL_PLAN)
    told.by(by, command)
    state, refused = fold(START, told)
    assert state.plan == SKILL_PLAN.plan
    return state, len(refused)


def test_a_tick_falls_on_what_its_writer_meant_not_on_what_the_code_means_now(told: Told) -> None:
    tick = c.Tick(target="W1-01", on=study.TODAY)
    state, refused = two_plans(told, tick)
    assert (set(state.ticks), refused) == (set(study.CHAPTERS[:2]), 0)


def test_a_tick_by_who_had_the_plan_that_holds_is_as_ever(told: Told) -> None:
    state, refused = two_plans(told, c.Tick(target="W1-01", on=study.TODAY), by="bob")
    assert (set(state.ticks), refused) == ({"W1-01", study.SKILL}, 0)


@pytest.mark.parametrize(
    "command",
    [
        c.LogTime(code="W1-01", minutes=30, on=study.TODAY),
        c.MoveSession(code="W1-01", to=study.TODAY),
    ],
)
def test_what_cannot_be_meant_any_more_is_told_and_done_to_nothing_else(
    told: Told, command: c.Change
) -> None:
    state, refused = two_plans(told, command)
    assert refused == 1
    assert (state.minutes, state.plan) == ({}, SKILL_PLAN.plan)


def test_codes_that_mean_the_same_in_both_plans_are_one(told: Told) -> None:
    told.by("ada", plan_with(study.session("W1-01", study.SKILL, 3)))
    told.by("bob", SKILL_PLAN)
    told.by("ada", c.LogTime(code="W1-01", minutes=30, on=study.TODAY))
    assert told.state.minutes == {"W1-01": 30}


def test_who_has_read_the_plan_that_holds_means_its_codes(told: Told) -> None:
    told.by("ada", BOOK_PLAN)
    told.by("bob", SKILL_PLAN)
    told.by("ada", c.LogTime(code="W1-01", minutes=30, on=study.TODAY), {"bob": 1})
    assert told.state.minutes == {"W1-01": 30}


def test_a_mock_that_was_a_session_of_the_other_plan_is_one_outside_the_plan(
    guided: Told,
) -> None:
    assert guided._start.plan is not None
    plan = guided._start.plan
    scored = next(one for one in plan.sessions if is_scored(guided._start, one))
    others = [one for one in plan.sessions if one is not scored]
    guided.by("ada", c.AcceptPlan(plan=plan))
    guided.by("bob", c.AcceptPlan(plan=plan.evolve(sessions=others)))
    guided.by("ada", mock("slow").evolve(code=scored.code))
    assert guided.state.mocks["run.one"].code == ""
