"""Reads the answers of the level assessment as they are typed."""

from argparse import ArgumentTypeError

from planner.core.assessment import CHOICES, Question, Standing
from planner.core.values import Fact

LONGEST = 500


class Answered(Fact, frozen=True):
    """A question with its answer."""

    question: Question
    standing: Standing


class Told(Fact, frozen=True):
    """A question with a fact of one's own."""

    question: Question
    fact: str


def answer(text: str) -> Answered:
    """Return an answer written like scope=l6 or team-size=between."""
    name, _, word = text.partition("=")
    question = _question(name)
    choices = [one.value for one in CHOICES[question]]
    if word.lower() not in choices:
        raise ArgumentTypeError(f"“{text}” is no answer; choose {name}= {', '.join(choices)}")
    return Answered(question, Standing(word.lower()))


def fact(text: str) -> Told:
    """Return a fact written like team-size=14 engineers in two teams."""
    name, sign, words = text.partition("=")
    told = " ".join(words.split())
    if not sign or len(told) > LONGEST:
        raise ArgumentTypeError(f"a fact is written like {name[:20]}=14 engineers, in a line")
    return Told(_question(name), told)


def _question(name: str) -> Question:
    try:
        return Question(name.lower())
    except ValueError:
        known = ", ".join(Question)
        raise ArgumentTypeError(f"there is no question “{name}”; there are {known}") from None
