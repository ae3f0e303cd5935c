"""In every dialog and menu Alt and a letter lead to one thing alone."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget

from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.fields import labelled
from planner.ui.kit.forms.rings import Ring, Rings
from planner.ui.kit.words.labels import SectionLabel
from planner.ui.kit.words.letters import lettered, plain, unlettered
from planner.ui.look import Look
from planner.ui.palette.dialog import FindDialog
from tests.ui.every_dialog import DIALOGS
from tests.ui.house import House, demo_workspace, opened


@pytest.fixture(scope="module")
def home(qapp: QApplication) -> Iterator[House]:
    with opened(qapp, demo_workspace(), Look(qapp, "light")) as home:
        yield home


def letter_of(text: str) -> str:
    plain = text.replace("&&", "")
    return plain[plain.index("&") + 1].casefold() if "&" in plain else ""


def words_of(widget: QWidget) -> str:
    """Return what Qt shows, marks and all; our own widgets tell their words without them."""
    if isinstance(widget, QAbstractButton):
        return QAbstractButton.text(widget)
    return QLabel.text(widget) if isinstance(widget, QLabel) else ""


def shown_letters(dialog: Dialog) -> list[str]:
    buttons = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible()]
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
    named = [one for one in labels if one.buddy() is not None]
    return [letter for one in (*buttons, *named) if (letter := letter_of(words_of(one)))]


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_no_letter_means_two_things_in_a_dialog(
    home: House, make: Callable[[House], Dialog]
) -> None:
    dialog = make(home)
    dialog.show()
    letters = shown_letters(dialog)
    assert [one for one, times in Counter(letters).items() if times > 1] == []
    mute = [
        one.text()
        for one in dialog.findChildren(Button)
        if one.isVisible() and one.text() and not letter_of(words_of(one))
    ]
    assert len(letters) > 5 or not mute
    assert letters or isinstance(dialog, FindDialog)
    dialog.close()
    dialog.deleteLater()


def test_the_letter_is_a_key_of_the_button(home: House) -> None:
    dialog = DIALOGS["item"](home)
    dialog.show()
    keys = {one.text(): one.shortcut() for one in dialog.findChildren(Button)}
    assert keys["Cancel"] == QKeySequence("Alt+C")
    dialog.close()
    dialog.deleteLater()


def test_a_menu_has_letters_while_it_is_open(home: House) -> None:
    (menu,) = (one for one in home.window.findChildren(QMenu) if one.title() == "&File")
    before = [one.text() for one in menu.actions()]
    menu.aboutToShow.emit()
    letters = [letter_of(one.text()) for one in menu.actions() if not one.isSeparator()]
    assert all(letters)
    assert len(set(letters)) == len(letters)
    menu.aboutToHide.emit()
    assert [one.text() for one in menu.actions()] == before


@pytest.mark.parametrize(
    ("texts", "marked"),
    [
        (["Save", "Cancel"], ["&Save", "&Cancel"]),
        (["Save", "Save and replan…"], ["&Save", "Save &and replan…"]),
        (["Undo tick of R&D", "Undo"], ["&Undo tick of R&&D", "U&ndo"]),
        (["A", "a"], ["&A", "a"]),
        (["", "12"], ["", "12"]),
        (["R&D", "&"], ["&R&&D", "&&"]),
        (["R", "D", "R&D"], ["&R", "&D", "R&&D"]),
    ],
)
def test_letters_are_given_from_the_beginnings(texts: list[str], marked: list[str]) -> None:
    assert list(lettered(texts)) == marked


@given(st.lists(st.text(alphabet="ab& é…", max_size=8), max_size=8))
def test_no_letter_is_given_twice_and_no_word_changes(texts: list[str]) -> None:
    given_letters = [letter_of(one) for one in lettered(texts)]
    found = [one for one in given_letters if one]
    assert len(set(found)) == len(found)
    assert [plain(one) for one in lettered(texts)] == texts
    assert [plain(unlettered(one)) for one in texts] == texts


def test_an_ampersand_of_the_users_words_stays(home: House) -> None:
    words = "R&D && more"
    dialog = Dialog(words, home.window)
    field = QLineEdit(dialog)
    dialog.body.addLayout(labelled(words, field))
    dialog.body.addWidget(Rings([words], 0, dialog))
    dialog.add_buttons(words, words)
    dialog.show()
    label = next(one for one in dialog.findChildren(SectionLabel) if one.buddy() is field)
    named: list[SectionLabel | Button | Ring] = [
        label,
        *dialog.findChildren(Button),
        *dialog.findChildren(Ring),
    ]
    assert [one.text() for one in named] == [words] * 4
    assert [plain(words_of(one)) for one in named] == [words] * 4
    assert field.accessibleName() == words
    dialog.close()
    dialog.deleteLater()


def test_rings_with_the_same_words_have_no_letter(home: House) -> None:
    dialog = DIALOGS["wizard 4"](home)
    dialog.show()
    shown = [words_of(one) for one in dialog.findChildren(Ring) if one.isVisible()]
    marked = [words for words in shown if letter_of(words)]
    assert len(shown) > len(marked)
    assert len(marked) == 3, "those of the books"
    dialog.close()
    dialog.deleteLater()
