"""One field and a list: finds what can be done and where to go."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListView, QWidget

from planner.core.finding import Index, found
from planner.core.screens.things import Thing
from planner.ui.dialogs.dialog import MARGIN, Dialog
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.words.aloud import say_aloud
from planner.ui.kit.words.labels import Small
from planner.ui.look import Look
from planner.ui.palette import words
from planner.ui.palette.behind import Behind
from planner.ui.palette.row import ThingDelegate
from planner.ui.rows.model import ABOVE as INSIDE
from planner.ui.rows.model import AnyIndex, RowsModel

MOST_ROWS = 60
SEEN_ROWS = 10
LONGEST = 80
LETTERS = 110
ABOVE = 8
"""The share of the window, from the top, that stays free above: one in so many."""
MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class FindDialog(Dialog):
    """The keyboard stays in the field; Up and Down move in the list, Enter takes a row of it."""

    def __init__(
        self, look: Look, index: Index[Thing], recent: Sequence[str], parent: QWidget | None
    ) -> None:
        super().__init__(self.tr("Find anything"), parent)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.heading.hide()
        self._index, self._recent = index, recent
        self.field = FindField(self)
        self._model = RowsModel[Thing](_title, words.spoken, self)
        self.rows = FoundView(look, self._model, self)
        self._count = Small(parent=self)
        self.head.addWidget(self.field)
        self.body.addWidget(ViewCard(look, self.rows, self))
        keys = Small(self.tr("Enter goes there or does it · Esc goes back"), self)
        self._count.setWordWrap(False)
        self.foot.insertWidget(0, keys, stretch=1)
        self.foot.addWidget(self._count)
        self.field.textChanged.connect(self._find)
        self.field.moved.connect(self.rows.walk)
        self.field.taken.connect(self._take)
        self.rows.activated.connect(self._take)
        self.rows.clicked.connect(self._take)
        if parent is not None:
            Behind(self, parent.window())
        self._find()
        self.field.setFocus()

    @property
    def chosen(self) -> Thing | None:
        """The thing that is current."""
        place = self.rows.currentIndex().row()
        return self._model.rows[place] if place >= 0 else None

    def setVisible(self, visible: bool) -> None:
        """Stand before the window without barring it, or Qt drops the keys that still reach it."""
        self.setModal(False)
        super().setVisible(visible)
        if visible:
            self.activateWindow()  # as Qt does for a modal one

    def event(self, event: QEvent) -> bool:
        """Keep every key: an action of the window must not fire while the palette asks."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the upper part of the window, and no wider than it."""
        around = self.parentWidget()
        if around is None or event.spontaneous():
            super().showEvent(event)
        else:
            window = around.window().frameGeometry()
            wide = self.fontMetrics().averageCharWidth() * LETTERS
            self.field.setMinimumWidth(min(wide, window.width() - 2 * MARGIN - 2))
            self.head.invalidate()  # so that the size it takes now knows of the wider field
            super().showEvent(event)
            top = max(window.top() + (window.height() - self.height()) // ABOVE, window.top())
            self.move(window.center().x() - self.width() // 2, top)

    def _find(self) -> None:
        fits = found(self._index, self.field.text(), self._recent)
        if not self.field.text().strip():
            fits = tuple(one for one in fits if not one.why_not)
        self._model.show_rows(fits[:MOST_ROWS])
        self.rows.begin()
        self._count.setText(words.counted(min(len(fits), MOST_ROWS), len(fits)))

    def _take(self) -> None:
        """Answer with the current thing, where it can be done."""
        if self.chosen is not None and not self.chosen.why_not:
            self.accept()


class FindField(QLineEdit):
    """Hands the keys that move in a list on to the list."""

    moved = Signal(object)
    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Find anything"))
        self.setPlaceholderText(self.tr("An action, item, session, story, week, or the guide"))
        self.setMaxLength(LONGEST)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take from it, or type."""
        if event.key() in MOVES:
            self.moved.emit(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class FoundView(QListView):
    """What was found. Says the row it is on, for the keyboard is elsewhere."""

    def __init__(self, look: Look, model: RowsModel[Thing], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(ThingDelegate(look, self))
        self.setAccessibleName(self.tr("Found"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def sizeHint(self) -> QSize:
        """Return room for some rows, however many there are."""
        return QSize(320, SEEN_ROWS * (self.fontMetrics().height() + 2 * INSIDE + 1))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few: a small screen shows fewer."""
        return QSize(0, self.sizeHint().height() // 4)

    def begin(self) -> None:
        """Go to the first row."""
        self.setCurrentIndex(self.model().index(0, 0))
        self.scrollToTop()

    def walk(self, event: QKeyEvent) -> None:
        """Take a key that was pressed elsewhere."""
        QApplication.sendEvent(self, event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Say the row that is current now."""
        super().currentChanged(current, previous)
        if current.isValid() and self.isVisible():
            said = str(current.data(Qt.ItemDataRole.AccessibleTextRole))
            say_aloud(self, said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: a narrow one has two lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


def _title(row: Thing) -> str:
    return row.title
