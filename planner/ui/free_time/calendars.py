"""Calendar files whose appointments are kept clear of."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.core.commands import MOST_CALENDARS, KeepBusy
from planner.core.free_time import Busy
from planner.core.refusal import Refusal, Refused
from planner.core.wording import refusal_text
from planner.storage.calendar.file import CalendarError
from planner.storage.calendar.reading import BusyHours, read_busy
from planner.storage.calendar.zones import ZoneError, zone_named, zone_names
from planner.ui.free_time.listing import Listing
from planner.ui.free_time.part import Part
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.fields import ChoiceField, labelled
from planner.ui.kit.words.dates import short_day
from planner.ui.kit.words.labels import Small

LONGEST_NAME = 120
ChooseFile = Callable[[], Path | None]


class CalendarsPart(Part):
    """The calendars that were read, a button to read one more, and the zone they are read in."""

    def __init__(
        self,
        busy: Mapping[str, Busy],
        zone: str,
        horizon: tuple[date, date],
        choose_file: ChooseFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Calendar"),
            self.tr(
                "Nothing is planned over its appointments. "
                "Only the hours are kept, not what they are about."
            ),
        )
        self._before, self._busy = busy, dict(busy)
        self._horizon, self._choose_file = horizon, choose_file
        self.listing = Listing(self.tr("Calendars"), self)
        self.read = Button(self.tr("Read a calendar file…"), self._on_read, self)
        self.zones = ChoiceField(self)
        self.zones.addItem(self.tr("As this computer"), "")
        for name in zone_names():
            self.zones.addItem(name, name)
        self.zones.setCurrentIndex(max(self.zones.findData(zone), 0))
        self._notes = Small(parent=self)
        self._notes.hide()
        self.box.addWidget(self.listing)
        self.box.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self.problem)
        self.box.addWidget(self._notes)
        self.box.addLayout(labelled(self.tr("Time zone to read it in"), self.zones))
        self.listing.removed.connect(self._on_removed)
        self.zones.chosen.connect(self.edited)
        self._show()

    @property
    def busy(self) -> Mapping[str, Busy]:
        """The busy hours of each calendar."""
        return self._busy

    @property
    def zone(self) -> str:
        """The zone that was chosen, nothing for the one of the system."""
        chosen: str = self.zones.currentData()
        return chosen

    def commands(self) -> tuple[KeepBusy, ...]:
        """Return what makes the calendars of before these."""
        gone = [KeepBusy(source=name) for name in self._before if name not in self._busy]
        read = [
            KeepBusy(source=name, times=times)
            for name, times in self._busy.items()
            if self._before.get(name) != times
        ]
        return (*gone, *read)

    def _on_read(self) -> None:
        file = self._choose_file()
        if file is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            found = read_busy(file, *self._horizon, zone_named(self.zone))
        except (CalendarError, ZoneError) as error:
            self.problem.say(str(error))
        else:
            self._take(file.name[-LONGEST_NAME:], found)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _take(self, name: str, found: BusyHours) -> None:
        self.problem.say("")
        notes = list(found.notes)
        if not found.times:
            notes.insert(
                0, self.tr("It holds no busy hours until {day}.").format(day=self._until())
            )
        elif name not in self._busy and len(self._busy) >= MOST_CALENDARS:
            refused = Refused(Refusal.TOO_MANY_CALENDARS, str(MOST_CALENDARS))
            self.problem.say(refusal_text(refused))
            return
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))
        if found.times:
            self._busy[name] = found.times
        else:
            self._busy.pop(name, None)
        self._show()
        self.edited.emit()

    def _on_removed(self, place: int) -> None:
        del self._busy[list(self._busy)[place]]
        self._notes.hide()
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        words = self.tr("{name} · {count} busy days until {day}")
        first, _ = self._horizon
        self.listing.show_rows(
            [
                words.format(
                    name=name,
                    count=sum(day >= first for day in times),
                    day=short_day(max(times)),
                )
                for name, times in self._busy.items()
            ]
        )

    def _until(self) -> str:
        return short_day(self._horizon[1])
