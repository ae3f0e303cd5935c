"""Tells once what is new, and once which keys one begins with; both quietly, in the notice bar."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from planner import __version__
from planner.core.language import translate
from planner.ui.actions import BY_ID
from planner.ui.notice import Choice, Notice
from planner.ui.settings import Settings
from planner.workspace import Workspace

_tr = partial(translate, "Greeting")


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
        words = _tr("Loopready was updated to {version}.", version=__version__)
        look = Choice(self.tr("What is new…"), self._on_news)
        self._notice.advise(words, look, Choice(self.tr("Not now"), self._on_closed))

    def _on_changed(self, *_: object) -> None:
        """Begin the tour; who is shown it once is never shown it again."""
        if self._workspace.state.plan is not None and not self._settings.now.toured:
            self._settings.change(toured=True)
            self._show_card()

    def _show_card(self) -> None:
        cards = tour()
        words = cards[self._place]
        number, all_of_them = self._place + 1, len(cards)
        said = _tr("{number} of {all}: {words}", number=number, all=all_of_them, words=words)
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
    return (
        _tr(
            "{tick} ticks the session that is selected, {undo} takes anything back.",
            tick=_key("toggle-done"),
            undo=_key("undo"),
        ),
        _tr(
            "{find} finds whatever you type: what to do, sessions, items, stories, the guide.",
            find=_key("find"),
        ),
        _tr(
            "{first} to {last} turn to the pages; {today} in a list comes back to this week.",
            first=_key("page-week"),
            last=_key("page-guide"),
            today=_key("today"),
        ),
        _tr(
            "{keys} shows all keys, {guide} opens the guide.",
            keys=_key("shortcuts"),
            guide=_key("guide"),
        ),
    )


def _key(action_id: str) -> str:
    """Return the key of an action, as the menus show it."""
    return BY_ID[action_id].keys[0].toString(QKeySequence.SequenceFormat.NativeText)
