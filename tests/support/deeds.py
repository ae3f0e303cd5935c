"""What a candidate does with the small plan, and who listens."""

from planner.core import commands as c
from planner.core.state import State
from tests.support import study

PROFILE = c.ChangeProfile(profile=study.PROFILE)
PLAN = c.AcceptPlan(plan=study.PLAN)
TICK = c.Tick(target="W1-03", on=study.TODAY)
LOG = c.LogTime(code="W1-01", minutes=50, on=study.TODAY)
NOTE = c.AddEvidence(item=study.SKILL, text="led a review")


class Heard(list[tuple[State, State]]):
    """A listener that remembers."""

    def __call__(self, old: State, new: State) -> None:
        self.append((old, new))
