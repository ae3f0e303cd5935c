"""A letter of its own for each button and field of a dialog, to be pressed with Alt."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QMenu, QWidget

from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.forms.rings import Ring
from planner.ui.kit.words.labels import SectionLabel
from planner.ui.kit.words.letters import lettered, plain, unlettered


def give_letters(root: QWidget) -> None:
    """Underline a letter in what is shown of a dialog: the main button, the others, then fields.

    It may be called again where other parts are shown. What finds no letter left has none, nor has
    a ring whose words others have as well: a letter would say nothing of which of them it is.
    """
    shown = [one for one in _named(root) if one.isVisibleTo(root)]
    shown.sort(key=lambda one: (not isinstance(one, PrimaryButton), not isinstance(one, Button)))
    for widget, text in zip(shown, lettered(plain(_read(one)) for one in shown), strict=True):
        # Our own `setText` takes words, in which an ampersand marks nothing.
        if isinstance(widget, QLabel):
            QLabel.setText(widget, text)
        else:
            QAbstractButton.setText(widget, text)


def give_letters_to_menu(menu: QMenu) -> None:
    """Underline a letter in each line of a menu, until `take_letters_back`."""
    actions = [one for one in menu.actions() if not one.isSeparator() and one.isVisible()]
    for action, text in zip(actions, lettered(plain(one.text()) for one in actions), strict=True):
        action.setText(text)


def take_letters_back(menu: QMenu) -> None:
    """Leave the words of a menu as they were: they are shown elsewhere, too."""
    for action in menu.actions():
        action.setText(unlettered(plain(action.text())))


def _read(widget: QAbstractButton | QLabel) -> str:
    """Return what Qt reads, mark and all."""
    return QLabel.text(widget) if isinstance(widget, QLabel) else QAbstractButton.text(widget)


def _named(root: QWidget) -> Iterator[QAbstractButton | QLabel]:
    rings = Counter(one.text() for one in root.findChildren(Ring))
    for button in root.findChildren(QAbstractButton):
        is_one_of_many = isinstance(button, Ring) and rings[button.text()] > 1
        if isinstance(button, Button | QCheckBox | Ring) and button.text() and not is_one_of_many:
            yield button
    for label in root.findChildren(SectionLabel):
        if label.buddy() is not None and label.text():
            yield label
