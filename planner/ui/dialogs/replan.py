"""Shows what another plan would change, before it is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.core.plan import Plan, Session
from planner.core.planning import Difference, compare
from planner.core.screens.plan import left_out_row
from planner.core.state import State
from planner.core.wording import duration, session_title
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.card import ViewCard
from planner.ui.kit.dates import clock_text, short_day
from planner.ui.kit.labels import Body
from planner.ui.look import Look


class ReplanDialog(Dialog):
    """How many sessions move and how many stay, then each of them, before and after."""

    def __init__(
        self, look: Look, state: State, plan: Plan, title: str, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        before = state.plan or plan
        difference = compare(before, plan)
        self.body.addWidget(Body(summary(difference), self))
        self.table = QTreeWidget(self)
        self.table.setAccessibleName(self.tr("What would change"))
        self.table.setHeaderLabels([self.tr("Session"), self.tr("Now"), self.tr("Then")])
        self.table.setUniformRowHeights(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.setRootIsDecorated(False)
        self.table.setItemsExpandable(False)
        self.table.setIndentation(12)
        after = state.evolve(plan=plan)
        self._fill(state, after, difference)
        self._fill_left_out(after, plan)
        changes = self.table.topLevelItemCount() > 0
        if changes:
            self._show_table(look)
        if plan == before or not changes:
            self.add_buttons(self.tr("Close"))
        else:
            self.add_buttons(self.tr("Take this plan"), self.tr("Keep the plan"))
        self.changes = plan != before

    def _show_table(self, look: Look) -> None:
        self.table.expandAll()
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setCurrentIndex(self.table.model().index(0, 0))
        card = ViewCard(look, self.table, self)
        card.setMinimumSize(720, 320)
        self.body.addWidget(card, stretch=1)

    def _fill(self, before: State, after: State, difference: Difference) -> None:
        self._group(
            self.tr("Move"),
            [(session_title(after, new), _when(old), _when(new)) for old, new in difference.moved],
        )
        self._group(
            self.tr("New"),
            [(session_title(after, one), "", _when(one)) for one in difference.added],
        )
        self._group(
            self.tr("No longer planned"),
            [(session_title(before, one), _when(one), "") for one in difference.removed],
        )

    def _fill_left_out(self, after: State, plan: Plan) -> None:
        rows = [left_out_row(after, left) for left in plan.left_out]
        self._group(
            self.tr("Left out"),
            [(f"{row.title} — {row.why}", "", duration(row.minutes)) for row in rows],
        )

    def _group(self, heading: str, rows: Sequence[tuple[str, str, str]]) -> None:
        if not rows:
            return
        top = QTreeWidgetItem(self.table, [f"{heading} · {len(rows)}"])
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        top.setFirstColumnSpanned(True)
        for row in rows:
            child = QTreeWidgetItem(top, list(row))
            child.setToolTip(0, row[0])
            child.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)


def summary(difference: Difference) -> str:
    """Return the difference in one sentence."""
    moved, stayed = len(difference.moved), len(difference.stayed)
    added, removed = len(difference.added), len(difference.removed)
    if not moved + added + removed:
        return QCoreApplication.translate("ReplanDialog", "Every session stays where it is.")
    parts = [
        QCoreApplication.translate("ReplanDialog", "%n move", "", moved),
        QCoreApplication.translate("ReplanDialog", "%n stay", "", stayed),
    ]
    if added:
        parts.append(QCoreApplication.translate("ReplanDialog", "%n new", "", added))
    if removed:
        parts.append(
            QCoreApplication.translate("ReplanDialog", "%n no longer planned", "", removed)
        )
    return QCoreApplication.translate("ReplanDialog", "Of the sessions {}.").format(
        ", ".join(parts)
    )


def _when(session: Session) -> str:
    return f"{short_day(session.date)}, {clock_text(session.start)}"
