"""The dialog to print: what is chosen, what is shown, and that both are what is printed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QPushButton

from planner.core.values import Fact
from planner.paper.default import default_paper, wished_layout
from planner.paper.pdf import render
from planner.paper.sizes import Paper
from planner.paper.wish import Kind, Wish, document_of
from planner.ui.dialogs.paper import PaperDialog
from planner.ui.dialogs.sheets import Pages
from tests.paper.reading import facts
from tests.ui.house import TODAY, House

PLAN, WEEK = Wish(kind=Kind.PLAN, week=4), Wish(kind=Kind.WEEK, week=4)


@pytest.fixture
def opened_on(house: House) -> Callable[..., PaperDialog]:
    def make(wish: Wish, *, printer: bool = True) -> PaperDialog:
        dialog = PaperDialog(house.workspace.state, TODAY, wish, house.window, printer=printer)
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


def shown(dialog: PaperDialog) -> Pages:
    found = dialog.sheets.shown
    assert found is not None
    return found


def test_it_opens_on_what_is_wished(opened_on: Opened) -> None:
    wish = Wish(
        kind=Kind.PLAN,
        week=4,
        weeks_a_page=1,
        paper=Paper.LEGAL,
        landscape=True,
        large=True,
        hide_done=True,
        discreet=True,
    )
    assert opened_on(wish).printed().wish == wish


def test_all_that_is_chosen_is_wished(opened_on: Opened) -> None:
    dialog = opened_on(WEEK)
    choose(dialog.kind, Kind.PLAN)
    choose(dialog.a_page, 2)
    choose(dialog.paper, Paper.A5)
    dialog.first.setValue(3)
    dialog.last.setValue(6)
    for box in (dialog.landscape, dialog.large, dialog.hide_done, dialog.discreet):
        box.setChecked(True)
    assert dialog.printed().wish == Wish(
        kind=Kind.PLAN,
        week=4,
        weeks=range(3, 7),
        weeks_a_page=2,
        paper=Paper.A5,
        landscape=True,
        large=True,
        hide_done=True,
        discreet=True,
    )


def test_a_range_the_wrong_way_round_is_turned(opened_on: Opened) -> None:
    dialog = opened_on(PLAN)
    dialog.first.setValue(6)
    dialog.last.setValue(3)
    assert dialog.printed().wish.weeks == range(3, 7)


def test_the_usual_paper_stays_that_of_the_country(opened_on: Opened) -> None:
    dialog = opened_on(PLAN)
    assert dialog.paper.currentData() == default_paper()
    assert dialog.printed().wish.paper is None


@pytest.mark.parametrize(
    ("kind", "there"),
    [
        (Kind.WEEK, (True, False, True)),
        (Kind.PLAN, (True, True, True)),
        (Kind.CHECKLIST, (False, False, True)),
        (Kind.READINESS, (False, False, False)),
        (Kind.SHEET, (False, False, False)),
    ],
)
def test_only_what_applies_is_asked(
    opened_on: Opened, kind: Kind, there: tuple[bool, bool, bool]
) -> None:
    dialog = opened_on(PLAN)
    choose(dialog.kind, kind)
    fields = (dialog.a_page, dialog.first, dialog.hide_done)
    assert tuple(one.isVisible() for one in fields) == there


@pytest.mark.parametrize("count", [1, 2])
def test_weeks_on_a_page_stay_chosen_over_what_has_none(opened_on: Opened, count: int) -> None:
    dialog = opened_on(PLAN)
    choose(dialog.a_page, count)
    for kind in (Kind.SHEET, Kind.WEEK, Kind.PLAN):
        choose(dialog.kind, kind)
        assert dialog.printed().wish.weeks_a_page == count


def test_without_a_plan_there_is_less_to_print(house: House) -> None:
    state = house.workspace.state.evolve(plan=None)
    dialog = PaperDialog(state, TODAY, Wish(kind=Kind.SHEET), house.window, printer=True)
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
    wish = dialog.printed().wish
    document = document_of(house.workspace.state, TODAY, wish)
    count = int(facts(render(document, wished_layout(wish)))["Pages"])
    assert len(shown(dialog).pages) == count
    assert f"{count} page" in dialog.sheets.accessibleDescription()


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


def test_enter_prints(opened_on: Opened) -> None:
    dialog = opened_on(WEEK)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert not dialog.printed().as_file


def test_it_can_be_saved_instead(opened_on: Opened) -> None:
    dialog = opened_on(WEEK)
    buttons(dialog)["Save as PDF…"].click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.printed().as_file


def test_without_a_printer_enter_saves(opened_on: Opened) -> None:
    dialog = opened_on(WEEK, printer=False)
    assert sorted(buttons(dialog)) == ["Cancel", "Save as PDF…"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.printed().as_file


def test_escape_prints_nothing(opened_on: Opened) -> None:
    dialog = opened_on(WEEK)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
