"""Every reason has words, and no word is missing in them."""

import re

import pytest

from planner.core.plan import LeftOut, Reason, Rule, because
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording import back_text, left_out_text, reason_text
from planner.core.wording.reasons import why_texts
from tests.core.strategies import usual

STATE = usual()
CRITERION = STATE.curriculum.criteria_at(Level.L6)[0]
FAILURE = STATE.curriculum.failures_at(Level.L6)[0]
GROUP = STATE.curriculum.groups[3]
BOOK = "read.managers-path"
ABOUT = {Rule.CRITERION: CRITERION.id, Rule.GUARDS: FAILURE.id, Rule.PRIORITY: "core"}


def is_clean(text: str) -> bool:
    """Whether a clause is in one line, without a full stop, a placeholder or an empty name."""
    return bool(re.fullmatch(r"\S+( \S+)*", text)) and not re.search(
        r"None|[{}]|“”|\.$|Rule|[a-z]+\.[a-z]+", text
    )


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_clause_that_is_complete(rule: Rule) -> None:
    reason = because(rule, ABOUT.get(rule, BOOK), minutes=65, of=130, week=3)
    text = reason_text(STATE, reason).replace(BOOK, "a book")
    assert is_clean(text)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (because(Rule.ORIENTATION), "part of the orientation"),
        (because(Rule.PRIORITY, "core"), "core at this level"),
        (because(Rule.AFTER, BOOK), "after The Manager's Path"),
        (because(Rule.BEFORE, BOOK), "must stand before The Manager's Path"),
        (because(Rule.BEFORE, BOOK, week=7), "must stand before The Manager's Path in week 7"),
        (because(Rule.CRITERION, CRITERION.id), f"counts towards “{CRITERION.label}”"),
        (
            because(Rule.CRITERION, CRITERION.id, minutes=0, of=125),
            f"“{CRITERION.label}” had the least so far, 0 m of 2 h 05 m",
        ),
        (because(Rule.GUARDS, FAILURE.id), f"guards against “{FAILURE.label}”"),
        (because(Rule.CONTINUES, week=2), "continues week 2"),
        (because(Rule.CONTINUES), "goes on from earlier this week"),
        (because(Rule.ROOM, minutes=45, of=600), "45 m of the week's 10 h were still free"),
        (because(Rule.ROOM, minutes=600, of=600), "nothing else stood in that week yet"),
        (because(Rule.MOVED), "moved here by you"),
        (because(Rule.MOVED, week=2), "moved here by you from week 2"),
        (
            because(Rule.NO_ROOM, "optional", minutes=90, of=45),
            "optional; needs 1 h 30 m and only 45 m was free for it",
        ),
        (because(Rule.SHORTENED, minutes=45, of=90), "shortened to 45 m of 1 h 30 m"),
        (because(Rule.NEEDS, BOOK), "needs The Manager's Path, which is left out"),
        (because(Rule.FULL_LOOP, minutes=8), "the whole loop once, 8 days before the day"),
        (because(Rule.REVIEW_DUE, week=4), "closed book; finished in week 4"),
        (because(Rule.GATE, "PS", week=5), "before the phone screen in week 5"),
        (because(Rule.GATE, "HM", week=5), "before the HM screen in week 5"),
        (because(Rule.GATE, "PS", week=5, minutes=3), "3 days before the phone screen in week 5"),
        (because(Rule.GATE, "PS", minutes=1), "1 day before the phone screen"),
        (because(Rule.GATE, "loop", week=10), "before the loop in week 10"),
        (
            because(Rule.FOUNDATION, GROUP.id),
            f"a foundation that is wanted, since {GROUP.title} is rated new",
        ),
        (
            because(Rule.PACE, minutes=180, of=150),
            "your pace makes it 3 h instead of 2 h 30 m",
        ),
        (because(Rule.PINNED), "you put it here"),
        (because(Rule.KEPT), "stays where it stood"),
        (
            because(Rule.BRINGS_BACK, BOOK, minutes=25, week=2),
            (
                "25 m more a week, or 2 weeks more, would bring it back; "
                "or leave out The Manager's Path instead"
            ),
        ),
        (
            because(Rule.BRINGS_BACK, minutes=25, week=1),
            "25 m more a week, or 1 week more, would bring it back",
        ),
        (because(Rule.BRINGS_BACK, minutes=90), "1 h 30 m more a week would bring it back"),
        (because(Rule.BRINGS_BACK, week=2), "2 weeks more would bring it back"),
        (
            because(Rule.BRINGS_BACK, BOOK, week=2),
            "2 weeks more would bring it back; or leave out The Manager's Path instead",
        ),
        (
            because(Rule.BRINGS_BACK, BOOK),
            "leaving out The Manager's Path instead would bring it back",
        ),
        (because(Rule.BRINGS_BACK, minutes=0), "a plan made today would bring it back"),
        (
            because(Rule.BRINGS_BACK, of=600, week=8),
            "not even 10 h more a week or 8 weeks more would bring it back",
        ),
        (because(Rule.BRINGS_BACK, of=0, week=1), "not even 1 week more would bring it back"),
        (because(Rule.BRINGS_BACK, of=0, week=0), "no more time would bring it back"),
    ],
)
def test_a_reason_tells_its_arithmetic(reason: Reason, text: str) -> None:
    assert reason_text(STATE, reason) == text


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(("weeks", "hours"), [(2, 3), (6, 10), (10, 30), (30, 3)])
def test_every_reason_of_a_real_plan_is_complete(level: Level, weeks: int, hours: int) -> None:
    state = usual(level, weeks, hours)
    assert state.plan is not None
    for session in state.plan.sessions:
        texts = why_texts(state, session)
        assert texts
        assert all(is_clean(text) for text in texts), texts
    for left in state.plan.left_out:
        assert is_clean(left_out_text(state, left))


def test_why_an_item_is_left_out_is_its_reason_in_words() -> None:
    left = LeftOut(item=BOOK, minutes=60, why=because(Rule.NEEDS, BOOK))
    assert left_out_text(STATE, left) == reason_text(STATE, left.why)


def test_what_would_bring_an_item_back_is_told_where_it_is_known() -> None:
    back = because(Rule.BRINGS_BACK, week=2)
    left = LeftOut(item=BOOK, minutes=60, why=because(Rule.NEEDS, BOOK))
    assert back_text(STATE, left) == ""
    assert back_text(STATE, left.evolve(back=back)) == reason_text(STATE, back)
    short = left.evolve(why=because(Rule.SHORTENED, minutes=30, of=60), back=back)
    assert back_text(STATE, short) == "2 weeks more would leave it whole"


def test_a_reason_about_something_long_gone_is_told_by_its_id() -> None:
    small = State(STATE.curriculum)
    assert reason_text(small, because(Rule.AFTER, "long.gone")) == "after long.gone"
