"""The scores of a mock: for each dimension or principle four steps in words."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.kit.forms.fields import ChoiceField, labelled
from planner.ui.kit.keyboard.tabbing import tab_as_laid_out

Words = Callable[[str], Sequence[str]]


class Scores(QWidget):
    """One field for each thing that is scored; more things can be added from a list."""

    changed = Signal()

    def __init__(
        self,
        asked: Sequence[str],
        names: Mapping[str, str],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names, self._words = names, words
        self.fields: dict[str, ChoiceField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for one in asked:
            self._add(one)
        self._others = [one for one in names if one not in asked]
        self.another = ChoiceField(self)
        self.another.addItem(self.tr("Score something else…"))
        self.another.addItems([names[one] for one in self._others])
        self.another.name_alone(self.tr("Score something else"))
        self.another.chosen.connect(self._on_another)
        self._column.addWidget(self.another)

    def chosen(self) -> dict[str, int]:
        """Return the scores that were given."""
        given = {name: field.currentIndex() for name, field in self.fields.items()}
        return {name: score for name, score in given.items() if score > 0}

    def _add(self, name: str) -> None:
        field = ChoiceField(self)
        field.addItem(self.tr("not asked"))
        for score, sentence in enumerate(self._words(name), 1):
            field.addItem(f"{score} · {sentence}")
        field.chosen.connect(self.changed)
        self.fields[name] = field
        self._column.insertLayout(len(self.fields) - 1, labelled(self._names[name], field))

    def _on_another(self) -> None:
        place = self.another.currentIndex()
        if place <= 0:
            return
        name = self._others.pop(place - 1)
        self.another.removeItem(place)
        self.another.setCurrentIndex(0)
        self._add(name)
        tab_as_laid_out(self)
        self.fields[name].setFocus()
