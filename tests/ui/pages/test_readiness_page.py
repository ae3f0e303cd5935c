"""The Readiness page as a candidate uses it."""

from datetime import timedelta
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from planner.core.commands import AddEvidence, ScoreMock, Tick
from planner.core.forecast import Forecast, forecast
from planner.core.progress import Done, is_kept, is_scored
from planner.core.readiness import Share
from planner.core.screens.readiness import BurnPoint, FailureRow, evidence_rows, readiness_screen
from planner.core.screens.support import Kind, Support
from planner.core.state import State
from planner.core.values import Level
from planner.core.wording.finish import finish_text
from planner.ui.actions import BY_ID
from planner.ui.kit.painted.tag import Tag
from planner.ui.look import Look
from planner.ui.pages.readiness import ReadinessPage, words
from planner.ui.pages.readiness.chart import MOST_LINES, BurnUp, hours_between
from planner.ui.pages.readiness.failures import Mark
from tests.core.screens.candidates import START, TODAY, after, curriculum, demo, fresh
from tests.ui.pages.desk import LARGE, SMALL, Desk, at_work, laid_out
from tests.ui.seen import button, labels


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ReadinessPage:
    return laid_out(ReadinessPage(look), qtbot)


@pytest.fixture
def desk(page: ReadinessPage, qtbot: QtBot) -> Desk:
    return at_work(qtbot, page, demo(), TODAY)


def tags(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(Tag) if one.isVisible()]


def chart_of(page: QWidget) -> BurnUp:
    chart = page.findChild(BurnUp)
    assert isinstance(chart, BurnUp)
    return chart


def finished(state: State, *, proven: bool) -> State:
    """Do everything that is kept; with the lines of evidence and the scores, or without."""
    kept = [item for item in state.items() if is_kept(state, item)]
    state = after(state, [Tick(target=item.id, on=START) for item in kept])
    if not proven or state.plan is None:
        return state
    mocks = [one.code for one in state.plan.sessions if is_scored(state, one)]
    state = after(state, [ScoreMock(code=code, score=4) for code in mocks])
    return after(state, [AddEvidence(item=item.id, text="shown") for item in kept])


@pytest.mark.usefixtures("desk")
def test_it_says_what_it_is_about_and_what_it_is_not(page: ReadinessPage) -> None:
    (line,) = [text for text in labels(page) if "hired" in text]
    assert "at L6" in line
    assert "Preparation, not a forecast of the decision." in line


@pytest.mark.parametrize("level", Level)
def test_all_criteria_stand_there_with_their_figures(page: ReadinessPage, level: Level) -> None:
    state = fresh(level)
    Desk(page, state, START)
    page.show()
    seen = labels(page)
    screen = readiness_screen(state, START)
    assert screen is not None
    for family in screen.families:
        assert family.label in seen
        for row in family.rows:
            assert row.label in seen
            assert (
                " · ".join(
                    (
                        words.studied(row.studied),
                        words.evidenced(row.evidenced),
                        words.tested(row.tested),
                    )
                )
                in seen
            )
    assert {"studied", "evidenced", "tested"} <= set(seen)


def test_another_level_leaves_nothing_of_the_one_before(page: ReadinessPage) -> None:
    desk = Desk(page, fresh(Level.L7), START)
    page.show()
    desk.state = fresh(Level.L6)
    desk.show()
    old = {one.label for one in curriculum().rounds_at(Level.L7)}
    new = {one.label for one in curriculum().rounds_at(Level.L6)}
    seen = set(labels(page))
    assert new <= seen
    assert not (old - new) & seen


@pytest.mark.usefixtures("desk")
def test_each_bar_says_what_it_shows(page: ReadinessPage) -> None:
    bars = [bar for bar in page.findChildren(QProgressBar) if bar.isVisible()]
    assert len(bars) == 3 * 9 + 2 * len(curriculum().rounds_at(Level.L6))
    names = [bar.accessibleName() for bar in bars]
    assert len(set(names)) == len(names)
    assert all(bar.accessibleDescription() for bar in bars)
    assert "Mentorship of senior engineers, tested" in names


