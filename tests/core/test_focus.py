from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.apply import apply
from planner.core.commands import MOST_LOGGED, AcceptPlan, LogTime, Tick
from planner.core.focus import LONGEST_GAP, Focus, Moment, begun
from planner.core.plan import Plan
from planner.core.state import State
from planner.core.values import SessionKind
from tests.support import study

TODAY, TOMORROW = study.TODAY, study.TODAY + timedelta(days=1)
START = Moment(steady=1000.0, wall=50_000.0)


def later(now: Moment, seconds: float, *, asleep: float = 0.0) -> Moment:
    """So much later; while the computer sleeps only the clock of the wall goes on."""
    return Moment(steady=now.steady + seconds, wall=now.wall + seconds + asleep)


def on(code: str, minutes: int = 45) -> Focus:
    return begun(study.PLAN.by_code[code], minutes, TODAY, START)


def worked(focus: Focus, seconds: float) -> Focus:
    """The timer after so many seconds in which it was looked at often enough."""
    now = focus.seen
    assert now is not None
    while seconds > 0:
        now = later(now, min(seconds, LONGEST_GAP))
        focus = focus.looked(now)
        seconds -= LONGEST_GAP
    return focus


def state(*commands: Tick | LogTime, plan: Plan = study.PLAN) -> State:
    found = State(study.CURRICULUM, profile=study.PROFILE)
    for command in (AcceptPlan(plan=plan), *commands):
        found = apply(found, command)
    return found


def test_it_counts_while_it_runs() -> None:
    focus = worked(on("W1-03"), 25 * 60)
    assert focus.is_running
    assert (focus.worked, focus.left, focus.is_over) == (25, 20, False)


def test_a_rest_does_not_count() -> None:
    focus = worked(on("W1-03"), 600)
    assert focus.seen is not None
    rested = focus.rested(later(focus.seen, 30))
    assert not rested.is_running
    much_later = later(focus.seen, 5000)
    assert rested.looked(much_later).seconds == 630
    going = rested.resumed(TODAY, much_later)
    assert going.looked(later(much_later, 10)).seconds == 640


@pytest.mark.parametrize(
    "after",
    [
        later(START, 3.0, asleep=8 * 3600.0),  # a clock that sleeps along, as on Linux and macOS
        later(START, 8 * 3600.0),  # one that does not, as on Windows
    ],
)
def test_sleep_is_no_study_and_it_rests_after_it(after: Moment) -> None:
    focus = on("W1-03").looked(after)
    assert focus.seconds == 0
    assert not focus.is_running


def test_sleep_takes_away_nothing_that_was_counted_before() -> None:
    focus = worked(on("W1-03"), 600)
    assert focus.seen is not None
    assert focus.rested(later(focus.seen, 1.0, asleep=3600.0)).seconds == 600


def test_a_clock_of_the_wall_that_is_set_back_changes_nothing() -> None:
    focus = on("W1-03").looked(later(START, 30.0, asleep=-7200.0))
    assert (focus.seconds, focus.is_running) == (30, True)


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (2700, 45), (3e6, 1440)]
)
def test_minutes_are_logged_whole_from_half_a_one_on(seconds: float, minutes: int) -> None:
    assert on("W1-03").evolve(seconds=seconds).worked == minutes


@pytest.mark.parametrize(
    ("seconds", "left", "is_over"),
    [
        *[(0, 45, False), (1, 45, False), (60, 44, False), (2640, 1, False), (2699, 1, False)],
        *[(2700, 0, True), (2759, 0, True), (2760, -1, True), (2880, -3, True)],
    ],
)
def test_it_counts_down_and_then_up(seconds: float, left: int, is_over: bool) -> None:
    focus = on("W1-03").evolve(seconds=seconds)
    assert (focus.left, focus.is_over) == (left, is_over)


def test_done_logs_and_ticks_for_the_day_it_began() -> None:
    focus = worked(on("W1-03"), 25 * 60)
    session = focus.session(state())
    assert session is not None
    assert focus.finish(state(), session) == (
        LogTime(code="W1-03", minutes=25, on=TODAY),
        Tick(target="W1-03", on=TODAY),
    )


