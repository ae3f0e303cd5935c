"""Rings to choose one of a few things by, side by side or one below the other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QWidget

Direction = QBoxLayout.Direction


class Rings(QWidget):
    """A few rings of which one is chosen; `place` is where it stands."""

    def __init__(
        self, names: Sequence[str], place: int, parent: QWidget, *, upright: bool = False
    ) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        row = QBoxLayout(Direction.TopToBottom if upright else Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 if upright else 20)
        for number, name in enumerate(names):
            ring = QRadioButton(name.replace("&", "&&"), self)
            ring.setChecked(number == place)
            self.group.addButton(ring, number)
            row.addWidget(ring)
        if not upright:
            row.addStretch()

    @property
    def place(self) -> int:
        """The place of what is chosen."""
        return self.group.checkedId()

    def choose(self, place: int) -> None:
        """Choose what stands at a place."""
        self.group.button(place).setChecked(True)

    def focus(self) -> None:
        """Put the focus on what is chosen."""
        self.group.button(self.place).setFocus()

    def name(self, place: int, text: str) -> None:
        """Give a ring another text."""
        self.group.button(place).setText(text.replace("&", "&&"))