@pytest.mark.usefixtures("desk")
def test_one_criterion_is_marked_as_the_weakest_in_a_word(page: ReadinessPage) -> None:
    assert tags(page).count("weakest") == 1


def test_nothing_is_marked_before_anything_is_done(page: ReadinessPage) -> None:
    Desk(page, fresh(), START)
    page.show()
    assert "weakest" not in tags(page)
    assert any(text.startswith("Nothing is done yet. Next: ") for text in labels(page))


@pytest.mark.usefixtures("desk")
def test_the_advice_names_the_weakest_and_what_comes_next(page: ReadinessPage) -> None:
    (advice,) = [text for text in labels(page) if "is furthest behind" in text]
    assert " to go, in week " in advice


def test_strengthening_opens_the_session_that_comes_next(
    page: ReadinessPage, desk: Desk, qtbot: QtBot
) -> None:
    screen = readiness_screen(desk.state, TODAY)
    assert screen is not None
    assert screen.next_step is not None
    assert "strengthen" in page.offers()
    with qtbot.waitSignal(page.session_opened) as opened:
        button(page, "Strengthen weakest").click()
    assert opened.args == [screen.next_step.code]
    with qtbot.waitSignal(page.session_opened):
        assert page.run("strengthen")
    assert "strengthen" in BY_ID


def test_where_all_is_done_but_unproven_strengthening_asks_for_the_line(
    page: ReadinessPage,
) -> None:
    desk = Desk(page, finished(fresh(), proven=False), START)
    page.show()
    assert any("has no line of evidence yet" in text for text in labels(page))
    desk.answers.texts = [" Led the review. "]
    button(page, "Strengthen weakest").click()
    (command,) = desk.done
    assert isinstance(command, AddEvidence)
    assert command.text == "Led the review."


def test_where_all_is_done_and_proven_there_is_nothing_to_strengthen(page: ReadinessPage) -> None:
    Desk(page, finished(fresh(), proven=True), START)
    page.show()
    assert any(text.startswith("Everything planned is done") for text in labels(page))
    assert not button(page, "Strengthen weakest").isEnabled()
    assert page.offers() == {"add-evidence"}


def test_evidence_is_asked_for_an_item_and_then_for_a_line(page: ReadinessPage, desk: Desk) -> None:
    rows = evidence_rows(desk.state)
    desk.answers.choices, desk.answers.texts = [1], ["Cut the bill by a third."]
    button(page, "Add evidence…").click()
    assert desk.done == [AddEvidence(item=rows[1].item, text="Cut the bill by a third.")]
    (_, _, options, current), (title, _, _) = desk.answers.asked
    assert isinstance(options, tuple)
    assert len(options) == len(rows)
    assert current == 0
    assert rows[1].title in str(title)


@pytest.mark.parametrize(("choices", "lines"), [([None], []), ([0], [None]), ([0], [" "])])
def test_giving_up_or_an_empty_line_writes_nothing(
    page: ReadinessPage, desk: Desk, choices: list[int | None], lines: list[str | None]
) -> None:
    desk.answers.choices, desk.answers.texts = choices, lines
    assert page.run("add-evidence")
    assert desk.done == []


def test_a_line_is_cut_where_it_is_too_long(page: ReadinessPage, desk: Desk) -> None:
    desk.answers.choices, desk.answers.texts = [0], ["x" * 600]
    page.run("add-evidence")
    (command,) = desk.done
    assert isinstance(command, AddEvidence)
    assert len(command.text) == 500


def test_an_empty_page_offers_the_wizard(page: ReadinessPage) -> None:
    desk = Desk(page, State(curriculum()), TODAY)
    page.show()
    assert page.offers() == frozenset()
    assert not button(page, "Add evidence…").isVisible()
    button(page, "Make a plan…").click()
    assert desk.asked == ["profile"]
    desk.state = demo()
    desk.show()
    assert button(page, "Add evidence…").isVisible()
    assert not button(page, "Make a plan…").isVisible()


