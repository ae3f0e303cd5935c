"""Everything a user can do, one small value per verb."""

from collections.abc import Mapping
from typing import Annotated, Literal

from planner.core.assessment import Question, Standing
from planner.core.bounds import Id
from planner.core.checking import Limits, ToldBy
from planner.core.effort import LONGEST, SHORTEST
from planner.core.mock import HIGHEST, LOWEST, Judge
from planner.core.plan import Code, Plan
from planner.core.profile import Day, Profile
from planner.core.spans import DAY_MINUTES, merged
from planner.core.story import Role, Version
from planner.core.values import Grade, Level, Priority, Rating, Subject, Value

MOST_LOGGED = 24 * 60
MOST_SPANS = 5000
MOST_CALENDARS = 8
MOST_NEEDS = 50
MOST_TAKEN_BACK = 1_000_000
LONGEST_TEXT = 20_000
LONGEST_TITLE = 200
LONGEST_TELLING = 60 * 60
"""Seconds."""

Line = Annotated[str, Limits(strip=True, max_length=500)]
Title = Annotated[str, Limits(strip=True, min_length=1, max_length=LONGEST_TITLE)]
EntryId = Annotated[str, Limits(min_length=1, max_length=200)]
Effort = Annotated[int, Limits(ge=SHORTEST, le=LONGEST)]
OwnSubject = Literal[Subject.READING, Subject.TECHNICAL, Subject.LEADERSHIP]
Needs = Annotated[tuple[Id, ...], Limits(max_length=MOST_NEEDS)]
Target = Annotated[str, Limits(pattern=r"^[A-Za-z0-9][A-Za-z0-9./_-]{0,119}$")]
Minute = Annotated[int, Limits(ge=0, le=DAY_MINUTES)]
StoryId = Annotated[str, Limits(pattern=r"^story\.[a-z0-9-]{1,40}$")]
Text = Annotated[str, Limits(strip=True, max_length=LONGEST_TEXT)]
Score = Annotated[int, Limits(ge=LOWEST, le=HIGHEST)]
MockId = Annotated[str, Limits(pattern=r"^run\.[a-z0-9-]{1,40}$")]
Tag = Annotated[str, Limits(pattern=r"^[^\s,](?:[^,\n]{0,38}[^\s,])?$")]
Count = Annotated[int, Limits(ge=0, le=1_000_000)]
Source = Annotated[str, Limits(strip=True, min_length=1, max_length=120)]


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
    score: Score | None


class NoteMock(Value, frozen=True):
    """Note how a mock interview of a round went, by dimension of the matrix or by principle.

    `code` is the planned session it was. The same id again replaces what was noted.
    """

    kind: Literal["note-mock"] = "note-mock"
    mock: MockId
    round: Id
    level: Level
    on: Day
    minutes: Annotated[int, Limits(ge=1, le=MOST_LOGGED)]
    scores: Annotated[Mapping[Id, Score], Limits(min_length=1, max_length=MOST_NEEDS)]
    judge: Judge = Judge.SELF
    notes: Text = ""
    code: Code | None = None


class DropMock(Value, frozen=True):
    """Take a mock out of the history, and its score from the session it was."""

    kind: Literal["drop-mock"] = "drop-mock"
    mock: MockId


class AssessLevel(Value, frozen=True):
    """Answer what one's own work speaks for; it recommends a level and changes none."""

    kind: Literal["assess-level"] = "assess-level"
    on: Day
    answers: Annotated[Mapping[Question, Standing], Limits(min_length=1)]
    facts: Mapping[Question, Annotated[str, Limits(max_length=500)]] = {}


class GradeReview(Value, frozen=True):
    """Say on a day how a review went, which says when it comes back; no grade takes it back.

    The answer is what was written down; None leaves what is there.
    """

    kind: Literal["grade-review"] = "grade-review"
    code: Code
    grade: Grade | None
    answer: Annotated[str, Limits(strip=True, max_length=LONGEST_TEXT)] | None = None
    on: Day


class RateSkill(Value, frozen=True):
    """Say where a skill group stands today."""

    kind: Literal["rate-skill"] = "rate-skill"
    group: Id
    rating: Rating


class RateItem(Value, frozen=True):
    """Say where a single item stands today, whatever its group; None follows the group again."""

    kind: Literal["rate-item"] = "rate-item"
    item: Id
    rating: Rating | None


class EstimateItem(Value, frozen=True):
    """Say how long an item of the guide takes; None takes our estimate again."""

    kind: Literal["estimate-item"] = "estimate-item"
    item: Id
    minutes: Effort | None


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
    subject: OwnSubject
    minutes: Effort
    priority: Priority = Priority.IMPORTANT
    requires: Needs = ()


