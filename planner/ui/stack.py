"""The pages, one shown at a time; each is built when it is first shown."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from planner.core.state import State
from planner.ui.kit.layout.page import Page
from planner.ui.look import Look

Maker = Callable[[Look], Page]


class Stack(QStackedWidget):
    """Pages by name. Hidden ones are refreshed when they are shown again."""

    built = Signal(object)
    turned = Signal(str)
    intent = Signal(object)
    asked = Signal(str)
    offered = Signal()

    def __init__(
        self, look: Look, makers: Mapping[str, Maker], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._makers = makers
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._shown: tuple[State, date] | None = None
        self._name = ""

    @property
    def name(self) -> str:
        """The name of the page that is shown, empty before the first one."""
        return self._name

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._name)

    def show_state(self, state: State, today: date) -> None:
        """Show a state on the page that is shown, and keep it for the others."""
        self._shown = state, today
        self._stale = set(self._pages)
        self._refresh()

    def turn_to(self, name: str) -> None:
        """Show a page."""
        if name == self._name:
            return
        if name not in self._pages:
            self._build(name)
        self._name = name
        self._refresh()
        self.setCurrentIndex(list(self._pages).index(name))
        self.turned.emit(name)
        self.offered.emit()

    def run_on(self, name: str, action_id: str) -> None:
        """Show a page, and run an action on it."""
        self._turned_to(name).run(action_id)

    def open_week(self, number: int) -> None:
        """Show a week of the plan on its page."""
        self._turned_to("week").open_week(number)

    def open_session(self, code: str) -> None:
        """Show a session of the plan in its week."""
        self._turned_to("week").open_session(code)

    def open_place(self, name: str, target: str) -> None:
        """Show a page, and on it what goes by an id."""
        self._turned_to(name).open_place(target)

    def _turned_to(self, name: str) -> Page:
        self.turn_to(name)
        return self._pages[name]

    def show_added(self, item_id: str) -> None:
        """Bring an item that the user added just now into sight on the page that is shown."""
        if self.page is not None:
            self.page.show_added(item_id)

    def _build(self, name: str) -> None:
        page = self._makers[name](self._look)
        page.intent.connect(self.intent)
        page.asked.connect(self.asked)
        page.offered.connect(self._on_offered)
        around = _Sheet(self)
        around.setWidget(page)
        self.addWidget(around)
        self._pages[name] = page
        self._stale.add(name)
        self.built.emit(page)

    def _refresh(self) -> None:
        page = self.page
        if page is None or self._shown is None or self._name not in self._stale:
            return
        self._stale.discard(self._name)
        page.show_state(*self._shown)

    def _on_offered(self) -> None:
        if self.sender() is self.page:
            self.offered.emit()


class _Sheet(QScrollArea):
    """Scrolls a page that is larger than the window, as with large text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def minimumSizeHint(self) -> QSize:
        """Never ask for room: what does not fit is scrolled."""
        return QSize(0, 0)
