"""Shows what another level would mean, before it is taken."""

from PySide6.QtWidgets import QWidget

from planner.core.planning import compare
from planner.core.screens.level_switch import LevelSwitch
from planner.core.state import State
from planner.ui.dialogs import level_words as words
from planner.ui.dialogs.changes import summary
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.words.figures import Figures
from planner.ui.kit.words.grouped import GroupedTable
from planner.ui.kit.words.labels import Body
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

    def _figures(self, switch: LevelSwitch) -> Figures:
        found = Figures(switch.before.level.value, switch.after.level.value, self)
        found.show_rows({name: (before, after) for name, before, after in words.figures(switch)})
        return found

    def _filled(self, switch: LevelSwitch) -> GroupedTable:
        levels = (switch.before.level.value, switch.after.level.value)
        columns = (self.tr("Item"), *levels)
        table = GroupedTable(self.tr("What would change"), columns, self)
        for heading, rows in words.groups(switch):
            table.add_group(heading, rows)
        table.open_up()
        return table
