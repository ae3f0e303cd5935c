"""Tells once what is new, and once which keys one begins with; both quietly, in the notice bar."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence

from planner import __version__
from planner.ui.actions import BY_ID
from planner.ui.notice import Choice, Notice
from planner.ui.settings import Settings
from planner.workspace import Workspace


class Greeting(QObject):
    """Says nothing that was said before. `run` runs an action by its id."""

    def __init__(
        self,
        notice: Notice,
        settings: Settings,
        workspace: Workspace,
        run: Callable[[str], object],
    ) -> None:
        super().__init__(notice)
        self._notice, self._settings, self._workspace = notice, settings, workspace
        self._run = run
        self._place = 0

    def begin(self) -> None:
        """Offer what is new after an update, or the tour of the keys as soon as there is a plan."""
        before = self._settings.now.version
        self._settings.change(version=__version__)
        if before not in {"", __version__}:
            self._offer_news()
        elif not self._settings.now.toured:
            self._workspace.listen(self._on_changed)
            self._on_changed()

    def _offer_news(self) -> None:
        words = self.tr("Loopready was updated to {}.").format(__version__)
        look = Choice(self.tr("What is new…"), self._on_news)
        self._notice.advise(words, look, Choice(self.tr("Not now"), self._on_closed))

    def _on_changed(self, *_: object) -> None:
        """Begin the tour; who is shown it once is never shown it again."""
        if self._workspace.state.plan is not None and not self._settings.now.toured:
            self._settings.change(toured=True)
            self._show_card()

    def _show_card(self) -> None:
        cards = tour()
        words = self.tr("{number} of {all}: {words}")
        said = words.format(number=self._place + 1, all=len(cards), words=cards[self._place])
        close = Choice(self.tr("Close"), self._on_closed)
        if self._place + 1 < len(cards):
            self._notice.advise(said, Choice(self.tr("Next"), self._on_next), close)
        else:
            self._notice.advise(said, Choice(self.tr("All keys…"), self._on_keys), close)

    def _on_next(self) -> None:
        self._place += 1
        self._show_card()

    def _on_keys(self) -> None:
        self._on_closed()
        self._run("shortcuts")

    def _on_news(self) -> None:
        self._on_closed()
        self._run("whats-new")

    def _on_closed(self) -> None:
        self._notice.advise("")


def tour() -> tuple[str, ...]:
    """Return what one has to know of the keys, a sentence a card."""
    ticks = _tr("{tick} ticks the session that is selected, {undo} takes anything back.")
    finds = _tr("{find} finds whatever you type: what to do, sessions, items, stories, the guide.")
    turns = _tr("{first} to {last} turn to the pages; {today} in a list comes back to this week.")
    tells = _tr("{keys} shows all keys, {guide} opens the guide.")
    return (
        ticks.format(tick=_key("toggle-done"), undo=_key("undo")),
        finds.format(find=_key("find")),
        turns.format(first=_key("page-week"), last=_key("page-guide"), today=_key("today")),
        tells.format(keys=_key("shortcuts"), guide=_key("guide")),
    )


def _key(action_id: str) -> str:
    """Return the key of an action, as the menus show it."""
    return BY_ID[action_id].keys[0].toString(QKeySequence.SequenceFormat.NativeText)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Greeting", text)
