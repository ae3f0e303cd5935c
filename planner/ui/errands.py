"""Does what the actions of scope "window" stand for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.core.commands import AcceptPlan, ChangeProfile
from planner.core.profile import Profile
from planner.core.values import Level
from planner.ui.day import Day
from planner.ui.gestures import Gestures
from planner.ui.prompts import Prompts
from planner.workspace import Workspace

if TYPE_CHECKING:  # planning is loaded when it is needed
    from planner.core.planning.replan import Kind


class Errands(QObject):
    """Everything that is not about one page and not about the window itself.

    `added` carries the id of an item that the user added.
    """

    added = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        gestures: Gestures,
        prompts: Prompts,
        day: Day,
        new_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._gestures = gestures
        self._prompts = prompts
        self._day = day
        self._new_id = new_id
        self._runs: dict[str, Callable[[], object]] = {
            "new-item": self.add_item,
            "undo": gestures.undo,
            "redo": gestures.redo,
            "catch-up": self.catch_up,
            "replan": self.replan,
            "profile": self.change_profile,
            "weekly-review": self.review_week,
            "from-paper": self.enter_from_paper,
            "assess-level": self.assess_level,
            "switch-level": self.switch_level,
            "free-time": self.change_free_time,
            "choose-text": self.choose_text,
            "preferences": self.change_preferences,
            "shortcuts": prompts.shortcuts,
            "whats-new": prompts.whats_new,
            "about": prompts.about,
        }

    def run(self, action_id: str) -> bool:
        """Run an action; return whether it was one of ours."""
        run = self._runs.get(action_id)
        if run is not None:
            run()
        return run is not None

    def add_item(self) -> None:
        """Ask for an item of the user's own and add it."""
        command = self._prompts.new_item(self._workspace.state, f"own.{self._new_id()}")
        if command is not None and self._gestures.do(command):
            self.added.emit(command.id)

    def choose_text(self) -> None:
        """Ask for each text that was written twice which version to keep, until one is put off."""
        from planner.core.screens.choosing import pick, text_choices

        while choices := text_choices(self._workspace.state):
            place = self._prompts.versions(choices[0])
            if place is None:
                return
            self._gestures.do(pick(self._workspace.state, choices[0], place))

    def change_profile(self) -> None:
        """Run the wizard; what it gives is one gesture."""
        commands = self._prompts.profile(self._workspace.state, self._day.today)
        if commands is not None:
            self._gestures.do(commands)

    def change_free_time(self) -> None:
        """Ask for free time and dates, keep them, and offer the plan that they make.

        Where the user keeps the plan there is, the dates are kept as well: they are facts.
        """
        from planner.core.apply import apply
        from planner.core.planning import make_plan

        before = self._workspace.state
        commands = self._prompts.free_time(before, self._day.today)
        if not commands:
            return
        after = before
        for command in commands:
            after = apply(after, command)
        if before.plan is not None and after.profile is not None:
            plan = make_plan(after, after.profile, self._day.today)
            if self._prompts.accepts(before, plan, self.tr("Replan")):
                commands = (*commands, AcceptPlan(plan=plan))
        self._gestures.do(commands)

    def catch_up(self) -> None:
        """Offer the ways to go on; to spread what slipped is the first thought."""
        from planner.core.planning.replan import Kind

        self._go_on(Kind.SPREAD, self.tr("Catch up"))

    def replan(self) -> None:
        """Offer the ways to go on, a plan made from where things stand today among them."""
        from planner.core.planning.replan import Kind

        self._go_on(Kind.AFRESH, self.tr("Replan"))

    def replan_with(self, profile: Profile) -> None:
        """Offer a plan with other hours or another loop day; profile and plan are one gesture."""
        from planner.core.planning import make_plan

        state = self._workspace.state
        plan = make_plan(state.evolve(profile=profile), profile, self._day.today)
        if self._prompts.accepts(state, plan, self.tr("Replan")):
            self._gestures.do((ChangeProfile(profile=profile), AcceptPlan(plan=plan)))

    def review_week(self) -> None:
        """Show the review of the week that is now, and keep what is written into it."""
        from planner.core.screens.weekly_review import weekly_review

        state, today = self._workspace.state, self._day.today
        number = state.plan.week_number(today) if state.plan else 1
        review = weekly_review(state, number, today)
        commands = self._prompts.review(review) if review else None
        if commands:
            self._gestures.do(commands)

    def enter_from_paper(self) -> None:
        """Ask what was done on paper; all of it is one gesture."""
        commands = self._prompts.from_paper(self._workspace.state, self._day.today)
        if commands:
            self._gestures.do(commands)

    def assess_level(self) -> None:
        """Ask which level the user's own work speaks for, and keep the answers."""
        command = self._prompts.assessment(self._workspace.state, self._day.today)
        if command is not None:
            self._gestures.do(command)

    def change_preferences(self) -> None:
        """Let the user choose how the window looks, and go on to the level where that is wanted."""
        state = self._workspace.state
        level = ""
        if state.profile is not None and state.plan is not None:
            named = state.profile.level
            level = f"{named.value} · {state.curriculum.guide.levels[named].title}"
        self.run(self._prompts.preferences(level))

    def switch_level(self) -> None:
        """Show what the other level would mean; profile and plan are one gesture."""
        from planner.core.planning import make_plan
        from planner.core.screens.level_switch import at_level

        state, today = self._workspace.state, self._day.today
        if state.profile is None:
            return
        other = next(level for level in Level if level is not state.profile.level)
        profile = at_level(state, state.profile, other)
        plan = make_plan(state.evolve(profile=profile), profile, today)
        if self._prompts.switches(state, profile, plan, today):
            self._gestures.do((ChangeProfile(profile=profile), AcceptPlan(plan=plan)))

    def _go_on(self, chosen: "Kind", title: str) -> None:
        from planner.core.planning import make_plan
        from planner.core.screens.replan import ways

        state, today = self._workspace.state, self._day.today
        if state.profile is None:
            return
        if state.plan is None:
            self._gestures.do(AcceptPlan(plan=make_plan(state, state.profile, today)))
            return
        option = self._prompts.way(ways(state, today), chosen, title)
        if option is not None:
            self._gestures.do(option.commands(state))
