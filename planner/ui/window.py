"""The main window: puts sidebar, pages, notice bar and menus together."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.core.screens.sidebar import countdown
from planner.core.values import Fact
from planner.ui.actions import BY_ID
from planner.ui.appearance import Appearance
from planner.ui.bridge import Bridge
from planner.ui.day import Day
from planner.ui.errands import Errands
from planner.ui.exchanging import DropTarget, Exchanging
from planner.ui.focus_timer import FocusTimer, one_clock
from planner.ui.gestures import Gestures
from planner.ui.kit.keyboard.sight import Sight
from planner.ui.kit.layout.page import Page, no_prompts
from planner.ui.live import Live
from planner.ui.look import Look
from planner.ui.menus import Menus
from planner.ui.notice import Choice, Notice
from planner.ui.outward import Outward
from planner.ui.place import Place
from planner.ui.printing import Job, Printing
from planner.ui.prompts import Prompts
from planner.ui.read_only import edits
from planner.ui.restoring import Restoring
from planner.ui.settings import Settings
from planner.ui.sidebar import Sidebar
from planner.ui.stack import Maker, Stack
from planner.ui.trouble import Trouble
from planner.workspace import Workspace

if TYPE_CHECKING:  # loaded when they are wanted
    from planner.core.closed_book import ClosedBook
    from planner.storage.backup.keeping import Backups
    from planner.storage.rescue import Rescue
    from planner.ui.palette.palette import Palette

FIRST_PAGE = "week"


class Surroundings(Fact, frozen=True):
    """What a window is given: look, preferences, clock, pages by name, how to ask, and so on.

    `clocks` tells the seconds of a clock that never jumps and of the one of the wall. Without
    `focus_file` the focus timer ends with the window.
    """

    look: Look
    settings: Settings
    day: Day
    makers: Mapping[str, Maker]
    prompts: Callable[[QWidget], Prompts]
    new_id: Callable[[], str]
    title: str = "Loopready"
    backups: "Callable[[], Backups] | None" = None
    rescue: "Rescue | None" = None
    closed_book: "Callable[[], ClosedBook]" = no_prompts
    clocks: Callable[[], tuple[float, float]] = one_clock
    focus_file: Path | None = None


class Window(DropTarget):
    """Everything the user sees. It only assembles: what a part can do, the part does."""

    def __init__(self, workspace: Workspace, around: Surroundings) -> None:
        super().__init__()
        self._workspace, self._around = workspace, around
        self._day = around.day
        self._stands = False
        self.prompts = around.prompts(self)
        self.menus = Menus(self)
        self.menus.fill(self.menuBar())
        entries = {name: self.menus.actions[f"page-{name}"] for name in around.makers}
        self.sidebar = Sidebar(around.look, entries, self)
        self.stack = Stack(around.look, around.makers, self)
        self.notice = Notice(self)
        self._gestures = Gestures(workspace, self)
        self._errands = Errands(
            workspace, self._gestures, self.prompts, self._day, around.new_id, self
        )
        self._restoring = Restoring(workspace, self._gestures, self.prompts, around.backups)
        self._exchanging = Exchanging(
            workspace,
            self._gestures,
            self.prompts,
            self._day,
            around.backups,
            around.closed_book,
            around.new_id,
        )
        self.trouble = Trouble(workspace, self.prompts, around.rescue, self)
        self._printing = Printing(self, self.notice, self.prompts, around.settings)
        self._outward = Outward(around.settings, around.title, self)
        self._looks = Appearance(around.look, around.settings, self.notice.tell)
        self._place = Place(self, around.settings)
        self._bridge = Bridge(workspace, self)
        self._live = Live(workspace, self.notice.tell_later, self)
        self._palette: Palette | None = None
        self._own: Mapping[str, Callable[[], object]] = {
            "today": partial(self.stack.run_on, "week", "today"),
            "guide": partial(self.stack.turn_to, "guide"),
            "strengthen": partial(self.stack.run_on, "readiness", "strengthen"),
            "new-story": partial(self.stack.run_on, "stories", "new-story"),
            "replan-with": self._on_replan_with,
            "find": self._on_find,
            "full-screen": self._place.toggle_full_screen,
            **self._looks.actions,
            "restore": self._restoring.ask,
            "export": self._on_export,
            **self._exchanging.actions,
            "discreet": self._outward.toggle,
            "quit": self.close,
        }
        self._lay_out()
        self._connect()
        self._show_names()
        self.show_now()
        self.turn_to(FIRST_PAGE)
        self._stands = True
        self._refresh_actions()

    def welcome(self) -> None:
        """Run the wizard when there is no profile yet, and say what was wrong with the journal.

        Where a journal cannot be read at the moment, there may well be one.
        """
        if self._workspace.findings:
            self.notice.tell(self._workspace.findings)
        hidden = self._workspace.read_only or self._workspace.hidden
        if self._workspace.state.profile is None and not hidden:
            self._errands.change_profile()
            self._focus_page()

    def greet(self) -> None:
        """Offer what is new, or the tour of the keys, each once."""
        from planner.ui.greeting import Greeting

        Greeting(self.notice, self._around.settings, self._workspace, self.run).begin()

    def turn_to(self, name: str) -> None:
        """Show a page."""
        self.stack.turn_to(name)

    def run(self, action_id: str) -> None:
        """Run an action of the table, or one that only a page or the notice bar asks for."""
        row = BY_ID.get(action_id)
        page = self.stack.page
        if row and edits(row) and self._workspace.read_only:
            self.notice.tell(self._workspace.read_only)
            return
        if row and row.scope != "window" and page and page.run(action_id):
            return
        if action_id in self._own:
            self._own[action_id]()
        elif action_id.startswith("page-"):
            self._open_page(action_id.removeprefix("page-"))
        elif not (self.focus_timer.run(action_id) or self._errands.run(action_id)):
            self._print(action_id)

    def _open_page(self, name: str) -> None:
        """Turn to a page; who has another week before them already means the one that it is."""
        if name == self.stack.name == FIRST_PAGE:
            self._own["today"]()
        else:
            self.turn_to(name)

    def show_now(self) -> None:
        """Show what is known today, everywhere."""
        state, today = self._workspace.state, self._day.today
        working = self._works()
        self.stack.show_state(state, today)
        if working and not self._works():
            self._focus_page()  # what had the focus went with what was shown before
        self.sidebar.show_countdown(countdown(state, today))
        self.focus_timer.follow()
        self._refresh_actions()
        self.show_trouble()

    def show_trouble(self) -> None:
        """Say in bar and title what is wrong with the store, or in the bar what is undecided."""
        if self.trouble.sentence:
            self.notice.stand(self.trouble.sentence, *self.trouble.choices)
        else:
            choose = Choice(self.tr("Choose…"), self._errands.choose_text)
            self.notice.stand(self.trouble.undecided, choose, urgent=False)
        title, unsaved = self._outward.title, self._workspace.unsaved
        self.setWindowTitle(
            self.tr("Not saved — {title}").format(title=title) if unsaved else title
        )

    def _show_names(self) -> None:
        self.sidebar.show_brand(self._outward.brand)
        self.menus.tick("discreet", on=self._outward.is_discreet)
        self.show_trouble()

    def changeEvent(self, event: QEvent) -> None:
        """When the user comes back: take in what others wrote, and look at the clock."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._day.look()
            self._live.come_back()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place; where commands still wait for the disk, ask first."""
        self._place.keep()
        if not self.trouble.may_leave():
            event.ignore()

    def _lay_out(self) -> None:
        centre = QWidget(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, stretch=1)
        right.addWidget(self.notice)
        self.focus_timer = FocusTimer(
            self._workspace, self._gestures, self.notice, self._around, right
        )
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, stretch=1)
        self.setCentralWidget(centre)
        self._place.restore()

    def _connect(self) -> None:
        Sight(self)
        self.sidebar.asked.connect(self.run)
        self.menus.triggered.connect(self._on_chosen)
        self.stack.asked.connect(self.run)
        self.stack.intent.connect(self._gestures.do)
        self.stack.built.connect(self._on_built)
        self.stack.turned.connect(self._on_turned)
        self.dropped.connect(self._exchanging.take_dropped)
        self.stack.offered.connect(self._refresh_actions)
        self._errands.added.connect(self.stack.show_added)
        self._gestures.done.connect(self._on_done)
        self._gestures.told.connect(self.notice.tell)
        self._around.settings.not_saved.connect(self.notice.tell)
        self.trouble.changed.connect(self.show_trouble)
        self.trouble.told.connect(self.notice.tell)
        self.trouble.restore.connect(self._restoring.ask)
        self.trouble.begin.connect(self._errands.change_profile)
        self._bridge.changed.connect(self.show_now)
        self._day.changed.connect(self.show_now)
        self.focus_timer.changed.connect(self._refresh_actions)
        self.focus_timer.left.connect(self._focus_page)
        self._outward.changed.connect(self._show_names)

    def _refresh_actions(self) -> None:
        if not self._stands:
            return
        page = self.stack.page
        offers = page.offers() if page else frozenset()
        offers |= self.focus_timer.offers
        self.menus.refresh(self._workspace.state, offers, self._workspace.read_only)
        if page:
            page.take_words(allowed=not self._workspace.read_only)
            page.show_focus(self.focus_timer.code, running=self.focus_timer.is_running)
        self.menus.name_undo(self._gestures.undo_name, self._gestures.redo_name)

    def _on_chosen(self, action_id: str) -> None:
        """Run what a menu or a key asks for; who turns to a page wants to work there."""
        self.run(action_id)
        if action_id.startswith("page-"):
            self._focus_page()

    def _works(self) -> bool:
        """Say whether the keyboard is on the page; behind a dialog it stays on what went away."""
        field = self.focusWidget()
        return self.stack.isAncestorOf(field) and field.isVisible()

    def _focus_page(self) -> None:
        page = self.stack.page
        if page:
            page.setFocus()

    def _on_built(self, page: Page) -> None:
        page.equip(self.prompts, self._around.new_id, self._around.closed_book)
        self.menus.attach(page)
        page.told.connect(self.notice.tell)
        page.week_opened.connect(self.stack.open_week)
        page.session_opened.connect(self.stack.open_session)
        page.place_opened.connect(self.stack.open_place)
        page.focus_wanted.connect(self.focus_timer.start)

    def _on_turned(self, name: str) -> None:
        self.sidebar.show_page(name)
        if not self.sidebar.isAncestorOf(self.focusWidget()):
            self._focus_page()

    def _on_done(self, text: str) -> None:
        self.notice.offer(text, self.tr("Undo"), self._gestures.undo)

    def _on_replan_with(self) -> None:
        page = self.stack.page
        if page and page.wanted_profile:
            self._errands.replan_with(page.wanted_profile)

    def _on_find(self) -> None:
        if self._palette is None:
            from planner.ui.palette.palette import Palette

            settings = self._around.settings
            self._palette = Palette(self.menus, self.stack, settings, self.prompts, self._on_chosen)
        state, barred = self._workspace.state, self._workspace.read_only
        self._palette.open(state, self._day.today, barred)

    def _on_export(self) -> None:
        from planner.core.exchange.forms import What
        from planner.ui.exporting import Exporting

        state, today, page = self._workspace.state, self._day.today, self.stack.page
        if state.plan is None:
            return
        backups = self._around.backups() if self._around.backups else None
        number = (page.number if page else None) or state.plan.week_number(today)
        on_screen = {"week": What.WEEK, "checklist": What.CHECKLIST}
        Exporting(self._workspace, self._gestures, self.prompts, backups).ask(
            number,
            today,
            on_screen.get(self.stack.name, What.PLAN),
            self._around.settings.now.paper,
            discreet=self._outward.is_discreet,
        )

    def _print(self, action_id: str) -> None:
        state, today, page = self._workspace.state, self._day.today, self.stack.page
        if state.profile is None or (state.plan is None and action_id == "print-plan"):
            return
        number = page.number if page else None
        job = Job(
            state=state,
            today=today,
            week=number or (state.plan.week_number(today) if state.plan else 1),
            page=self.stack.name,
            discreet=self._outward.is_discreet,
        )
        self._printing.run(action_id, job)
