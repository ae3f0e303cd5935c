"""A letter of its own for each button and field of a dialog, to be pressed with Alt."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QMenu, QRadioButton, QWidget

from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.labels import SectionLabel

_ESCAPED, _HELD = "&&", "\0\0"
"""An ampersand that is meant as such, and what stands for it meanwhile."""


def give_letters(root: QWidget) -> None:
    """Underline a letter in what is shown of a dialog: the main button, the others, then fields.

    It may be called again where other parts are shown. What finds no letter left has none.
    """
    shown = [one for one in _named(root) if one.isVisibleTo(root)]
    shown.sort(key=lambda one: (not isinstance(one, PrimaryButton), not isinstance(one, Button)))
    for widget, text in zip(shown, lettered(one.text() for one in shown), strict=True):
        if widget.text() != text:
            widget.setText(text)


def give_letters_to_menu(menu: QMenu) -> None:
    """Underline a letter in each line of a menu, until `take_letters_back`."""
    actions = [one for one in menu.actions() if not one.isSeparator() and one.isVisible()]
    for action, text in zip(actions, lettered(one.text() for one in actions), strict=True):
        action.setText(text)


def take_letters_back(menu: QMenu) -> None:
    """Leave the words of a menu as they were: they are shown elsewhere, too."""
    for action in menu.actions():
        action.setText(without_letter(action.text()))


def lettered(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text with an ampersand before a letter that none before it has.

    Beginnings of words are taken rather than other letters.
    """
    taken: set[str] = set()
    for said in texts:
        text = without_letter(said)
        place = next((one for one in _places(text) if text[one].casefold() not in taken), None)
        if place is None:
            yield text
        else:
            taken.add(text[place].casefold())
            yield f"{text[:place]}&{text[place:]}"


def without_letter(text: str) -> str:
    """Return a text without the ampersand that marks its letter."""
    return text.replace(_ESCAPED, _HELD).replace("&", "").replace(_HELD, _ESCAPED)


def _places(text: str) -> Iterator[int]:
    letters = [place for place, letter in enumerate(text) if letter.isalpha()]
    begins = [one for one in letters if one == 0 or not text[one - 1].isalnum()]
    yield from begins
    yield from (one for one in letters if one not in begins)


def _named(root: QWidget) -> Iterator[QAbstractButton | QLabel]:
    for button in root.findChildren(QAbstractButton):
        if isinstance(button, Button | QCheckBox | QRadioButton) and button.text():
            yield button
    for label in root.findChildren(SectionLabel):
        if label.buddy() is not None and label.text():
            yield label
