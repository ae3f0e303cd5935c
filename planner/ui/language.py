"""The language of the window: sentences from Qt's catalogues, days and figures of the country."""

import os
import re
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTime
from PySide6.QtWidgets import QApplication

from planner.core.language import DayPattern, English, numbered, speak

if TYPE_CHECKING:  # loaded for another language than English
    from PySide6.QtCore import QTranslator

CATALOGUE = "loopready_{}.qm"
_AS_WE_DO = {"dddd, d MMMM yyyy", "dddd d MMMM yyyy"}
_FIELD = r"(d+|M+|y+)((?:'[^']*'|[^dMy'])*)"
"""A field of a pattern, and what stands between it and the next one."""
_TAIL = r"[^\s',،]*"
"""What belongs to a field itself, as in "14." and "14日"."""
_LEAST_NAME = 3
"""From three letters on, a field is a name and not a number."""


class Region(English):
    """English, with days and figures as the country of the computer writes them."""

    def __init__(self, locale: QLocale) -> None:
        self.locale = locale
        self._usual = locale.dateFormat(QLocale.FormatType.LongFormat)
        self.month_first = ordered(self._usual, "d MMM").startswith("M")

    def day(self, day: date, pattern: DayPattern) -> str:
        wanted = QDate(day.year, day.month, day.day)
        return self.locale.toString(wanted, ordered(self._usual, pattern))

    def date(self, day: date) -> str:
        return self.day(day, "d MMM yyyy")

    def weekday(self, weekday: int) -> str:
        return self.locale.standaloneDayName(weekday + 1)

    def clock(self, when: time) -> str:
        return self.locale.toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)

    def number(self, value: float, decimals: int) -> str:
        point = self.locale.decimalPoint()
        said = self.locale.toString(float(value), "f", decimals)
        return said.rstrip(self.locale.zeroDigit()).removesuffix(point) if point in said else said


class Translated(Region):
    """Another language than English; a sentence that has no translation yet stays English."""

    def __init__(self, locale: QLocale, translators: "tuple[QTranslator, ...]") -> None:
        super().__init__(locale)
        self.translators = translators
        self.code = locale.bcp47Name()
        self.right_to_left = locale.textDirection() is Qt.LayoutDirection.RightToLeft

    def translate(self, context: str, text: str, comment: str, n: int | None) -> str:
        if n is None:
            return QCoreApplication.translate(context, text, comment)
        said = QCoreApplication.translate(context, text, comment, n)
        return numbered(text, n) if said == text.replace("%n", str(n)) else said


def choose(app: QApplication, wanted: str, folder: Path) -> str:
    """Speak the wanted language from now on, or that of the computer where nothing is wanted.

    `wanted` is the code of a language with a catalogue in the folder, or a catalogue's path.
    Returns a sentence where there is none.
    """
    file = _catalogue(wanted, folder)
    spoken = _translated(file) if file else None
    if spoken is None:
        speak(_english())
        known = not wanted or (file is None and wanted.startswith("en"))
        return "" if known else f"There is no catalogue for the language “{wanted}”."
    for translator in spoken.translators:
        app.installTranslator(translator)
    QLocale.setDefault(spoken.locale)
    app.setLayoutDirection(spoken.locale.textDirection())
    speak(spoken)
    return ""


def _english() -> Region:
    """Return English with the days and figures of this computer's country."""
    system = QLocale.system()
    told = os.environ.get("LC_ALL") or os.environ.get("LC_TIME") or system.name()
    language, _, territory = told.partition(".")[0].partition("_")
    if language in {"C", "POSIX", "en"}:
        return Region(system)
    here = QLocale(f"en_{territory}")
    if not here.name().endswith(territory):  # where nobody writes English, Qt takes the American
        here = QLocale("en_001")
    QLocale.setDefault(here)
    return Region(here)


def _catalogue(wanted: str, folder: Path) -> Path | None:
    """Return the catalogue of a language; None for English, and where there is none."""
    if wanted.endswith(".qm"):
        return Path(wanted)
    if not wanted and not folder.is_dir():
        return None
    for code in [wanted] if wanted else QLocale.system().uiLanguages():
        for name in (code.replace("-", "_"), code.replace("_", "-").partition("-")[0]):
            if name == "en":
                return None
            file = folder / CATALOGUE.format(name)
            if file.exists():
                return file
    return None


def _translated(file: Path) -> Translated | None:
    """Return the language of a catalogue, with Qt's own sentences; None where it is unreadable."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    ours, own = QTranslator(), QTranslator()
    if not ours.load(str(file)):
        return None
    code = ours.language()
    locale = QLocale(code)
    here = QLocale(locale.language(), QLocale.system().territory())
    if "_" not in code and here.language() == locale.language():
        locale = here
    own.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return Translated(locale, (own, ours))


@cache
def ordered(usual: str, pattern: DayPattern) -> str:
    """Return a pattern in the order of a country's usual one, which names all of a day.

    "ddd d MMM" is "ddd MMM d" where that is "dddd, MMMM d, yyyy".
    """
    if usual in _AS_WE_DO:
        return pattern
    wanted = {_kind(one): one for one in pattern.split()}
    kept = [(one, after) for one, after in re.findall(_FIELD, usual) if _kind(one) in wanted]
    parts = [f"{_shown(one, wanted[_kind(one)])}{_after(one, after)}" for one, after in kept[:-1]]
    last, after = kept[-1]
    return "".join((*parts, _shown(last, wanted[_kind(last)]), *re.findall(_TAIL, after)[:1]))


def _kind(field: str) -> str:
    """Return which of its parts a field names; a weekday has the letters of a day."""
    return "weekday" if len(field) >= _LEAST_NAME and field[0] == "d" else field[0]


def _shown(field: str, wanted: str) -> str:
    """Return a field as long as it is wanted, unless the country writes a figure there."""
    return wanted if len(field) >= _LEAST_NAME and field[0] != "y" else field


def _after(field: str, after: str) -> str:
    """Return what stands behind a field; a comma behind a weekday takes room and says nothing."""
    return after.replace(",", "").replace("،", "") if _kind(field) == "weekday" else after
