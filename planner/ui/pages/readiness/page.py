"""The Readiness page: what could I show for each success criterion today?"""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.commands import AddEvidence
from planner.core.screens.next_step import Step
from planner.core.screens.readiness import ReadinessScreen, evidence_rows, readiness_screen
from planner.core.state import State
from planner.ui.kit.buttons import Button, PrimaryButton
from planner.ui.kit.layout.empty import Empty
from planner.ui.kit.layout.page import Page
from planner.ui.look import Look
from planner.ui.pages.readiness import words
from planner.ui.pages.readiness.evidence import ask_evidence, ask_line
from planner.ui.pages.readiness.overview import Overview


class ReadinessPage(Page):
    """Criteria, failure points and rounds of the level, with the weakest criterion named.

    The rim of the focus stands around the cards, which keep in line with the title.
    """

    reach = 8

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._screen: ReadinessScreen | None = None
        self.header.setContentsMargins(self.reach, 0, self.reach, 0)
        self._review = Button(self.tr("Review the week…"), self._on_review, self)
        self._add = Button(self.tr("Add evidence…"), self._on_add, self)
        self._strengthen = PrimaryButton(self.tr("Strengthen weakest"), self._on_strengthen, self)
        self.header.add(self._review)
        self.header.add(self._add)
        self.header.add(self._strengthen)
        self._overview = Overview(look, self)
        self._empty = Empty(
            self.tr("What you could show will stand here"),
            self.tr(
                "Each success criterion of your level with what is studied, evidenced and tested. "
                "Choose level, loop day and free hours, and the plan is made."
            ),
            self._on_wizard,
            self,
        )
        self.body.addWidget(self._overview, 1)
        within = QVBoxLayout()
        within.setContentsMargins(self.reach, 0, self.reach, 0)
        within.addWidget(self._empty)
        self.body.addLayout(within)
        self.body.addStretch(0)

    def show_state(self, state: State, today: date) -> None:
        """Show what could be shown today."""
        self._state = state
        screen = self._screen = readiness_screen(state, today)
        for widget in (self._overview, self._review, self._add, self._strengthen):
            widget.setVisible(screen is not None)
        self._empty.setVisible(screen is None)
        if screen is None:
            self.header.set_words(self.tr("Readiness"))
            self.setFocusProxy(self._empty.start)
        else:
            self.setFocusProxy(self._overview)
            self.header.set_words(self.tr("Readiness"), words.subtitle(screen))
            self._overview.show_screen(screen)
            self._add.setEnabled(screen.takes_evidence)
            self._review.setEnabled(state.plan is not None)
            self._strengthen.setEnabled("strengthen" in self.offers())
        self.offered.emit()

    def offers(self) -> frozenset[str]:
        """Return what can be done: a line can be written, the weakest be strengthened."""
        screen = self._screen
        if screen is None:
            return frozenset()
        step = screen.next_step
        acts = step is not None and (step.code is not None or step.step is Step.EVIDENCE)
        can = {"add-evidence": screen.takes_evidence, "strengthen": acts}
        return frozenset(action for action, possible in can.items() if possible)

    def run(self, action_id: str) -> bool:
        """Write a line of evidence, or go to what strengthens the weakest criterion."""
        deeds = {"add-evidence": self._on_add, "strengthen": self._on_strengthen}
        if action_id not in deeds:
            return False
        deeds[action_id]()
        return True

    def open_place(self, target: str) -> None:
        """Bring a criterion, a failure point or a round into sight."""
        self._overview.point_at(target)

    def _on_review(self) -> None:
        self.asked.emit("weekly-review")

    def _on_add(self) -> None:
        if self._screen is not None and self._screen.takes_evidence:
            self._write(ask_evidence(self.prompts, evidence_rows(self._state)))

    def _on_strengthen(self) -> None:
        step = self._screen.next_step if self._screen else None
        if step is None:
            return
        if step.step is Step.EVIDENCE:
            rows = (row for row in evidence_rows(self._state) if row.item == step.item)
            self._write(ask_line(self.prompts, next(rows)))
        elif step.code is not None:
            self.session_opened.emit(step.code)

    def _write(self, command: AddEvidence | None) -> None:
        if command is not None:
            self.intent.emit(command)

    def _on_wizard(self) -> None:
        self.asked.emit("profile")
