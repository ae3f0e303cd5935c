"""Where each skill group stands today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import attrgetter

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from planner.core.curriculum import Curriculum, Group
from planner.core.foundations import foundation_groups
from planner.core.language import translate
from planner.core.values import Level, Rating, Subject
from planner.ui.kit.forms.rings import Ring
from planner.ui.kit.layout.card import Card
from planner.ui.kit.words.labels import Body, Muted, SectionLabel, Small
from planner.ui.kit.words.names import rating_meaning, rating_name
from planner.ui.wizard.answers import Answers
from planner.ui.wizard.step import Step

READING = "reading"
LETTERS = 36
"""Of the first things in a group, as far as they fit one line."""


class RatingsStep(Step):
    """New, working or strong, for each group of the level."""

    def __init__(self, curriculum: Curriculum, today: date, parent: QWidget | None = None) -> None:
        super().__init__(curriculum, today, parent)
        self._level: Level | None = None
        self._rings: dict[str, QButtonGroup] = {}
        self._ratings: dict[str, Rating] = {}
        self._card: Card | None = None
        words = " ".join(map(rating_meaning, Rating))
        self.column.addWidget(Muted(words, self))
        self.column.addStretch()

    def words(self) -> tuple[str, str]:
        """Return the title of the step and the line below it."""
        return (
            self.tr("Where do you stand today?"),
            self.tr("This scales the hours. When in doubt, leave “working”."),
        )

    def show_answers(self, answers: Answers) -> None:
        """Show the groups of the level with their ratings."""
        self._ratings = dict(answers.ratings)
        if answers.level != self._level:
            self._build(answers.level)
        for group, rings in self._rings.items():
            rating = self._ratings.get(group, Rating.WORKING)
            rings.button(list(Rating).index(rating)).setChecked(True)

    def take(self, answers: Answers) -> Answers:
        """Return the answers with the ratings; those of the other level stay."""
        shown = {
            group: list(Rating)[rings.checkedId()]
            for group, rings in self._rings.items()
            if rings.checkedId() >= 0
        }
        return replace(answers, ratings={**self._ratings, **shown})

    def first_field(self) -> QWidget | None:
        """Return the ring of the first group."""
        first = next(iter(self._rings.values()), None)
        return first.checkedButton() if first else None

    def _build(self, level: Level) -> None:
        if self._card is not None:
            self._card.deleteLater()
        self._level = level
        self._rings = {}
        self._card = Card(self)
        grid = QGridLayout(self._card)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        below_level = self.curriculum.foundations_at(level)
        self._items = {
            group: [item.title for item in of_group]
            for group, of_group in groupby(
                sorted((*self.curriculum.items_at(level), *below_level), key=attrgetter("group")),
                key=attrgetter("group"),
            )
        }
        groups = self.curriculum.groups_at(level)
        reading = [group for group in groups if group.id == READING]
        skills = [group for group in groups if group.id != READING]
        below = foundation_groups(self.curriculum, level)
        heading = self.tr("Foundations: planned only where you are new")
        line = self._add_rows(grid, 0, skills, self.tr("Skills"))
        line = self._add_rows(grid, line, below, heading)
        self._add_rows(grid, line, reading, self.tr("Books"), Subject.READING)
        self.column.insertWidget(1, self._card)

    def _add_rows(
        self,
        grid: QGridLayout,
        line: int,
        groups: Sequence[Group],
        heading: str,
        subject: Subject | None = None,
    ) -> int:
        if not groups:
            return line
        grid.addWidget(SectionLabel(heading, self._card), line, 0, 1, len(Rating) + 1)
        for offset, group in enumerate(groups, start=1):
            grid.addLayout(self._name(group), line + offset, 0)
            rings = QButtonGroup(self._card)
            rings.idToggled.connect(self._on_toggled)
            for place, rating in enumerate(Rating):
                word = rating_name(rating, subject)
                ring = Ring(word, self._card)
                ring.setAccessibleName(f"{group.title}: {word}")
                ring.setProperty("rating", rating.value)
                rings.addButton(ring, place)
                grid.addWidget(ring, line + offset, place + 1)
            self._rings[group.id] = rings
        return line + len(groups) + 1

    def _name(self, group: Group) -> QVBoxLayout:
        """Return the name of a group over the first of what falls under it."""
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(Body(group.title, self._card))
        if inside := first_of(self._items.get(group.id, ())):
            pair.addWidget(Small(inside, self._card))
        return pair

    def _on_toggled(self, _place: int, checked: bool) -> None:
        if checked:
            self.answered.emit()


def first_of(titles: Sequence[str]) -> str:
    """Return as many titles as a line has room for, and how many more there are."""
    count = 1
    while count < len(titles) and len(", ".join(titles[: count + 1])) <= LETTERS:
        count += 1
    told = ", ".join(titles[:count])
    if count >= len(titles):
        return told
    return translate("RatingsStep", "{titles} and %n more", n=len(titles) - count, titles=told)
