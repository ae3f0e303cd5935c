"""Wherever the keyboard is, a person sees it, in both themes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import INSET, PrimaryButton
from planner.ui.look import Look, Mode
from planner.ui.pages.table import PAGES
from tests.architecture.test_accessibility import ancestors, focusable
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import House, demo_workspace, opened

AROUND = 3
"""Pixels: what holds a widget may draw its rim."""
LEAST = 24
"""Pixels that look different: more than the line of a cursor in a field."""


@pytest.fixture(scope="module", params=["light", "dark"])
def home(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[House]:
    """One window for all, in one of the themes."""
    mode: Mode = request.param
    with opened(qapp, demo_workspace(), Look(qapp, mode)) as home:
        home.window.activateWindow()
        yield home
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


def picture(root: QWidget, widget: QWidget) -> QImage:
    QApplication.processEvents()
    place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    wide = place.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(root.rect())
    return root.grab(wide).toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def differing(one: QImage, other: QImage) -> int:
    if one.isNull() or one.size() != other.size():
        return LEAST if one.size() != other.size() else 0
    a, b = bytes(one.constBits()), bytes(other.constBits())
    apart = int.from_bytes(a) ^ int.from_bytes(b)
    return len(a) - apart.to_bytes(len(a)).count(0)


def bring_up(widget: QWidget) -> None:
    """Scroll to a widget, as Tab does."""
    for one in ancestors(widget):
        if isinstance(one, QScrollArea) and one is not widget:
            one.ensureWidgetVisible(widget, AROUND, AROUND)


def unseen(root: QWidget) -> list[str]:
    """Return the widgets that look the same with the keyboard and without."""
    for _ in range(3):
        QApplication.processEvents()  # layouts come to rest
    stops = focusable(root)
    rest = QLineEdit(root)  # where the keyboard is meanwhile; outside of all that is seen
    rest.setGeometry(-100, -100, 10, 10)
    rest.show()
    found = []
    for widget in stops:
        bring_up(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        picture(root, widget)  # scrolls come to rest
        seen = picture(root, widget)
        rest.setFocus(Qt.FocusReason.TabFocusReason)
        if differing(seen, picture(root, widget)) < LEAST:
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
    rest.setParent(None)
    rest.deleteLater()
    return found


@pytest.mark.parametrize("name", PAGES)
def test_on_every_page(home: House, name: str) -> None:
    home.window.activateWindow()
    home.window.turn_to(name)
    assert unseen(home.window) == []


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_in_every_dialog(home: House, make: Callable[[House], Dialog]) -> None:
    dialog = make(home)
    dialog.show()
    dialog.activateWindow()
    assert unseen(dialog) == []
    dialog.close()
    dialog.deleteLater()


def test_a_widget_without_a_sign_is_noticed(home: House) -> None:
    home.window.activateWindow()
    bare = QWidget(home.window)
    bare.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    bare.setAccessibleName("bare")
    bare.setGeometry(300, 300, 90, 40)
    bare.show()
    assert unseen(home.window) == ["QWidget bare"]
    bare.setParent(None)
    bare.deleteLater()


def test_the_main_button_keeps_its_weight_and_shows_a_ring(home: House) -> None:
    home.window.activateWindow()
    button = PrimaryButton("Save", None, home.window)
    button.setGeometry(300, 300, 120, 40)
    button.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    seen = button.grab().toImage()
    look = home.look
    assert seen.pixelColor(20, 2) == look.colour("accent")
    assert seen.pixelColor(20, INSET) == look.colour("on_accent")
    button.clearFocus()
    assert button.grab().toImage().pixelColor(20, INSET) == look.colour("accent")
    button.setParent(None)
    button.deleteLater()
