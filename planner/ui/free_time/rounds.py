"""The rounds before the loop day, each with a day once it is booked."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.core.curriculum import Curriculum
from planner.core.gates import gate_problem, rounds_before_loop
from planner.core.profile import Profile
from planner.core.wording import refusal_text
from planner.ui.free_time.part import Part
from planner.ui.kit.forms.day_field import DayField
from planner.ui.kit.words.letters import unlettered

USUAL_NOTICE = timedelta(weeks=3)


class RoundsPart(Part):
    """A box and a day for each round of the level."""

    def __init__(
        self, curriculum: Curriculum, profile: Profile, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Rounds before the loop"),
            self.tr("What a round needs is planned before its day."),
        )
        self._curriculum, self._profile = curriculum, profile
        self._rows: dict[str, tuple[QCheckBox, DayField]] = {}
        for one in rounds_before_loop(curriculum, profile.level):
            words = self.tr("{round} on").format(round=one.label)
            booked = QCheckBox(unlettered(words), self)
            day = DayField(profile.gates.get(one.id, today + USUAL_NOTICE), self)
            day.name_alone(self.tr("Day of: {round}").format(round=one.label))
            booked.setChecked(one.id in profile.gates)
            day.setEnabled(booked.isChecked())
            booked.toggled.connect(day.setEnabled)
            booked.toggled.connect(self._on_entered)
            day.picked.connect(self._on_entered)
            self._rows[one.id] = booked, day
            self.box.addWidget(self.line(booked, day))
            self.problem.tells_of(day)
        self.box.addWidget(self.problem)
        self._on_entered()

    @property
    def gates(self) -> Mapping[str, date]:
        """The days of the rounds that are booked."""
        return {name: day.day for name, (booked, day) in self._rows.items() if booked.isChecked()}

    def is_possible(self) -> bool:
        """Say whether the rounds can be on these days."""
        return not self.problem.text()

    def _on_entered(self) -> None:
        profile = self._profile
        problem = gate_problem(
            self._curriculum, profile.level, self.gates, profile.start, profile.loop
        )
        typed = (day.problem for booked, day in self._rows.values() if booked.isChecked())
        wrong = next(filter(None, typed), "")
        self.problem.say(wrong or (refusal_text(problem) if problem else ""))
        self.edited.emit()
