"""What a session is: its subject, why it stands here, when it is done, what it counts towards."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.screens.week import Detail
from planner.core.values import Subject
from planner.ui.kit.painted.tag import Tag
from planner.ui.kit.words.labels import (
    Body,
    Heading,
    Muted,
    PlainLabel,
    SectionLabel,
    Small,
    breakable,
)
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
        self._counts = CountsTowards(look, self)
        self._counting = Section(self.tr("Counts towards"), self._counts, self)
        self._headings: dict[str, tuple[str, type[PlainLabel]]] = {
            "skipped": (self.tr("Skipped by you"), Body),
            "why": (self.tr("Why this week"), Body),
            "left-out": (self.tr("Left out of it"), Body),
            "done-when": (self.tr("Done when"), Body),
            "note": (self.tr("Worth knowing"), Small),
        }
        self._labels: dict[str, PlainLabel] = {}
        self._sections: dict[str, Section] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for part in (self._tag, self._title, self._part, self._counting):
            self._column.addWidget(part)

    def show_detail(self, detail: Detail) -> None:
        """Show a session; sections without anything to say are hidden, or not there yet."""
        self._tag.show_text(words.tag(detail), detail.subject)
        self._title.setText(breakable(detail.title))
        self._part.setText(breakable(detail.part))
        self._part.setVisible(bool(detail.part))
        skipped = detail.skip_reason or self.tr("without a reason")
        self._say("skipped", skipped if detail.skipped else "")
        self._say("why", words.sentence(detail.why))
        self._say("left-out", words.sentences(detail.left_out))
        self._say("done-when", detail.done_when)
        self._say("note", detail.note)
        self._counts.show_bars(detail.counts)
        self._counting.setVisible(bool(detail.counts))

    def _say(self, name: str, text: str) -> None:
        if text and name not in self._sections:
            self._make(name)
        if name in self._sections:
            self._labels[name].setText(breakable(text))
            self._sections[name].setVisible(bool(text))

    def _make(self, name: str) -> None:
        """Make the section of a name, in its place; most sessions have two or three of them."""
        heading, kind = self._headings[name]
        label = self._labels[name] = kind(parent=self)
        section = self._sections[name] = Section(heading, label, self)
        order = list(self._headings)
        later = (self._sections.get(one) for one in order[order.index(name) + 1 :])
        after = next(filter(None, later), self._counting)
        self._column.insertWidget(self._column.indexOf(after), section)
