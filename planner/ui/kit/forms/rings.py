"""Rings to choose one of a few things by, side by side or one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QWidget

Direction = QBoxLayout.Direction
Policy, Reason = Qt.FocusPolicy, Qt.FocusReason

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_ALONG = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Ring(QRadioButton):
    """One of several: Tab comes to the chosen one, and every arrow goes on to the next.

    Qt goes by Tab to the first, and by an arrow to what it sees in that direction, so that a key
    does nothing for who cannot see how the rings stand.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.toggled.connect(self._on_toggled)

    def setText(self, words: str) -> None:
        """Show words; an ampersand in them is one, and marks no letter."""
        super().setText(words.replace("&", "&&"))

    def text(self) -> str:
        """Return the words, without the mark of the letter that chooses the ring with Alt."""
        from planner.ui.kit.words.letters import plain

        return plain(super().text())

    def sizeHint(self) -> QSize:
        """Return room for the words with a letter underlined, which stands a bit off the next."""
        return super().sizeHint() + QSize(self.fontMetrics().averageCharWidth() // 3, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are not cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next ring or the one before, and choose it where this one was chosen."""
        key = Qt.Key(event.key())
        step = _STEPS.get(key, 0)
        group: QButtonGroup | None = self.group()
        if not step or group is None or event.modifiers() & _HELD:
            super().keyPressEvent(event)
            return
        if key in _ALONG and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        rings = [one for one in group.buttons() if one is self or _can_be(one)]
        other = rings[(rings.index(self) + step) % len(rings)]
        if self.isChecked():
            other.click()
        other.setFocus(Reason.TabFocusReason if step > 0 else Reason.BacktabFocusReason)

    def _on_toggled(self) -> None:
        group: QButtonGroup | None = self.group()
        if group is not None:
            _let_tab_come_to_chosen(group)


class Rings(QWidget):
    """A few rings of which one is chosen; `place` is where it stands."""

    def __init__(
        self, names: Sequence[str], place: int, parent: QWidget, *, upright: bool = False
    ) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        row = QBoxLayout(Direction.TopToBottom if upright else Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 if upright else 20)
        for number, name in enumerate(names):
            ring = Ring(name, self)
            self.group.addButton(ring, number)
            ring.setChecked(number == place)
            row.addWidget(ring)
        if not upright:
            row.addStretch()

    @property
    def place(self) -> int:
        """The place of what is chosen."""
        return self.group.checkedId()

    def choose(self, place: int) -> None:
        """Choose what stands at a place."""
        self.group.button(place).setChecked(True)

    def focus(self) -> None:
        """Put the focus on what is chosen."""
        self.group.button(self.place).setFocus()

    def name(self, place: int, text: str) -> None:
        """Give a ring another text."""
        self.group.button(place).setText(text)


def _let_tab_come_to_chosen(group: QButtonGroup) -> None:
    """Let Tab come to the one that is chosen alone, or to any while none is."""
    chosen = group.checkedButton()
    for one in group.buttons():
        one.setFocusPolicy(Policy.StrongFocus if chosen in {None, one} else Policy.ClickFocus)


def _can_be(ring: QWidget) -> bool:
    """Say whether the keyboard can come to a ring."""
    return ring.isEnabled() and ring.isVisible()
