"""Lets Tab go in the order in which things are laid out, whenever they were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QRadioButton, QScrollArea, QWidget


def tab_as_laid_out(root: QWidget) -> None:
    """Put everything in a widget that takes the keyboard into the order of its layouts."""
    for before, after in pairwise(_in_order(root)):
        QWidget.setTabOrder(before, after)


def begin_on_what_is_chosen(root: QWidget) -> None:
    """Let the keyboard begin on the chosen one where the first of all is one of several."""
    first = next(_in_order(root), None)
    group = first.group() if isinstance(first, QRadioButton) else None
    chosen = group.checkedButton() if group else None
    if chosen is not None and root.focusWidget() is None:
        chosen.setFocus()


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    # Tab comes to the chosen one of several rings, but the order is for whichever that will be.
    takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QRadioButton)
    if takes_tab and widget.focusProxy() is None:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _in_order(inside)
    layout = widget.layout()
    if layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield from _in_order(widget)
        elif inner is not None:
            yield from _of_layout(inner)
