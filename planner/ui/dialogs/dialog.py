"""The frame of every dialog: a heading, a body that scrolls when it must, and buttons."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.dialogs.body import BAR, NARROW, ScrolledBody
from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.keyboard.mnemonics import give_letters
from planner.ui.kit.keyboard.tabbing import begin_on_what_is_chosen, tab_as_laid_out
from planner.ui.kit.keyboard.why_not import WhyNot
from planner.ui.kit.words.labels import Body, Heading
from planner.ui.outward import window_title

MARGIN = 24
RIM = 12
"""How far in the rim of the focus stands around words that are read."""
MOST = 0.94
"""Of the screen."""
SCROLLS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Dialog(QDialog):
    """Fill `body`, and `head` and `foot` where the usual ones do not do.

    Then `answered()` opens it, waits, and says whether it was accepted.

    Escape gives up, but where there is work to lose it goes to the button that gives up first.
    Enter does what the primary button does. `replan` says that a replanning is wanted right
    after it.
    """

    replan = False
    least_width = NARROW
    """In letters."""

    def __init__(self, title: str, parent: QWidget | None, text: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.setAccessibleName(title)
        self.setModal(True)
        self._reject: Button | None = None
        self.heading = Heading(title, self)
        self._scroll = ScrolledBody(self)
        self.body = self._scroll.column
        self.body.setContentsMargins(MARGIN, 4, MARGIN, 4)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.foot.addStretch()
        self.head = QVBoxLayout()
        self.head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.head.addWidget(self.heading)
        if text:
            self.head.addWidget(Body(text, self))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(1, MARGIN - 4, 1, MARGIN - 4)
        self._whole.setSpacing(16)
        self._whole.addLayout(self.head)
        self._whole.addWidget(self._scroll, stretch=1)
        self._whole.addLayout(self.foot)

    def add_buttons(self, accept: str, reject: str = "") -> PrimaryButton:
        """Add the buttons at the foot, and return the one that accepts."""
        if reject:
            self._reject = Button(reject, self.reject, self)
            self.foot.addWidget(self._reject)
        primary = PrimaryButton(accept, self.accept, self)
        primary.setDefault(True)
        WhyNot(primary)
        self.foot.addWidget(primary)
        return primary

    def add_replan(self, primary: PrimaryButton) -> Button:
        """Add a button before the primary one that also wants a replanning, and return it."""
        button = Button(self.tr("Save and replan…"), self._on_replan, self)
        self.foot.insertWidget(self.foot.indexOf(primary), button)
        return button

    def _on_replan(self) -> None:
        self.replan = True
        self.accept()

    def let_read(self, name: str) -> None:
        """Begin on the body, which the keyboard scrolls; for words without a field among them."""
        self._scroll.setObjectName("read")
        within = MARGIN - RIM
        self.body.setContentsMargins(within, within, within, within)
        self._scroll.setAccessibleName(name)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setFocus()

    def to_top(self) -> None:
        """Show the beginning of the body."""
        self._scroll.verticalScrollBar().setValue(0)

    def answered(self) -> bool:
        """Open, wait, go away for good; return whether the user accepted."""
        try:
            return self.exec() == QDialog.DialogCode.Accepted
        finally:
            self._let_qt_forget()
            self.deleteLater()

    def _let_qt_forget(self) -> None:
        """Make Qt hear of the end of each part, so that it drops the rules it found for it.

        The lines in number fields and choices, and the frames of their lists, are dressed as part
        of what is around them. Qt keeps rules for them all the same, but only hears of the end of
        what is dressed by itself, as is what has a sheet of its own.
        """
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            if not part.testAttribute(Qt.WidgetAttribute.WA_StyleSheet):
                part.setStyleSheet(" ")

    def widen(self, field: QWidget, letters: int) -> None:
        """Give a field the width of so many letters, as far as the screen has room for it."""
        room = int(self.screen().availableSize().width() * MOST) - 2 * MARGIN - BAR
        wanted = self.fontMetrics().averageCharWidth() * letters
        field.setMinimumWidth(min(wanted, room))

    def has_work(self) -> bool:
        """Return whether giving up would lose more than a moment."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep one Escape too many from losing work; scroll by keys that no field wants."""
        escaped = event.matches(QKeySequence.StandardKey.Cancel)
        way_out = self._reject
        if escaped and way_out and self.focusWidget() is not way_out and self.has_work():
            way_out.setFocus()
        elif event.key() in SCROLLS:
            self._scroll.verticalScrollBar().event(event)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take order and size now that everything is inside and the look has reached it."""
        if not event.spontaneous():
            tab_as_laid_out(self)
            begin_on_what_is_chosen(self)
            give_letters(self)
            self._scroll.updateGeometry()
            self.resize(self.sizeHint())
        super().showEvent(event)
        if not event.spontaneous():
            self._begin_at_the_top()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line around, for screens where windows have no frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _begin_at_the_top(self) -> None:
        """Begin on the body where the first field lies so low that its beginning went away."""
        field: QWidget | None = self.focusWidget()
        self._whole.activate()
        if field is not None and self._scroll.is_below(field):
            self.let_read(self.accessibleName())
            self._scroll.style().unpolish(self._scroll)
            self._scroll.style().polish(self._scroll)
            self._scroll.event(QEvent(QEvent.Type.StyleChange))  # so that it makes room for a rim
            self.to_top()

    def sizeHint(self) -> QSize:
        """Return the size of all there is, as far as the screen has room for it."""
        room = self.screen().availableSize() * MOST
        least = self.fontMetrics().averageCharWidth() * self.least_width
        width = min(max(super().sizeHint().width(), least), room.width())
        around = self._whole.totalHeightForWidth(width) - self._scroll.sizeHint().height()
        return QSize(width, around + self._scroll.height_at(width)).boundedTo(room)
