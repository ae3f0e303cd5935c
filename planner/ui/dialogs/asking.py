"""Small questions: a line of text, a number, a day, one of several."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.choices import ChoiceList
from planner.ui.kit.forms.day_field import DayField
from planner.ui.kit.forms.fields import NumberField, labelled
from planner.ui.kit.forms.rings import Ring
from planner.ui.kit.words.labels import Problem

LONGEST_LINE = 500
MOST_RADIO_BUTTONS = 7


class TextDialog(Dialog):
    """Asks for a line of text."""

    def __init__(self, title: str, label: str, value: str, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self.field = QLineEdit(value, self)
        self.field.setMaxLength(LONGEST_LINE)
        self.widen(self.field, 52)
        self.field.selectAll()
        self.body.addLayout(labelled(label, self.field))
        self.add_buttons(self.tr("OK"), self.tr("Cancel"))


class NumberDialog(Dialog):
    """Asks for a whole number."""

    def __init__(
        self,
        title: str,
        label: str,
        value: int,
        bounds: tuple[int, int],
        unit: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, parent)
        self.field = NumberField(self)
        self.field.setRange(*bounds)
        self.field.setSuffix(f" {unit}" if unit else "")
        self.field.setValue(value)
        self.field.selectAll()
        self.body.addLayout(labelled(label, self.field))
        self.add_buttons(self.tr("OK"), self.tr("Cancel"))


class DayDialog(Dialog):
    """Asks for a day."""

    def __init__(
        self, title: str, label: str, value: date, bounds: tuple[date, date], parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        self.field = DayField(value, self)
        self.field.set_bounds(*bounds)
        self._problem = Problem(self)
        self.body.addLayout(labelled(label, self.field, self._problem))
        self._primary = self.add_buttons(self.tr("OK"), self.tr("Cancel"))
        self.field.picked.connect(self._on_picked)

    def _on_picked(self) -> None:
        self._problem.say(self.field.problem)
        self._primary.setEnabled(not self.field.problem)


class ChoiceDialog(Dialog):
    """Asks for one of several: by rings while they are few, else in a list."""

    def __init__(
        self, title: str, label: str, options: Sequence[str], current: int, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        self._list: ChoiceList | None = None
        self._group = QButtonGroup(self)
        if len(options) > MOST_RADIO_BUTTONS:
            self._list = ChoiceList(self)
            self._list.addItems(list(options))
            self._list.setCurrentRow(current)
            self._list.itemActivated.connect(self.accept)
            self.body.addLayout(labelled(label, self._list))
        else:
            self.body.addLayout(self._rings(label, options, current))
            self._group.button(current).setFocus()
        self.add_buttons(self.tr("OK"), self.tr("Cancel"))

    @property
    def place(self) -> int:
        """The place of the chosen option."""
        return self._group.checkedId() if self._list is None else self._list.currentRow()

    def _rings(self, label: str, options: Sequence[str], current: int) -> QVBoxLayout:
        rings = QWidget(self)
        column = QVBoxLayout(rings)
        column.setContentsMargins(0, 0, 0, 0)
        for place, option in enumerate(options):
            ring = Ring(option, rings)
            self._group.addButton(ring, place)
            column.addWidget(ring)
            ring.setChecked(place == current)
        return labelled(label, rings)
