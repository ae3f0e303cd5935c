"""Words on a page. Whatever they show is plain text, never markup."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from planner.core.wording.times import together

LONGEST_WORD, PIECE = 24, 6
"""Letters: a longer word may be broken, into pieces of this length."""
BLANK = 8
"""Pixels: the width of a blank between words, also in large text."""
WIDTHS_KEPT = 20
"""More than a layout asks for as it forms, fewer than there are while a window is drawn larger."""


def hint(*lines: str) -> str:
    """Return lines as a tool tip that takes nothing of them for markup; empty for none."""
    shown = [_unmarked(line) for line in lines if line]
    return f"<qt>{'<br>'.join(shown)}</qt>" if shown else ""


def _unmarked(text: str) -> str:
    """Return a text in which nothing is markup; Python's own way loads every name there is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def breakable(text: str) -> str:
    """Return a text in which also a word without end can be wrapped."""
    return " ".join(map(_breakable, text.split(" ")))


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return "\u200b".join(word[at : at + PIECE] for at in range(0, len(word), PIECE))


def leave_unread(*labels: "PlainLabel") -> None:
    """Keep labels out of what is read of a dialog as it opens: something else has their words.

    Read is what names nothing, line by line across whatever stands side by side. So they are said
    to name themselves.
    """
    for label in labels:
        label.setBuddy(label)


class PlainLabel(QLabel):
    """A label that takes nothing for markup; its role decides font and colour."""

    role = "body"
    wraps = False

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", self.role)
        self.setWordWrap(self.wraps)
        self.setText(text)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            self.setAlignment(self.alignment())

    def setBuddy(self, field: QWidget) -> None:
        """Name a field; from now on Qt reads an ampersand as the mark of a letter."""
        super().setBuddy(field)
        self.setText(self._words)

    def setText(self, words: str) -> None:
        """Show words; an ampersand in them is one, and marks no letter."""
        self._heights.clear()
        self._words = words
        shown = together(words) if self.wraps else words
        super().setText(shown if self.buddy() is None else shown.replace("&", "&&"))

    def clear(self) -> None:
        """Show nothing, and remember that."""
        self.setText("")

    def text(self) -> str:
        """Return the words as they came: Qt has other blanks, and the mark of a letter."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, which layouts ask for again and again; Qt breaks lines."""
        height = self._heights.get(width)
        if height is None:
            if len(self._heights) == WIDTHS_KEPT:
                self._heights.clear()
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def changeEvent(self, event: QEvent) -> None:
        """Take to another font or style."""
        self._heights.clear()
        super().changeEvent(event)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Align at the sides of the window's language, also what is written in another one.

        By itself a label takes the sides of its text: an English title would leave its column.
        From right to left Qt also lays the blank at which a line was broken to the right of it,
        and so moves the line out of the label.
        """
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            from PySide6.QtWidgets import QStyle  # has hundreds of names, each made with it

            alignment = QStyle.visualAlignment(self.layoutDirection(), alignment)
            alignment |= Qt.AlignmentFlag.AlignAbsolute
            if self.wraps:
                self.setContentsMargins(BLANK, 0, 0, 0)
        super().setAlignment(alignment)


class Title(PlainLabel):
    """The name of a page."""

    role = "title"
    wraps = True


class Heading(PlainLabel):
    """The name of what a card is about."""

    role = "heading"
    wraps = True


class SectionLabel(PlainLabel):
    """A quiet line over a group of things."""

    role = "section"
    wraps = True


class Body(PlainLabel):
    """Running text."""

    role = "body"
    wraps = True


class Muted(PlainLabel):
    """Text that stands back."""

    role = "muted"
    wraps = True


class Small(PlainLabel):
    """Text that stands further back."""

    role = "small"
    wraps = True


class Problem(PlainLabel):
    """What is wrong with a field, beside it; hidden while nothing is, but its place is kept."""

    role = "problem"
    wraps = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._fields: dict[QWidget, str] = {}
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def tells_of(self, field: QWidget) -> "Problem":
        """Let the sentence be the description of a field too; return the label."""
        self._fields[field] = field.accessibleDescription()
        return self

    def say(self, text: str) -> None:
        """Show a sentence, or nothing at all for an empty one; what is new is said aloud."""
        is_new = bool(text) and not self.text()
        self.setText(text)
        self.setVisible(bool(text))
        for field, usual in self._fields.items():
            field.setAccessibleDescription(text or usual)
        if is_new:
            from planner.ui.kit.words.aloud import say_aloud

            say_aloud(self, text)


class QuietProblem(Problem):
    """What is wrong, without a place kept for it while nothing is: cards have many fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.setSizePolicy(policy)


class Brand(PlainLabel):
    """The name of the program."""

    role = "brand"
