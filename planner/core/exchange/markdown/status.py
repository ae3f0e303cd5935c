"""How far the candidate is, as Markdown with tables."""

from collections.abc import Iterator
from datetime import date

from planner.core.exchange.markdown.layout import escaped, page, table, task
from planner.core.exchange.standing import Standing, standing
from planner.core.exchange.text.status import days_text, so_far_text
from planner.core.exchange.words import long_day
from planner.core.progress import Done
from planner.core.state import State
from planner.core.wording import hours_share, number_share
from planner.core.wording.advice import advice_text
from planner.core.wording.finish import outlook_text
from planner.core.wording.forecast import basis_text
from planner.core.wording.pace import pace_text


def status_markdown(state: State, today: date) -> str:
    """Return criteria, failure points and rounds, each share with numerator and denominator.

    Raises:
        Refused: while there is no plan.
    """
    now = standing(state, today)
    criteria = [
        (
            escaped(one.label),
            hours_share(one.studied),
            number_share(one.evidenced),
            number_share(one.tested),
        )
        for family in now.readiness.families
        for one in family.rows
    ]
    return page(
        [f"# Preparation for {now.plan.level.value}"],
        [f"Week {now.week} of {now.weeks}; {days_text(now.days)} on {long_day(now.plan.loop)}."],
        [f"{so_far_text(now)}."],
        [f"Your pace: {pace_text(now.paces)}."] if now.paces else [],
        [escaped(outlook_text(now.forecast))],
        [escaped(basis_text(now.forecast))] if now.forecast.left_minutes else [],
        [f"**Risk.** {escaped(now.readiness.risk)}"] if now.readiness.risk else [],
        [escaped(advice_text(now.readiness))],
        ["## Criteria"],
        table(("Criterion", "Studied", "Evidenced", "Tested"), criteria),
        *_evidence(now),
        ["## Failure points guarded"],
        [
            task(f"{escaped(one.label)} · {number_share(one.share)}", done=one.state is Done.DONE)
            for one in now.readiness.failures
        ],
        ["## Rounds"],
        table(
            ("Round", "Prepared", "Mocks at the bar"),
            [
                (escaped(one.label), hours_share(one.prepared), number_share(one.tested))
                for one in now.readiness.rounds
            ],
        ),
    )


def _evidence(now: Standing) -> Iterator[list[str]]:
    """Yield the lines of evidence under the criteria they speak for."""
    rows = [row for family in now.readiness.families for row in family.rows]
    shown = [(row, [one for one in row.supports if one.line]) for row in rows]
    if any(lines for _, lines in shown):
        yield ["## What can be shown"]
    for row, lines in shown:
        if lines:
            yield [f"### {escaped(row.label)}"]
            yield [f"- {escaped(one.title)}: {escaped(one.line)}" for one in lines]