def test_without_a_plan_there_is_no_chart(page: ReadinessPage) -> None:
    Desk(page, fresh().evolve(plan=None), START)
    page.show()
    assert not chart_of(page).isVisible()


@pytest.mark.usefixtures("desk")
def test_the_chart_says_in_words_what_it_draws(page: ReadinessPage) -> None:
    chart = chart_of(page)
    assert chart.accessibleName()
    assert chart.accessibleDescription() in labels(page)
    assert "planned until Tue 22 Dec" in chart.accessibleDescription()
    found = forecast(demo(), TODAY)
    assert found is not None
    assert chart.accessibleDescription().endswith(finish_text(found))
    assert "your last 3 full weeks and 1 usual week" in chart.toolTip()


def colours_at(chart: BurnUp, wanted: QColor) -> int:
    """How many pixels of the chart have a colour."""
    image = chart.grab().toImage()
    places = product(range(image.width()), range(image.height()))
    return sum(image.pixelColor(x, y) == wanted for x, y in places)


@pytest.mark.usefixtures("desk")
def test_the_chart_shades_the_range_of_what_may_come(page: ReadinessPage, look: Look) -> None:
    chart, soft = chart_of(page), look.colour("accent_soft")
    assert colours_at(chart, soft) > 50
    points = readiness_screen(demo(), TODAY)
    assert points is not None
    chart.show_points(points.burn_up, None, "")
    assert colours_at(chart, soft) == 0


