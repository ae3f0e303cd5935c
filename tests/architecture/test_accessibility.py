"""Everything that can have the focus says what it is, and Tab reaches it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QWidget,
)

from planner.ui.dialogs.dialog import Dialog
from planner.ui.pages.table import PAGES
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import House


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a widget, as far as we gave it something to say."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    window = widget.window()
    labels = (one for one in window.findChildren(QLabel) if one.buddy() is widget)
    return next((label.text() for label in labels), "")


def parts_of_others(widget: QWidget) -> bool:
    """Say whether a widget is an inner part of one that speaks for it."""
    parent = widget.parentWidget()
    inside = isinstance(parent, QAbstractSpinBox | QComboBox) and isinstance(widget, QLineEdit)
    calendar = any(isinstance(one, QCalendarWidget) for one in ancestors(widget))
    return inside or calendar or isinstance(widget, QMenu)


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    one: QWidget | None = widget
    while one is not None:
        yield one
        one = one.parentWidget()


def focusable(root: QWidget) -> list[QWidget]:
    """The visible widgets below a window that take the focus by Tab."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisibleTo(root)
        and one.window() is root
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not parts_of_others(one)
    ]


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in focusable(root)
        if not name_of(one).strip()
    ]


def reached_by_tab(app: QApplication, root: QWidget) -> set[QWidget]:
    """Press Tab until the focus is where it began."""
    seen: set[QWidget] = set()
    for _ in range(400):
        root.focusNextPrevChild(True)
        app.processEvents()
        now = root.focusWidget()
        if now in seen:
            break
        seen.add(now)
    return seen


def unreached(app: QApplication, root: QWidget) -> list[str]:
    reached = reached_by_tab(app, root)
    reached |= {one for widget in reached for one in ancestors(widget)}
    return [
        f"{type(one).__name__} {name_of(one)}"
        for one in focusable(root)
        if one not in reached
        and one.focusProxy() is None
        # Of rings that exclude each other, Tab reaches one and the arrows the others.
        and not (isinstance(one, QRadioButton) and not one.isChecked())
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_widget_of_a_page_has_a_name(house: House, page: str) -> None:
    house.window.turn_to(page)
    assert len(focusable(house.window)) > 3
    assert nameless(house.window) == []


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_every_widget_of_a_page(qapp: QApplication, house: House, page: str) -> None:
    house.window.turn_to(page)
    house.window.activateWindow()
    assert unreached(qapp, house.window) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_fresh_store_has_names_too(empty_house: House, page: str) -> None:
    empty_house.window.turn_to(page)
    assert nameless(empty_house.window) == []


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_a_dialog_starts_on_what_is_to_be_answered_and_tab_reaches_all_of_it_by_name(
    qapp: QApplication, house: House, make: Callable[[House], Dialog]
) -> None:
    dialog = make(house)
    dialog.show()
    qapp.processEvents()
    first = dialog.focusWidget()
    assert first is not None
    assert not isinstance(first, QAbstractScrollArea) or name_of(first)
    assert focusable(dialog)
    assert nameless(dialog) == []
    assert unreached(qapp, dialog) == []
    dialog.close()


def test_every_label_shows_plain_text(house: House) -> None:
    for page in PAGES:
        house.window.turn_to(page)
    rich = [
        label.text()
        for label in house.window.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
        and not any(isinstance(one, QCalendarWidget) for one in ancestors(label))
    ]
    assert rich == []


def test_a_nameless_widget_is_noticed(house: House) -> None:
    field = QLineEdit(house.window)
    field.show()
    assert nameless(house.window) == ["QLineEdit "]
