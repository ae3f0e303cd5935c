"""The page that answers: what is there to do at all?"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from planner.core.commands import AddEvidence, RenameItem, SkipItem, Tick
from planner.core.language import translate
from planner.core.progress import Done
from planner.core.screens.checklist import (
    ChecklistScreen,
    ItemRow,
    UnitRow,
    checklist_screen,
    matches_item,
    matching,
)
from planner.core.screens.effort import effort_screen
from planner.core.state import State
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.filtering import FilterField
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.layout.empty import Empty
from planner.ui.kit.layout.page import Page
from planner.ui.look import Look
from planner.ui.pages.checklist import several
from planner.ui.pages.checklist.model import ChecklistModel
from planner.ui.pages.checklist.showing import LONGEST_LINE, EvidenceCard
from planner.ui.pages.checklist.view import ChecklistView

ACTIONS = frozenset(
    (
        *("filter", "toggle-done", "details", "rename", "evidence", "skip", "take-in"),
        *("effort", "change-item"),
    ),
)


class ChecklistPage(Page):
    """Everything of the level with its boxes, and items of one's own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._state: State | None = None
        self._today = date.min
        self._screen = ChecklistScreen(())
        self._just_ticked: str | None = None
        self._found = 0
        self._filter = FilterField(self.tr("Filter the checklist"), self)
        self._add = Button(self.tr("Add item…"), self._on_add, self)
        self._model = ChecklistModel(self)
        self._view = ChecklistView(look, self._model, self)
        self._list = ViewCard(look, self._view, self)
        self._evidence = EvidenceCard(self)
        self._empty = Empty(
            self.tr("Your checklist will stand here"),
            self.tr(
                "The essential reading with its chapters, the skills of your level, practice, and "
                "items of your own, each with a box to tick."
            ),
            self._on_level_wanted,
            self,
        )
        self.header.add(self._filter)
        self.header.add(self._add)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._evidence)
        self.body.addWidget(self._empty)
        self.body.addStretch(0)
        self._model.ticked.connect(self._on_ticked)
        self._view.chosen.connect(self._on_chosen)
        self._view.renamed.connect(self._on_renamed)
        self._view.activated.connect(self._on_activated)
        self._filter.textChanged.connect(self._show)
        self._filter.left.connect(self._on_back_to_list)
        self._evidence.written.connect(self.intent)
        self._evidence.closed.connect(self._on_back_to_list)

    def show_state(self, state: State, today: date) -> None:
        """Show the checklist; what is open, chosen and filtered stays so."""
        self._state, self._today = state, today
        self._screen = checklist_screen(state)
        chosen = state.profile is not None
        for widget in (self._filter, self._add, self._list):
            widget.setVisible(chosen)
        self._empty.setVisible(not chosen)
        self.setFocusProxy(self._view if chosen else self._empty.start)
        self._show()
        self._follow_evidence()

    def lists(self) -> Sequence[QWidget]:
        """Return the tree of items."""
        return (self._view,)

    def offers(self) -> frozenset[str]:
        """Return what can be done with the selected items and units."""
        can = {"filter": bool(self._screen.sections)}
        if len(rows := self._view.rows) > 1:
            return several.offers(rows) | {"filter"}
        row = self._model.row_at(self._view.currentIndex())
        can["toggle-done"] = isinstance(row, ItemRow | UnitRow)
        if isinstance(row, ItemRow):
            can["details"] = bool(self._model.rowCount(self._view.currentIndex()))
            can["rename"] = can["change-item"] = row.own
            can["effort"] = not row.own and row.state is not Done.DONE
            can["evidence"] = row.asks_evidence
            can["skip"] = not row.skipped and row.state is not Done.DONE
            can["take-in"] = row.skipped
        return frozenset(action for action, possible in can.items() if possible)

    def run(self, action_id: str) -> bool:
        """Run an action on the selected items and units."""
        if action_id not in self.offers():
            return action_id in ACTIONS
        if action_id != "filter" and len(rows := self._view.rows) > 1:
            self._run_on_several(action_id, rows)
            return True
        row = self._model.row_at(self._view.currentIndex())
        match action_id, row:
            case "filter", _:
                self._filter.setFocus()
                self._filter.selectAll()
            case "rename", _:
                self._view.rename()
            case "details", _:
                self._view.toggle_units()
            case "toggle-done", ItemRow():
                self._on_ticked(row.id, row.state is not Done.DONE)
            case "toggle-done", UnitRow():
                self._on_ticked(row.id, not row.done)
            case "take-in", ItemRow():
                self.intent.emit(SkipItem(item=row.id, skipped=False))
            case _, ItemRow():
                self._ask(action_id, row)
        return True

    def back(self) -> None:
        """Put the question away, or else clear the filter."""
        if self._evidence.item:
            self._evidence.close_question()
        elif self._filter.text():
            self._filter.clear()
        else:
            super().back()

    def _run_on_several(self, action_id: str, rows: Sequence[ItemRow | UnitRow]) -> None:
        commands = several.commands(action_id, rows, self._today, self.prompts)
        if commands:
            self.intent.emit(commands)

    def expand(self, item_id: str) -> None:
        """Show the units of an item."""
        self._view.expand(self._model.index_of(item_id))

    def open_place(self, target: str) -> None:
        """Choose an item or a unit, also where the filter hides it now."""
        self._filter.clear()
        self.expand(target.partition("/")[0] if "/" in target else "")
        self._view.choose(target)

    def show_added(self, item_id: str) -> None:
        """Choose an item that was added just now, also when the filter would hide it."""
        self._filter.clear()
        self._view.choose(item_id)

    def _ask(self, action_id: str, row: ItemRow) -> None:
        if action_id in {"effort", "change-item"}:
            self._adjust(row)
        elif action_id == "skip":
            title = self.tr("Skip “{title}”").format(title=row.title)
            text = self.prompts.text(title, self.tr("All its open sessions are skipped. Why?"))
            if text is not None:
                self.intent.emit(SkipItem(item=row.id, reason=text.strip()[:LONGEST_LINE]))
        else:
            title = self.tr("Evidence for “{title}”").format(title=row.title)
            text = self.prompts.text(title, self.tr("What can you show for it?"), row.evidence)
            if text is not None:
                self.intent.emit(AddEvidence(item=row.id, text=text.strip()[:LONGEST_LINE]))

    def _adjust(self, row: ItemRow) -> None:
        """Ask for effort and rating of an item, and whether to replan at once."""
        if self._state is None:
            return
        screen = effort_screen(self._state, row.id)
        adjusted = (
            self.prompts.effort(screen) if screen else self.prompts.own_item(self._state, row.id)
        )
        if adjusted is None:
            return
        if adjusted.commands:
            self.intent.emit(adjusted.commands)
        if adjusted.replan:
            self.asked.emit("replan")

    def _show(self) -> None:
        text = self._filter.text()
        shown = matching(self._screen, text)
        rows = [row for section in shown.sections for row in section.rows]
        by_unit = [row.id for row in rows if not matches_item(row, text)] if text.strip() else []
        self._found = len(rows)
        self._view.show_screen(shown, by_unit)

    def _name(self) -> None:
        self.header.set_words(self.tr("Checklist"), self._subtitle(self._found))

    def _subtitle(self, found: int) -> str:
        if not self._screen.sections:
            return ""
        selected = len(self._view.selectionModel().selectedIndexes())
        if selected > 1:
            return translate("ChecklistPage", "%n selected", n=selected)
        if not self._filter.text().strip():
            return self.tr("Tick what you have finished; the plan stays until you change it.")
        words = self.tr("{found} of {all} items match.")
        return words.format(found=found, all=self._screen.items)

    def _follow_evidence(self) -> None:
        """Ask about the item that was finished just now; fall silent when that is taken back."""
        rows = {row.id: row for section in self._screen.sections for row in section.rows}
        finished = rows.get(self._just_ticked or "")
        self._just_ticked = None
        if finished is not None and _is_worth_asking(finished):
            self._evidence.ask(finished)
        asked = rows.get(self._evidence.item)
        if self._evidence.item and (asked is None or not _is_worth_asking(asked)):
            self._evidence.close_question()

    def _on_ticked(self, row_id: str, done: bool) -> None:
        self._just_ticked = row_id.partition("/")[0] if done else None
        self.intent.emit(Tick(target=row_id, done=done, on=self._today))

    def _on_chosen(self) -> None:
        self._name()
        self.offered.emit()

    def _on_renamed(self, item: str, title: str) -> None:
        self.intent.emit(RenameItem(item=item, title=title))

    def _on_activated(self) -> None:
        self._view.toggle_units()

    def _on_back_to_list(self) -> None:
        self._view.setFocus()

    def _on_add(self) -> None:
        self.asked.emit("new-item")

    def _on_level_wanted(self) -> None:
        self.asked.emit("profile")


def _is_worth_asking(row: ItemRow) -> bool:
    return row.state is Done.DONE and row.asks_evidence and not row.evidence
