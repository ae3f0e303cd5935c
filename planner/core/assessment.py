"""The level that one's own work speaks for, row by row of the guide's table of scope."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from planner.core.curriculum import Curriculum
from planner.core.values import Fact, Level


class Question(StrEnum):
    """What is asked: the rows of the guide's table of scope, and how far one's influence goes."""

    SCOPE = "scope"
    TEAM_SIZE = "team-size"
    IMPACT = "business-impact"
    DEPTH = "technical-depth"
    REACH = "reach"


class Standing(StrEnum):
    """Where an answer stands against the levels of the table."""

    BELOW = "below"
    L6 = "l6"
    BETWEEN = "between"
    L7 = "l7"


CHOICES: Mapping[Question, tuple[Standing, ...]] = {
    Question.SCOPE: (Standing.BELOW, Standing.L6, Standing.L7),
    Question.TEAM_SIZE: (Standing.BELOW, Standing.L6, Standing.BETWEEN, Standing.L7),
    Question.IMPACT: (Standing.BELOW, Standing.L6, Standing.L7),
    Question.DEPTH: (Standing.BELOW, Standing.L6, Standing.L7),
    Question.REACH: (Standing.BELOW, Standing.L6, Standing.L7),
}
"""The answers to each question, from the smallest to the largest. Only the team's size has a gap
between the levels: the guide leaves 26 to 99 engineers to neither."""

_RANK = {Standing.BELOW: 0, Standing.L6: 1, Standing.BETWEEN: 2, Standing.L7: 3}
CLEAR = 3
"""So many of five answers on one side make a level clear."""


class Assessment(Fact, frozen=True):
    """The answers on a day, each with a fact of one's own where there is one."""

    on: date
    answers: Mapping[Question, Standing]
    facts: Mapping[Question, str] = {}


class Verdict(StrEnum):
    """The level that the answers speak for."""

    BELOW = "below"
    L6 = "L6"
    BETWEEN = "between"
    L7 = "L7"


def verdict(one: Assessment) -> Verdict:
    """Return the level that the answers speak for.

    It is L7 where at least three answers are of L7 and none is below L6, L6 where at least three
    are of L6 or above and at most one is of L7, below L6 where three are below it, else between.
    """
    found = list(one.answers.values())
    sevens, below = found.count(Standing.L7), found.count(Standing.BELOW)
    if below >= CLEAR:
        return Verdict.BELOW
    if sevens >= CLEAR and not below:
        return Verdict.L7
    if sevens <= 1 and len(found) - below >= CLEAR:
        return Verdict.L6
    return Verdict.BETWEEN


def against(one: Assessment, level: Level) -> tuple[Question, ...]:
    """Return the questions whose answers speak against a level, in their order."""
    wanted = Standing.L6 if level is Level.L6 else Standing.L7
    return tuple(
        question
        for question in Question
        if question in one.answers and _RANK[one.answers[question]] != _RANK[wanted]
    )


def is_mismatch(one: Assessment | None, level: Level) -> bool:
    """Say whether the answers speak for another level than the one that is aimed at.

    Between the levels either may be right.
    """
    return one is not None and verdict(one) not in {Verdict.BETWEEN, Verdict(level.value)}


def row_text(curriculum: Curriculum, question: Question, level: Level) -> tuple[str, str]:
    """Return the label of a question's row in the guide, and what it says of a level.

    A pack may lack the row; then the question stands for it, and nothing is said.
    """
    name = question.value.replace("-", " ").capitalize()
    if question is Question.REACH:
        places = {Level.L6: "Cross-team Collaboration", Level.L7: "Organizational Impact"}
        points = curriculum.guide.levels[level].differentiators
        told = [(one.label, one.text) for one in points if one.label == places[level]]
    else:
        rows = [row for row in curriculum.guide.scope if row.id == question.value]
        told = [(row.label, row.at[level]) for row in rows if level in row.at]
    return told[0] if told else (name, "not stated")
