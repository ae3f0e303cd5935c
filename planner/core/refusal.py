"""Why a command or an entry is refused; the words for it are in `wording`."""

from enum import StrEnum


class Refusal(StrEnum):
    """A rule that would be broken."""

    UNKNOWN_CODE = "unknown-code"
    UNKNOWN_ITEM = "unknown-item"
    UNKNOWN_TARGET = "unknown-target"
    UNKNOWN_GROUP = "unknown-group"
    NO_PLAN = "no-plan"
    NO_PROFILE = "no-profile"
    NOT_A_MOCK = "not-a-mock"
    NOT_A_REVIEW = "not-a-review"
    OUTSIDE_PLAN = "outside-plan"
    EVE_OF_LOOP = "eve-of-loop"
    DAY_WITHOUT_TIME = "day-without-time"
    DAY_FULL = "day-full"
    DAY_OVER = "day-over"
    ALREADY_DONE = "already-done"
    NOT_OWN = "not-own"
    OWN = "own"
    CIRCLE = "circle"
    ESTIMATE_TOO_SHORT = "estimate-too-short"
    ID_TAKEN = "id-taken"
    LOOP_IN_PAST = "loop-in-past"
    LOOP_BEFORE_START = "loop-before-start"
    LOOP_TOO_FAR = "loop-too-far"
    START_TOO_EARLY = "start-too-early"
    TOO_FEW_HOURS = "too-few-hours"
    TOO_MANY_HOURS = "too-many-hours"
    NO_FREE_TIME = "no-free-time"
    TOO_MANY_DAYS_OFF = "too-many-days-off"
    NO_SUCH_GATE = "no-such-gate"
    GATE_OF_OTHER_LEVEL = "gate-of-other-level"
    GATE_IN_LOOP = "gate-in-loop"
    GATE_TOO_EARLY = "gate-too-early"
    GATE_AFTER_LOOP = "gate-after-loop"
    GATES_OUT_OF_ORDER = "gates-out-of-order"
    TOO_MANY_CALENDARS = "too-many-calendars"
    NO_SUCH_ANSWER = "no-such-answer"
    UNKNOWN_ROUND = "unknown-round"
    UNKNOWN_MOCK = "unknown-mock"
    OTHER_ROUND = "other-round"
    UNKNOWN_DIMENSION = "unknown-dimension"
    TOO_MANY_MOCKS = "too-many-mocks"
    UNKNOWN_STORY = "unknown-story"
    UNKNOWN_PRINCIPLE = "unknown-principle"
    UNKNOWN_CRITERION = "unknown-criterion"
    STORY_WITHOUT_TITLE = "story-without-title"
    TOO_MANY_STORIES = "too-many-stories"


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The rules refuse a command; `about` is the id or the text they refuse.

    For a full day `minutes` are those that are free and `of` those it would take.
    """

    def __init__(self, refusal: Refusal, about: str = "", *, minutes: int = 0, of: int = 0) -> None:
        """Keep which rule refused what."""
        super().__init__(f"{refusal.value}: {about}")
        self.refusal = refusal
        self.about = about
        self.minutes, self.of = minutes, of
