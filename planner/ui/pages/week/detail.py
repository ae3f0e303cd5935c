"""One session at length, with what can be written down about it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from planner.core.commands import LogTime, ScoreMock
from planner.core.screens.week import Detail
from planner.core.wording import session_minutes
from planner.ui.kit.layout.card import PADDING, Card
from planner.ui.look import Look
from planner.ui.pages.week.about import About, Section
from planner.ui.pages.week.evidence import EvidenceLine
from planner.ui.pages.week.foot import Foot
from planner.ui.pages.week.timing import Timing

if TYPE_CHECKING:  # made with the first review and the first mock
    from planner.ui.pages.week.closed_book import ClosedBookPart
    from planner.ui.pages.week.judgement import Judgement


class DetailCard(Card):
    """A card that scrolls when its session needs more room than there is; its foot stays.

    `intent` carries a command, `asked` the id of an action of the table.
    """

    intent = Signal(object)
    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: Detail | None = None
        self._today = date.min
        self._content = QWidget(self)
        self._scroll = _Scroll(self._content, self)  # first, as Tab comes to it first
        self._about = About(look, self)
        self._evidence = EvidenceLine(self)
        self._judgement: Judgement | None = None
        self._closed_book: ClosedBookPart | None = None
        self._timing = Timing(self)
        self._foot = Foot(look, self)
        self._lay_out()
        self._evidence.written.connect(self.intent)
        self._timing.changed.connect(self._name_log)
        self._foot.log_wanted.connect(self._on_log)
        self._foot.asked.connect(self.asked)

    def take_words(self, *, allowed: bool) -> None:
        """Let the line of evidence be written, or only be read."""
        self._evidence.setReadOnly(not allowed)

    def show_detail(self, detail: Detail | None, today: date) -> None:
        """Show a session, or nothing. A line that was begun for another item is still written."""
        self._detail, self._today = detail, today
        unsaved = self._evidence.show_detail(detail)
        self._content.setVisible(detail is not None)
        self._foot.setVisible(detail is not None)
        if detail is not None:
            self._about.show_detail(detail)
            self._evidence_section.setVisible(detail.takes_evidence)
            self._show_closed_book(detail)
            self._show_judgement(detail)
            self._timing.show_detail(detail)
            self._foot.show_detail(detail)
        self._scroll.follow()
        if unsaved is not None:
            self.intent.emit(unsaved)

    def show_questions(self, questions: Sequence[str]) -> None:
        """Show what the review asks that is shown."""
        if self._closed_book is not None:
            self._closed_book.show_questions(questions)
            self._scroll.follow()

    def set_free(self, free: bool) -> None:
        """Take all the height the session needs instead of scrolling inside the card."""
        self._scroll.set_free(free)

    def open(self) -> None:
        """Put the focus on the first thing that can be done here."""
        steps = self._judgement.findChildren(QRadioButton) if self._judgement else []
        review = [self._closed_book.button] if self._closed_book else []
        first = (*review, self._evidence, *steps)
        target = next((one for one in first if one.isVisible()), self._scroll)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def minutes(self) -> int:
        """The minutes that a log of time starts with."""
        return self._timing.minutes

    def _lay_out(self) -> None:
        self._evidence_section = Section(self.tr("Evidence"), self._evidence, self)
        column = self._column = QVBoxLayout(self._content)
        column.setContentsMargins(PADDING, 16, PADDING, 16)
        column.setSpacing(6)
        column.addWidget(self._about)
        column.addWidget(self._evidence_section)
        column.addWidget(Section(self.tr("Time"), self._timing, self))
        column.addStretch(1)
        self._scroll.setAccessibleName(self.tr("Details of the session"))
        self._scroll.setObjectName("told")
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.setSpacing(0)
        around.addWidget(self._scroll, 1)
        around.addWidget(self._foot)

    def _show_closed_book(self, detail: Detail) -> None:
        """Show what belongs to a review; it is made with the first one."""
        if self._closed_book is None and detail.is_review:
            from planner.ui.kit.keyboard.tabbing import tab_as_laid_out
            from planner.ui.pages.week.closed_book import ClosedBookPart

            part = self._closed_book = ClosedBookPart(self)
            part.wanted.connect(self._on_review_wanted)
            self._review_section = Section(self.tr("Closed book"), part, self._content)
            self._column.insertWidget(1, self._review_section)
            tab_as_laid_out(self)
        if self._closed_book is not None:
            self._review_section.setVisible(detail.is_review)
            self._closed_book.show_detail(detail)

    def _show_judgement(self, detail: Detail) -> None:
        """Show how a mock went; it is made with the first one."""
        if self._judgement is None and detail.is_mock:
            from planner.ui.kit.keyboard.tabbing import tab_as_laid_out
            from planner.ui.pages.week.judgement import Judgement

            part = self._judgement = Judgement(self)
            part.scored.connect(self._on_scored)
            self._judgement_section = Section(self.tr("How it went"), part, self._content)
            after = self._column.indexOf(self._evidence_section)
            self._column.insertWidget(after + 1, self._judgement_section)
            tab_as_laid_out(self)
        if self._judgement is not None:
            self._judgement_section.setVisible(detail.is_mock)
            self._judgement.show_score(detail.score)

    def _name_log(self) -> None:
        minutes = session_minutes(self._timing.minutes)
        self._foot.log.setText(self.tr("Log {minutes}").format(minutes=minutes))

    def _on_scored(self, score: int | None) -> None:
        if self._detail is not None:
            self.intent.emit(ScoreMock(code=self._detail.code, score=score))

    def _on_review_wanted(self) -> None:
        self.asked.emit("grade")

    def _on_log(self) -> None:
        if self._detail is not None:
            minutes = self._timing.minutes
            self.intent.emit(LogTime(code=self._detail.code, minutes=minutes, on=self._today))


class _Scroll(QScrollArea):
    """Scrolls up and down only; when free it is as high as what it holds."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._free = False
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def set_free(self, free: bool) -> None:
        self._free = free
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if free else policy.ScrollBarAsNeeded
        )
        self.follow()

    def follow(self) -> None:
        """Ask for the height of the content at this width."""
        height = rim = 0
        if self._free:  # Python makes every widget there is when it first meets a viewport
            height = self._content.heightForWidth(self.viewport().width())
            rim = self.height() - self.viewport().height()
        self.setMinimumHeight(height + rim if height > 0 else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 60)

    def sizeHint(self) -> QSize:
        return QSize(0, max(self.minimumHeight(), 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.follow()