class ChangeItem(Value, frozen=True):
    """Change an item of one's own; what is None stays as it is."""

    kind: Literal["change-item"] = "change-item"
    item: Id
    subject: OwnSubject | None = None
    minutes: Effort | None = None
    priority: Priority | None = None
    requires: Needs | None = None


class RenameItem(Value, frozen=True):
    """Give an item of one's own another title."""

    kind: Literal["rename-item"] = "rename-item"
    item: Id
    title: Title


class ChangeProfile(Value, frozen=True):
    """Replace the answers of the wizard. The plan stays until another one is accepted."""

    kind: Literal["change-profile"] = "change-profile"
    profile: Profile


class KeepBusy(Value, frozen=True):
    """Replace the busy hours that come from one calendar; none at all forgets the calendar.

    Only hours are kept, never what an appointment is about.
    """

    kind: Literal["keep-busy"] = "keep-busy"
    source: Source
    times: Mapping[Day, tuple[tuple[Minute, Minute], ...]] = {}

    def __post_init__(self) -> None:
        """See that the hours are in order and not too many."""
        if any(not spans or merged(spans) != spans for spans in self.times.values()):
            raise ValueError("the busy hours of a day stand in order and do not touch")
        if sum(len(spans) for spans in self.times.values()) > MOST_SPANS:
            raise ValueError(f"a calendar has at most {MOST_SPANS} busy times")


class AcceptPlan(Value, frozen=True):
    """Make a plan the one to follow."""

    kind: Literal["accept-plan"] = "accept-plan"
    plan: Plan


class WriteStory(Value, frozen=True):
    """Write a story, or change what is given of it; what is None stays as it is.

    A story that is new needs a title.
    """

    kind: Literal["write-story"] = "write-story"
    story: StoryId
    title: Title | None = None
    situation: Text | None = None
    task: Text | None = None
    action: Text | None = None
    result: Text | None = None
    numbers: Line | None = None
    role: Role | None = None
    engineers: Count | None = None
    teams: Count | None = None
    millions: Count | None = None
    setback: bool | None = None
    criteria: Annotated[tuple[Id, ...], Limits(max_length=MOST_NEEDS)] | None = None
    tags: Annotated[tuple[Tag, ...], Limits(max_length=MOST_NEEDS)] | None = None


class DropStory(Value, frozen=True):
    """Take a story off the list with its places, or bring it back."""

    kind: Literal["drop-story"] = "drop-story"
    story: StoryId
    dropped: bool = True


class PlaceStory(Value, frozen=True):
    """Say which story is told first, or second, for a principle; None leaves the place empty."""

    kind: Literal["place-story"] = "place-story"
    principle: Id
    place: Annotated[int, Limits(ge=1, le=2)]
    story: StoryId | None


class TimeStory(Value, frozen=True):
    """Note how long it took to tell a story aloud."""

    kind: Literal["time-story"] = "time-story"
    story: StoryId
    version: Version
    seconds: Annotated[int, Limits(ge=1, le=LONGEST_TELLING)]
    on: Day


class WriteReview(Value, frozen=True):
    """Write the decision and the notes of a week's review; what is None stays as it is."""

    kind: Literal["write-review"] = "write-review"
    monday: Day
    decision: Line | None = None
    notes: Text | None = None

    def __post_init__(self) -> None:
        """See that the day is a Monday."""
        if self.monday.weekday():
            raise ValueError("a week is named by its Monday")


class Retract(Value, frozen=True):
    """Take earlier commands back by what the journal calls them; back again by the same way.

    That is the id of a line and its sum, as "ada-3:0a1b2c3d", because a copied computer gives the
    same ids; an id alone means every line that has it.

    To restore a backup is to take back all that it does not hold. Before that, what it brings
    into the folder is held back before it is there; the restoring takes that back as well. To
    import a document is to take such a holding back.
    """

    kind: Literal["retract"] = "retract"
    ids: Annotated[tuple[EntryId, ...], Limits(min_length=1, max_length=MOST_TAKEN_BACK)]
    purpose: Literal["undo", "hold", "restore", "import"] = "undo"


Change = (
    Tick
    | LogTime
    | AddEvidence
    | ScoreMock
    | NoteMock
    | DropMock
    | AssessLevel
    | GradeReview
    | RateSkill
    | RateItem
    | EstimateItem
    | MoveSession
    | SkipItem
    | AddItem
    | ChangeItem
    | RenameItem
    | ChangeProfile
    | KeepBusy
    | AcceptPlan
    | WriteStory
    | DropStory
    | PlaceStory
    | TimeStory
    | WriteReview
)
Command = Annotated[Change | Retract, ToldBy("kind")]
