"""Enters what was ticked and noted on paper, and shows what it understood before it does it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.commands import Change, LogTime
from planner.core.from_paper import Noted, UnclearNoteError, Understood, read_notes, understood
from planner.core.state import State
from planner.core.wording import session_minutes, session_title
from planner.core.wording.from_paper import trouble_text
from planner.core.wording.titles import item_title
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.fields import labelled, mark
from planner.ui.kit.words.labels import Body, Problem

LONGEST = 4_000
WIDE = 60
"""Letters."""
ROWS = 8
"""Lines that are seen at once of what was understood."""


class FromPaperDialog(Dialog):
    """A line of codes and minutes, and below it what they stand for."""

    def __init__(self, state: State, today: date, parent: QWidget | None) -> None:
        super().__init__(
            self.tr("Enter from paper"),
            parent,
            self.tr("Type the codes that you ticked, with the minutes you noted beside them."),
        )
        self._state, self._today = state, today
        self._found: Understood | None = None
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText("W3-04 45m, W3-06")
        self.widen(self.field, WIDE)
        self._problem = Problem(self)
        self.preview = Body(parent=self)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.preview.setMinimumHeight(ROWS * self.fontMetrics().lineSpacing())
        self.body.addLayout(labelled(self.tr("Done on paper"), self.field, self._problem))
        self.body.addWidget(self.preview)
        self._primary = self.add_buttons(self.tr("Tick off"), self.tr("Cancel"))
        self.field.textChanged.connect(self._on_text_changed)
        self._on_text_changed("")

    def changes(self) -> tuple[Change, ...]:
        """Return what was entered, as one gesture."""
        return self._found.commands if self._found else ()

    def has_work(self) -> bool:
        """Return whether something is typed."""
        return bool(self.field.text().strip())

    def _on_text_changed(self, text: str) -> None:
        self._found, problem = None, ""
        if text.strip():
            try:
                self._found = understood(self._state, read_notes(text), self._today)
                problem = trouble_text(self._found)
            except UnclearNoteError as error:
                problem = f"{str(error)[:1].upper()}{str(error)[1:]}."
        self._problem.say(problem)
        mark(self.field, wrong=bool(problem))
        rows = [self._row(one) for one in self._found.notes] if self._found else []
        self.preview.setText("\n".join(rows))
        self._primary.setEnabled(self._found is not None and self._found.is_clear)

    def _row(self, one: Noted) -> str:
        words = [one.target, self._title(one.target)]
        if one.minutes is not None:
            words.append(self._time(one.target, one.minutes))
        if one.target in self._state.ticks:
            words.append(self.tr("done already"))
        return " · ".join(filter(None, words))

    def _time(self, code: str, minutes: int) -> str:
        """Return the minutes, or those that were logged before where these are not added."""
        if any(isinstance(each, LogTime) and each.code == code for each in self.changes()):
            return session_minutes(minutes)
        before = self._state.minutes.get(code, 0)
        return self.tr("{time} logged before").format(time=session_minutes(before))

    def _title(self, target: str) -> str:
        session = self._state.plan.by_code.get(target) if self._state.plan else None
        if session is not None:
            return session_title(self._state, session)
        item = self._state.item(target.split("/", maxsplit=1)[0])
        return item_title(self._state, item.id) if item else ""
