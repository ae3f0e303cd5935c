"""One clear sentence for each refusal."""

from datetime import date

from planner.core.language import Table, spoken
from planner.core.refusal import Refusal, Refused
from planner.core.wording.times import duration

_SENTENCES = Table(
    "Refusals",
    {
        Refusal.UNKNOWN_CODE: "There is no session {about} in the plan.",
        Refusal.UNKNOWN_ITEM: "There is no item {about}.",
        Refusal.UNKNOWN_TARGET: "There is no session, item or chapter {about}.",
        Refusal.UNKNOWN_GROUP: "There is no skill group {about}.",
        Refusal.NO_PLAN: "There is no plan yet.",
        Refusal.NO_PROFILE: "Level and dates are not chosen yet.",
        Refusal.NOT_A_MOCK: "{about} is not a mock, so it has no score.",
        Refusal.NOT_A_REVIEW: "{about} is not a review, so it has no grade.",
        Refusal.OUTSIDE_PLAN: "{about} lies outside the plan.",
        Refusal.EVE_OF_LOOP: "{about} is the day before the loop; it stays free.",
        Refusal.DAY_WITHOUT_TIME: "There is no free time on {about}.",
        Refusal.DAY_FULL: "On {about} only {minutes} are free; the session takes {of}.",
        Refusal.DAY_OVER: "{about} is over.",
        Refusal.ALREADY_DONE: "“{about}” is done; it stays where it is.",
        Refusal.NOT_OWN: "“{about}” belongs to the guide; only your own items can be changed.",
        Refusal.OWN: "“{about}” is your own item; change its time and weight instead.",
        Refusal.CIRCLE: "Items cannot wait for each other in a circle: {about}.",
        Refusal.ESTIMATE_TOO_SHORT: "With all its parts it takes at least {about} minutes.",
        Refusal.ID_TAKEN: "The id {about} is taken.",
        Refusal.LOOP_IN_PAST: "The loop day must lie after today; {about} does not.",
        Refusal.LOOP_BEFORE_START: "The loop day must come after the start; {about} does not.",
        Refusal.LOOP_TOO_FAR: "The loop day {about} is more than ten years after the start.",
        Refusal.START_TOO_EARLY: "The start {about} is more than a year ago.",
        Refusal.TOO_FEW_HOURS: "A week needs at least half an hour of free time.",
        Refusal.TOO_MANY_HOURS: "A week can hold at most 84 hours of study, 12 on a day.",
        Refusal.NO_FREE_TIME: "Days off and busy hours leave no time for study before {about}.",
        Refusal.TOO_MANY_DAYS_OFF: "A plan can have at most {about} days off.",
        Refusal.NO_SUCH_GATE: "There is no round {about} before the loop day.",
        Refusal.GATE_OF_OTHER_LEVEL: "{about} belongs to the other level.",
        Refusal.GATE_IN_LOOP: "{about} is part of the loop day and has no date of its own.",
        Refusal.GATE_TOO_EARLY: "{about} is more than a year before the start.",
        Refusal.GATE_AFTER_LOOP: "{about} must come before the loop day.",
        Refusal.GATES_OUT_OF_ORDER: "The rounds come in the guide's order; {about} is too early.",
        Refusal.NO_SUCH_ANSWER: "This question has no answer “{about}”.",
        Refusal.UNKNOWN_ROUND: "The loop of this level has no round {about}.",
        Refusal.OTHER_ROUND: "{about} is a mock of another round.",
        Refusal.UNKNOWN_MOCK: "There is no mock {about}.",
        Refusal.UNKNOWN_DIMENSION: "There is no dimension or principle {about} to score.",
        Refusal.TOO_MANY_MOCKS: "There can be at most {about} mocks.",
        Refusal.UNKNOWN_STORY: "There is no story {about}.",
        Refusal.UNKNOWN_PRINCIPLE: "There is no leadership principle {about}.",
        Refusal.UNKNOWN_CRITERION: "There is no success criterion {about}.",
        Refusal.STORY_WITHOUT_TITLE: "A new story needs a title.",
        Refusal.TOO_MANY_STORIES: "There can be at most {about} stories.",
        Refusal.TOO_MANY_CALENDARS: "Busy hours can come from at most {about} calendars.",
    },
)


def refusal_text(refused: Refused) -> str:
    """Return the sentence for a refusal."""
    minutes, of = duration(refused.minutes), duration(refused.of)
    words = _SENTENCES[refused.refusal]
    return words.format(about=_shown(refused.about), minutes=minutes, of=of)


def _shown(about: str) -> str:
    """Return what a refusal is about; a day is written as the language does."""
    try:
        return spoken().date(date.fromisoformat(about))
    except ValueError:
        return about
