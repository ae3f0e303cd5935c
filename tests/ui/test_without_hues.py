"""Nothing is told by a hue alone: with one colour for all kinds, each still looks different."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from planner.core.progress import Done
from planner.core.screens.checklist import ItemRow, UnitRow, checklist_screen
from planner.core.screens.plan import WeekRow, plan_screen
from planner.core.screens.practice import practice_screen
from planner.core.screens.readiness import BurnPoint
from planner.core.screens.stories import stories_screen
from planner.core.screens.subjects import Load
from planner.core.screens.week import SessionRow, week_screen
from planner.core.state import State
from planner.core.story_check import Concern, Flag
from planner.core.values import Priority, Subject
from planner.core.wording.practice import minutes_text
from planner.ui.kit.painted.bar import Part, paint_bar
from planner.ui.kit.painted.line import paint_ground
from planner.ui.kit.painted.tick import paint_tick
from planner.ui.look import Look
from planner.ui.pages.checklist.delegate import ChecklistDelegate
from planner.ui.pages.plan.left_out_delegate import LeftOutDelegate
from planner.ui.pages.plan.week_delegate import WeekDelegate as PlanDelegate
from planner.ui.pages.practice import words as practice
from planner.ui.pages.practice.delegates import TwoLines
from planner.ui.pages.practice.page import PracticePage
from planner.ui.pages.readiness.chart import BurnUp
from planner.ui.pages.readiness.failures import Mark
from planner.ui.pages.stories.bank import StoryDelegate
from planner.ui.pages.stories.matrix import PrinciplesModel
from planner.ui.pages.stories.table import PrinciplesTable
from planner.ui.pages.week.delegate import WeekDelegate
from planner.ui.rows.model import RowDelegate
from planner.ui.theme import Theme
from tests.ui.house import TODAY, demo_workspace

KINDS = ("accent", "technical", "leadership", "mock", "review", "amber", "red")
ROW = QRect(0, 0, 700, 60)
Painting = Callable[[QPainter], object]


@pytest.fixture
def grey(look: Look) -> Look:
    """A look in which every kind and every state has the same colour."""
    one = look.theme.colours
    strong = dict.fromkeys(KINDS, one["review"])
    soft = {f"{kind}_soft": one["review_soft"] for kind in KINDS}
    look._theme = Theme(name="light", colours={**one, **strong, **soft})
    return look


@pytest.fixture(scope="module")
def state() -> State:
    return demo_workspace().state


def picture(paint: Painting) -> bytes:
    image = QImage(ROW.size(), QImage.Format.Format_Grayscale8)
    image.fill(0xFF)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return bytes(image.constBits())


def alike(paintings: dict[Any, Painting]) -> list[tuple[Any, Any]]:
    """Return which of some things cannot be told apart."""
    shown = {name: picture(paint) for name, paint in paintings.items()}
    return [pair for pair in combinations(shown, 2) if shown[pair[0]] == shown[pair[1]]]


def painted(delegate: RowDelegate[Any], shown: Iterable[Any]) -> dict[Any, Painting]:
    """Return how a delegate paints rows, by their places."""

    def painting(row: object) -> Painting:
        return lambda painter: delegate.paint_row(painter, ROW, row)

    return {place: painting(row) for place, row in enumerate(shown)}


@pytest.fixture
def view(qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    view.resize(ROW.size())
    return view


def session(state: State) -> SessionRow:
    week = week_screen(state, 4, TODAY)
    assert week is not None
    return next(row for day in week.days for row in day.rows if not row.done)


def weeks(state: State) -> tuple[WeekRow, ...]:
    plan = plan_screen(state, TODAY)
    assert plan is not None
    return plan.weeks


def test_the_same_is_alike(grey: Look) -> None:
    def paint(painter: QPainter) -> None:
        paint_tick(painter, QRectF(0, 0, 20, 20), Done.DONE, grey)

    assert alike({"one": paint, "other": paint}) == [("one", "other")]


def test_the_look_has_no_hues(grey: Look) -> None:
    assert len({grey.colour(kind).name() for kind in KINDS}) == 1


def test_boxes_and_marks_have_a_shape_for_each_state(qtbot: QtBot, grey: Look) -> None:
    def box(done: Done) -> Painting:
        return lambda painter: paint_tick(painter, QRectF(0, 0, 20, 20), done, grey)

    def mark(done: Done) -> Painting:
        one = Mark(grey, None)  # type: ignore[arg-type]  # it stands for itself here
        qtbot.addWidget(one)
        one.resize(20, 20)
        one.show_done(done)
        return lambda painter: one.render(painter, QPoint())

    assert alike({done: box(done) for done in Done}) == []
    assert alike({done: mark(done) for done in Done}) == []


def test_each_kind_of_work_has_its_pattern_in_a_bar(grey: Look) -> None:
    def bar(kind: Subject) -> Painting:
        part = Part(grey.subject(kind)[0], 0.5, kind)
        track = grey.colour("review_soft")
        return lambda painter: paint_bar(painter, QRectF(0, 0, 200, 8), [part], track)

    assert alike({kind: bar(kind) for kind in Subject}) == []


def test_what_is_selected_and_what_has_the_focus_have_edges(grey: Look) -> None:
    def ground(selected: bool, focused: bool) -> Painting:
        return lambda painter: paint_ground(painter, ROW, grey, selected=selected, focused=focused)

    states = {
        "usual": ground(False, False),
        "selected": ground(True, False),
        "in focus": ground(True, True),
    }
    assert alike(states) == []


def test_what_is_done_in_the_burn_up_is_no_plan(qtbot: QtBot, grey: Look) -> None:
    burn = BurnUp(grey)
    qtbot.addWidget(burn)
    burn.resize(ROW.size())
    day = date(2026, 12, 7)
    apart = [BurnPoint(day, 0, 0), BurnPoint(day + timedelta(7), 300, 200)]
    swapped = [BurnPoint(day, 0, 0), BurnPoint(day + timedelta(7), 200, 300)]

    def burnt(points: list[BurnPoint]) -> Painting:
        def paint(painter: QPainter) -> None:
            burn.show_points(points, None, "")
            burn.render(painter, QPoint())

        return paint

    assert alike({"plan above": burnt(apart), "done above": burnt(swapped)}) == []


def test_sessions_of_a_week(view: QListView, grey: Look, state: State) -> None:
    one = replace(session(state), slipped=False)
    delegate = WeekDelegate(grey, view)

    def painting(row: SessionRow) -> Painting:
        return lambda painter: delegate._paint_session(painter, ROW, row)

    assert alike({kind: painting(replace(one, subject=kind)) for kind in Subject}) == []
    states: tuple[dict[str, Any], ...] = ({}, {"done": True}, {"skipped": True}, {"slipped": True})
    assert alike({str(what): painting(replace(one, **what)) for what in states}) == []


def test_rows_of_the_checklist(view: QListView, grey: Look, state: State) -> None:
    delegate = ChecklistDelegate(grey, view)
    sections = checklist_screen(state).sections
    one = next(row for section in sections for row in section.rows if row.units)

    def painting(row: ItemRow | UnitRow, opened: bool | None = None) -> Painting:
        return lambda painter: delegate._paint_row(painter, ROW, row, opened=opened)

    assert alike({which: painting(replace(one, priority=which)) for which in Priority}) == []
    assert alike({done: painting(replace(one, state=done)) for done in Done}) == []
    assert alike({which: painting(one, which) for which in (None, False, True)}) == []
    unit = one.units[0]
    assert alike({done: painting(replace(unit, done=done)) for done in (False, True)}) == []
    skipped = replace(one, finished=None, weeks=None)
    assert (
        alike({which: painting(replace(skipped, skipped=which)) for which in (False, True)}) == []
    )


def test_weeks_of_the_plan(grey: Look, state: State) -> None:
    one = weeks(state)[5]
    loads = [replace(one, loads=(Load(kind, 300, 0),)) for kind in Subject]
    delegate = PlanDelegate(grey)
    now = [replace(one, is_current=which) for which in (False, True)]
    delegate.fit([*loads, *now])
    assert alike(painted(delegate, loads)) == []
    assert alike(painted(delegate, now)) == []


def test_what_is_left_out(grey: Look, state: State) -> None:
    plan = plan_screen(state, TODAY)
    assert plan is not None
    kinds = [replace(plan.left_out[0], priority=which) for which in (*Priority, None)]
    assert alike(painted(LeftOutDelegate(grey), kinds)) == []


def test_stories(grey: Look, state: State) -> None:
    one = stories_screen(state).stories[0]
    flags = [(), (Flag(Concern.REUSED),), tuple(Flag(one) for one in list(Concern)[:2])]
    shown = [replace(one, flags=which) for which in flags]
    assert alike(painted(StoryDelegate(grey), shown)) == []


def test_principles(qtbot: QtBot, grey: Look, state: State) -> None:
    screen = stories_screen(state)
    model = PrinciplesModel()
    table = PrinciplesTable(grey, model)
    qtbot.addWidget(table)
    option = QStyleOptionViewItem()
    option.rect = ROW

    def painting(*, critical: bool) -> Painting:
        first = replace(screen.principles[0], is_critical=critical)

        def paint(painter: QPainter) -> None:
            model.show_screen(replace(screen, principles=(first, *screen.principles[1:])))
            table.itemDelegate().paint(painter, option, model.index(0, 0))

        return paint

    assert alike({which: painting(critical=which) for which in (False, True)}) == []


def test_rounds(qtbot: QtBot, grey: Look, state: State) -> None:
    screen = practice_screen(state)
    assert screen is not None
    one = screen.rows[1]
    page = PracticePage(grey)
    qtbot.addWidget(page)
    delegate = TwoLines(grey, practice.title, practice.below, page._tag, minutes_text)
    shown = [one, replace(one, is_ready=True)]
    assert alike(painted(delegate, shown)) == []
