"""Asks what to do or where to go, and keeps what was found ready for the next time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QKeySequence

from planner.core.curriculum import Curriculum
from planner.core.finding import Index, index_of
from planner.core.screens.things import Kind, Thing, guide_things, thing, things
from planner.core.state import State
from planner.ui.action import MenuName
from planner.ui.actions import ACTIONS
from planner.ui.kit.words.letters import plain
from planner.ui.menus import Menus, menu_name
from planner.ui.palette import words
from planner.ui.prompts import Prompts
from planner.ui.read_only import edits
from planner.ui.settings import Settings
from planner.ui.stack import Stack

MOST_RECENT = 12
FIRST, LAST = -1, 1
"""Ranks of what can be done now and of what cannot; all that one can go to lies between."""
ITSELF = "find"
PAGE_OF = {
    Kind.WEEK: "week",
    Kind.SESSION: "week",
    Kind.ITEM: "checklist",
    Kind.STORY: "stories",
    Kind.GUIDE: "guide",
}
MENU_ORDER: tuple[MenuName, ...] = (
    "session",
    "plan",
    "view",
    "edit",
    "file",
    "interview",
    "help",
)
"""What one can do with the work comes before what one can do with the program."""


class Palette:
    """Everything that can be done or gone to, found by a few letters."""

    def __init__(
        self,
        menus: Menus,
        stack: Stack,
        settings: Settings,
        prompts: Prompts,
        run: Callable[[str], None],
    ) -> None:
        """Begin with nothing known; `run` runs an action by its id."""
        self._menus, self._stack, self._run = menus, stack, run
        self._settings, self._prompts = settings, prompts
        self._of: tuple[State, date] | None = None
        self._things: list[Thing] = []
        self._guide: tuple[Curriculum | None, list[Thing]] = None, []

    def open(self, state: State, today: date, barred: str = "") -> None:
        """Ask for one thing, remember it, and do it or go there.

        `barred` says why nothing can be changed, where that is so.
        """
        recent = self._settings.now.recent
        chosen = self._prompts.find(self._index(state, today, barred), recent)
        if chosen is not None:
            others = (key for key in recent if key != chosen.key)
            self._settings.change(recent=(chosen.key, *others)[:MOST_RECENT])
            self._go_to(chosen)

    def _go_to(self, thing: Thing) -> None:
        """Run an action; go to anything else, the keyboard along."""
        if thing.kind is Kind.ACTION:
            self._run(thing.target)
            return
        self._stack.turn_to(PAGE_OF[thing.kind])
        page = self._stack.page
        if page is None:
            return
        page.setFocus()
        if thing.kind is Kind.WEEK:
            page.open_week(int(thing.target))
        elif thing.kind is Kind.SESSION:
            page.open_session(thing.target)
        else:
            page.open_place(thing.target)

    def _index(self, state: State, today: date, barred: str) -> Index[Thing]:
        if self._of is None or self._of[0] is not state or self._of[1] != today:
            self._of = state, today
            self._things = [words.named(one) for one in things(state, today)]
        can, cannot = self._actions(state, barred)
        return index_of((*can, *self._things, *self._guide_of(state.curriculum), *cannot))

    def _guide_of(self, curriculum: Curriculum) -> list[Thing]:
        if self._guide[0] is not curriculum:
            self._guide = curriculum, list(guide_things(curriculum))
        return self._guide[1]

    def _actions(self, state: State, barred: str) -> tuple[list[Thing], list[Thing]]:
        """Return what can be done now, which goes first, and what cannot, with the reason."""
        can, cannot = [], []
        for row in sorted(ACTIONS, key=lambda one: MENU_ORDER.index(one.menu)):
            if row.id == ITSELF:
                continue
            live = self._menus.actions[row.id]
            keys = live.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            title, more = plain(live.text()), menu_name(row.menu)
            if deed := self._menus.deeds.get(row.id):  # "tick" means to tick, not to undo a tick
                title, more = row.text, f"{deed} · {more}"
            one = thing(Kind.ACTION, row.id, title, more, keys=keys, also=words.also(row.id))
            if live.isEnabled():
                can.append(one.evolve(rank=FIRST))
            else:
                reason = words.why_not(row, state, barred if edits(row) else "")
                cannot.append(one.evolve(why_not=reason, rank=LAST))
        return can, cannot
