"""What a session is: its subject, why it stands here, when it is done, what it counts towards."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.screens.week import Detail
from planner.core.values import Subject
from planner.ui.kit.labels import (
    Body,
    Heading,
    Muted,
    PlainLabel,
    SectionLabel,
    Small,
    breakable,
)
from planner.ui.kit.tag import Tag
from planner.ui.look import Look
from planner.ui.pages.week import words
from planner.ui.pages.week.counts import CountsTowards


class Section(QWidget):
    """A quiet heading over something; both are hidden together."""

    def __init__(self, heading: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = SectionLabel(heading, self)
        label.setBuddy(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(content)


class About(QWidget):
    """The part of the details that is only read."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag = Tag(look, "", Subject.REVIEW, self)
        self._title, self._part = Heading(parent=self), Muted(parent=self)
        self._why, self._done_when = Body(parent=self), Body(parent=self)
        self._left_out = Body(parent=self)
        self._note, self._skipped = Small(parent=self), Body(parent=self)
        self._counts = CountsTowards(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for top in (self._tag, self._title, self._part):
            column.addWidget(top)
        self._sections: dict[QWidget, Section] = {}
        for heading, content in (
            (self.tr("Skipped by you"), self._skipped),
            (self.tr("Why this week"), self._why),
            (self.tr("Left out of it"), self._left_out),
            (self.tr("Done when"), self._done_when),
            (self.tr("Worth knowing"), self._note),
            (self.tr("Counts towards"), self._counts),
        ):
            self._sections[content] = Section(heading, content, self)
            column.addWidget(self._sections[content])

    def show_detail(self, detail: Detail) -> None:
        """Show a session; sections without anything to say are hidden."""
        self._tag.show_text(words.tag(detail), detail.subject)
        self._title.setText(breakable(detail.title))
        self._part.setText(breakable(detail.part))
        self._part.setVisible(bool(detail.part))
        skipped = detail.skip_reason or self.tr("without a reason")
        self._say(self._skipped, skipped if detail.skipped else "")
        self._say(self._why, words.sentence(detail.why))
        self._say(self._left_out, words.sentences(detail.left_out))
        self._say(self._done_when, detail.done_when)
        self._say(self._note, detail.note)
        self._counts.show_bars(detail.counts)
        self._sections[self._counts].setVisible(bool(detail.counts))

    def _say(self, label: PlainLabel, text: str) -> None:
        label.setText(breakable(text))
        self._sections[label].setVisible(bool(text))
