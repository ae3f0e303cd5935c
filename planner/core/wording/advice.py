"""The weakest criterion and what would strengthen it, the same on screen and in files."""

from functools import partial
from typing import TYPE_CHECKING

from planner.core.language import translate
from planner.core.screens.next_step import NextStep, Step
from planner.core.wording.times import duration

if TYPE_CHECKING:
    from planner.core.screens.readiness import ReadinessScreen

_tr = partial(translate, "Advice")


def advice_text(screen: "ReadinessScreen") -> str:
    """Return the weakest criterion and what would strengthen it."""
    step = screen.next_step
    if step is None:
        return _without_step(screen)
    behind = _tr("{criterion} is furthest behind.", criterion=step.criterion)
    start = behind if screen.begun else _tr("Nothing is done yet.")
    return f"{start} {_deed(step)}"


def _without_step(screen: "ReadinessScreen") -> str:
    weakest = [row for family in screen.families for row in family.rows if row.is_weakest]
    if not weakest:
        return _tr("Everything planned is done and has its line of evidence.")
    return _tr(
        "{criterion} is furthest behind, and nothing more is planned for it.",
        criterion=weakest[0].label,
    )


def _deed(step: NextStep) -> str:
    if step.step is Step.EVIDENCE:
        return _tr("{title} is done, but has no line of evidence yet.", title=step.title)
    week = _tr("in week {week}", week=step.week) if step.week else _tr("not in the plan")
    told = _tr(
        "Next: {title}, {minutes} to go, {week}.",
        title=step.title,
        minutes=duration(step.minutes),
        week=week,
    )
    if not step.displaces:
        return told
    wait = _tr("Taken up this week, it would make {session} wait.", session=step.displaces)
    return f"{told} {wait}"
