"""What a person sees of a window: every text on it, and each that has not the room it needs."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from planner.ui.kit.words.letters import plain as words_of

GRIP = 4  # pixels of a heading that are free for the mouse, not for its text
LATE_MS = 1000
"""What waits longer waits for another day, or for the user to have read something."""
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def settle(window: QWidget) -> None:
    """Wait until nothing is to come: what is worked out late brings words, and they their layout.

    Layouts that wrap ask again once they know their width.
    """
    for _ in range(500):
        late = (one for one in window.findChildren(QTimer) if one.isSingleShot())
        if not any(one.isActive() and one.interval() < LATE_MS for one in late):
            break
        QTest.qWait(10)
    for _ in range(4):
        QApplication.processEvents()


def widgets(window: QWidget) -> Iterator[QWidget]:
    """Yield a window and all that is visible in it."""
    yield window
    yield from (one for one in window.findChildren(QWidget) if one.isVisibleTo(window))


def texts(window: QWidget) -> Iterator[str]:
    """Yield every text of a window, also what only a screen reader or the mouse finds."""
    for widget in widgets(window):
        yield plain(widget.toolTip())
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if widget.isWindow():
            yield widget.windowTitle()
        yield from _shown(widget)


def labels(window: QWidget) -> list[str]:
    """Return the words of each label one sees."""
    return [one.text() for one in window.findChildren(QLabel) if one.isVisibleTo(window)]


def words(window: QWidget) -> str:
    """Return the same in one line, without the places where a long word may be parted."""
    return " ".join(labels(window)).replace("\u200b", "")


def button(window: QWidget, text: str) -> QAbstractButton:
    """Return the button with a text, or with that name where it has none to see."""
    found = window.findChildren(QAbstractButton)
    return next(one for one in found if text in {words_of(one.text()), one.accessibleName()})


def _shown(widget: QWidget) -> Iterator[str]:
    match widget:
        case QAbstractButton():
            yield words_of(QAbstractButton.text(widget))
        case QLabel() | QAbstractSpinBox():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QMenuBar():
            yield from _of_actions(widget.actions())
        case QHeaderView():
            yield from (_heading(widget, place) for place in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from _cells(widget.model(), QModelIndex())


def _heading(header: QHeaderView, place: int) -> str:
    return str(header.model().headerData(place, header.orientation()) or "")


def _tells_all(header: QHeaderView, place: int) -> bool:
    """Say whether the mouse finds what a heading cuts."""
    told = header.model().headerData(place, header.orientation(), Qt.ItemDataRole.ToolTipRole)
    return bool(told == _heading(header, place))


def _of_actions(actions: Iterable[QAction]) -> Iterator[str]:
    for one in actions:
        yield one.text().replace("&", "")
        yield plain(one.toolTip())
        menu = one.menu()
        if isinstance(menu, QMenu):
            yield from _of_actions(menu.actions())


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)  # has one column, and does not tell so
    columns = 1 if is_list else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in ROLES:
                said = index.data(role)
                if isinstance(said, str):
                    yield plain(said)
        if not is_list:
            yield from _cells(model, model.index(row, 0, parent))


def plain(text: str) -> str:
    """Return the words of a tool tip."""
    return unescape(re.sub(r"<[^<>]*>", "\n", text)).strip() if text.startswith("<qt>") else text


def clipped(window: QWidget) -> Iterator[str]:
    """Yield what has less room than its text needs, or lies outside of what holds it."""
    for widget in widgets(window):
        if not widget.size().isEmpty():
            yield from (f"{_named(widget)}: {wrong}" for wrong in _narrow(widget))


def _narrow(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.text():
            yield from _narrow_label(widget)
        case QAbstractButton() if widget.text():
            yield from _less(widget.minimumSizeHint(), widget.size())
        case QComboBox():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            field = QStyle.SubControl.SC_ComboBoxEditField
            style, control = widget.style(), QStyle.ComplexControl.CC_ComboBox
            room = style.subControlRect(control, option, field, widget).width()
            text = widget.currentText()
            yield from _less_wide(text, widget.fontMetrics().horizontalAdvance(text), room)
        case QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
            for place in range(widget.count()):
                if not widget.isSectionHidden(place) and not _tells_all(widget, place):
                    needed, room = widget.sectionSizeHint(place), widget.sectionSize(place)
                    yield from _less_wide(_heading(widget, place), needed, room + GRIP)
        case QScrollArea():
            yield from _less_wide("all in it", widget.horizontalScrollBar().maximum(), 0)
    parent = widget.parentWidget()
    if parent is not None and not widget.isWindow() and _has_text(widget):
        room_of_all = QRect(0, 0, parent.width(), parent.height())
        if not room_of_all.contains(widget.geometry()):
            yield f"{widget.geometry().getRect()} outside of {room_of_all.getRect()}"


def _narrow_label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _less(label.sizeHint(), label.size())
        return
    if label.heightForWidth(label.width()) > label.height():
        yield f"{label.heightForWidth(label.width())} high, has {label.height()}"
    for word in label.text().split():
        yield from _less_wide(word, label.fontMetrics().horizontalAdvance(word), label.width())


def _less(needed: QSize, room: QSize) -> Iterator[str]:
    if needed.width() > room.width() or needed.height() > room.height():
        yield f"needs {needed.toTuple()}, has {room.toTuple()}"


def _less_wide(text: str, needed: int, room: int) -> Iterator[str]:
    if needed > room:
        yield f"“{text}” is {needed} wide, has {room}"


def _has_text(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton) and bool(widget.text())


def _named(widget: QWidget) -> str:
    text = (
        widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    )
    return f"{type(widget).__name__} “{text[:60]}”"
