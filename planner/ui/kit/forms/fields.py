"""Fields to enter something, each with its label and with what is wrong beside it."""

from datetime import time

from PySide6.QtCore import QEvent, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QSizePolicy,
    QSpinBox,
    QStyledItemDelegate,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from planner.ui.kit.forms.lines import is_left_to_menus
from planner.ui.kit.words.labels import Problem, SectionLabel

CHOICE_LETTERS = 18


def labelled(label: str, field: QWidget, problem: Problem | None = None) -> QVBoxLayout:
    """Return a column of label, field, and what is wrong with it."""
    words = SectionLabel(label, field.parentWidget())
    words.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(label)
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(words)
    if field.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
        column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
    else:
        column.addWidget(field)
    if problem is not None:
        column.addWidget(problem.tells_of(field))
    return column


def mark(field: QWidget, *, wrong: bool) -> None:
    """Give a field a red rim, or take it away."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


class NumberField(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _indent(self)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+E, also with Shift, to the menus: this field stands on a page, too."""
        return not is_left_to_menus(event) and super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ClockField(QTimeEdit):
    """A time of day."""

    picked = Signal()

    def __init__(self, at: time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _indent(self)
        # Where lines run from the right Qt turns the parts of the format, and writes 30:19 for
        # 19:30; what was turned stays so until the format is given anew.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(self.locale().timeFormat(QLocale.FormatType.ShortFormat))
        self.set_clock(at)
        self.timeChanged.connect(self._on_changed)

    @property
    def clock(self) -> time:
        """The time that is shown."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_clock(self, at: time) -> None:
        """Show a time."""
        self.setTime(QTime(at.hour, at.minute))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _on_changed(self) -> None:
        self.picked.emit()


class HoursField(QDoubleSpinBox):
    """Hours, shown without needless zeros and kept in minutes."""

    entered = Signal()

    def __init__(self, most: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _indent(self)
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setDecimals(2)
        self.setSuffix(self.tr(" h"))
        self.valueChanged.connect(self._on_changed)

    @property
    def minutes(self) -> int:
        """The minutes that are shown."""
        return round(self.value() * 60)

    def set_minutes(self, minutes: int) -> None:
        """Show minutes as hours."""
        self.setValue(minutes / 60)

    def textFromValue(self, value: float) -> str:
        """Return "1.5" where Qt would say "1.50"."""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _on_changed(self) -> None:
        self.entered.emit()


class ChoiceField(QComboBox):
    """One of several, picked from a list that opens."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(CHOICE_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Qt's own would be another one with each style, and the one before would stay.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.currentIndexChanged.connect(self._on_changed)

    def name_alone(self, name: str) -> None:
        """Name a field that has no label: on Linux Qt calls a choice by what is chosen."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _on_changed(self) -> None:
        self.chosen.emit()


def _indent(field: QAbstractSpinBox) -> None:
    """Keep the width, and move the text in: style sheets do not reach inside number fields."""
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    field.lineEdit().setTextMargins(10, 0, 10, 0)
