from planner.core import commands as c
from planner.core.apply import apply
from planner.core.screens.plan import plan_screen
from planner.core.screens.week import week_screen
from planner.core.values import Level
from planner.core.wording import duration
from planner.core.wording.names import phase_name
from planner.paper.contents.document import Point, Standing, Task
from planner.paper.contents.whole import plan_document
from planner.paper.pdf import plan_pdf
from planner.paper.sizes import Paper
from tests.paper.candidates import START, candidate, session, with_sessions
from tests.paper.reading import texts

L7 = candidate(Level.L7)


def plain(data: bytes) -> str:
    return " ".join(" ".join(texts(data)).split())


def test_the_head_tells_the_whole_stretch() -> None:
    page = plain(plan_pdf(L7, START, Paper.LETTER))
    assert "30 November 2026 – 8 February 2027 · 10 weeks" in page
    assert "L7 · loop day Mon 8 Feb (70 days)" in page


def test_each_week_has_the_figures_of_its_page() -> None:
    page = plain(plan_pdf(L7, START, Paper.LETTER))
    for number in range(1, 11):
        screen = week_screen(L7, number, START)
        assert screen is not None
        told = f"{duration(screen.planned)} planned · {duration(screen.buffer)} buffer"
        assert f"Week {number} of 10" in page
        assert f"{phase_name(screen.phase)} {told}" in page


def test_a_day_is_named_once_before_its_sessions() -> None:
    state = with_sessions(
        session("W1-01", "own.0", 1), session("W1-02", "own.0", 1), session("W1-03", "own.0", 3)
    )
    (week, _) = plan_document(state, START).sections
    days = [(row.code, row.day) for row in week.rows if isinstance(row, Task)]
    assert days == [("W1-01", "Tue 1, 09:00"), ("W1-02", ""), ("W1-03", "Thu 3, 09:00")]


def test_what_is_left_out_stands_at_the_end_with_its_reason() -> None:
    screen = plan_screen(L7, START)
    assert screen is not None
    section = plan_document(L7, START).sections[-1]
    told = [(row.title, row.note, row.right) for row in section.rows if isinstance(row, Point)]
    assert len(screen.left_out) > 1
    for row in screen.left_out:
        assert (row.title, row.why, duration(row.minutes)) in told
    assert told[0] == (f"about {screen.extra_weeks} more weeks would hold it", "", "")
    assert section.heading.right == duration(screen.shortfall)
    page = plain(plan_pdf(L7, START, Paper.LETTER))
    assert screen.left_out[-1].why in page[page.index("Left out") :]


def test_a_plan_that_fits_has_no_such_list() -> None:
    page = plain(plan_pdf(with_sessions(), START, Paper.A4))
    assert "Left out" not in page


def test_the_loop_day_follows_the_last_week() -> None:
    page = plain(plan_pdf(L7, START, Paper.A4))
    last = page.index("Week 10 of 10")
    assert "Monday 8 February 2027 loop day" in page[last : page.index("Left out")]


def test_a_week_without_sessions_is_a_block_as_well() -> None:
    page = plain(plan_pdf(with_sessions(weeks=2), START, Paper.A4))
    assert page.count("Nothing is planned in this week.") == 2


def test_a_tick_and_a_skip_show() -> None:
    state = apply(L7, c.Tick(target="W1-01", on=START))
    assert state.plan is not None
    state = apply(state, c.SkipItem(item=state.plan.by_code["W4-01"].item))
    rows = [row for part in plan_document(state, START).sections for row in part.rows]
    found = {row.code: row for row in rows if isinstance(row, Task)}
    assert found["W1-01"].standing is Standing.DONE
    assert found["W4-01"].standing is Standing.SKIPPED
    assert found["W4-01"].note == "skipped"
    assert found["W1-02"].note == ""


def test_the_file_is_named_after_the_level() -> None:
    assert plan_document(L7, START).cover.name == "loopready-l7-plan.pdf"
