"""Shows the versions of a text side by side, for the user to keep one."""

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from planner.core.screens.choosing import TextChoice
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.rings import Ring
from planner.ui.kit.words.told import ToldText

IN_A_ROW = 3
LETTERS, LINES = 34, 8


class VersionsDialog(Dialog):
    """Asks which version of a text to keep; the one that holds now is chosen at first."""

    def __init__(self, choice: TextChoice, parent: QWidget | None) -> None:
        super().__init__(
            choice.title,
            parent,
            self.tr(
                "Two computers wrote this without knowing of each other. Keep the version you "
                "want; undo brings the others back."
            ),
        )
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for place, text in enumerate(choice.versions):
            grid.addLayout(self._column(place, text), *divmod(place, IN_A_ROW))
        self.body.addLayout(grid)
        chosen = self._group.button(len(choice.versions) - 1)
        chosen.setChecked(True)
        chosen.setFocus()
        self.add_buttons(self.tr("Keep this one"), self.tr("Decide later"))

    @property
    def place(self) -> int:
        """Which version is chosen, counted from 0."""
        return self._group.checkedId()

    def _column(self, place: int, text: str) -> QVBoxLayout:
        name = self.tr("Version {number}").format(number=place + 1)
        button = Ring(name, self)
        self._group.addButton(button, place)
        shown = ToldText(text, LINES, self, LETTERS)
        shown.setAccessibleName(name)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(button)
        column.addWidget(shown)
        return column
