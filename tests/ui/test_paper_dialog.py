"""The dialog to print: what is chosen, what is shown, and that both are what is printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QPushButton,
)

from planner.core.values import Fact
from planner.paper.contents.document import Document
from planner.paper.default import default_paper, wished_layout
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from planner.paper.typesetting import layout
from planner.paper.typesetting.layout import FinishedPage, Sheet
from planner.paper.wish import Kind, Wish, document_of
from planner.ui.dialogs.paper import PaperDialog
from planner.ui.dialogs.sheets import Pages
from tests.paper.conftest import printer
from tests.paper.opened import the
from tests.paper.reading import facts
from tests.paper.wished import EVERY_OPTION
from tests.ui.house import TODAY, House
from tests.ui.seen import settle

__all__ = ["printer"]

PLAN, WEEK = Wish(kind=Kind.PLAN, week=4), Wish(kind=Kind.WEEK, week=4)


@pytest.fixture
def opened_on(house: House) -> Callable[..., PaperDialog]:
    def make(wish: Wish, *, printer: bool = True) -> PaperDialog:
        state, tell = house.workspace.state, house.window.notice.tell
        dialog = PaperDialog(state, TODAY, wish, tell, house.window, printer=printer)
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog

    return make


Opened = Callable[..., PaperDialog]


def choose(field: QComboBox, data: object) -> None:
    field.setCurrentIndex(field.findData(data))


def buttons(dialog: PaperDialog) -> dict[str, QPushButton]:
    return {one.text(): one for one in dialog.findChildren(QPushButton)}


def described(dialog: PaperDialog) -> str:
    settle(dialog)
    return dialog.sheets.accessibleDescription()


def shown(dialog: PaperDialog) -> Pages:
    settle(dialog)
    found = dialog.sheets.shown
    assert found is not None
    return found


def test_it_opens_on_what_is_wished(opened_on: Opened) -> None:
    wish = EVERY_OPTION.evolve(weeks=None)
    assert opened_on(wish).wish() == wish


def test_all_that_is_chosen_is_wished(opened_on: Opened) -> None:
    dialog = opened_on(WEEK)
    dialog.week_after.setChecked(True)
    choose(dialog.kind, Kind.PLAN)
    choose(dialog.a_page, 2)
    choose(dialog.paper, Paper.A5)
    dialog.first.setValue(3)
    dialog.last.setValue(6)
    for box in (dialog.landscape, dialog.large, dialog.hide_done, dialog.discreet):
        box.setChecked(True)
    assert dialog.wish() == EVERY_OPTION


def test_a_range_the_wrong_way_round_is_turned(opened_on: Opened) -> None:
    dialog = opened_on(PLAN)
    dialog.first.setValue(6)
    dialog.last.setValue(3)
    assert dialog.wish().weeks == range(3, 7)


def test_the_usual_paper_stays_that_of_the_country(opened_on: Opened) -> None:
    dialog = opened_on(PLAN)
    assert dialog.paper.currentData() == default_paper()
    assert dialog.wish().paper is None


@pytest.mark.parametrize(
    ("kind", "there"),
    [
        (Kind.WEEK, (True, False, False, True)),
        (Kind.PLAN, (False, True, True, True)),
        (Kind.CHECKLIST, (False, False, False, True)),
        (Kind.READINESS, (False, False, False, False)),
        (Kind.SHEET, (False, False, False, False)),
    ],
)
def test_only_what_applies_is_asked(
    opened_on: Opened, kind: Kind, there: tuple[bool, bool, bool, bool]
) -> None:
    dialog = opened_on(PLAN)
    choose(dialog.kind, kind)
    fields = (dialog.week_after, dialog.a_page, dialog.first, dialog.hide_done)
    assert tuple(one.isVisible() for one in fields) == there


def test_two_weeks_of_the_plan_are_not_two_of_the_week(opened_on: Opened) -> None:
    dialog = opened_on(PLAN)
    choose(dialog.a_page, 2)
    choose(dialog.kind, Kind.WEEK)
    assert not dialog.wish().week_after
    dialog.week_after.setChecked(True)
    choose(dialog.kind, Kind.PLAN)
    assert (dialog.wish().weeks_a_page, dialog.wish().week_after) == (2, True)


def test_the_last_week_has_none_after_it(opened_on: Opened) -> None:
    assert not opened_on(WEEK.evolve(week=10)).week_after.isVisible()
    assert opened_on(WEEK.evolve(week=9)).week_after.isVisible()


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (WEEK.evolve(week_after=True, large=True, paper=Paper.A5), "The two weeks do not fit on"),
        (PLAN.evolve(weeks_a_page=2, large=True, paper=Paper.A5), "pages are too full, and their"),
        (PLAN.evolve(weeks_a_page=1, large=True, paper=Paper.A5), "pages are too full, and their"),
    ],
)
def test_weeks_that_go_on_to_the_next_page_are_told(
    opened_on: Opened, wish: Wish, told: str
) -> None:
    dialog = opened_on(wish)
    assert told in dialog.sheets.accessibleDescription()
    dialog.large.setChecked(False)
    choose(dialog.paper, Paper.A3)
    assert "next" not in described(dialog)


def test_without_a_plan_there_is_less_to_print(house: House) -> None:
    state = house.workspace.state.evolve(plan=None)
    dialog = PaperDialog(state, TODAY, Wish(kind=Kind.SHEET), print, house.window, printer=True)
    kinds = [dialog.kind.itemData(place) for place in range(dialog.kind.count())]
    assert kinds == [Kind.CHECKLIST, Kind.READINESS, Kind.SHEET]


class Change(Fact, frozen=True):
    """A field that is changed."""

    field: str
    value: object


@pytest.mark.parametrize(
    "change",
    [
        Change("kind", Kind.CHECKLIST),
        Change("kind", Kind.WEEK),
        Change("a_page", 1),
        Change("a_page", 2),
        Change("paper", Paper.A5),
        Change("landscape", True),
        Change("large", True),
        Change("last", 3),
    ],
    ids=lambda change: f"{change.field} {change.value}",
)
def test_the_pages_shown_are_those_of_the_file(
    opened_on: Opened, house: House, change: Change
) -> None:
    dialog = opened_on(PLAN)
    field = getattr(dialog, change.field)
    if isinstance(field, QComboBox):
        choose(field, change.value)
    elif isinstance(field, QCheckBox):
        field.setChecked(True)
    else:
        field.setValue(change.value)
    wish = dialog.wish()
    document = document_of(house.workspace.state, TODAY, wish)
    count = int(facts(render(document, wished_layout(wish)))["Pages"])
    assert len(shown(dialog).pages) == count
    assert f"{count} page" in described(dialog)


def test_pages_are_laid_out_when_typing_stops(
    opened_on: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[str] = []

    def lay_out(document: Document, sheet: Sheet) -> tuple[FinishedPage, ...]:
        laid_out.append(document.head.below)
        return layout.lay_out(document, sheet)

    dialog = opened_on(PLAN)
    monkeypatch.setattr("planner.ui.dialogs.paper.lay_out", lay_out)
    for last in (8, 6, 4):
        dialog.last.setValue(last)
    assert laid_out == []
    settle(dialog)
    assert [one.rpartition(" · ")[2] for one in laid_out] == ["4 weeks"]


def picture(dialog: PaperDialog) -> QImage:
    pixmap = QPixmap(420, shown(dialog).height(420))
    shown(dialog).paint(0, pixmap, 420)
    return pixmap.toImage()


def test_pages_are_black_on_white_in_every_theme_and_size(opened_on: Opened, house: House) -> None:
    light = picture(opened_on(WEEK))
    try:
        house.look.set_mode("dark")
        house.look.set_scale(200)
        assert picture(opened_on(WEEK)) == light
    finally:
        house.look.set_mode("light")
        house.look.set_scale(100)
    corner = light.pixelColor(2, 2)
    assert corner == Qt.GlobalColor.white
    colours = {light.pixelColor(x, 60).saturation() for x in range(light.width())}
    assert colours == {0}


def test_the_window_shows_white_paper(opened_on: Opened) -> None:
    dialog = opened_on(WEEK)
    QTest.qWait(1)
    seen = dialog.sheets.viewport().grab().toImage()
    middle = [seen.pixelColor(seen.width() // 2, 20), seen.pixelColor(20, 20)]
    assert Qt.GlobalColor.white in middle


def offer(dialog: PaperDialog, words: str) -> QFileDialog:
    """Press a button that leads to a file."""
    buttons(dialog)[words].click()
    return the(dialog, QFileDialog)


@pytest.mark.usefixtures("printer")
def test_enter_prints(opened_on: Opened, tmp_path: Path) -> None:
    dialog = opened_on(WEEK)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    asked = the(dialog, QPrintDialog)
    asked.printer().setOutputFileName(str(tmp_path / "week.pdf"))
    asked.done(QDialog.DialogCode.Accepted)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert facts((tmp_path / "week.pdf").read_bytes())["Pages"] == "1"


def test_it_can_be_saved_instead(opened_on: Opened, house: House, tmp_path: Path) -> None:
    dialog = opened_on(WEEK)
    asked = offer(dialog, "Save as PDF…")
    asked.selectFile(str(tmp_path / "week.pdf"))
    asked.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert house.window.notice.text == f"Saved as {tmp_path / 'week.pdf'}."
    assert (tmp_path / "week.pdf").exists()


def test_the_keyboard_goes_back_to_the_window(
    opened_on: Opened, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, came = opened_on(WEEK), []
    monkeypatch.setattr(house.window, "activateWindow", lambda: came.append(dialog.isVisible()))
    asked = offer(dialog, "Save as PDF…")
    asked.selectFile(str(tmp_path / "week.pdf"))
    asked.accept()
    assert came == [False], "once, when the dialog is gone"


def test_without_a_printer_enter_saves(opened_on: Opened) -> None:
    dialog = opened_on(WEEK, printer=False)
    assert sorted(buttons(dialog)) == ["Cancel", "Save as PDF…"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert the(dialog, QFileDialog).windowTitle() == "Save as PDF"


@pytest.mark.usefixtures("printer")
@pytest.mark.parametrize("words", ["Print…", "Save as PDF…"])
def test_without_an_answer_it_is_as_it_was(opened_on: Opened, house: House, words: str) -> None:
    dialog = opened_on(EVERY_OPTION)
    before = dialog.wish()
    buttons(dialog)[words].click()
    the(dialog, QDialog).reject()
    assert dialog.isVisible()
    assert dialog.wish() == before
    assert house.window.notice.text == ""


def test_escape_prints_nothing(opened_on: Opened) -> None:
    dialog = opened_on(WEEK)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
