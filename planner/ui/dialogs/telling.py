"""Times a story that is told aloud, in two minutes or in five."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from planner.core.commands import LONGEST_TELLING
from planner.core.story import Version
from planner.core.wording.stories import span
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.fields import NumberField, labelled
from planner.ui.kit.forms.rings import Rings
from planner.ui.kit.stopwatch import Stopwatch
from planner.ui.kit.words.labels import Muted, Title

TICK_MS = 250


class TellingDialog(Dialog):
    """A clock that is started and stopped; the seconds can always be typed instead."""

    def __init__(self, story: str, parent: QWidget | None, watch: Stopwatch | None = None) -> None:
        super().__init__(self.tr("Tell it aloud"), parent, story)
        self._watch = watch or Stopwatch()
        self.versions = Rings(
            [self.tr("In about {minutes} minutes").format(minutes=one.minutes) for one in Version],
            0,
            self,
        )
        self.time = Title(parent=self)
        self.hint = Muted(parent=self)
        self.go = Button(self.tr("Start"), self._on_go, self)
        self.seconds = NumberField(self)
        self.seconds.setRange(0, LONGEST_TELLING)
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.valueChanged.connect(self._on_seconds)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self.body.addLayout(labelled(self.tr("Which version?"), self.versions))
        self.body.addWidget(self.time)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(labelled(self.tr("Seconds it took"), self.seconds))
        self._primary = self.add_buttons(self.tr("Save"), self.tr("Cancel"))
        self.versions.group.idToggled.connect(self._on_seconds)
        self._on_seconds()
        self.go.setFocus()

    @property
    def version(self) -> Version:
        """Which version was told."""
        return list(Version)[self.versions.place]

    @property
    def is_running(self) -> bool:
        """Whether the clock runs."""
        return self._watch.is_running

    def _on_go(self) -> None:
        if self.is_running:
            self._watch.pause()
            self._timer.stop()
            self._on_tick()
            self.go.setText(self.tr("Start again"))
            self._on_seconds()  # what is not enabled yet takes no focus
            self._primary.setFocus()
        else:
            self._watch.reset()
            self._watch.start()
            self.seconds.setValue(0)
            self._timer.start()
            self.go.setText(self.tr("Stop"))
            self._on_seconds()

    def _on_tick(self) -> None:
        self.seconds.setValue(min(self._watch.seconds, LONGEST_TELLING))

    def _on_seconds(self) -> None:
        taken = self.seconds.value()
        self.time.setText(span(taken))
        over = taken - 60 * self.version.minutes
        self.hint.setText(
            self.tr("{span} over").format(span=span(over))
            if over > 0
            else self.tr("{span} left").format(span=span(-over))
        )
        self._primary.setEnabled(taken > 0 and not self.is_running)
        # Enter in a field must not start the clock anew over what was typed
        (self._primary if self._primary.isEnabled() else self.go).setDefault(True)
