"""The words for the level assessment."""

from functools import partial

from planner.core.assessment import (
    Assessment,
    Question,
    Standing,
    Verdict,
    against,
    is_mismatch,
    row_text,
    verdict,
)
from planner.core.curriculum import Curriculum
from planner.core.language import Table, translate
from planner.core.values import Level

_tr = partial(translate, "Assessment")

_ASKED = Table(
    "Assessment",
    {
        Question.SCOPE: "What is your work responsible for today?",
        Question.TEAM_SIZE: "How many engineers work in what you lead?",
        Question.IMPACT: "What is your largest initiative of the last two years worth?",
        Question.DEPTH: "Whom do people ask you about?",
        Question.REACH: "Who changes plans because of you?",
    },
)
_CHOICES = {
    Question.SCOPE: Table(
        "Assessment",
        {
            Standing.BELOW: "one team",
            Standing.L6: "several teams",
            Standing.L7: "an organization of many teams, managers of managers among them",
        },
    ),
    Question.TEAM_SIZE: Table(
        "Assessment",
        {
            Standing.BELOW: "fewer than 10",
            Standing.L6: "10 to 25",
            Standing.BETWEEN: "26 to 99",
            Standing.L7: "100 or more",
        },
    ),
    Question.IMPACT: Table(
        "Assessment",
        {
            Standing.BELOW: "less than $10M",
            Standing.L6: "$10M or more",
            Standing.L7: "$100M or more",
        },
    ),
    Question.DEPTH: Table(
        "Assessment",
        {
            Standing.BELOW: "someone else; I would have to read up",
            Standing.L6: "me, about the components my teams own",
            Standing.L7: "me, about a whole domain, beyond my own organization",
        },
    ),
    Question.REACH: Table(
        "Assessment",
        {
            Standing.BELOW: "the people who report to me",
            Standing.L6: "adjacent teams too",
            Standing.L7: "whole divisions, and the executives who lead them",
        },
    ),
}
_VERDICTS = Table(
    "Assessment",
    {
        Verdict.BELOW: (
            "Your answers lie below L6. Look for facts with more reach, or for a role that "
            "fits today."
        ),
        Verdict.L6: "Your answers speak for L6.",
        Verdict.BETWEEN: (
            "Your answers lie between L6 and L7. Let scope and money decide, and ask the "
            "recruiter which loop awaits you."
        ),
        Verdict.L7: "Your answers speak for L7.",
    },
)


def question_text(question: Question) -> str:
    """Return what is asked."""
    return _ASKED[question]


def choice_text(question: Question, standing: Standing) -> str:
    """Return an answer in words."""
    return _CHOICES[question][standing]


def verdict_text(one: Assessment) -> str:
    """Return the level that the answers speak for, in a sentence or two."""
    return _tr(_VERDICTS[verdict(one)])


def reasons(one: Assessment, curriculum: Curriculum) -> tuple[str, ...]:
    """Return for each answer the row of the guide it rests on: what L6 and L7 stand for there."""
    return tuple(
        _reason(one, question, curriculum) for question in Question if question in one.answers
    )


def risk_text(one: Assessment | None, level: Level, curriculum: Curriculum) -> str:
    """Return what the guide's tip warns of, where answers and level do not go together."""
    if one is None or not is_mismatch(one, level):
        return ""
    rows = ", ".join(
        dict.fromkeys(row_text(curriculum, each, level)[0] for each in against(one, level))
    )
    return _tr(
        "You aim at {level} with work that is not of {level}: {rows}. Borrowed scope shows in the "
        "loop; settle first which level you are.",
        level=level.value,
        rows=rows,
    )


def _reason(one: Assessment, question: Question, curriculum: Curriculum) -> str:
    label, six = row_text(curriculum, question, Level.L6)
    other, seven = row_text(curriculum, question, Level.L7)
    name = label if label == other else f"{label} / {other}"
    said = choice_text(question, one.answers[question])
    fact = one.facts.get(question, "")
    told = _tr("{answer} (“{fact}”)", answer=said, fact=fact) if fact else said
    return _tr(
        "{row}: you said {answer}; L6 is “{six}”, L7 “{seven}”.",
        row=name,
        answer=told,
        six=six,
        seven=seven,
    )
