"""How long a session was planned to take, and how many minutes to log for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.core.commands import MOST_LOGGED
from planner.core.screens.week import Detail
from planner.ui.kit.forms.fields import NumberField
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.labels import Muted
from planner.ui.pages.week import words

SHORT = 15


class Timing(QWidget):
    """The minutes that the button at the foot logs; they start with what is left of the plan."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, int | None] | None = None
        self._so_far = Muted(parent=self)
        self._minutes = NumberField(self)
        self._minutes.setRange(1, MOST_LOGGED)
        self._minutes.setSingleStep(5)
        self._minutes.setSuffix(self.tr(" m"))
        self._minutes.setAccessibleName(self.tr("Minutes to log"))
        self._minutes.valueChanged.connect(self.changed)
        line = Flow(self, spacing=12)
        line.addWidget(self._minutes)
        line.addWidget(self._so_far)

    @property
    def minutes(self) -> int:
        """The minutes to log."""
        return self._minutes.value()

    def show_detail(self, detail: Detail) -> None:
        """Show a session's minutes; what the user has set stays until time is logged here."""
        self._so_far.setText(words.logged(detail))
        is_typing = self._minutes.hasFocus() and self._minutes.lineEdit().isModified()
        is_same = self._shown is not None and self._shown[0] == detail.code
        if (detail.code, detail.actual) != self._shown and not (is_same and is_typing):
            self._shown = (detail.code, detail.actual)
            left = detail.minutes - (detail.actual or 0)
            self._minutes.setValue(left if left > 0 else SHORT)
            self.changed.emit()
