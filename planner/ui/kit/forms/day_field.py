"""A field for a day: typed in one's own way, or picked from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QFrame, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.kit.forms.fields import mark
from planner.ui.kit.forms.typed_day import read_day
from planner.ui.kit.words.dates import full_day

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
WIDEST = date(2028, 12, 28)
FIRST, LAST = date(2000, 1, 1), date(2199, 12, 31)


class DayField(QComboBox):
    """A day. What names no day stays as it was typed, and `problem` says so."""

    picked = Signal()

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(self.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes a null pointer here
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(len(full_day(WIDEST)))
        self._bounds = FIRST, LAST
        self.set_day(day)
        self.editTextChanged.connect(self._on_typed)

    @property
    def day(self) -> date:
        """The day that is shown, or the last that was while the text names none."""
        return self._day

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; nothing where it names a day."""
        return self._problem

    def set_day(self, day: date) -> None:
        """Show a day."""
        self._day = min(max(day, self._bounds[0]), self._bounds[1])
        self._problem = ""
        self.setEditText(full_day(self._day))

    def set_bounds(self, first: date, last: date) -> None:
        """Take no day before the first or after the last."""
        self._bounds = first, last
        self.set_day(self._day)

    def setAccessibleName(self, name: str) -> None:
        """Name the field and the line in it, which has the keyboard."""
        super().setAccessibleName(name)
        if line := self.lineEdit():
            line.setAccessibleName(name)

    def name_alone(self, name: str) -> None:
        """Name a field that has no label: on Linux Qt calls it by the day that is shown."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)

    def setAccessibleDescription(self, text: str) -> None:
        """Describe the field and the line in it."""
        super().setAccessibleDescription(text)
        if line := self.lineEdit():
            line.setAccessibleDescription(text)

    def showPopup(self) -> None:
        """Open the calendar."""
        _Calendar(self).show()

    def take(self, day: QDate) -> None:
        """Take a day of the calendar."""
        self.set_day(date(day.year(), day.month(), day.day()))

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day that can be."""
        return self._bounds

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by days and weeks."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.set_day(self._day + timedelta(days=step))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the day in full when the user goes on."""
        super().focusOutEvent(event)
        if not self._problem:
            self.set_day(self._day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling over a field changes nothing."""
        event.ignore()

    def _on_typed(self, text: str) -> None:
        day = read_day(text, self._day)
        first, last = self._bounds
        if day is None:
            example = full_day(self._day)
            self._problem = self.tr("“{text}” is no day; write it like {example}.").format(
                text=text, example=example
            )
        elif not first <= day <= last:
            bounds = {"first": full_day(first), "last": full_day(last)}
            self._problem = self.tr("The day must lie between {first} and {last}.").format(**bounds)
        else:
            self._problem, self._day = "", day
        mark(self, wrong=bool(self._problem))
        self.picked.emit()


class _Calendar(QFrame):
    """A month that opens under the field, and is gone for good when a day is taken."""

    def __init__(self, field: DayField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = field
        calendar = QCalendarWidget(self)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, QTextCharFormat())  # red says something else
        first, last = field.bounds
        calendar.setDateRange(_qdate(first), _qdate(last))
        calendar.setSelectedDate(_qdate(field.day))
        calendar.setAccessibleName(field.accessibleName())
        calendar.clicked.connect(self._on_taken)
        calendar.activated.connect(self._on_taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(calendar)
        self.adjustSize()
        self.move(self._place())
        calendar.setFocus()

    def _place(self) -> QPoint:
        """Return where it stands: under the field, or over it where there is no room."""
        room = self._field.screen().availableGeometry()
        under = self._field.mapToGlobal(QPoint(0, self._field.height() + 2))
        if under.y() + self.height() > room.bottom():
            under.setY(self._field.mapToGlobal(QPoint(0, -self.height() - 2)).y())
        return QPoint(min(under.x(), room.right() - self.width()), max(under.y(), room.top()))

    def _on_taken(self, day: QDate) -> None:
        self._field.take(day)
        self.close()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
