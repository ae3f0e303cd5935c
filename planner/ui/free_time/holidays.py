"""Public holidays of a country or a part of it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from planner.core.language import translate
from planner.storage.public_holidays import countries, parts_of, public_holidays
from planner.ui.free_time.part import Part
from planner.ui.kit.forms.fields import ChoiceField, labelled
from planner.ui.kit.words.dates import short_day
from planner.ui.kit.words.labels import Small

SHOWN = 4
_KEEP = "as before"


class HolidaysPart(Part):
    """A country, where it has parts one of them, and which days that makes."""

    def __init__(
        self,
        known: Mapping[date, str],
        horizon: tuple[date, date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.say(self.tr("Public holidays"), self.tr("They count as days off."))
        self._known, self._found, self._horizon = known, known, horizon
        self._countries = countries()
        self.country, self.place = ChoiceField(self), ChoiceField(self)
        self._said = Small(parent=self)
        if known:
            self.country.addItem(self.tr("As chosen before"), _KEEP)
        self.country.addItem(self.tr("None"), "")
        for name, code in sorted((country_name(code), code) for code in self._countries):
            self.country.addItem(name, code)
        self._offer_parts("")
        self.box.addLayout(labelled(self.tr("Country"), self.country))
        self._parts = QWidget(self)
        parts = labelled(self.tr("Part of the country"), self.place)
        parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setLayout(parts)
        self.box.addWidget(self._parts)
        self.box.addWidget(self._said)
        self.country.chosen.connect(self._on_country)
        self.place.chosen.connect(self._on_part)
        self._parts.hide()
        self._say()

    @property
    def days(self) -> Mapping[date, str]:
        """The holidays with their names."""
        return self._found

    def _on_country(self) -> None:
        code = self.country.currentData()
        self._offer_parts(code)
        self._parts.setVisible(self.place.count() > 1)
        self._look_up(code)

    def _on_part(self) -> None:
        code, part = self.country.currentData(), self.place.currentData()
        self._look_up(f"{code}-{part}" if part else code)

    def _offer_parts(self, code: str) -> None:
        self.place.blockSignals(True)
        self.place.clear()
        self.place.addItem(self.tr("The whole country"), "")
        parts = parts_of(code) if code in self._countries else {}
        for name, part in sorted((name, part) for part, name in parts.items()):
            self.place.addItem(name, part)
        self.place.blockSignals(False)

    def _look_up(self, place: str) -> None:
        if place == _KEEP:
            self._found = self._known
        else:
            self._found = public_holidays(place, *self._horizon) if place else {}
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        first, last = self._horizon
        found = [(day, name) for day, name in self._found.items() if first <= day <= last]
        if not found:
            self._said.setText(self.tr("No holidays are kept free."))
            return
        listed = ", ".join(f"{short_day(day)} {name}" for day, name in found[:SHOWN])
        more = len(found) - SHOWN
        if more > 0:
            listed = translate("HolidaysPart", "{listed} and %n more", n=more, listed=listed)
        self._said.setText(listed)


def country_name(code: str) -> str:
    """Return what a country is called, or its code where Qt does not know it."""
    territory = QLocale.codeToTerritory(code)
    if territory is QLocale.Country.AnyTerritory:
        return code
    return QLocale.territoryToString(territory)
