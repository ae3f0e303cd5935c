"""One story beside the table: what speaks against it, its parts, its scope."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.core.curriculum import Curriculum
from planner.core.screens.stories import StoryRow
from planner.core.story import PARTS
from planner.core.values import Level
from planner.core.wording.stories import part_name, reach_text, role_text
from planner.ui.kit.buttons import Button
from planner.ui.kit.layout.card import Card
from planner.ui.kit.layout.flow import Flow
from planner.ui.kit.painted.tag import Tag
from planner.ui.kit.words.labels import Body, Heading, Muted, PlainLabel, SectionLabel, breakable
from planner.ui.look import Look
from planner.ui.pages.stories import words

LONGEST_SHOWN = 4000
"""Letters of a part that are shown here; the rest is read where the story is written."""


class StoryCard(Card):
    """Shows a story, or says that none is chosen."""

    def __init__(
        self,
        look: Look,
        run: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._count = Heading(parent=self), Muted(parent=self)
        self._grave, self._rest = Remark("red", self), Remark("amber", self)
        self._parts = {part: Part(part_name(part), self) for part in (*PARTS, "numbers")}
        self._scope = Scope(look, self)
        self._none = Muted(parent=self)
        self._buttons = QWidget(self)
        flow = Flow(self._buttons)
        for action, text in (
            ("write-story", self.tr("Write…")),
            ("tell-story", self.tr("Tell aloud…")),
            ("drop-story", self.tr("Drop")),
        ):
            flow.addWidget(Button(text, _run(run, action), self))
        column = self.column(6)
        for widget in (self._none, self._title, self._count, self._grave, self._rest):
            column.addWidget(widget)
        for one in self._parts.values():
            column.addWidget(one)
        column.addWidget(self._scope)
        column.addSpacing(8)
        column.addWidget(self._buttons)
        column.addStretch(1)

    def show_none(self, text: str) -> None:
        """Say why there is no story here, and what can be done."""
        self._none.setText(text)
        self._show(is_story=False)

    def show_row(self, row: StoryRow, level: Level | None, curriculum: Curriculum) -> None:
        """Show a story."""
        self._show(is_story=True)
        self._title.setText(breakable(row.story.title))
        self._count.setText(words.count(row))
        grave, rest = words.flags(row, level, curriculum)
        self._grave.say(grave)
        self._rest.say(rest)
        for name, part in self._parts.items():
            part.say(getattr(row.story, name))
        self._scope.show_row(row)

    def _show(self, *, is_story: bool) -> None:
        self._none.setVisible(not is_story)
        shown = (self._title, self._count, self._scope, self._buttons)
        for widget in (*shown, self._grave, self._rest, *self._parts.values()):
            widget.setVisible(is_story)


class Remark(Card):
    """A few sentences on their own colour, hidden when there are none."""

    def say(self, text: str) -> None:
        """Show sentences."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def __init__(self, tone: str, parent: QWidget) -> None:
        super().__init__(parent, "red" if tone == "red" else "amber")
        self._text = Body(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._text)


class Part(QWidget):
    """A part of a story under its name, hidden while it is empty."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = Body(parent=self)
        label = SectionLabel(name, self)
        label.setBuddy(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self._text)

    def say(self, text: str) -> None:
        """Show a text; a very long one is cut here."""
        cut = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
        self._text.setText(breakable(cut))
        self.setVisible(bool(text))


class Scope(QWidget):
    """What one was, how far it reached, and the level that fits."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._role, self._reach = Body(parent=self), Body(parent=self)
        self._fits = Tag(look, "", "accent", self)
        self._unknown = PlainLabel("—", self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(SectionLabel(self.tr("Scope check"), self), 0, 0, 1, 2)
        right = Qt.AlignmentFlag.AlignRight
        for place, (name, value) in enumerate(
            (
                (self.tr("Role"), self._role),
                (self.tr("Reach"), self._reach),
                (self.tr("Fits"), self._fits),
            ),
            1,
        ):
            grid.addWidget(Muted(name, self), place, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(value, Body):
                value.setAlignment(right)
                grid.addWidget(value, place, 1)
            else:
                grid.addWidget(value, place, 1, right)
        grid.addWidget(self._unknown, 3, 1, right)

    def show_row(self, row: StoryRow) -> None:
        """Show the scope of a story."""
        self._role.setText(role_text(row.story.role))
        self._reach.setText(reach_text(row.story) or self.tr("not said yet"))
        self._fits.setVisible(row.fits is not None)
        self._unknown.setVisible(row.fits is None)
        if row.fits is not None:
            self._fits.show_text(row.fits.value, "accent")


def _run(run: Callable[[str], object], action: str) -> Callable[[], object]:
    return lambda: run(action)
