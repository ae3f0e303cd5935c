"""A name and what is said about it, side by side or one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from planner.ui.kit.painted.tag import Tag
from planner.ui.kit.words.labels import Body, Small
from planner.ui.look import Look

GAP = 12


class Pair(QWidget):
    """The name at the left; a tag and the figures at the right, or below where they do not fit."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name, self._figures = Body(parent=self), Small(parent=self)
        self._tag = Tag(look, "", "amber", self)
        self._has_tag = False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self._name, 1)
        self._box.addWidget(
            self._tag, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._box.addSpacing(4)
        self._box.addWidget(self._figures)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._arrange)

    def show_words(self, name: str, figures: str, tag: str = "") -> None:
        """Show a name, its figures, and a word that marks it."""
        self._name.setText(name)
        self._figures.setText(figures)
        self._has_tag = bool(tag)
        self._tag.show_text(tag, "amber")
        self._tag.setVisible(self._has_tag)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again when the width is another one."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = 3 * GAP
        body, small = self._look.font("body"), self._look.font("small")
        for label, font in ((self._name, body), (self._figures, small)):
            wanted += QFontMetrics(font).horizontalAdvance(label.text())
        if self._has_tag:
            wanted += self._tag.sizeHint().width()
        beside = wanted <= self.width()
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._figures.setWordWrap(not beside)
