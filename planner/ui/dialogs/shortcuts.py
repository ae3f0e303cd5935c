"""All keys on one sheet, from the table of actions."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from planner.core.finding import Entry, found, index_of
from planner.core.language import translate
from planner.ui.action import MenuName
from planner.ui.actions import ACTIONS
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.filtering import FilterField
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.labels import Muted, PlainLabel, SectionLabel
from planner.ui.menus import menu_name

_tr = partial(translate, "ShortcutsDialog")

COLUMNS: tuple[tuple[MenuName | None, ...], ...] = (
    ("session", "plan"),
    ("file", "edit", "interview"),
    ("view", "help", None),
)
"""The menus that stand below each other; the last section is of no menu."""


class ShortcutsDialog(Dialog):
    """The keys by menu, with a filter; the words below it say where they act."""

    least_width = 170

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(self.tr("Keys"), parent)
        self.filter = _SheetFilter(self.tr("Filter the keys"), self)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.head.addWidget(
            Muted(self.tr("Single letters and Space act while a list has the focus."), self)
        )
        self.head.addWidget(self.filter)
        self._sections: list[tuple[QLabel, list[_Line]]] = []
        sheets = QWidget(self)
        flow = Flow(sheets, spacing=32, to_top=True)
        for names in COLUMNS:
            flow.addWidget(self._column(names, sheets))
        self.body.addWidget(sheets)
        self._none = Muted(self.tr("No key fits."), self)
        self._none.hide()
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self.add_buttons(self.tr("Close"))
        self.filter.textChanged.connect(self._show)
        self.filter.setFocus()

    def _column(self, menus: Sequence[MenuName | None], parent: QWidget) -> QWidget:
        column = QWidget(parent)
        grid = QGridLayout(column)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for menu in menus:
            heading = SectionLabel(menu_name(menu) if menu else self.tr("Anywhere"), column)
            top = grid.rowCount()
            heading.setContentsMargins(0, self.fontMetrics().height() // 2, 0, 2)
            grid.addWidget(heading, top, 0, 1, 2)
            lines = []
            for place, (title, keys) in enumerate(_keys(menu), start=top + 1):
                line = _Line(title, keys, column)
                grid.addWidget(line.title, place, 0)
                grid.addWidget(line.cap, place, 1, Qt.AlignmentFlag.AlignLeft)
                lines.append(line)
            self._sections.append((heading, lines))
        grid.setRowStretch(grid.rowCount(), 1)
        return column

    def _show(self) -> None:
        """Show the lines whose words or keys fit, and the headings above them."""
        lines = {line.entry.key: line for _, those in self._sections for line in those}
        index = index_of(line.entry for line in lines.values())
        fits = {one.key for one in found(index, self.filter.text())}
        for key, line in lines.items():
            line.show_if(key in fits)
        for heading, those in self._sections:
            heading.setVisible(any(line.entry.key in fits for line in those))
        self._none.setVisible(not fits)


class _SheetFilter(FilterField):
    """Leaves to the dialog what it does not need: keys that scroll, and those that close."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc while there is something to clear."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            QLineEdit.keyPressEvent(self, event)


class _Line:
    """What a key does, and the key as it looks on a keyboard."""

    def __init__(self, title: str, keys: str, parent: QWidget) -> None:
        self.title, self.cap = PlainLabel(title, parent), KeyCap(keys, parent)
        self.entry = Entry(f"{title} {keys}", title, keys)

    def show_if(self, fits: bool) -> None:
        self.title.setVisible(fits)
        self.cap.setVisible(fits)


class KeyCap(PlainLabel):
    """A key, or some that are pressed together."""

    role = "key"


def _keys(menu: MenuName | None) -> Iterator[tuple[str, str]]:
    """Yield what the keys of a menu do, each with its keys; those of no menu are Qt's own."""
    if menu is None:
        yield _tr("Go on to the next field, and back"), f"{_native('Tab')}, {_native('Shift+Tab')}"
        yield _tr("Clear the filter, close what is open"), _native("Esc")
        yield _tr("Menu of the row"), _native("Shift+F10")
    for row in ACTIONS:
        if row.menu == menu and row.keys:
            yield row.text, row.keys[0].toString(QKeySequence.SequenceFormat.NativeText)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
