from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from planner.core.language import English, speak, spoken, translate, two_days
from planner.ui.language import Region, Translated, choose, ordered
from scripts.pseudo import pseudo
from scripts.sentences import Sentence
from tests.ui.tongues import english_afterwards

MONDAY = date(2026, 12, 7)
WORDS = (
    Sentence("Test", "{title} is open", "", ""),
    Sentence("Test", "%n stor(y|ies) of {level}", "", ""),
    Sentence("Test", "Open", "a word on a button", ""),
)


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    with english_afterwards(qapp):
        yield


def catalogue(folder: Path, language: str) -> Path:
    file = folder / f"loopready_{language}.qm"
    pseudo(WORDS, file, language)
    return file


def test_a_catalogue_translates_and_counts(qapp: QApplication, tmp_path: Path) -> None:
    assert choose(qapp, str(catalogue(tmp_path, "en_GB")), tmp_path) == ""
    told = translate("Test", "{title} is open", title="{n} & all")
    assert told.startswith("⟦{n} & all îš öpéñ~")
    assert translate("Test", "%n stor(y|ies) of {level}", n=1, level="L6").startswith(
        "⟦1 šťöřý öf L6"
    )
    assert "3 šťöřîéš" in translate("Test", "%n stor(y|ies) of {level}", n=3, level="L6")
    assert translate("Test", "Open", "a word on a button").startswith("⟦Öpéñ")


def test_what_is_not_translated_yet_is_told_in_english(qapp: QApplication, tmp_path: Path) -> None:
    choose(qapp, str(catalogue(tmp_path, "en_GB")), tmp_path)
    assert translate("Test", "%n box(es)", n=1) == "1 box"
    assert translate("Test", "of {level}", level="L7") == "of L7"


def test_a_language_is_found_by_its_code(qapp: QApplication, tmp_path: Path) -> None:
    catalogue(tmp_path, "he")
    assert choose(qapp, "he_IL", tmp_path) == ""
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text() == "ביטול"  # Qt's own word
    assert spoken().weekday(0) == "יום שני"


@pytest.mark.parametrize("wanted", ["xx", "missing.qm"])
def test_a_language_that_is_not_there_is_said_once(
    qapp: QApplication, tmp_path: Path, wanted: str
) -> None:
    told = choose(qapp, wanted, tmp_path)
    assert told == f"There is no catalogue for the language “{wanted}”."
    assert translate("Test", "%n box(es)", n=2) == "2 boxes"


@pytest.mark.parametrize("wanted", ["", "en", "en_US"])
def test_english_needs_no_catalogue(qapp: QApplication, tmp_path: Path, wanted: str) -> None:
    catalogue(tmp_path, "he")
    assert choose(qapp, wanted, tmp_path) == ""
    assert not isinstance(spoken(), Translated)


@pytest.mark.parametrize(
    ("name", "short", "long", "stretch"),
    [
        ("en_GB", "Mon 7 Dec", "Monday 7 December 2026", ("7", "13 Dec")),
        ("en_US", "Mon Dec 7", "Monday December 7, 2026", ("Dec 7", "13")),
        ("de_DE", "Mo. 7. Dez.", "Montag 7. Dezember 2026", ("7.", "13. Dez.")),
        ("es_ES", "lun 7 de dic", "lunes 7 de diciembre de 2026", ("7", "13 de dic")),
        ("ja_JP", "12月7日月", "2026年12月7日月曜日", ("12月7日", "13日")),
    ],
)
def test_a_day_is_written_in_the_order_of_its_country(
    name: str, short: str, long: str, stretch: tuple[str, str]
) -> None:
    region = Region(QLocale(name))
    speak(region)
    assert region.day(MONDAY, "ddd d MMM") == short
    assert region.day(MONDAY, "dddd d MMMM yyyy") == long
    assert two_days(MONDAY, date(2026, 12, 13), "d MMM") == stretch


def test_figures_and_times_are_those_of_the_country() -> None:
    german, american = Region(QLocale("de_DE")), Region(QLocale("en_US"))
    assert [german.number(one, 1) for one in (6.5, 8, 100)] == ["6,5", "8", "100"]
    assert german.clock(time(19, 30)) == "19:30"
    assert american.clock(time(19, 30)).split() == ["7:30", "PM"]


@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_a_figure_is_the_same_in_the_window_and_on_the_command_line(decimals: int) -> None:
    american, plain = Region(QLocale("en_US")), English()
    hours = [minutes / 60 for minutes in range(0, 90 * 60, 5)]
    shown = [american.number(one, decimals) for one in hours]
    assert [plain.number(one, decimals) for one in hours] == shown


def test_every_locale_of_qt_orders_every_pattern() -> None:
    usual = {one.dateFormat() for one in QLocale.matchingLocales(*ANY)}
    assert len(usual) > 50
    for pattern in ("d", "ddd d MMM", "dddd d MMMM yyyy"):
        assert all(ordered(one, pattern) for one in usual)


ANY = (QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyTerritory)


@pytest.mark.parametrize(
    ("country", "locale", "figure"),
    [("de_DE.UTF-8", "en_DE", "6,5"), ("he_IL.UTF-8", "en_IL", "6.5"), ("ar_EG", "en_001", "6.5")],
)
def test_english_keeps_its_words_on_a_computer_of_another_language(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    country: str,
    locale: str,
    figure: str,
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LC_TIME", country)
    choose(qapp, "en", tmp_path)
    assert QLocale().name() == locale
    assert spoken().day(MONDAY, "ddd d MMM") == "Mon 7 Dec"
    assert spoken().number(6.5, 1) == figure
