"""`loopready assess`: which level one's own work speaks for."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from planner.cli.asked.answers import Answered, Told
from planner.cli.commands.store import ensure_writable, kept, opened
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.assessment import CHOICES, Question, Standing
from planner.core.commands import AssessLevel
from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.state import State
from planner.core.wording.assessment import (
    choice_text,
    question_text,
    reasons,
    risk_text,
    verdict_text,
)


def assess(options: Namespace, parts: Parts) -> None:
    """Keep the answers and print what they speak for; without answers print the questions.

    Raises:
        Refused, WrongUsage, Failure: when an answer is unknown, missing, or was not saved.
    """
    workspace = opened(parts)
    answers, facts = _once(options.answers), _told(options.fact)
    if answers:
        missing = [one.value for one in Question if one not in answers]
        if missing:
            raise WrongUsage(f"Answer these too: {', '.join(missing)}.")
        ensure_writable(workspace)
        kept(workspace, AssessLevel(on=parts.today, answers=answers, facts=facts))
    elif facts:
        raise WrongUsage("A fact goes with the answers; give these as well.")
    blocks = _questions() if not answers else ()
    tell(page(*blocks, _result(workspace.state)))


def _once(given: Sequence[Answered]) -> dict[Question, Standing]:
    names = [one.question for one in given]
    double = sorted({name.value for name in names if names.count(name) > 1})
    if double:
        raise WrongUsage(f"{', '.join(double)} is answered twice.")
    return {one.question: one.standing for one in given}


def _told(given: Sequence[Told]) -> dict[Question, str]:
    return {one.question: one.fact for one in given}


def _questions() -> Iterator[list[str]]:
    for question in Question:
        lines = paragraph(f"{question_text(question)} ({question.value})")
        for standing in CHOICES[question]:
            lines += row([(standing.value, 7)], choice_text(question, standing), indent=2)
        yield lines


def _result(state: State) -> list[str]:
    one = state.assessment
    if one is None:
        return paragraph("Answer all of them: loopready assess scope=l6 team-size=between …")
    lines = paragraph(verdict_text(one))
    for reason in reasons(one, state.curriculum):
        lines += row([("-", 1)], reason, indent=2)
    level = state.profile.level if state.profile else None
    risk = risk_text(one, level, state.curriculum) if level else ""
    return [*lines, *(paragraph(f"Risk: {risk}") if risk else ())]
