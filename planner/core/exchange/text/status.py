"""How far the candidate is, as text for a terminal."""

from datetime import date

from planner.core.exchange.standing import Standing, standing
from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.exchange.words import count, long_day
from planner.core.progress import Done
from planner.core.screens.readiness import Family
from planner.core.state import State
from planner.core.wording import duration, hours_share, number_share
from planner.core.wording.advice import advice_text
from planner.core.wording.finish import outlook_text
from planner.core.wording.forecast import basis_text
from planner.core.wording.pace import pace_text
from planner.core.wording.times import done_of_planned

MARK = {Done.DONE: "[x]", Done.HALF: "[~]", Done.OPEN: "[ ]"}
_WIDE, _NARROW = 14, 10


def status_text(state: State, today: date) -> str:
    """Return criteria, failure points and rounds, each share with numerator and denominator.

    Raises:
        Refused: while there is no plan.
    """
    now = standing(state, today)
    return page(
        _head(now),
        paragraph(f"Risk: {now.readiness.risk}") if now.readiness.risk else [],
        _columns("Preparation", "studied", "evidenced", "tested"),
        *(_family(family) for family in now.readiness.families),
        _failures(now),
        _rounds(now),
        paragraph(advice_text(now.readiness)),
    )


def days_text(days: int) -> str:
    """Say how far the loop is: "49 days to the loop", "the loop is today"."""
    if days == 0:
        return "the loop is today"
    return f"{count(days, 'day')} to the loop" if days > 0 else f"{count(-days, 'day')} after it"


def so_far_text(now: Standing) -> str:
    """Say how much of the plan is done, and how much of it was to be."""
    return f"{done_of_planned(now.done.done, now.done.of)}, {duration(now.due)} of it until today"


def _head(now: Standing) -> list[str]:
    return [
        *paragraph(
            f"{now.plan.level.value} · week {now.week} of {now.weeks} · {days_text(now.days)} "
            f"on {long_day(now.plan.loop)}"
        ),
        *paragraph(so_far_text(now)),
        *(paragraph(f"Your pace: {pace_text(now.paces)}") if now.paces else ()),
        "",
        *paragraph(outlook_text(now.forecast)),
        *paragraph(basis_text(now.forecast)),
    ]


def _columns(label: str, studied: str, evidenced: str, tested: str, indent: int = 0) -> list[str]:
    width = 40 - indent
    return row([(label, width), (studied, _WIDE), (evidenced, _NARROW)], tested, indent=indent)


def _family(family: Family) -> list[str]:
    lines = [family.label]
    for one in family.rows:
        figures = (
            hours_share(one.studied),
            number_share(one.evidenced),
            number_share(one.tested),
        )
        lines += _columns(one.label, *figures, indent=2)
    return lines


def _failures(now: Standing) -> list[str]:
    lines = ["Failure points guarded"]
    for one in now.readiness.failures:
        cells = [(MARK[one.state], 3), (one.label, 56)]
        lines += row(cells, number_share(one.share), indent=2)
        if one.stories:
            lines += paragraph(f"runs into it: {', '.join(one.stories)}", indent=7)
    return lines


def _rounds(now: Standing) -> list[str]:
    lines = ["Rounds of the loop"]
    for one in now.readiness.rounds:
        lines += _columns(one.label, hours_share(one.prepared), "", number_share(one.tested), 2)
    return lines
