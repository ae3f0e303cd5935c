"""Asks for an item of one's own."""

from typing import Literal

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from planner.core.commands import AddItem
from planner.core.values import Priority, Subject
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.fields import HoursField, labelled, mark
from planner.ui.kit.labels import Problem

OwnSubject = Literal[Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP]

LONGEST_TITLE = 200
LEAST_MINUTES, MOST_MINUTES = 20, 30_000


class ItemDialog(Dialog):
    """Title, subject, hours and weight of a new item."""

    def __init__(self, item_id: str, parent: QWidget | None) -> None:
        title = self.tr("Add an item of your own")
        super().__init__(title, parent, self.tr("It gets its place at the next replanning."))
        self._id = item_id
        self.title = QLineEdit(self)
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setMinimumWidth(self.fontMetrics().averageCharWidth() * 52)
        self.hours = HoursField(MOST_MINUTES / 60, 0.5, self)
        self.hours.set_minutes(120)
        self._title_problem, self._hours_problem = Problem(self), Problem(self)
        subjects: dict[OwnSubject, str] = {
            Subject.READING: self.tr("Reading"),
            Subject.TECHNICAL: self.tr("Technical"),
            Subject.LEADERSHIP: self.tr("Leadership"),
        }
        weights = {
            Priority.CORE: self.tr("core"),
            Priority.IMPORTANT: self.tr("important"),
            Priority.OPTIONAL: self.tr("optional"),
        }
        self._subjects, subject_row = _rings(self, list(subjects.values()), 1)
        self._weights, weight_row = _rings(self, list(weights.values()), 1)
        self._subject_of: list[OwnSubject] = list(subjects)
        self._weight_of = list(weights)
        self.body.addLayout(labelled(self.tr("What?"), self.title, self._title_problem))
        self.body.addLayout(labelled(self.tr("About"), subject_row))
        self.body.addLayout(labelled(self.tr("How much time?"), self.hours, self._hours_problem))
        self.body.addLayout(labelled(self.tr("How important?"), weight_row))
        self._primary = self.add_buttons(self.tr("Add item"), self.tr("Cancel"))
        self.title.textChanged.connect(self._on_entered)
        self.hours.entered.connect(self._on_entered)
        self._primary.setEnabled(False)

    def command(self) -> AddItem:
        """Return what was entered."""
        return AddItem(
            id=self._id,
            title=self.title.text(),
            subject=self._subject_of[self._subjects.checkedId()],
            minutes=self.hours.minutes,
            priority=self._weight_of[self._weights.checkedId()],
        )

    def _on_entered(self) -> None:
        has_title = bool(self.title.text().strip())
        enough = self.hours.minutes >= LEAST_MINUTES
        self._title_problem.say("" if has_title else self.tr("An item needs a name."))
        self._hours_problem.say("" if enough else self.tr("An item takes at least 20 minutes."))
        mark(self.title, wrong=not has_title)
        mark(self.hours, wrong=not enough)
        self._primary.setEnabled(has_title and enough)


def _rings(parent: QWidget, names: list[str], current: int) -> tuple[QButtonGroup, QWidget]:
    row = QWidget(parent)
    group = QButtonGroup(row)
    side_by_side = QHBoxLayout(row)
    side_by_side.setContentsMargins(0, 0, 0, 0)
    side_by_side.setSpacing(20)
    for place, name in enumerate(names):
        ring = QRadioButton(name, row)
        ring.setChecked(place == current)
        group.addButton(ring, place)
        side_by_side.addWidget(ring)
    side_by_side.addStretch()
    return group, row
