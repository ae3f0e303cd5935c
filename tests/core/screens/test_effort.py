"""What the window shows of an item's time: ours by rating, the user's own, and own pace."""

from planner.core.apply import apply
from planner.core.commands import AddItem, EstimateItem, RateItem, RateSkill
from planner.core.pace import Kind
from planner.core.screens.checklist import ItemRow, checklist_screen
from planner.core.screens.effort import EffortScreen, effort_screen
from planner.core.screens.plan import plan_screen
from planner.core.state import State
from planner.core.values import Level, Rating, Subject
from planner.core.wording.pace import factor_text, pace_text
from tests.core.planning.test_efforts import LATER, slow
from tests.core.strategies import curriculum, usual
from tests.support import study

STATE = usual(Level.L6, 24, 25)
AWS = "l6.cloud.aws"


def shown(state: State, item: str = AWS) -> EffortScreen:
    screen = effort_screen(state, item)
    assert screen is not None
    return screen


def row_of(state: State, item: str = AWS) -> ItemRow:
    rows = (row for part in checklist_screen(state).sections for row in part.rows)
    return next(row for row in rows if row.id == item)


def test_our_time_stands_beside_each_rating() -> None:
    screen = shown(apply(STATE, RateSkill(group="technical_skills_L6.cloud", rating=Rating.STRONG)))
    assert (screen.title, screen.group) == ("AWS services", "Cloud")
    assert screen.ours == {Rating.NEW: 720, Rating.WORKING: 420, Rating.STRONG: 180}
    assert (screen.usual, screen.group_rating, screen.rating) == (180, Rating.STRONG, None)
    assert (screen.minutes, screen.pace, screen.paced) == (None, 100, 180)
    assert screen.has_ratings


def test_the_items_own_rating_and_time_are_told_apart() -> None:
    state = apply(STATE, RateItem(item=AWS, rating=Rating.NEW))
    state = apply(state, EstimateItem(item=AWS, minutes=300))
    screen = shown(state)
    assert (screen.rating, screen.usual, screen.minutes) == (Rating.NEW, 720, 300)
    row = row_of(state)
    assert (row.rating, row.estimated, row.share.of) == (Rating.NEW, True, 300)
    assert (row_of(STATE).rating, row_of(STATE).estimated) == (None, False)


def test_own_pace_is_shown_also_where_the_user_gave_the_time() -> None:
    state, _ = slow()
    assert (shown(state, LATER).pace, shown(state, LATER).paced) == (150, 270)
    edited = apply(state, EstimateItem(item=LATER, minutes=60))
    assert (shown(edited, LATER).pace, shown(edited, LATER).minutes) == (150, 60)


def test_a_mock_takes_the_same_time_at_every_rating() -> None:
    assert not shown(STATE, "mock.coding").has_ratings


def test_an_own_item_and_what_is_not_of_the_level_have_no_such_screen() -> None:
    own = AddItem(id="own.a", title="x", subject=Subject.READING, minutes=60)
    assert effort_screen(apply(STATE, own), "own.a") is None
    assert effort_screen(STATE, "l7.arch.platform") is None
    assert effort_screen(STATE, "no.such") is None
    assert effort_screen(State(curriculum()), AWS) is None


def test_the_plan_page_shows_own_pace_once_it_is_known() -> None:
    state, today = slow()
    screen, early = plan_screen(state, today), plan_screen(STATE, study.START)
    assert screen is not None
    assert early is not None
    assert early.paces == ()
    assert [one.kind for one in screen.paces] == [Kind.TECHNICAL]
    assert pace_text(screen.paces) == "technical ×1.5 (5 items)"


def test_factors_have_no_needless_zeros() -> None:
    assert [factor_text(one) for one in (70, 100, 118, 120)] == ["×0.7", "×1", "×1.18", "×1.2"]
    assert pace_text(()) == ""
