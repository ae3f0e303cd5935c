"""Asks for a story of one's own, or what to change of it."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.core.commands import LONGEST_TEXT, LONGEST_TITLE, WriteStory
from planner.core.state import State
from planner.core.stories import WRITTEN
from planner.core.story import PARTS, Role, Story, tags_in
from planner.core.wording.stories import part_name, role_text
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.areas import TextArea
from planner.ui.kit.forms.choices import TickList
from planner.ui.kit.forms.fields import ChoiceField, NumberField, labelled, mark
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.words.labels import Problem, SectionLabel

LONGEST_NUMBERS, LONGEST_TAGS = 500, 900
MOST = 1_000_000
ROWS = 6
"""Success criteria that are seen at once."""


class StoryDialog(Dialog):
    """Title, the four parts, numbers, scope, and the success criteria a story shows."""

    def __init__(self, state: State, story_id: str, parent: QWidget | None) -> None:
        known = state.stories.get(story_id)
        titles = self.tr("Write a new story"), self.tr("Write a story")
        text = self.tr("Say “I”, not “we”, and put a number into the result.")
        super().__init__(titles[known is not None], parent, text)
        self._id, self._known = story_id, known
        shown = known or Story(story_id, "")
        self.title = QLineEdit(shown.title, self)
        self.title.setMaxLength(LONGEST_TITLE)
        self.widen(self.title, 84)
        self.parts = {part: TextArea(getattr(shown, part), LONGEST_TEXT, self) for part in PARTS}
        self.numbers = QLineEdit(shown.numbers, self)
        self.numbers.setMaxLength(LONGEST_NUMBERS)
        self.role = ChoiceField(self)
        self.role.addItems([role_text(one) for one in Role])
        self.role.setCurrentIndex(list(Role).index(shown.role))
        self.reach = {
            "engineers": self._number(shown.engineers, self.tr("Engineers it reached")),
            "teams": self._number(shown.teams, self.tr("Teams")),
            "millions": self._number(shown.millions, self.tr("Millions of dollars")),
        }
        self.setback = QCheckBox(self.tr("It went wrong, and I say what I learnt"), self)
        self.setback.setChecked(shown.setback)
        self.tags = QLineEdit(", ".join(shown.tags), self)
        self.tags.setMaxLength(LONGEST_TAGS)
        self.criteria = Criteria(state, shown, self)
        self._problem = Problem(self)
        self._lay_out()
        self._primary = self.add_buttons(self.tr("Save"), self.tr("Cancel"))
        self._primary.setEnabled(known is not None)
        self.title.textChanged.connect(self._on_entered)
        for area in self.parts.values():
            area.textChanged.connect(self._on_entered)

    def changes(self) -> tuple[WriteStory, ...]:
        """Return what was entered otherwise than it was; nothing where all is the same."""
        entered: dict[str, Any] = {
            "title": self.title.text().strip(),
            **{part: area.text for part, area in self.parts.items()},
            "numbers": self.numbers.text().strip(),
            "role": list(Role)[self.role.currentIndex()],
            **{name: field.value() for name, field in self.reach.items()},
            "setback": self.setback.isChecked(),
            "criteria": self.criteria.chosen(),
            "tags": tags_in(self.tags.text()),
        }
        before = self._known or Story(self._id, "")
        changed = {
            name: entered[name] for name in WRITTEN if entered[name] != getattr(before, name)
        }
        return (WriteStory(story=self._id, **changed),) if changed else ()

    def has_work(self) -> bool:
        """Return whether something was written."""
        return bool(self.changes())

    def _number(self, value: int, name: str) -> NumberField:
        field = NumberField(self)
        field.setRange(0, MOST)
        field.setSpecialValueText("—")
        field.setValue(value)
        field.setAccessibleName(name)
        return field

    def _lay_out(self) -> None:
        self.body.addLayout(labelled(self.tr("Title"), self.title, self._problem))
        for part, area in self.parts.items():
            self.body.addLayout(labelled(part_name(part), area, area.problem))
        self.body.addLayout(labelled(self.tr("Numbers to remember"), self.numbers))
        self.body.addLayout(labelled(self.tr("What were you?"), self.role))
        self.body.addWidget(SectionLabel(self.tr("How far did it reach?"), self))
        holder = QWidget(self)
        flow = Flow(holder, spacing=20)
        for field in self.reach.values():
            cell = QWidget(holder)
            column = labelled(field.accessibleName(), field)
            column.setContentsMargins(0, 0, 0, 0)
            cell.setLayout(column)
            flow.addWidget(cell)
        self.body.addWidget(holder)
        self.body.addWidget(self.setback)
        self.body.addLayout(labelled(self.tr("Success criteria it shows"), self.criteria))
        tags = self.tr("Tags of your own, with commas between them")
        self.body.addLayout(labelled(tags, self.tags))

    def _on_entered(self) -> None:
        has_title = bool(self.title.text().strip())
        self._problem.say("" if has_title else self.tr("A story needs a title."))
        mark(self.title, wrong=not has_title)
        fits = [area.check() for area in self.parts.values()]
        self._primary.setEnabled(has_title and all(fits))


class Criteria(TickList):
    """The success criteria of the level to tick; those of the other level stay as they were."""

    def __init__(self, state: State, story: Story, parent: QWidget) -> None:
        super().__init__(ROWS, parent)
        level = state.profile.level if state.profile else None
        shown = [one for one in state.curriculum.criteria if level is None or one.level is level]
        ids = {one.id for one in shown}
        self._others = tuple(one for one in story.criteria if one not in ids)
        for one in shown:
            self.add(one.id, one.label, ticked=one.id in story.criteria)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of what is ticked, and of what belongs to the other level."""
        return (*super().chosen(), *self._others)
