"""How the window looks and what it tells, changed at once, and the way to level and dates."""

from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.fields import labelled
from planner.ui.kit.forms.rings import Ring
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.labels import Muted, SectionLabel, Small
from planner.ui.look import LARGEST_SCALE, SMALLEST_SCALE, Look, Mode
from planner.ui.settings import Settings

STEP = 10
BETWEEN, WITHIN = 22, 6
"""Between two groups, and inside of one."""
MODES: tuple[Mode, ...] = get_args(Mode)


class PreferencesDialog(Dialog):
    """What is chosen is shown and kept at once; there is nothing to confirm.

    Level and dates belong to the plan, not to this computer: `wanted` is the action that was asked
    for to change them, empty for none.
    """

    wanted = ""

    def __init__(self, look: Look, settings: Settings, level: str, parent: QWidget | None) -> None:
        super().__init__(self.tr("Preferences"), parent)
        self._look, self._settings = look, settings
        self._modes = QButtonGroup(self)
        self._modes.idToggled.connect(self._on_mode_toggled)
        self.scale = QSlider(Qt.Orientation.Horizontal, self)
        self.scale.setRange(SMALLEST_SCALE // STEP, LARGEST_SCALE // STEP)
        self.scale.setValue(look.scale // STEP)
        self.scale.setPageStep(2)
        self.scale.setMinimumWidth(320)
        self._percent = Small(parent=self)
        self.notify = QCheckBox(self.tr("Tell me when the minutes are over"), self)
        self.notify.setChecked(settings.now.notify)
        self.discreet = QCheckBox(self.tr("Use the neutral name “Study plan”"), self)
        self.discreet.setChecked(settings.now.discreet)
        self.body.setSpacing(BETWEEN)
        self.body.addLayout(labelled(self.tr("Theme"), self._rings()))
        size = labelled(self.tr("Size of the text"), self.scale)
        size.addWidget(self._percent)
        self.body.addLayout(size)
        self._add_box(
            self.tr("Focus timer"),
            self.notify,
            self.tr("With a notification of the desktop, which makes no sound"),
        )
        self._add_box(
            self.tr("Discreet mode"),
            self.discreet,
            self.tr(
                "In the title of the window, the names of files, the heads of printed pages, and "
                "notifications"
            ),
        )
        if level:
            self._add_level(level)
        self.add_buttons(self.tr("Close"))
        self.scale.valueChanged.connect(self._on_scaled)
        self.notify.toggled.connect(self._on_notify_toggled)
        self.discreet.toggled.connect(self._on_discreet_toggled)
        self._say_percent()

    def _add_box(self, heading: str, box: QCheckBox, words: str) -> None:
        group = labelled(heading, box)
        box.setAccessibleName(f"{heading}: {box.text()}")
        box.setAccessibleDescription(words)
        group.addWidget(Small(words, self))
        self.body.addLayout(group)

    def _add_level(self, level: str) -> None:
        group = QVBoxLayout()
        group.setSpacing(WITHIN)
        group.addWidget(SectionLabel(self.tr("Level, dates and hours"), self))
        group.addWidget(Muted(level, self))
        row = QWidget(self)
        flow = Flow(row)
        flow.addWidget(Button(self.tr("Switch level…"), self._on_switch, self))
        flow.addWidget(Button(self.tr("Dates and hours…"), self._on_profile, self))
        group.addWidget(row)
        self.body.addLayout(group)

    def _on_switch(self) -> None:
        self.wanted = "switch-level"
        self.accept()

    def _on_profile(self) -> None:
        self.wanted = "profile"
        self.accept()

    def _rings(self) -> QWidget:
        names = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        row = QWidget(self)
        side_by_side = QHBoxLayout(row)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(20)
        for place, mode in enumerate(MODES):
            ring = Ring(names[mode], row)
            self._modes.addButton(ring, place)
            ring.setChecked(mode == self._look.mode)
            side_by_side.addWidget(ring)
        side_by_side.addStretch()
        return row

    def _on_mode_toggled(self, place: int, checked: bool) -> None:
        if checked and MODES[place] != self._look.mode:
            self._look.set_mode(MODES[place])
            self._settings.change(theme=MODES[place])

    def _on_scaled(self, value: int) -> None:
        self._look.set_scale(value * STEP)
        self._settings.change(text_scale=self._look.scale)
        self._say_percent()

    def _on_notify_toggled(self, checked: bool) -> None:
        self._settings.change(notify=checked)

    def _on_discreet_toggled(self, checked: bool) -> None:
        self._settings.change(discreet=checked)

    def _say_percent(self) -> None:
        words = self.tr("{percent} % of the system's size").format(percent=self._look.scale)
        self._percent.setText(words)
        self.scale.setAccessibleDescription(words)
