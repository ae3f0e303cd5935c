"""All keys on one sheet, from the table of actions."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.ui.action import MenuName
from planner.ui.actions import ACTIONS
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.flow import Flow
from planner.ui.kit.labels import Muted, PlainLabel, SectionLabel
from planner.ui.menus import menu_name

COLUMNS: tuple[tuple[MenuName, ...], ...] = (
    ("file", "edit", "interview"),
    ("session", "plan"),
    ("view", "help"),
)


class ShortcutsDialog(Dialog):
    """The keys by menu. Those of the session menu act while a list has the focus."""

    least_width = 980

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(self.tr("Keys"), parent)
        self.body.addWidget(
            Muted(self.tr("Single letters and Space act while a list has the focus."), self)
        )
        sheets = QWidget(self)
        flow = Flow(sheets, spacing=40, to_top=True)
        for names in COLUMNS:
            flow.addWidget(self._column(names, sheets))
        self.body.addWidget(sheets)
        self.add_buttons(self.tr("Close"))

    def _column(self, menus: Sequence[MenuName], parent: QWidget) -> QWidget:
        column = QWidget(parent)
        grid = QGridLayout(column)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        for menu in menus:
            top = grid.rowCount()
            grid.addWidget(SectionLabel(menu_name(menu), column), top, 0, 1, 2)
            grid.setRowMinimumHeight(top, self.fontMetrics().height() * 2)
            rows = [row for row in ACTIONS if row.menu == menu and row.keys]
            for place, row in enumerate(rows, start=top + 1):
                keys = row.keys[0].toString(QKeySequence.SequenceFormat.NativeText)
                grid.addWidget(PlainLabel(row.text, column), place, 0)
                grid.addWidget(_Key(keys, column), place, 1)
        return column


class _Key(PlainLabel):
    role = "muted"
