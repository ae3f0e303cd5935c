"""Everything a user can do, one small value per verb."""

from typing import Annotated, Literal

from planner.core.checking import Limits, ToldBy
from planner.core.curriculum import Id
from planner.core.plan import Code, Plan
from planner.core.profile import Day, Profile
from planner.core.values import Priority, Rating, Subject, Value

MOST_LOGGED = 24 * 60
BAR = 3

Line = Annotated[str, Limits(strip=True, max_length=500)]
Title = Annotated[str, Limits(strip=True, min_length=1, max_length=200)]
EntryId = Annotated[str, Limits(min_length=1, max_length=200)]
Target = Annotated[str, Limits(pattern=r"^[A-Za-z0-9][A-Za-z0-9./_-]{0,119}$")]


class Tick(Value, frozen=True):
    """Tick something off, or take the tick back: a session code, an item, or a unit of one."""

    kind: Literal["tick"] = "tick"
    target: Target
    done: bool = True
    on: Day


class LogTime(Value, frozen=True):
    """Add minutes that a session really took; minutes add up."""

    kind: Literal["log-time"] = "log-time"
    code: Code
    minutes: Annotated[int, Limits(ge=1, le=MOST_LOGGED)]
    on: Day


class AddEvidence(Value, frozen=True):
    """Write the line that says what the candidate can show for an item; empty withdraws it."""

    kind: Literal["add-evidence"] = "add-evidence"
    item: Id
    text: Line


class ScoreMock(Value, frozen=True):
    """Judge a mock from 1 to 4, at the bar from `BAR` on; no score takes the judgement back."""

    kind: Literal["score-mock"] = "score-mock"
    code: Code
    score: Annotated[int, Limits(ge=1, le=4)] | None


class RateSkill(Value, frozen=True):
    """Say where a skill group stands today."""

    kind: Literal["rate-skill"] = "rate-skill"
    group: Id
    rating: Rating


class MoveSession(Value, frozen=True):
    """Put a session on another day of the plan and pin it there."""

    kind: Literal["move-session"] = "move-session"
    code: Code
    to: Day


class SkipItem(Value, frozen=True):
    """Leave an item out for a reason of one's own, or take it in again."""

    kind: Literal["skip-item"] = "skip-item"
    item: Id
    skipped: bool = True
    reason: Line = ""


class AddItem(Value, frozen=True):
    """Add an item of one's own."""

    kind: Literal["add-item"] = "add-item"
    id: Annotated[str, Limits(pattern=r"^own\.[a-z0-9-]{1,40}$")]
    title: Title
    subject: Literal[Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP]
    minutes: Annotated[int, Limits(ge=20, le=30_000)]
    priority: Priority = Priority.IMPORTANT


class RenameItem(Value, frozen=True):
    """Give an item of one's own another title."""

    kind: Literal["rename-item"] = "rename-item"
    item: Id
    title: Title


class ChangeProfile(Value, frozen=True):
    """Replace the answers of the wizard. The plan stays until another one is accepted."""

    kind: Literal["change-profile"] = "change-profile"
    profile: Profile


class AcceptPlan(Value, frozen=True):
    """Make a plan the one to follow."""

    kind: Literal["accept-plan"] = "accept-plan"
    plan: Plan


class Retract(Value, frozen=True):
    """Take earlier commands back by their journal ids; retracting a `Retract` brings them back."""

    kind: Literal["retract"] = "retract"
    ids: Annotated[tuple[EntryId, ...], Limits(min_length=1, max_length=10_000)]


Change = (
    Tick
    | LogTime
    | AddEvidence
    | ScoreMock
    | RateSkill
    | MoveSession
    | SkipItem
    | AddItem
    | RenameItem
    | ChangeProfile
    | AcceptPlan
)
Command = Annotated[Change | Retract, ToldBy("kind")]
