"""Asks how long an item of the guide takes, and where the user stands with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.core.commands import Change, EstimateItem, RateItem
from planner.core.effort import USUAL_PACE, scaled
from planner.core.refusal import Refusal, Refused
from planner.core.screens.effort import EffortScreen
from planner.core.values import Rating
from planner.core.wording import duration, refusal_text
from planner.core.wording.pace import factor_text
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kit.buttons import LinkButton
from planner.ui.kit.forms.fields import HoursField, labelled, mark
from planner.ui.kit.forms.rings import Rings
from planner.ui.kit.words.labels import Problem, Small
from planner.ui.kit.words.names import rating_meaning, rating_name

OURS, OWN = 0, 1
AS_GROUP = 0


class EffortDialog(Dialog):
    """The rating of one item beside that of its group, and its time beside our estimate."""

    def __init__(self, screen: EffortScreen, parent: QWidget | None) -> None:
        super().__init__(self.tr("Effort and rating"), parent, screen.title)
        self._screen = screen
        place = list(Rating).index(screen.rating) + 1 if screen.rating else AS_GROUP
        self._ratings = Rings(self._rating_names(), place, self, upright=True)
        kept = OURS if screen.minutes is None else OWN
        self._times = Rings(["", self.tr("My own estimate:")], kept, self, upright=True)
        self.hours = HoursField(screen.most / 60, 0.5, self)
        self.hours.setAccessibleName(self.tr("My own estimate in hours"))
        self.hours.set_minutes(screen.minutes or screen.usual)
        self._pace = Small(parent=self)
        self._problem = Problem(self)
        self._reset = LinkButton(
            self.tr("Back to the group and our estimate"), self._on_reset, self
        )
        self._lay_out()
        self._primary = self.add_buttons(self.tr("Save"), self.tr("Cancel"))
        self._also_replan = self.add_replan(self._primary)
        self._ratings.group.idToggled.connect(self._on_chosen)
        self._times.group.idToggled.connect(self._on_chosen)
        self.hours.entered.connect(self._on_entered)
        self._on_chosen()
        rings = self._ratings if screen.has_ratings else self._times
        rings.focus()

    def changes(self) -> tuple[Change, ...]:
        """Return what was chosen otherwise than it was; nothing where all is the same."""
        item, found = self._screen.item, list[Change]()
        if self._rating is not self._screen.rating:
            found.append(RateItem(item=item, rating=self._rating))
        if self._minutes != self._screen.minutes:
            found.append(EstimateItem(item=item, minutes=self._minutes))
        return tuple(found)

    @property
    def _rating(self) -> Rating | None:
        place = self._ratings.place
        return None if place == AS_GROUP else list(Rating)[place - 1]

    @property
    def _minutes(self) -> int | None:
        return self.hours.minutes if self._times.place == OWN else None

    @property
    def _ours(self) -> int:
        return self._screen.ours[self._rating or self._screen.group_rating]

    def _rating_names(self) -> list[str]:
        screen = self._screen
        words = {one: rating_name(one, screen.subject) for one in Rating}
        as_group = self.tr("As its group, {group}: {rating}").format(
            group=screen.group, rating=words[screen.group_rating]
        )
        of_item = self.tr("{rating}: {time}")
        return [
            as_group,
            *(of_item.format(rating=words[one], time=duration(screen.ours[one])) for one in Rating),
        ]

    def _lay_out(self) -> None:
        if self._screen.has_ratings:
            self.body.addLayout(labelled(self.tr("Where do you stand?"), self._ratings))
            subject = self._screen.subject
            meanings = "\n".join(rating_meaning(one, subject) for one in Rating)
            self.body.addWidget(Small(meanings, self))
        else:
            self._ratings.hide()
        self.body.addLayout(labelled(self.tr("How much time does it take in all?"), self._times))
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        row.addWidget(self.hours)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(self._problem.tells_of(self.hours))
        self.body.addWidget(self._pace)
        self.body.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_chosen(self) -> None:
        self._times.name(OURS, self.tr("Our estimate: {time}").format(time=duration(self._ours)))
        pace = self._screen.pace
        words = self.tr("Your pace is {factor}: planned with {time}.")
        paced = pace != USUAL_PACE and self._times.place == OURS
        time = duration(scaled(self._ours, pace))
        self._pace.setText(words.format(factor=factor_text(pace), time=time))
        self._pace.setVisible(paced)
        self._check()

    def _on_entered(self) -> None:
        self._times.choose(OWN)
        self._check()

    def _check(self) -> None:
        minutes, least = self._minutes, self._screen.least
        wrong = minutes is not None and minutes < least
        short = refusal_text(Refused(Refusal.ESTIMATE_TOO_SHORT, str(least)))
        self._problem.say(short if wrong else "")
        mark(self.hours, wrong=wrong)
        self._primary.setEnabled(not wrong)
        self._also_replan.setEnabled(not wrong)
        self._reset.setEnabled(bool(self._rating) or minutes is not None)

    def _on_reset(self) -> None:
        self._ratings.choose(AS_GROUP)
        self._times.choose(OURS)
