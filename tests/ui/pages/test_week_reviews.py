"""Reviews on the week page: what they ask, how they went, when they come back."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.core.closed_book import ClosedBook, Prompts
from planner.core.commands import GradeReview, Tick
from planner.core.state import State
from planner.core.values import Grade, SessionKind
from planner.ui.look import Look
from planner.ui.pages.week import WeekPage
from planner.ui.prompts import Graded
from tests.support import study
from tests.ui.house import House
from tests.ui.pages.desk import Desk, at_work, laid_out
from tests.ui.seen import labels

CODE = "W1-04"
REVIEW = study.session(CODE, study.SKILL, 3, kind=SessionKind.REVIEW, minutes=10)
PLAN = study.PLAN.evolve(sessions=(*study.PLAN.sessions[:3], REVIEW, *study.PLAN.sessions[3:]))
STATE = State(study.CURRICULUM, profile=study.PROFILE, plan=PLAN)
QUESTIONS = ("How <b>so</b>?", "Why?", "When not?")
BOOK = ClosedBook(prompts=(Prompts(about=study.SKILL, ask=QUESTIONS),))


class Shelf:
    """Gives the book, and counts how often it was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> ClosedBook:
        self.asked += 1
        return BOOK


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> WeekPage:
    return laid_out(WeekPage(look), qtbot)


@pytest.fixture
def desk(page: WeekPage, qtbot: QtBot, shelf: Shelf) -> Desk:
    return at_work(qtbot, page, STATE, study.TODAY, shelf)


def button(page: WeekPage, text: str) -> QAbstractButton:
    found = page.findChildren(QAbstractButton)
    return next(one for one in found if one.text().startswith(text) and one.isVisible())


@pytest.mark.usefixtures("desk")
def test_prompts_are_read_when_a_review_is_shown_and_not_before(
    page: WeekPage, shelf: Shelf, qtbot: QtBot
) -> None:
    qtbot.wait(10)
    assert shelf.asked == 0
    assert "grade" not in page.offers()
    page.open_session(CODE)
    assert shelf.asked == 0
    qtbot.waitUntil(lambda: "1. How <b>so</b>?\n2. Why?\n3. When not?" in labels(page))
    assert shelf.asked == 1
    assert "grade" in page.offers()
    page.open_session("W1-01")
    assert "Closed book" not in labels(page)


def test_a_review_is_answered_and_graded_in_one_gesture(page: WeekPage, desk: Desk) -> None:
    page.open_session(CODE)
    desk.answers.graded = [Graded(Grade.HARD, "like <i>this</i>")]
    button(page, "Answer…").click()
    assert desk.answers.asked == [(study.SKILL, "How <b>so</b>?", "Why?", "When not?")]
    assert desk.done == [
        Tick(target=CODE, on=study.TODAY),
        GradeReview(code=CODE, grade=Grade.HARD, answer="like <i>this</i>", on=study.TODAY),
    ]
    assert "Graded hard: got there, with effort or gaps." in labels(page)
    assert "like <i>this</i>" in labels(page)


def test_a_review_that_was_held_is_only_graded_anew(page: WeekPage, desk: Desk) -> None:
    page.open_session(CODE)
    desk.answers.graded = [Graded(Grade.HARD, "x"), Graded(Grade.GOOD, "")]
    page.run("grade")
    del desk.done[:]
    button(page, "Grade again…").click()
    assert desk.done == [GradeReview(code=CODE, grade=Grade.GOOD, answer="", on=study.TODAY)]
    assert "x" not in labels(page)


def test_giving_up_changes_nothing(page: WeekPage, desk: Desk) -> None:
    page.open_session(CODE)
    desk.answers.graded = [None]
    page.run("grade")
    assert desk.done == []


def test_other_sessions_have_no_grade(page: WeekPage, desk: Desk) -> None:
    page.open_session("W1-01")
    page.run("grade")
    assert desk.answers.asked == []


def test_the_window_undoes_it_in_one_step(house: House, qtbot: QtBot) -> None:
    plan = house.workspace.state.plan
    assert plan is not None
    review = next(
        one
        for one in plan.sessions
        if one.kind is SessionKind.REVIEW and one.code not in house.workspace.state.ticks
    )
    page = house.window.stack.page
    assert isinstance(page, WeekPage)
    page.open_session(review.code)
    qtbot.wait(10)
    house.answers.graded = [Graded(Grade.AGAIN, "")]
    before = house.workspace.state
    page.run("grade")
    after = house.workspace.state
    assert after.grades == {review.code: Grade.AGAIN}
    assert house.workspace.next_undo is not None
    assert len(house.workspace.next_undo) == 2
    house.workspace.undo()
    assert house.workspace.state == before
