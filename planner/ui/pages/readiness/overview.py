"""Everything on the Readiness page below its header, in one or in two columns."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from planner.core.screens.readiness import CriterionRow, ReadinessScreen, RoundRow
from planner.core.wording.advice import advice_text
from planner.ui.kit.layout.card import Card, Tone
from planner.ui.kit.layout.page import GAP
from planner.ui.kit.layout.scroll import Scroll
from planner.ui.kit.words.labels import Body, SectionLabel, Small
from planner.ui.look import Look
from planner.ui.pages.readiness import words
from planner.ui.pages.readiness.chart import BurnUp
from planner.ui.pages.readiness.failures import FailuresCard
from planner.ui.pages.readiness.pointer import Pointer
from planner.ui.pages.readiness.shares import Column, SharesCard, Shown

STACKED_BELOW = 46
"""Width in lines of text under which there is one column."""


class Overview(Scroll):
    """Criteria and rounds at the left; the way so far, failure points and advice at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._families: list[SharesCard] = []
        self._places: dict[str, QWidget] = {}
        self._pointer = Pointer(look, self)
        self._left, right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, right):
            column.setSpacing(GAP)
        self.box.addLayout(self._left, 15)
        self.box.addLayout(right, 7)
        rounds = (Column(self.tr("prepared"), "technical"), Column(self.tr("tested"), "mock"))
        self._rounds = SharesCard(look, rounds, self)
        self._left.addWidget(self._rounds)
        self._left.addStretch(1)
        self._way = WayCard(look, self)
        self._failures = FailuresCard(look, self)
        self._risk = Advice("amber", self)
        self._advice = Advice("amber", self)
        self._calm = Advice("plain", self)
        for widget in (self._risk, self._way, self._failures, self._advice, self._calm):
            right.addWidget(widget)
        right.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What you could show today"))
        self.setObjectName("cards")
        look.changed.connect(self._arrange)

    def show_screen(self, screen: ReadinessScreen) -> None:
        """Show readiness."""
        while len(self._families) < len(screen.families):
            card = SharesCard(self._look, self._columns(), self)
            self._left.insertWidget(len(self._families), card)
            self._families.append(card)
        for place, card in enumerate(self._families):
            card.setVisible(place < len(screen.families))
        for card, family in zip(self._families, screen.families, strict=False):
            card.show_lines(family.label, [self._criterion(row) for row in family.rows])
        self._rounds.show_lines(
            self.tr("Rounds of the loop"), [_round(row) for row in screen.rounds]
        )
        self._way.show_screen(screen)
        self._failures.show_rows(screen.failures)
        self._risk.say(screen.risk)
        self._risk.setVisible(bool(screen.risk))
        is_amber = screen.begun and screen.next_step is not None
        for advice, shown in ((self._advice, is_amber), (self._calm, not is_amber)):
            advice.say(advice_text(screen))
            advice.setVisible(shown)
        self._places = dict(self._named(screen))

    def point_at(self, row_id: str) -> None:
        """Bring a criterion, a failure point or a round into sight, and mark it."""
        widget = self._places.get(row_id)
        if widget is None:
            return
        self._pointer.point_at(widget)
        self._bring_up(widget)
        bring = partial(self._bring_up, widget)
        QTimer.singleShot(0, widget, bring)  # a page that was only just made finds its size later

    def _bring_up(self, widget: QWidget) -> None:
        self.box.activate()
        self.ensureWidgetVisible(widget, 0, 2 * GAP)

    def hideEvent(self, event: QHideEvent) -> None:
        """Point at nothing any more."""
        super().hideEvent(event)
        self._pointer.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between one column and two."""
        super().resizeEvent(event)
        self._arrange()

    def _named(self, screen: ReadinessScreen) -> Iterator[tuple[str, QWidget]]:
        """Yield what shows each criterion, failure point and round, by its id."""
        for card, family in zip(self._families, screen.families, strict=False):
            yield from ((row.id, line) for row, line in zip(family.rows, card.lines, strict=False))
        rounds = (row.id for row in screen.rounds)
        yield from zip(rounds, self._rounds.lines, strict=False)
        failures = (row.id for row in screen.failures)
        yield from zip(failures, self._failures.labels, strict=False)

    def _arrange(self) -> None:
        line = QFontMetrics(self._look.font("body")).lineSpacing()
        direction = QBoxLayout.Direction
        stacked = self.width() < STACKED_BELOW * line
        self.box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("studied"), "technical"),
            Column(self.tr("evidenced"), "accent"),
            Column(self.tr("tested"), "mock"),
        )

    def _criterion(self, row: CriterionRow) -> Shown:
        return Shown(
            name=row.label,
            shares=(
                (row.studied, words.studied(row.studied)),
                (row.evidenced, words.evidenced(row.evidenced)),
                (row.tested, words.tested(row.tested)),
            ),
            mark=self.tr("weakest") if row.is_weakest else "",
            remark=words.remark(row),
            more=tuple(map(words.support, row.supports)),
        )


class WayCard(Card):
    """The burn-up chart with its legend above and its figures below; how is in the tool tip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = BurnUp(look, self)
        self._figures = Small(parent=self)
        column = self.column()
        column.addWidget(SectionLabel(self.tr("Burn-up"), self))
        column.addWidget(Small(self.tr("hours · plan dashed, you solid, range shaded"), self))
        column.addWidget(self._chart)
        column.addWidget(self._figures)

    def show_screen(self, screen: ReadinessScreen) -> None:
        """Show the way so far; without a plan there is none."""
        text = words.burn_up(screen)
        self.setVisible(bool(screen.burn_up))
        self._chart.show_points(screen.burn_up, screen.forecast, text)
        self._figures.setText(text)
        method = words.method(screen)
        self._figures.setToolTip(method)
        self._chart.setToolTip(method)


class Advice(Card):
    """A sentence or two on what to do next."""

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone)
        self._text = Body(parent=self)
        self.column().addWidget(self._text)

    def say(self, text: str) -> None:
        """Show a text."""
        self._text.setText(text)


def _round(row: RoundRow) -> Shown:
    return Shown(
        name=row.label,
        shares=(
            (row.prepared, words.studied(row.prepared)),
            (row.tested, words.tested(row.tested)),
        ),
    )
