"""The page that answers: what does this level mean?"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from planner.core.screens.guide.finding import matching
from planner.core.screens.guide.parts import guide_screen
from planner.core.screens.guide.values import GuideScreen, Place, Way
from planner.core.state import State
from planner.core.wording.guide import option_text
from planner.ui.kit.forms.fields import ChoiceField
from planner.ui.kit.forms.filtering import FilterField
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.layout.page import Page
from planner.ui.look import Look
from planner.ui.pages.guide import words
from planner.ui.pages.guide.rows import rows_of
from planner.ui.pages.guide.view import GuideView

ACTIONS = frozenset(("filter", "details"))


class GuidePage(Page):
    """The guide's tables and lists, L6 beside L7, each with what one can do about it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._screen = GuideScreen("", None, ())
        self._filter = FilterField(self.tr("Filter the guide"), self)
        self._parts = ChoiceField(self)
        self._parts.name_alone(self.tr("Go to a part of the guide"))
        self._view = GuideView(look, self)
        self.header.add(self._filter)
        self.header.add(self._parts)
        self.body.addWidget(ViewCard(look, self._view, self), 1)
        self._filter.textChanged.connect(self._show)
        self._filter.left.connect(self._on_back_to_list)
        self._parts.chosen.connect(self._on_part_chosen)
        self._view.moved.connect(self._on_moved)
        self._view.activated.connect(self._on_activated)
        self._view.followed.connect(self._follow)
        self.setFocusProxy(self._view)

    def show_state(self, state: State, today: date) -> None:
        """Show the guide as it is to this candidate; filter and place stay."""
        self._screen = guide_screen(state)
        self._show()

    def lists(self) -> Sequence[QWidget]:
        """Return the list of rows."""
        return (self._view,)

    def offers(self) -> frozenset[str]:
        """Return what can be done: look for a word, and follow a row that leads somewhere."""
        row = self._view.row
        return ACTIONS if row is not None and row.ways else frozenset(("filter",))

    def run(self, action_id: str) -> bool:
        """Go to the filter, or to where one can act on the current row."""
        if action_id == "filter":
            self._filter.setFocus()
            self._filter.selectAll()
        elif action_id == "details":
            self._on_activated()
        return action_id in ACTIONS

    def back(self) -> None:
        """Clear the filter, if there is one."""
        if self._filter.text():
            self._filter.clear()
        else:
            super().back()

    def open_place(self, target: str) -> None:
        """Choose a part, or a row of it by its number, also where the filter hides it now."""
        self._filter.clear()
        part, _, number = target.partition("/")
        self._view.go_to(part, int(number) if number else None)

    def _show(self) -> None:
        text = self._filter.text()
        shown = matching(self._screen, text)
        self._view.show_rows(tuple(rows_of(shown)), text)
        self.header.set_words(self.tr("Guide"), words.subtitle(self._screen, shown, text))
        self._parts.blockSignals(True)
        self._parts.clear()
        for part in shown.parts:
            self._parts.addItem(part.title, part.id)
        self._parts.blockSignals(False)
        self._on_moved()

    def _on_moved(self) -> None:
        row = self._view.row
        if row is not None:
            self._parts.blockSignals(True)
            self._parts.setCurrentIndex(self._parts.findData(row.part.id))
            self._parts.blockSignals(False)
        self.offered.emit()

    def _on_part_chosen(self) -> None:
        self._view.go_to(self._parts.currentData())

    def _on_back_to_list(self) -> None:
        self._view.setFocus()

    def _on_activated(self) -> None:
        row = self._view.row
        if row is None or not row.ways:
            return
        if len(row.ways) == 1:
            self._follow(row.ways[0])
            return
        options = [option_text(way) for way in row.ways]
        place = self.prompts.choice(words.shown(row), self.tr("Where to?"), options)
        if place is not None:
            self._follow(row.ways[place])

    def _follow(self, way: Way) -> None:
        if way.place is Place.ACTION:
            self.asked.emit(way.target)
        else:
            self.place_opened.emit(way.place.value, way.target)
