"""Asks for an item of one's own, or what to change of it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.commands import (
    LONGEST_TITLE,
    MOST_NEEDS,
    AddItem,
    Change,
    ChangeItem,
    OwnSubject,
    RenameItem,
)
from planner.core.effort import LONGEST, SHORTEST
from planner.core.language import translate
from planner.core.own_items import circle
from planner.core.progress import Done, item_done
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.values import Priority, Subject
from planner.core.wording import item_title, refusal_text
from planner.core.wording.names import priority_name
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.choices import TickList
from planner.ui.kit.forms.fields import HoursField, labelled, mark
from planner.ui.kit.forms.rings import Rings
from planner.ui.kit.words.labels import Problem

USUAL_MINUTES = 120
ROWS = 6


class ItemDialog(Dialog):
    """Title, subject, hours and weight of an item, and what has to be finished before it."""

    def __init__(self, state: State, item_id: str, parent: QWidget | None) -> None:
        known = state.own.get(item_id)
        titles = self.tr("Add an item of your own"), self.tr("Change an item of your own")
        text = self.tr("It gets its place at the next replanning.")
        super().__init__(titles[known is not None], parent, text)
        self._state, self._id, self._known = state, item_id, known
        at = next(iter(known.at.values())) if known else None
        self.title = QLineEdit(known.title if known else "", self)
        self.title.setMaxLength(LONGEST_TITLE)
        self.widen(self.title, 52)
        self.hours = HoursField(LONGEST / 60, 0.5, self)
        self.hours.set_minutes(round(60 * at.hours.new) if at else USUAL_MINUTES)
        subjects: dict[OwnSubject, str] = {
            Subject.READING: self.tr("Reading"),
            Subject.TECHNICAL: self.tr("Technical"),
            Subject.LEADERSHIP: self.tr("Leadership"),
        }
        self._subject_of: list[OwnSubject] = list(subjects)
        subject = known.subject if known else Subject.TECHNICAL
        place = [one.value for one in subjects].index(subject.value)
        self._subjects = Rings(list(subjects.values()), place, self)
        weight = list(Priority).index(at.priority if at else Priority.IMPORTANT)
        self._weights = Rings([priority_name(one) for one in Priority], weight, self)
        self.needs = _Needs(state, item_id, self)
        self._lay_out()
        self._primary = self.add_buttons(
            self.tr("Save") if known else self.tr("Add item"), self.tr("Cancel")
        )
        also = [self.add_replan(self._primary)] if known else []
        self._buttons = [self._primary, *also]
        self._primary.setEnabled(known is not None)
        self.title.textChanged.connect(self._on_entered)
        self.hours.entered.connect(self._on_entered)
        self.needs.itemChanged.connect(self._on_entered)

    def command(self) -> AddItem:
        """Return the new item that was entered."""
        return AddItem(
            id=self._id,
            title=self.title.text(),
            subject=self._subject,
            minutes=self.hours.minutes,
            priority=self._priority,
            requires=self.needs.chosen(),
        )

    def changes(self) -> tuple[Change, ...]:
        """Return what was entered otherwise than it was; nothing where all is the same."""
        if self._known is None:
            return (self.command(),)
        at = next(iter(self._known.at.values()))
        minutes, needs = self.hours.minutes, self.needs.chosen()
        change = ChangeItem(
            item=self._id,
            subject=self._subject if self._subject != self._known.subject else None,
            minutes=minutes if minutes != round(60 * at.hours.new) else None,
            priority=self._priority if self._priority is not at.priority else None,
            requires=needs if set(needs) != set(self._known.requires) else None,
        )
        title = self.title.text().strip()
        renamed = () if title == self._known.title else (RenameItem(item=self._id, title=title),)
        return (*renamed, *(() if change == ChangeItem(item=self._id) else (change,)))

    @property
    def _subject(self) -> OwnSubject:
        return self._subject_of[self._subjects.place]

    @property
    def _priority(self) -> Priority:
        return list(Priority)[self._weights.place]

    def _lay_out(self) -> None:
        self._title_problem, self._hours_problem = Problem(self), Problem(self)
        self._needs_problem = Problem(self)
        for label, field, problem in (
            (self.tr("What?"), self.title, self._title_problem),
            (self.tr("About"), self._subjects, None),
            (self.tr("How much time?"), self.hours, self._hours_problem),
            (self.tr("How important?"), self._weights, None),
            (self.tr("Only after these, if any"), self.needs, self._needs_problem),
        ):
            self.body.addLayout(labelled(label, field, problem))

    def _on_entered(self) -> None:
        has_title = bool(self.title.text().strip())
        enough = self.hours.minutes >= SHORTEST
        needs = self._what_is_wrong_with_needs()
        self._title_problem.say("" if has_title else self.tr("An item needs a name."))
        self._hours_problem.say("" if enough else self.tr("An item takes at least 20 minutes."))
        self._needs_problem.say(needs)
        mark(self.title, wrong=not has_title)
        mark(self.hours, wrong=not enough)
        for button in self._buttons:
            button.setEnabled(has_title and enough and not needs)

    def _what_is_wrong_with_needs(self) -> str:
        chosen = self.needs.chosen()
        if len(chosen) > MOST_NEEDS:
            return translate("ItemDialog", "An item waits for at most %n other(s).", n=MOST_NEEDS)
        found = circle(self._state, self._id, chosen)
        if not found:
            return ""
        titles = " → ".join(item_title(self._state, one) for one in found)
        return refusal_text(Refused(Refusal.CIRCLE, titles))


class _Needs(TickList):
    """Everything that is open of the plan, to be ticked where it has to come first."""

    def __init__(self, state: State, item_id: str, parent: QWidget) -> None:
        super().__init__(ROWS, parent)
        known = state.own.get(item_id)
        chosen = known.requires if known else ()
        others = [
            one.id
            for one in state.items()
            if one.id not in {item_id, *chosen} and item_done(state, one) is not Done.DONE
        ]
        for other in (*chosen, *others):
            text = " ".join(item_title(state, other).split())
            self.add(other, text, ticked=other in chosen)
