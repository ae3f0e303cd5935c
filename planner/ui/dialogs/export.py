"""Asks what is to leave the program and in which form, and shows how it will begin."""

from datetime import date
from functools import partial

from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.core.exchange.calendar import Chosen, entries
from planner.core.exchange.exports import How, text_of
from planner.core.exchange.forms import FORMS, Form, What
from planner.core.language import QT_TRANSLATE_NOOP, translate
from planner.core.state import State
from planner.core.values import Fact
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.fields import ChoiceField, labelled
from planner.ui.kit.words.labels import Small
from planner.ui.kit.words.told import ToldText

LINES, SHOWN = 9, 60
"""Lines of the preview that are seen at once, and that it holds."""
ALARM = 15
"""Minutes before a block of study."""

_tr = partial(translate, "ExportDialog")

_WHATS = {
    What.PLAN: QT_TRANSLATE_NOOP("ExportDialog", "The whole plan"),
    What.WEEK: QT_TRANSLATE_NOOP("ExportDialog", "Week {number}"),
    What.CHECKLIST: QT_TRANSLATE_NOOP("ExportDialog", "The checklist"),
}
_FORMS = {
    Form.PDF: QT_TRANSLATE_NOOP("ExportDialog", "PDF, to print"),
    Form.CALENDAR: QT_TRANSLATE_NOOP("ExportDialog", "Calendar (.ics)"),
    Form.TABLE: QT_TRANSLATE_NOOP("ExportDialog", "Table (.csv)"),
    Form.MARKDOWN: QT_TRANSLATE_NOOP("ExportDialog", "Markdown task list (.md)"),
    Form.WEB_PAGE: QT_TRANSLATE_NOOP("ExportDialog", "Web page (.html)"),
    Form.JSON: QT_TRANSLATE_NOOP("ExportDialog", "JSON, for scripts"),
}
_CHOSEN = {
    Chosen.ALL: QT_TRANSLATE_NOOP("ExportDialog", "Sessions, rounds and the loop day"),
    Chosen.SESSIONS: QT_TRANSLATE_NOOP("ExportDialog", "Sessions only"),
    Chosen.GATES: QT_TRANSLATE_NOOP("ExportDialog", "Rounds and the loop day only"),
}
_COMES_BACK = QT_TRANSLATE_NOOP("ExportDialog", "Ticked elsewhere, it comes back with Import…")
_HINTS = {
    Form.PDF: QT_TRANSLATE_NOOP("ExportDialog", "Print shows the pages as they will be."),
    Form.CALENDAR: QT_TRANSLATE_NOOP(
        "ExportDialog",
        "Taken in again after a change it corrects what stands in the calendar.",
    ),
    Form.TABLE: _COMES_BACK,
    Form.MARKDOWN: _COMES_BACK,
}


class Export(Fact, frozen=True):
    """What is to be exported, and how; the last three matter only where they apply."""

    what: What
    form: Form
    chosen: Chosen = Chosen.ALL
    alarm: int | None = None
    stories: bool = False


