"""All about an item, as the details of a session and `loopready why` show it."""

from datetime import date

import pytest
from hypothesis import given

from planner.core import readiness
from planner.core.plan import LeftOut, Rule, because
from planner.core.progress import Done
from planner.core.readiness import Share
from planner.core.screens.about import about
from planner.core.screens.plan import left_out_row
from planner.core.screens.week import detail
from planner.core.state import State
from planner.core.values import Level, Priority, Subject
from planner.core.wording.reasons import why_texts
from tests.core.exchange.example import BOOK, EMPTY, FRESH, PLAN, STARTED, TODAY
from tests.core.screens.candidates import demo, fresh
from tests.core.strategies import FEW, states
from tests.support import study


def test_an_item_tells_where_each_of_its_sessions_stands_and_why() -> None:
    one = about(STARTED, BOOK)
    assert (one.title, one.subject, one.priority) == (
        *("The Manager's Path", Subject.READING, Priority.CORE),
    )
    assert [(two.code, two.week, two.day) for two in one.sessions] == [
        ("W1-02", 1, date(2026, 12, 1)),
        ("W2-01", 2, date(2026, 12, 8)),
    ]
    assert one.sessions[0].part == "session 1 of 2 — 1 Management 101, 2 Mentoring"
    assert one.sessions[0].why == why_texts(STARTED, PLAN.by_code["W1-02"])
    assert one.sessions[0].why


def test_its_reviews_stand_with_it() -> None:
    one = about(STARTED, "next.assess")
    assert [two.subject for two in one.sessions] == [Subject.ORIENTATION, Subject.REVIEW]
    assert [two.done for two in one.sessions] == [True, False]
    assert [two.finished for two in one.sessions] == [date(2026, 12, 1), None]
    assert (one.state, one.finished) == (Done.DONE, date(2026, 12, 1))
    assert one.share == Share(60, 60)


def test_what_is_left_out_is_the_row_of_the_plan() -> None:
    back = because(Rule.BRINGS_BACK, BOOK, minutes=25)
    left = PLAN.left_out[0].evolve(back=back)
    state = STARTED.evolve(plan=PLAN.evolve(left_out=(left,)))
    one = about(state, left.item)
    assert one.left_out == left_out_row(state, left)
    assert one.left_out is not None
    assert one.left_out.back == (
        "25 m more a week would bring it back; or leave out The Manager's Path instead"
    )
    assert about(state, BOOK).left_out is None


def test_the_weekly_review_is_told_like_an_item() -> None:
    one = about(STARTED, "weekly-review")
    assert (one.title, one.subject, one.priority) == ("Weekly review", Subject.REVIEW, None)
    assert (one.state, one.share, one.finished) == (Done.OPEN, Share(0, 15), None)
    done = about(STARTED.evolve(ticks={"W2-03": TODAY}), "weekly-review")
    assert (done.state, done.share, done.finished) == (Done.DONE, Share(15, 15), TODAY)
    plan = study.PLAN.evolve(
        sessions=(study.session("W1-01", "talk", 0), study.session("W1-02", "talk", 1))
    )
    half = about(State(study.CURRICULUM, plan=plan, ticks={"W1-01": TODAY}), "talk")
    assert (half.state, half.share, half.finished) == (Done.HALF, Share(60, 120), None)


def test_a_skip_is_told_with_its_reason() -> None:
    assert about(STARTED, BOOK).skip_reason is None
    assert about(STARTED.evolve(skipped={BOOK: ""}), BOOK).skip_reason == ""


@pytest.mark.parametrize(
    ("item", "known"),
    [(BOOK, True), ("weekly-review", True), ("l6.data.ml", True), ("l7.arch.enterprise", False)],
)
def test_it_knows_whether_the_level_has_it(item: str, known: bool) -> None:
    assert about(STARTED, item).is_of_level is known


def test_its_bars_are_those_of_readiness() -> None:
    one = about(STARTED, BOOK)
    wanted = STARTED.curriculum.by_id[BOOK].at[Level.L6].criteria
    criteria = [each for each in STARTED.curriculum.criteria_at(Level.L6) if each.id in set(wanted)]
    assert criteria
    assert [(bar.label, bar.share) for bar in one.counts] == [
        (each.label, readiness.studied(STARTED, each)) for each in criteria
    ]


@pytest.mark.parametrize("level", Level)
def test_the_details_of_a_session_say_the_same(level: Level) -> None:
    state = fresh(level)
    assert state.plan is not None
    for session in state.plan.sessions:
        one = about(state, session.item)
        (at,) = (each for each in one.sessions if each.code == session.code)
        shown = detail(state, session.code, state.plan.start)
        assert shown is not None
        assert (shown.title, shown.part, shown.why) == (one.title, at.part, at.why)
        assert (shown.counts, shown.done_when, shown.note) == (one.counts, one.done_when, one.note)
        left = one.left_out
        assert shown.left_out == ((left.why,) if left else ())


def test_the_details_tell_what_brings_the_rest_back() -> None:
    back = because(Rule.BRINGS_BACK, week=1)
    why = because(Rule.SHORTENED, minutes=125, of=960)
    left = LeftOut(item=BOOK, minutes=835, why=why, back=back)
    state = FRESH.evolve(plan=PLAN.evolve(left_out=(left,)))
    shown = detail(state, "W1-02", TODAY)
    assert shown is not None
    assert shown.left_out == ("shortened to 2 h 05 m of 16 h", "1 week more would leave it whole")


@FEW
@given(states())
def test_of_anything_something_can_be_told(state: State) -> None:
    names = [item.id for item in state.curriculum.items] + ["weekly-review", "nothing.at.all"]
    for name in (*names, *state.own):
        one = about(state, name)
        assert 0 <= one.share.done <= one.share.of
        assert (one.finished is not None) == (one.state is Done.DONE)


def test_without_a_level_there_is_little_to_tell() -> None:
    one = about(EMPTY, BOOK)
    assert (one.sessions, one.counts, one.priority, one.is_of_level) == ((), (), None, False)


def test_every_item_of_a_plan_is_told_in_full() -> None:
    state = demo()
    assert state.plan is not None
    told = {two.code for item in state.items() for two in about(state, item.id).sessions}
    for name in ("weekly-review", "mock.baseline"):
        told |= {two.code for two in about(state, name).sessions}
    assert told == set(state.plan.by_code)
