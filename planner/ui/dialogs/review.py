"""The review of a week: what the program knows, and what the user decides."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.commands import LONGEST_TEXT, WriteReview
from planner.core.exchange.markdown import review_markdown
from planner.core.screens.weekly_review import WeeklyReview
from planner.core.wording.weekly_review import done_text, moved_text, title_text
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.areas import TextArea
from planner.ui.kit.forms.fields import labelled
from planner.ui.kit.words.dates import span
from planner.ui.kit.words.labels import Body, SectionLabel, breakable

LONGEST_LINE = 500
MOST = 8
"""Lines of a list that are shown; the rest is counted."""


class ReviewDialog(Dialog):
    """Planned against done, what moved, what is at risk; one decision and notes to write."""

    def __init__(self, review: WeeklyReview, parent: QWidget | None) -> None:
        super().__init__(title_text(review), parent, span(review.monday, review.sunday))
        self._review = review
        self.body.addWidget(Body(done_text(review), self))
        for heading, lines in (
            (self.tr("Still open"), review.open),
            (self.tr("What moved"), tuple(map(moved_text, review.moved))),
            (self.tr("At risk"), review.risks),
        ):
            self._list(heading, lines)
        self.decision = QLineEdit(review.decision, self)
        self.decision.setMaxLength(LONGEST_LINE)
        self.widen(self.decision, 84)
        self.notes = TextArea(review.notes, LONGEST_TEXT, self)
        self.body.addLayout(labelled(self.tr("One decision for the next week"), self.decision))
        self.body.addLayout(labelled(self.tr("Notes"), self.notes, self.notes.problem))
        self.foot.insertWidget(0, Button(self.tr("Copy as Markdown"), self._on_copy, self))
        self._primary = self.add_buttons(self.tr("Save"), self.tr("Cancel"))
        self.notes.textChanged.connect(self._on_entered)
        self.decision.setFocus()

    def changes(self) -> tuple[WriteReview, ...]:
        """Return what was written otherwise than it was; nothing where all is the same."""
        decision, notes = self.decision.text().strip(), self.notes.text
        command = WriteReview(
            monday=self._review.monday,
            decision=decision if decision != self._review.decision else None,
            notes=notes if notes != self._review.notes else None,
        )
        return () if command == WriteReview(monday=self._review.monday) else (command,)

    def has_work(self) -> bool:
        """Return whether something was written."""
        return bool(self.changes())

    def _list(self, heading: str, lines: tuple[str, ...]) -> None:
        if not lines:
            return
        shown = [breakable(f"• {one}") for one in lines[:MOST]]
        if len(lines) > MOST:
            shown.append(self.tr("and {number} more").format(number=len(lines) - MOST))
        self.body.addWidget(SectionLabel(heading, self))
        self.body.addWidget(Body("\n".join(shown), self))

    def _on_copy(self) -> None:
        written = self._review.evolve(decision=self.decision.text().strip(), notes=self.notes.text)
        QGuiApplication.clipboard().setText(review_markdown(written))

    def _on_entered(self) -> None:
        self._primary.setEnabled(self.notes.check())