class ExportDialog(Dialog):
    """Two choices, what goes with them, and the beginning of the file."""

    least_width = 103

    def __init__(
        self,
        state: State,
        number: int,
        today: date,
        what: What,
        parent: QWidget | None,
        *,
        discreet: bool,
    ) -> None:
        super().__init__(self.tr("Export"), parent)
        self._state, self._number, self._today = state, number, today
        self._discreet = discreet
        self.what = ChoiceField(self)
        for each, name in _WHATS.items():
            self.what.addItem(translate("ExportDialog", name).format(number=number), each)
        self.what.setCurrentIndex(self.what.findData(what))
        self.form = ChoiceField(self)
        self.chosen = ChoiceField(self)
        for chosen, name in _CHOSEN.items():
            self.chosen.addItem(translate("ExportDialog", name), chosen)
        self.alarm = QCheckBox(_tr("Remind %n minute(s) before each block", n=ALARM), self)
        self.stories = QCheckBox(self.tr("With my stories"), self)
        self._hint = Small(parent=self)
        self.preview = ToldText("", LINES, self)
        self.preview.setLineWrapMode(ToldText.LineWrapMode.NoWrap)
        self._entries = QWidget(self)
        column = QVBoxLayout(self._entries)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(labelled(self.tr("What of it"), self.chosen))
        column.addWidget(self.alarm)
        self.body.addLayout(labelled(self.tr("What"), self.what))
        self.body.addLayout(labelled(self.tr("As"), self.form))
        self.body.addWidget(self._hint)
        self.body.addWidget(self._entries)
        self.body.addWidget(self.stories)
        self._beginning = QWidget(self)
        beginning = labelled(self.tr("How it begins"), self.preview)
        beginning.setContentsMargins(0, 0, 0, 0)
        self._beginning.setLayout(beginning)
        room = self._beginning.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the next form may want it
        self._beginning.setSizePolicy(room)
        self.body.addWidget(self._beginning)
        self.add_buttons(self.tr("Export…"), self.tr("Cancel"))
        self.what.currentIndexChanged.connect(self._on_what_changed)
        self.form.currentIndexChanged.connect(self._show)
        self.chosen.currentIndexChanged.connect(self._show)
        self.stories.toggled.connect(self._show)
        self._on_what_changed()

    def export(self) -> Export:
        """Return what was chosen."""
        form = Form(self.form.currentData())
        is_calendar = form is Form.CALENDAR
        return Export(
            what=What(self.what.currentData()),
            form=form,
            chosen=Chosen(self.chosen.currentData()) if is_calendar else Chosen.ALL,
            alarm=ALARM if is_calendar and self.alarm.isChecked() else None,
            stories=form is Form.WEB_PAGE and self.stories.isChecked(),
        )

    def _on_what_changed(self) -> None:
        """Offer the forms there are; the one that was chosen stays where there is one."""
        before = self.form.currentData()
        self.form.blockSignals(True)
        self.form.clear()
        for form in FORMS[What(self.what.currentData())]:
            self.form.addItem(translate("ExportDialog", _FORMS[form]), form)
        self.form.setCurrentIndex(max(self.form.findData(before), 0))
        self.form.blockSignals(False)
        self._show()

    def _show(self) -> None:
        wanted = self.export()
        hint = _HINTS.get(wanted.form, "")
        self._hint.setText(translate("ExportDialog", hint) if hint else "")
        self._entries.setVisible(wanted.form is Form.CALENDAR)
        self.stories.setVisible(wanted.form is Form.WEB_PAGE)
        self._beginning.setVisible(wanted.form is not Form.PDF)
        self.preview.setPlainText("\n".join(self._text(wanted).splitlines()[:SHOWN]))

    def _text(self, wanted: Export) -> str:
        if wanted.form is Form.CALENDAR:
            return self._calendar(wanted)
        if wanted.form is Form.PDF:
            return ""
        text = text_of(
            self._state,
            wanted.what,
            wanted.form,
            self._number,
            self._today,
            How(wanted.stories, self._discreet),
        ).removeprefix("\ufeff")
        if wanted.form is Form.WEB_PAGE:  # as a browser shows it, not its markup
            return QTextDocumentFragment.fromHtml(text).toPlainText().strip()
        return text

    def _calendar(self, wanted: Export) -> str:
        days = week_days(self._state, self._number) if wanted.what is What.WEEK else None
        found = entries(self._state, wanted.chosen, days=days, discreet=self._discreet)
        return "\n".join(
            f"{one.day.isoformat()} {one.start.isoformat('minutes') if one.start else ''}  "
            f"{one.title}"
            for one in found
        )


def week_days(state: State, number: int) -> tuple[date, date] | None:
    """Return the first and the last day of a week of the plan."""
    if state.plan is None:
        return None
    week = state.plan.week_of_number(number)
    return week.monday, week.sunday
