"""Runs a mock of a round under the clock, and asks how it went."""

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.commands import LONGEST_TEXT, LONGEST_TITLE, MOST_LOGGED
from planner.core.curriculum import Curriculum
from planner.core.mock import Judge
from planner.core.mocks import USUAL_MINUTES
from planner.core.wording.practice import judge_text, minutes_text, scored_name
from planner.resources import resource
from planner.storage.rubric import load_rubric
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.forms.areas import TextArea
from planner.ui.kit.forms.day_field import DayField
from planner.ui.kit.forms.fields import ChoiceField, NumberField, labelled
from planner.ui.kit.forms.rings import Rings
from planner.ui.kit.layout.beside import Beside
from planner.ui.kit.stopwatch import Stopwatch
from planner.ui.kit.words.dates import short_day
from planner.ui.kit.words.labels import Problem, SectionLabel, Small
from planner.ui.mock.clock import MockClock
from planner.ui.mock.scores import Scores
from planner.ui.prompts import MockAnswer, MockSetting

FIXES = 3
WIDE = 96
"""Letters: the words of a score stand in one line."""
EARLIEST_YEAR = 2000


class MockDialog(Dialog):
    """The clock where the mock is run; scores in words; notes; fixes that will be planned."""

    def __init__(
        self, setting: MockSetting, parent: QWidget | None, watch: Stopwatch | None = None
    ) -> None:
        one = setting.round
        title = self.tr("Mock: {round}") if setting.runs else self.tr("Enter a mock: {round}")
        super().__init__(title.format(round=one.label), parent, minutes_text(one))
        self._setting = setting
        usual = one.longest or USUAL_MINUTES
        self.clock = MockClock(usual, watch or Stopwatch(), self)
        self.clock.setVisible(setting.runs)
        self.notes = TextArea("", LONGEST_TEXT, self)
        self.widen(self.notes, WIDE)
        rubric = load_rubric(resource("practice"))
        self.scores = Scores(
            one.asked,
            _names(setting.state.curriculum),
            lambda name: rubric.words(name, one.level),
            self,
        )
        self.judge = Rings([judge_text(one) for one in Judge], 0, self)
        self.fixes = [QLineEdit(self) for _ in range(FIXES)]
        self.code = ChoiceField(self)
        self.code.addItem(self.tr("Outside the plan"))
        for code, day in one.sessions:
            self.code.addItem(f"{code} · {short_day(day)}")
        due = [day <= setting.today for _, day in one.sessions]
        self.code.setCurrentIndex(1 if any(due) else 0)
        self.minutes = NumberField(self)
        self.minutes.setRange(1, MOST_LOGGED)
        self.minutes.setSuffix(self.tr(" m"))
        self.minutes.setValue(usual)
        self.day = DayField(setting.today, self)
        self.day.set_bounds(setting.today.replace(year=EARLIEST_YEAR), setting.today)
        self._day_problem = Problem(self)
        self._lay_out()
        self._missing = Small(parent=self)
        self._missing.setWordWrap(False)
        self.foot.insertWidget(0, self._missing)
        self._primary = self.add_buttons(self.tr("Save"), self.tr("Cancel"))
        self.scores.changed.connect(self._on_entered)
        self.notes.textChanged.connect(self._on_entered)
        self.day.picked.connect(self._on_entered)
        self.clock.changed.connect(self._on_clock)
        self._on_entered()
        if setting.runs:
            self.clock.go.setFocus()

    def answer(self) -> MockAnswer:
        """Return what was entered."""
        sessions, place = self._setting.round.sessions, self.code.currentIndex()
        return MockAnswer(
            on=self.day.day,
            minutes=self.minutes.value(),
            scores=self.scores.chosen(),
            judge=list(Judge)[self.judge.place],
            notes=self.notes.text,
            code=sessions[place - 1][0] if place > 0 else None,
            fixes=tuple(text for field in self.fixes if (text := field.text().strip())),
        )

    def has_work(self) -> bool:
        """Return whether the clock ran or something was entered."""
        answer = self.answer()
        return bool(self.clock.minutes or answer.scores or answer.notes or answer.fixes)

    def _lay_out(self) -> None:
        self.head.addWidget(self.clock)
        self.body.addLayout(labelled(self.tr("Notes"), self.notes, self.notes.problem))
        self.body.addWidget(SectionLabel(self.tr("How did it go?"), self))
        self.body.addWidget(
            Small(
                self.tr(
                    "Score what was asked. From 3 on a mock is at the bar; a 1 keeps it below."
                ),
                self,
            )
        )
        self.body.addWidget(self.scores)
        self.body.addWidget(self.judge)
        self.body.addWidget(SectionLabel(self.tr("What to fix"), self))
        self.body.addWidget(
            Small(self.tr("Each gets half an hour within seven days, where there is room."), self)
        )
        for number, field in enumerate(self.fixes, 1):
            field.setMaxLength(LONGEST_TITLE)
            field.setAccessibleName(self.tr("Fix {number}").format(number=number))
            self.body.addWidget(field)
        self.body.addLayout(labelled(self.tr("Planned session"), self.code))
        when = Beside(self)
        for name, asked, problem in (
            (self.tr("Time it took"), self.minutes, None),
            (self.tr("Day"), self.day, self._day_problem),
        ):
            cell = QWidget(when)
            column = labelled(name, asked, problem)
            column.setContentsMargins(0, 0, 0, 0)
            column.addStretch()
            cell.setLayout(column)
            when.add(cell)
        self.body.addWidget(when)

    def _on_clock(self) -> None:
        if self.clock.minutes:
            self.minutes.setValue(min(self.clock.minutes, MOST_LOGGED))
        self._on_entered()

    def _on_entered(self) -> None:
        fits = self.notes.check() and not self.day.problem
        self._day_problem.say(self.day.problem)
        missing = self._what_is_missing()
        self._missing.setText(missing)
        self._primary.setEnabled(fits and not missing)

    def _what_is_missing(self) -> str:
        """Return what has to be done before it can be saved; what is wrong stands at its field."""
        if self.clock.is_running:
            return self.tr("Pause the clock to save.")
        return "" if self.scores.chosen() else self.tr("Score at least one thing to save.")


def _names(curriculum: Curriculum) -> dict[str, str]:
    ids = [row.id for row in curriculum.guide.matrix]
    ids += [one.id for one in curriculum.principles]
    return {one: scored_name(curriculum, one) for one in ids}