def test_going_on_another_day_makes_it_a_matter_of_that_day() -> None:
    focus = worked(on("W1-03"), 600).evolve(seen=None).resumed(TOMORROW, START)
    assert focus.on == TOMORROW
    assert focus.resumed(TODAY, START).on == TOMORROW, "it runs already"


def test_what_is_done_gets_minutes_and_no_second_tick() -> None:
    done = state(Tick(target="W1-03", on=TODAY))
    focus = worked(on("W1-03"), 300)
    session = focus.session(done)
    assert session is not None
    assert focus.finish(done, session) == (LogTime(code="W1-03", minutes=5, on=TODAY),)


def test_a_moment_is_no_minute_but_a_tick() -> None:
    focus, session = on("W1-03"), study.PLAN.by_code["W1-03"]
    assert focus.log(session) == ()
    assert focus.finish(state(), session) == (Tick(target="W1-03", on=TODAY),)


def without(*codes: str) -> Plan:
    return study.PLAN.evolve(
        sessions=tuple(one for one in study.PLAN.sessions if one.code not in codes)
    )


def code_of(focus: Focus, found: State) -> str | None:
    session = focus.session(found)
    return session.code if session else None


def test_minutes_go_to_the_next_open_session_of_the_same_work_where_its_own_is_gone() -> None:
    focus = on("W1-01")
    assert code_of(focus, state()) == "W1-01"
    assert code_of(focus, state(plan=without("W1-01"))) == "W1-02"
    later_part = study.session("W2-02", study.BOOK, 9)
    longer = without("W1-01").evolve(sessions=(*without("W1-01").sessions, later_part))
    assert code_of(focus, state(plan=longer)) == "W1-02", "the next one, not the last"
    all_done = state(Tick(target="W1-02", on=TODAY), plan=without("W1-01"))
    assert code_of(focus, all_done) == "W1-02"


def test_minutes_of_what_no_plan_holds_have_no_place() -> None:
    assert code_of(on("W1-03"), state(plan=without("W1-03"))) is None
    assert code_of(on("W1-03"), State(study.CURRICULUM)) is None
    other_kind = on("W1-03").evolve(kind=SessionKind.REVIEW)
    assert code_of(other_kind, state()) is None, "what is studied is not reviewed"


def test_a_code_that_means_other_work_now_is_not_taken_for_the_old_one() -> None:
    other = study.PLAN.by_code["W1-03"].evolve(code="W1-01")
    plan = without("W1-01", "W1-03")
    plan = plan.evolve(sessions=(other, *plan.sessions))
    assert code_of(on("W1-01"), state(plan=plan)) == "W1-02"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["look", "rest", "resume"]),
        st.floats(0, 2 * LONGEST_GAP),
        st.sampled_from([0.0, 0.0, 0.0, 5 * LONGEST_GAP, -3600.0]),
    ),
    max_size=40,
)


@given(STEPS)
def test_it_counts_exactly_the_time_it_ran_awake(steps: list[tuple[str, float, float]]) -> None:
    focus, now, ran, awake = on("W1-03"), START, True, 0.0
    for event, seconds, asleep in steps:
        before, now = focus, later(now, seconds, asleep=asleep)
        slept = seconds > LONGEST_GAP or asleep > 0
        if event == "look":
            focus = focus.looked(now)
        elif event == "rest":
            focus = focus.rested(now)
        else:
            focus = focus.looked(now).resumed(TODAY, now)
        awake += seconds if ran and not slept else 0.0
        ran = event == "resume" or (event == "look" and ran and not slept)
        assert focus.seconds == pytest.approx(awake)
        assert focus.is_running is ran
        assert focus.seconds >= before.seconds
        assert abs(60 * (focus.minutes - focus.left) - focus.seconds) <= 60
        assert 0 <= focus.worked <= MOST_LOGGED
