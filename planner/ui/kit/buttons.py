"""Buttons that run an action of the table or call a function."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

RING, INSET = 2, 4
"""Pixels: how thick the mark of the keyboard is, and how far within the edge its middle runs."""


class Button(QPushButton):
    """A quiet button. With an action it follows the action's state and shows its key."""

    role = "plain"

    def __init__(
        self,
        text: str,
        run: QAction | Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # given to the first line, it makes QIcon and its 150 names
        self.setProperty("role", self.role)
        self.setAutoDefault(True)  # so that Enter presses it as well
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._action: QAction | None = None
        if isinstance(run, QAction):
            self._action = run
            self.clicked.connect(run.trigger)
            run.changed.connect(self._follow)
            self._follow()
        elif run is not None:
            self.clicked.connect(_without_checked(run))

    def setText(self, words: str) -> None:
        """Show words; an ampersand in them is one, and marks no letter."""
        super().setText(words.replace("&", "&&"))

    def text(self) -> str:
        """Return the words, without the mark of the letter that presses the button with Alt."""
        from planner.ui.kit.words.letters import plain

        return plain(super().text())

    def _follow(self) -> None:
        if self._action is None:
            return
        self.setEnabled(self._action.isEnabled())
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(keys)


class PrimaryButton(Button):
    """The one button of a page that does what the page is for."""

    role = "primary"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the keyboard as a ring inside, so that the button keeps its weight."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QGuiApplication.palette().highlightedText().color(), RING))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET), 5, 5)


class LinkButton(Button):
    """A button that reads like a word in a sentence."""

    role = "link"


class AsideButton(Button):
    """A small word beside others that opens more of them."""

    role = "aside"


def _without_checked(run: Callable[[], object]) -> Callable[[], None]:
    """Return a slot for `clicked`, which tells whether the button is checked; nobody asked."""

    def slot() -> None:
        run()

    return slot
