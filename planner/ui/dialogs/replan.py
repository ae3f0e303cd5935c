"""Shows what another plan would change, before it is taken."""

from PySide6.QtWidgets import QWidget

from planner.core.plan import Plan
from planner.core.planning import compare
from planner.core.screens.plan import left_out_row
from planner.core.screens.replan import change_rows
from planner.core.state import State
from planner.ui.dialogs.changes import ChangesTable, summary
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.words.labels import Body
from planner.ui.look import Look


class ReplanDialog(Dialog):
    """How many sessions move and how many stay, then each of them, before and after."""

    def __init__(
        self, look: Look, state: State, plan: Plan, title: str, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        before = state.plan or plan
        difference = compare(before, plan)
        after = state.evolve(plan=plan)
        self.body.addWidget(Body(summary(difference), self))
        self.table = ChangesTable(self)
        left_out = tuple(left_out_row(after, left) for left in plan.left_out)
        self.table.show_changes(*change_rows(state, after, difference), left_out)
        changes = self.table.topLevelItemCount() > 0
        if changes:
            self.body.addWidget(ViewCard(look, self.table, self), stretch=1)
        if plan == before or not changes:
            self.add_buttons(self.tr("Close"))
        else:
            self.add_buttons(self.tr("Take this plan"), self.tr("Keep the plan"))
        self.changes = plan != before
