"""Asks what is to be printed and how, and shows the pages beside it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.core.language import QT_TRANSLATE_NOOP, translate
from planner.core.state import State
from planner.paper import dialogs
from planner.paper.default import default_paper, wished_layout
from planner.paper.painting import sheet_of
from planner.paper.sizes import Paper
from planner.paper.typesetting.layout import FinishedPage, lay_out, spilled
from planner.paper.wish import COUNTS_WEEKS, HIDES, Kind, Wish, document_of
from planner.ui.dialogs.dialog import MOST, Dialog
from planner.ui.dialogs.sheets import Pages, Sheets
from planner.ui.kit.buttons import Button
from planner.ui.kit.forms.fields import ChoiceField, NumberField, labelled
from planner.ui.kit.layout.beside import Beside
from planner.ui.kit.words.labels import Small

LETTERS, LINES = 153, 46
"""The size that is wanted, where the screen has it: the rest is for the pages."""
PAUSE = 150
"""Milliseconds without a change before the pages are laid out again."""

_tr = partial(translate, "PaperDialog")

_KINDS = {
    Kind.WEEK: QT_TRANSLATE_NOOP("PaperDialog", "Week {number}"),
    Kind.PLAN: QT_TRANSLATE_NOOP("PaperDialog", "The whole plan"),
    Kind.CHECKLIST: QT_TRANSLATE_NOOP("PaperDialog", "The checklist"),
    Kind.READINESS: QT_TRANSLATE_NOOP("PaperDialog", "Readiness and weekly review"),
    Kind.SHEET: QT_TRANSLATE_NOOP("PaperDialog", "The loop sheet"),
}
_PAPERS = {
    Paper.A4: QT_TRANSLATE_NOOP("PaperDialog", "A4"),
    Paper.LETTER: QT_TRANSLATE_NOOP("PaperDialog", "Letter"),
    Paper.A5: QT_TRANSLATE_NOOP("PaperDialog", "A5"),
    Paper.A3: QT_TRANSLATE_NOOP("PaperDialog", "A3"),
    Paper.LEGAL: QT_TRANSLATE_NOOP("PaperDialog", "Legal"),
}
_A_PAGE = {
    0: QT_TRANSLATE_NOOP("PaperDialog", "As many weeks as fit"),
    1: QT_TRANSLATE_NOOP("PaperDialog", "One week"),
    2: QT_TRANSLATE_NOOP("PaperDialog", "Two weeks"),
}


class PaperDialog(Dialog):
    """What, on which paper, and its pages; without a printer they can be saved.

    It stays open while a printer or a file is asked for, and is accepted once there is one.
    `tell` takes what came of it.
    """

    least_width = LETTERS

    def __init__(
        self,
        state: State,
        today: date,
        wish: Wish,
        tell: dialogs.Tell,
        parent: QWidget | None,
        *,
        printer: bool,
    ) -> None:
        super().__init__(self.tr("Print"), parent)
        self._state, self._today, self._wish, self._tell = state, today, wish, tell
        self._printer = printer
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._show)
        self.kind, self.a_page = ChoiceField(self), ChoiceField(self)
        self.a_page.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.a_page.setMinimumContentsLength(0)
        for count, name in _A_PAGE.items():
            self.a_page.addItem(translate("PaperDialog", name), count)
        self.a_page.setCurrentIndex(self.a_page.findData(wish.weeks_a_page))
        for kind, name in _KINDS.items():
            if state.plan or kind not in COUNTS_WEEKS:
                words = translate("PaperDialog", name).format(number=wish.week)
                self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(wish.kind))
        last = len(state.plan.weeks) if state.plan else 1
        self.first, self.last = self._number(1, last), self._number(last, last)
        self.first.setAccessibleName(self.tr("First week"))
        self.last.setAccessibleName(self.tr("Last week"))
        self.paper = ChoiceField(self)
        for paper, name in _PAPERS.items():
            self.paper.addItem(translate("PaperDialog", name), paper)
        self.paper.setCurrentIndex(self.paper.findData(wish.paper or default_paper()))
        self.week_after = self._box(self.tr("With the week after it"), ticked=wish.week_after)
        self.landscape = self._box(self.tr("Landscape"), ticked=wish.landscape)
        self.large = self._box(self.tr("Large type"), ticked=wish.large)
        self.hide_done = self._box(self.tr("Leave out what is done"), ticked=wish.hide_done)
        self.discreet = self._box(self.tr("Discreet heading"), ticked=wish.discreet)
        self._count = Small(parent=self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sheets = Sheets(self)
        beside = Beside(self, 24)
        beside.add(self._options(), 2)
        beside.add(self._pages(), 3)
        self.body.addWidget(beside)
        self._add_foot(printer=printer)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        for choice in (self.a_page, self.paper):
            choice.currentIndexChanged.connect(self._show_soon)
        for number in (self.first, self.last):
            number.valueChanged.connect(self._show_soon)
        self._on_kind_changed()
        self._soon.stop()
        self._show()

    def sizeHint(self) -> QSize:
        """Return a size in which a page can be read, as far as the screen has room for it."""
        high = self.fontMetrics().height() * LINES
        room = self.screen().availableSize() * MOST
        return super().sizeHint().expandedTo(QSize(0, high)).boundedTo(room)

    def wish(self) -> Wish:
        """Return what is chosen now."""
        kind, paper = Kind(self.kind.currentData()), Paper(self.paper.currentData())
        first, last = sorted((self.first.value(), self.last.value()))
        is_all = last - first + 1 == self.last.maximum()
        return Wish(
            kind=kind,
            week=self._wish.week,
            weeks=None if is_all or kind is not Kind.PLAN else range(first, last + 1),
            weeks_a_page=self.a_page.currentData(),
            week_after=self.week_after.isChecked(),
            paper=None if paper is default_paper() else paper,
            landscape=self.landscape.isChecked(),
            large=self.large.isChecked(),
            hide_done=self.hide_done.isChecked(),
            discreet=self.discreet.isChecked(),
        )

    def _options(self) -> QWidget:
        options = QWidget(self)
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._a_page_row = _row(self.tr("Weeks on a page"), self.a_page, options)
        self._weeks_row = _row(self.tr("Weeks"), self._range(), options)
        column.addLayout(labelled(self.tr("What"), self.kind))
        column.addWidget(self.week_after)
        column.addWidget(self._weeks_row)
        column.addWidget(self._a_page_row)
        column.addLayout(labelled(self.tr("Paper"), self.paper))
        for box in (self.landscape, self.large, self.hide_done, self.discreet):
            column.addWidget(box)
        column.addStretch()
        return options

    def _range(self) -> QWidget:
        field = QWidget(self)
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.first)
        row.addWidget(Small(self.tr("to"), field))
        row.addWidget(self.last)
        row.addStretch()
        return field

    def _pages(self) -> QWidget:
        pages = QWidget(self)
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.sheets, stretch=1)
        column.addWidget(self._count)
        return pages

    def _add_foot(self, *, printer: bool) -> None:
        if not printer:
            words = self.tr("No printer is installed; the pages can be saved as a PDF.")
            self.body.addWidget(Small(words, self))
            self.add_buttons(self.tr("Save as PDF…"), self.tr("Cancel"))
            return
        primary = self.add_buttons(self.tr("Print…"), self.tr("Cancel"))
        save = Button(self.tr("Save as PDF…"), self._on_save, self)
        self.foot.insertWidget(self.foot.indexOf(primary), save)

    def _number(self, value: int, most: int) -> NumberField:
        number = NumberField(self)
        number.setRange(1, most)
        number.setValue(value)
        return number

    def _box(self, words: str, *, ticked: bool) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setChecked(ticked)
        box.toggled.connect(self._show_soon)
        return box

    def accept(self) -> None:
        """Ask for what is missing; without it, everything is as it was."""
        self._bring(dialogs.print_document if self._printer else dialogs.save_document)

    def _on_save(self) -> None:
        self._bring(dialogs.save_document)

    def _bring(self, bring: Callable[..., QDialog]) -> None:
        wish = self.wish()
        document = document_of(self._state, self._today, wish)
        asked = bring(document, self, wished_layout(wish), self._tell)
        asked.accepted.connect(self._on_brought)

    def _on_brought(self) -> None:
        """Give the keyboard back: of two windows that go at once some desktops lose it."""
        super().accept()
        if around := self.parentWidget():
            around.activateWindow()

    def _on_kind_changed(self) -> None:
        """Ask only what there is to ask of a kind."""
        kind = Kind(self.kind.currentData())
        self._a_page_row.setVisible(kind is Kind.PLAN)
        self._weeks_row.setVisible(kind is Kind.PLAN)
        self.week_after.setVisible(kind is Kind.WEEK and self._wish.week < self.last.maximum())
        self.hide_done.setVisible(kind in HIDES)
        self._show_soon()

    def _show_soon(self) -> None:
        self._soon.start()

    def _show(self) -> None:
        wish = self.wish()
        document, layout = document_of(self._state, self._today, wish), wished_layout(wish)
        pages = lay_out(document, sheet_of(layout))
        self.sheets.show_pages(Pages(pages, layout, document.scale))
        self._count.setText(_said_of(pages, spilled(document, pages), wish.kind))
        self.sheets.setAccessibleDescription(f"{document.cover.title}, {self._count.text()}")


def _said_of(pages: Sequence[FinishedPage], full: int, kind: Kind) -> str:
    """Return how many pages there are, and whether weeks needed more than was wanted."""
    count = _tr("%n page(s)", n=len(pages))
    if not full:
        return count
    if kind is Kind.WEEK:
        return f"{count}. {_tr('The two weeks do not fit on one page and go on to the next.')}"
    words = _tr("%n page(s) (is|are) too full, and (its|their) weeks go on to the next.", n=full)
    return f"{count}. {words}"


def _row(label: str, field: QWidget, parent: QWidget) -> QWidget:
    """Return a labelled field that can be hidden with its label."""
    row = QWidget(parent)
    column = labelled(label, field)
    column.setContentsMargins(0, 0, 0, 0)
    row.setLayout(column)
    return row