@pytest.mark.parametrize("minutes", [0, 30, 600, 60_000, 6_000_000])
def test_the_chart_paints_plans_of_any_size(look: Look, qtbot: QtBot, minutes: int) -> None:
    chart = BurnUp(look)
    qtbot.addWidget(chart)
    day = START
    found = Forecast(day + timedelta(days=9), day, None, 0, 5, 4, 0, minutes)
    chart.show_points(
        [
            BurnPoint(day, 0, 0),
            BurnPoint(day + timedelta(days=6), minutes // 2, minutes // 4),
            BurnPoint(day + timedelta(days=13), minutes, None),
        ],
        found,
        "",
    )
    chart.resize(300, 150)
    assert not chart.grab().isNull()
    chart.show_points([BurnPoint(day, 0, 0)], found, "")
    assert not chart.grab().isNull()
    chart.show_points([], None, "")
    assert not chart.grab().isNull()


@pytest.mark.parametrize("hours", [0.5, 1, 4, 10, 78, 100, 195, 1500, 99_999])
def test_there_are_a_few_lines_in_the_chart(hours: float) -> None:
    assert hours / hours_between(hours) <= MOST_LINES


def _row(state: Done, share: Share) -> FailureRow:
    return FailureRow("x", "Gaps", "Shallow", "", state, share)


@pytest.mark.parametrize(
    ("row", "tag", "spoken"),
    [
        (_row(Done.DONE, Share(3, 4)), "guarded", "Shallow: guarded, 3 of 4 items done"),
        (_row(Done.HALF, Share(1, 4)), "begun · 1 of 4", "Shallow: begun, 1 of 4 items done"),
        (_row(Done.OPEN, Share(0, 4)), "open · 0 of 4", "Shallow: open, 0 of 4 items done"),
        (_row(Done.OPEN, Share(0, 0)), "open", "Shallow: open, 0 of 0 items done"),
    ],
)
def test_a_guard_is_told_by_a_word(row: FailureRow, tag: str, spoken: str) -> None:
    assert words.guard(row) == tag
    assert words.spoken_guard(row) == spoken


def test_a_guard_is_told_by_a_shape_too(look: Look, qtbot: QtBot) -> None:
    """Without colour: how much of the circle is filled."""
    filled = {}
    around = QWidget()
    qtbot.addWidget(around)
    for done in Done:
        mark = Mark(look, around)
        mark.resize(40, 40)
        mark.show_done(done)
        picture = mark.grab().toImage()
        ground = picture.pixelColor(0, 0)
        points = [(x, y) for x in range(40) for y in range(40)]
        filled[done] = sum(picture.pixelColor(x, y) != ground for x, y in points)
    assert filled[Done.OPEN] * 1.3 < filled[Done.HALF]
    assert filled[Done.HALF] * 1.2 < filled[Done.DONE]


@pytest.mark.usefixtures("desk")
def test_every_failure_point_has_its_tag(page: ReadinessPage) -> None:
    found = [tag for tag in tags(page) if tag.split(" ")[0] in {"guarded", "begun", "open"}]
    assert len(found) == 6


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.usefixtures("desk")
def test_nothing_is_wider_than_the_page_or_cut(
    page: ReadinessPage, look: Look, qapp: QApplication, size: QSize, scale: int
) -> None:
    look.set_scale(scale)
    page.resize(size)
    for _ in range(4):
        qapp.processEvents()
    for widget in page.findChildren(QLabel):
        if widget.isVisible():
            right = widget.mapTo(page, QPoint(widget.width(), 0)).x()
            assert right <= page.width(), widget.accessibleName()
    for label in page.findChildren(QLabel):
        if label.isVisible():
            assert label.minimumSizeHint().width() <= label.width(), label.text()
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()


@pytest.mark.usefixtures("desk")
def test_what_comes_from_the_curriculum_is_plain_text(page: ReadinessPage) -> None:
    labels = page.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.usefixtures("desk")
def test_the_page_can_be_scrolled_with_the_keyboard(
    page: ReadinessPage, qtbot: QtBot, qapp: QApplication
) -> None:
    page.resize(SMALL)
    qapp.processEvents()
    bar = page._overview.verticalScrollBar()
    assert bar.maximum() > 0
    assert page._overview.focusPolicy() is Qt.FocusPolicy.StrongFocus
    page.setFocus()
    assert page._overview.hasFocus()
    qtbot.keyClick(page._overview, Qt.Key.Key_PageDown)  # type: ignore[no-untyped-call]
    assert bar.value() > 0
    assert page._overview.accessibleName()


@pytest.mark.usefixtures("desk")
def test_it_follows_the_look(page: ReadinessPage, look: Look, qapp: QApplication) -> None:
    light = page.grab().toImage()
    look.set_mode("dark")
    qapp.processEvents()
    dark = page.grab().toImage()
    corner = QPoint(2, 2)
    assert light.pixelColor(corner).lightness() > dark.pixelColor(corner).lightness()


def test_what_supports_a_criterion_opens_below_it(page: ReadinessPage, desk: Desk) -> None:
    screen = readiness_screen(desk.state, TODAY)
    assert screen is not None
    row = screen.families[1].rows[0]
    opener = next(
        one
        for one in page.findChildren(QAbstractButton)
        if one.accessibleName() == f"What supports {row.label}"
    )
    assert opener.text() == f"What supports it ({len(row.supports)})"
    line = next(one.line for one in row.supports if one.line)
    assert not any(line in one for one in labels(page))
    opener.click()
    shown = next(one for one in labels(page) if line in one)
    assert len(shown.splitlines()) == len(row.supports)
    opener.click()
    assert not any(line in one for one in labels(page))


def test_the_review_of_the_week_is_asked_for(page: ReadinessPage, desk: Desk) -> None:
    button(page, "Review the week…").click()
    assert desk.asked == ["weekly-review"]


def test_a_long_result_of_a_story_is_one_line_and_cut() -> None:
    story = Support(Kind.STORY, "story.a", "A", Done.DONE, Share(0, 0), "words\nand " * 2000)
    said = words.support(story)
    assert said.startswith("● A · story — words and words")
    assert len(said) < 530
    assert "\n" not in said
