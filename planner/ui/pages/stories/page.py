"""The Stories page: which story for which principle?"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget

from planner.core.commands import DropStory, PlaceStory, TimeStory
from planner.core.screens.stories import StoriesScreen, StoryRow, stories_screen
from planner.core.state import State
from planner.core.wording.stories import summary
from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.layout.page import Page
from planner.ui.kit.layout.panes import Panes
from planner.ui.look import Look
from planner.ui.pages.stories import words
from planner.ui.pages.stories.bank import Bank
from planner.ui.pages.stories.detail import StoryCard
from planner.ui.pages.stories.matrix import Column, PrinciplesModel
from planner.ui.pages.stories.table import PrinciplesTable

ACTIONS = frozenset(
    ("new-story", "details", "place-story", "empty-place", "write-story", "tell-story"),
) | {"drop-story"}


class StoriesPage(Page):
    """Sixteen principles with two stories each, all stories, and the one that is chosen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._state: State | None = None
        self._today = date.min
        self._screen: StoriesScreen | None = None
        self._story = ""
        self._sheet = Button(self.tr("Loop sheet"), self._on_sheet, self)
        self.header.add(self._sheet)
        self.header.add(PrimaryButton(self.tr("New story…"), self._on_new, self))
        self._model = PrinciplesModel(self)
        self._table = PrinciplesTable(look, self._model, self)
        self._bank = Bank(look, self)
        self._card = StoryCard(look, self.run, self)
        self._panes = Panes(look, self._card, self)
        self._panes.left.addWidget(ViewCard(look, self._table, self))
        self._panes.left.addWidget(self._bank)
        self._panes.left.addStretch(1)
        self.body.addWidget(self._panes, 1)
        self._table.chosen.connect(self._on_cell)
        self._table.activated.connect(self._want_place)
        self._table.came_up.connect(self._on_came_up)
        self._bank.rows.selectionModel().currentChanged.connect(self._on_row)
        self._bank.rows.entered.connect(self._on_row)
        self._bank.rows.activated.connect(self._want_write)
        self._bank.rows.came_up.connect(self._on_came_up)
        self.setFocusProxy(self._table)

    def show_state(self, state: State, today: date) -> None:
        """Show the stories; the one that is chosen stays so."""
        self._state, self._today = state, today
        screen = self._screen = stories_screen(state)
        self.header.set_words(self.tr("Stories"), summary(screen))
        self._sheet.setEnabled(state.profile is not None)
        self._model.show_screen(screen)
        self._bank.show_screen(screen)
        if self._table.hasFocus() and self._table.currentIndex().isValid():
            self._story = self._model.story_at(self._table.currentIndex())
        elif self._bank.rows.hasFocus() and self._bank.current is not None:
            self._story = self._bank.current.story.id
        self._show_story()

    def lists(self) -> Sequence[QWidget]:
        """Return the table and the list of all stories."""
        return (self._table, self._bank.rows)

    def offers(self) -> frozenset[str]:
        """Return what can be done with the current place and the story that is shown."""
        index = self._table.currentIndex()
        on_table = index.isValid() and not self._on_bank
        held = on_table and index.column() > 0 and bool(self._model.story_at(index))
        story = self._row is not None
        can = {
            "details": on_table or story,
            "place-story": on_table,
            "empty-place": held,
            "write-story": story,
            "tell-story": story,
            "drop-story": story,
        }
        return frozenset(action for action, possible in can.items() if possible) | {"new-story"}

    def run(self, action_id: str) -> bool:
        """Run an action on the current place or the story that is shown."""
        if action_id not in self.offers():
            return action_id in ACTIONS
        deeds = {
            "new-story": self._on_new,
            "details": self._want_write if self._on_bank else self._want_place,
            "place-story": self._on_place,
            "empty-place": self._on_empty,
            "write-story": self._on_write,
            "tell-story": self._on_tell,
            "drop-story": self._on_drop,
        }
        deeds[action_id]()
        return True

    def open_place(self, target: str) -> None:
        """Choose a story, or the first one of a principle, or the place that waits for one."""
        if self._screen is not None and target in self._screen.by_id:
            self._bank.choose(target)
            self._bank.rows.setFocus()
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 1)
            principle = self._model.principle_at(index)
            if principle is not None and principle.id == target:
                self._table.setFocus()
                self._table.setCurrentIndex(index)

    @property
    def _on_bank(self) -> bool:
        """Whether the keyboard is on the list of all stories, or comes back to it."""
        return self.window().focusWidget() is self._bank.rows

    @property
    def _row(self) -> StoryRow | None:
        return self._screen.by_id.get(self._story) if self._screen else None

    def _show_story(self) -> None:
        if self._state is None or self._screen is None:
            return
        if self._row is not None:
            self._card.show_row(self._row, self._screen.level, self._state.curriculum)
        else:
            index = self._table.currentIndex()
            self._card.show_none(words.no_story(self._model.principle_at(index), index.column()))
        self.offered.emit()

    def _on_cell(self) -> None:
        self._story = self._model.story_at(self._table.currentIndex())
        self._show_story()

    def _on_row(self) -> None:
        row = self._bank.current
        if row is not None and self._bank.rows.hasFocus():
            self._story = row.story.id
            self._show_story()
            QTimer.singleShot(0, self._keep_row)  # the story above it may be longer now

    def _keep_row(self) -> None:
        rows = self._bank.rows
        if rows.hasFocus():
            self._panes.bring_up(rows, rows.visualRect(rows.currentIndex()))

    def _on_came_up(self, place: QRect) -> None:
        view = self.sender()
        if isinstance(view, QWidget):
            self._panes.bring_up(view, place)

    def _on_sheet(self) -> None:
        self.asked.emit("print-sheet")

    def _on_new(self) -> None:
        self._write(f"story.{self.new_id()}")

    def _want_write(self) -> None:
        """Have the story written on, unless the window knows why that cannot be."""
        self.asked.emit("write-story")

    def _want_place(self) -> None:
        self.asked.emit("place-story")

    def _on_write(self) -> None:
        self._write(self._story)

    def _write(self, story: str) -> None:
        commands = self.prompts.story(self._state, story) if self._state else None
        if commands:
            self.intent.emit(commands)
            self._story = story
            self._bank.choose(story)
            self._show_story()

    def _on_place(self) -> None:
        index = self._table.currentIndex()
        row = self._model.principle_at(index)
        if row is None or self._screen is None:
            return
        place = max(index.column(), 1)
        if index.column() == Column.PRINCIPLE and row.first and not row.second:
            place = 2
        stories = [one.story for one in self._screen.stories]
        if not stories:
            self._place(row.id, place, None)
            return
        ids = ["", *(one.id for one in stories)]
        names = [self.tr("None"), *(one.title for one in stories), self.tr("A new story…")]
        label = self.tr("First story") if place == 1 else self.tr("Second story")
        held = row.first if place == 1 else row.second
        beside = "" if self._story in {row.first, row.second} else self._story
        current = ids.index(held or beside) if (held or beside) in ids else 0
        answer = self.prompts.choice(row.name, label, names, current)
        if answer is not None:
            self._place(row.id, place, ids[answer] if answer < len(ids) else None)

    def _place(self, principle: str, place: int, story: str | None) -> None:
        """Place a story; with None a new one is written first, and both are one step."""
        if story is None and self._state is not None:
            story = f"story.{self.new_id()}"
            commands = self.prompts.story(self._state, story)
            if commands:
                put = PlaceStory(principle=principle, place=place, story=story)
                self.intent.emit((*commands, put))
        elif story is not None:
            self.intent.emit(PlaceStory(principle=principle, place=place, story=story or None))
        self._on_cell()

    def _on_empty(self) -> None:
        index = self._table.currentIndex()
        row = self._model.principle_at(index)
        if row is not None and index.column() > 0:
            self.intent.emit(PlaceStory(principle=row.id, place=index.column(), story=None))

    def _on_tell(self) -> None:
        row = self._row
        told = self.prompts.telling(row.story.title) if row else None
        if row is not None and told is not None:
            version, seconds = told
            self.intent.emit(
                TimeStory(story=row.story.id, version=version, seconds=seconds, on=self._today)
            )

    def _on_drop(self) -> None:
        if self._row is None:
            return
        story = self._story
        if not self._on_bank:
            self._table.setFocus()  # the button goes away with the story
        self.intent.emit(DropStory(story=story))
