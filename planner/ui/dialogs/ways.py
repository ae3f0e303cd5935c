"""Shows the ways to go on side by side: what each costs, and what it changes."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from planner.core.language import translate
from planner.core.planning.replan import Kind, Option
from planner.core.screens.replan import Way, Ways
from planner.core.wording.replanning import slipped_text
from planner.ui.dialogs.body import NARROW
from planner.ui.dialogs.changes import ChangesTable, counts_summary
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.ring_card import RingCard
from planner.ui.kit.layout.beside import Beside
from planner.ui.kit.layout.card import ViewCard
from planner.ui.kit.words.dates import short_day
from planner.ui.kit.words.labels import Body, Muted, Small, leave_unread
from planner.ui.look import Look

_tr = partial(translate, "WaysDialog")

LETTERS = 153


class WaysDialog(Dialog):
    """One card for each way; below, what the chosen one changes, before and after."""

    least_width = LETTERS

    def __init__(
        self, look: Look, found: Ways, chosen: Kind, title: str, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        self._ways = found.ways
        self._group = QButtonGroup(self)
        if found.is_settled or not found.ways:
            self.least_width = NARROW
            text = self.tr("Nothing to make up for: every session stays where it is.")
            self.body.addWidget(Body(text, self))
            self.add_buttons(self.tr("Close"))
            return
        self.body.addWidget(Body(slipped_text(found.slipped), self))
        for text in found.advice:
            self.body.addWidget(Muted(text, self))
        self._cards = {one.kind: WayCard(one, self) for one in found.ways}
        beside = Beside(self)
        for place, card in enumerate(self._cards.values()):
            self._group.addButton(card.ring, place)
            beside.add(card)
        self.body.addWidget(beside)
        self._warning = Small(parent=self)
        self.body.addWidget(self._warning)
        self.table = ChangesTable(self)
        changes = ViewCard(look, self.table, self)
        self.body.addWidget(changes, stretch=1)
        self.add_buttons(self.tr("Take this plan"), self.tr("Keep the plan"))
        self._group.idToggled.connect(self._on_toggled)
        first = self._cards.get(chosen) or next(iter(self._cards.values()))
        first.ring.setChecked(True)
        first.ring.setFocus()

    @property
    def option(self) -> Option | None:
        """The option that is chosen; nothing where all stays as it is."""
        way = self._chosen()
        return None if way is None or way.counts.is_empty else way.option

    def _chosen(self) -> Way | None:
        place = self._group.checkedId()
        return None if place < 0 else self._ways[place]

    def _on_toggled(self, _: int, checked: bool) -> None:
        way = self._chosen()
        if not checked or way is None:
            return
        self._warning.setText(way.warning)
        self._warning.setVisible(bool(way.warning))
        self.table.show_changes(way.moved, way.shifted, way.added, way.removed, way.left_out)


class WayCard(RingCard):
    """A way with its price and how many sessions move."""

    def __init__(self, one: Way, parent: QWidget | None = None) -> None:
        title, meaning = _words(one)
        counts = counts_summary(one.counts)
        super().__init__(title, f"{meaning} {one.price}. {counts}", parent)
        price = Body(one.price[:1].upper() + one.price[1:], self)
        labels = (Muted(meaning, self), price, Small(counts, self))
        for label in labels:
            self.words.addWidget(label)
        leave_unread(*labels)
        self.words.addStretch()


def _words(one: Way) -> tuple[str, str]:
    """Return what a way is called, and what it does."""
    if one.kind is Kind.SPREAD:
        return _tr("Spread it"), _tr("What slipped goes into the free time ahead.")
    if one.kind is Kind.TRIM:
        return _tr("Trim"), _tr("What slipped takes the place of what matters least.")
    if one.kind is Kind.AFRESH:
        return _tr("Plan anew"), _tr("Everything that is open is planned again from today.")
    day = short_day(one.option.plan.loop)
    if one.option.plan.loop_proposed:
        return _tr("Later loop"), _tr("The proposed loop day moves to {day}.").format(day=day)
    return _tr("Later loop"), _tr("If you can move it: loop on {day}.").format(day=day)
