"""The way between the pages, and the days that are left."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.core.language import translate
from planner.core.screens.sidebar import Countdown
from planner.core.wording.finish import finish_text, slack_text, usual_text
from planner.core.wording.outward import PROGRAM
from planner.ui.kit.words.dates import short_day
from planner.ui.kit.words.labels import Brand, Muted, Small, Title
from planner.ui.look import Look

Policy = Qt.FocusPolicy
WIDTH = 208
INDENT, BELOW_BRAND, BELOW_HEAD = 10, 6, 18
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_SIDES = (_MIDDLE | Qt.AlignmentFlag.AlignLeft, _MIDDLE | Qt.AlignmentFlag.AlignRight)


class Sidebar(QFrame):
    """Entries for the pages, brand and level above, the countdown at the foot."""

    asked = Signal(str)

    def __init__(
        self, look: Look, entries: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self._look = look
        self._level = Muted(parent=self)
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_toggled)
        self._group.idPressed.connect(self._on_pressed)
        self._names = list(entries)
        self._is_counting = False
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 20)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(INDENT, 0, 0, BELOW_HEAD)
        head.setSpacing(BELOW_BRAND)
        self._brand = Brand(PROGRAM, self)
        head.addWidget(self._brand)
        head.addWidget(self._level)
        column.addLayout(head)
        for number, action in enumerate(entries.values()):
            entry = Entry(look, action, self)
            self._group.addButton(entry, number)
            column.addWidget(entry)
        column.addStretch()
        self._foot = Foot(self)
        column.addWidget(self._foot)
        look.changed.connect(self._fit)
        self._fit()

    def show_page(self, name: str) -> None:
        """Mark the page that is shown, which alone Tab comes to."""
        self._group.blockSignals(True)
        shown = self._group.button(self._names.index(name))
        shown.setChecked(True)
        for entry in self._group.buttons():
            entry.setFocusPolicy(Policy.StrongFocus if entry is shown else Policy.ClickFocus)
        self._group.blockSignals(False)

    def show_brand(self, name: str) -> None:
        """Show the name of the program."""
        self._brand.setText(name)

    def show_countdown(self, countdown: Countdown | None) -> None:
        """Show level, days and slack, or none of it while there is no plan."""
        self._is_counting = countdown is not None
        if countdown:
            self._level.setText(f"{countdown.level.value} · {countdown.level_title}")
            self._foot.show_countdown(countdown)
        self._shed()

    def event(self, event: QEvent) -> bool:
        """Leave out what has no room in a new size, or with other words or letters."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._shed()
        return done

    def _shed(self) -> None:
        """Leave the level out, and then the countdown, rather than show them cut."""
        inside = self.contentsRect().marginsRemoved(self._column.contentsMargins())
        wide, entries = inside.width(), self._group.buttons()
        room = inside.height() - sum(entry.sizeHint().height() for entry in entries)
        room -= self._brand.sizeHint().height() + BELOW_HEAD
        foot = self._foot.heightForWidth(wide)
        level = self._level.heightForWidth(wide - INDENT) + BELOW_BRAND
        self._foot.setVisible(self._is_counting and foot <= room)
        self._level.setVisible(self._is_counting and foot + level <= room)

    def _fit(self) -> None:
        scale = min(self._look.scale, 140)
        entries = (button.sizeHint().width() for button in self._group.buttons())
        self.setFixedWidth(max(WIDTH * scale // 100, max(entries, default=0) + 25))
        self._shed()

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.asked.emit(f"page-{self._names[number]}")

    def _on_pressed(self, number: int) -> None:
        """Ask for a page that is shown already, too: the week comes back to the current one."""
        self._on_toggled(number, on=self._group.checkedId() == number)


class Entry(QRadioButton):
    """The name of a page and its key.

    A ring, though painted otherwise, because Qt tells screen readers that one of several is chosen.
    """

    def __init__(self, look: Look, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(action.text())
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(self._keys)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._measure)
        self._measure()

    def sizeHint(self) -> QSize:
        """Return room for the name, the key and some air."""
        return self._size

    def _measure(self) -> None:
        name = QFontMetrics(self._look.font("section"))
        keys = QFontMetrics(self._look.font("small"))
        width = name.horizontalAdvance(self.text()) + keys.horizontalAdvance(self._keys) + 36
        self._size = QSize(width, name.height() + 20)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew when the font or the style has changed."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shown page as a card, the others as words."""
        look, on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if on or self.underMouse():
            painter.setPen(look.colour("line") if on else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("surface" if on else "window"))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        words = self.rect().adjusted(11, 0, -11, 0)
        left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        name_side, keys_side = _SIDES if left else _SIDES[::-1]
        painter.setPen(look.colour("text"))
        painter.setFont(look.font("section" if on else "body"))
        painter.drawText(words, name_side, self.text())
        painter.setPen(look.colour("muted"))
        painter.setFont(look.font("small"))
        painter.drawText(words, keys_side, self._keys)


class Foot(QFrame):
    """Days to the loop, and slack."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = Title(parent=self)
        self._days.setObjectName("days")
        self._loop = Small(parent=self)
        self._slack = Small(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 14, 0, 0)
        column.setSpacing(2)
        for label in (self._days, self._loop, self._slack):
            column.addWidget(label)

    def show_countdown(self, countdown: Countdown) -> None:
        """Show days and slack in words."""
        days, day = countdown.days, short_day(countdown.loop)
        self._days.setText(self._days_text(days))
        if countdown.loop_proposed:
            self._loop.setText(self.tr("to proposed day · {day}").format(day=day))
        elif days >= 0:
            self._loop.setText(self.tr("to loop day · {day}").format(day=day))
        else:
            self._loop.setText(self.tr("since loop day · {day}").format(day=day))
        self._slack.setText(slack_text(countdown.forecast))
        found = countdown.forecast
        self._slack.setToolTip(" ".join(filter(None, (finish_text(found), usual_text(found)))))

    def _days_text(self, days: int) -> str:
        return translate("Foot", "%n day(s)", n=abs(days)) if days else self.tr("Today")
