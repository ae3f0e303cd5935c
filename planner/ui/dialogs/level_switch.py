"""Shows what another level would mean, before it is taken."""

from PySide6.QtWidgets import QGridLayout, QWidget

from planner.core.planning import compare
from planner.core.screens.level_switch import LevelSwitch
from planner.core.state import State
from planner.ui.dialogs import level_words as words
from planner.ui.dialogs.changes import summary
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.words.grouped import GroupedTable
from planner.ui.kit.words.labels import Body, Muted, PlainLabel, SectionLabel
from planner.ui.look import Look


class LevelSwitchDialog(Dialog):
    """Figures side by side, what becomes of the ticks, then each item at both levels."""

    def __init__(
        self, look: Look, state: State, switch: LevelSwitch, parent: QWidget | None
    ) -> None:
        title = words.heading(switch)
        super().__init__(title, parent, words.counts(switch))
        self.body.addWidget(self._figures(switch))
        said = [words.ticks(switch), *words.remarks(switch)]
        if state.plan is not None:
            said.append(summary(compare(state.plan, switch.plan)))
        for text in filter(None, said):
            self.body.addWidget(Body(text, self))
        self.table = self._filled(switch)
        self.body.addWidget(ViewCard(look, self.table, self), stretch=1)
        self.add_buttons(title, self.tr("Stay at {level}").format(level=switch.before.level.value))
        self.table.setFocus()

    def _figures(self, switch: LevelSwitch) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for column, side in enumerate((switch.before, switch.after), start=1):
            grid.addWidget(SectionLabel(side.level.value, box), 0, column)
        for place, (name, before, after) in enumerate(words.figures(switch), start=1):
            grid.addWidget(Muted(name, box), place, 0)
            grid.addWidget(PlainLabel(before, box), place, 1)
            grid.addWidget(PlainLabel(after, box), place, 2)
        return box

    def _filled(self, switch: LevelSwitch) -> GroupedTable:
        levels = (switch.before.level.value, switch.after.level.value)
        columns = (self.tr("Item"), *levels)
        table = GroupedTable(self.tr("What would change"), columns, self)
        for heading, rows in words.groups(switch):
            table.add_group(heading, rows)
        table.open_up()
        return table
