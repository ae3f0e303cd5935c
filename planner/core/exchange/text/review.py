"""The review of a week as text for a terminal."""

from collections.abc import Sequence

from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.exchange.text.status import hours_share
from planner.core.exchange.words import long_day
from planner.core.screens.weekly_review import Moved, WeeklyReview
from planner.core.wording import duration


def review_text(one: WeeklyReview) -> str:
    """Return planned against done, what moved, what is at risk, and what was written."""
    return page(
        [
            *paragraph(f"{title_text(one)} · {long_day(one.monday)} to {long_day(one.sunday)}"),
            *paragraph(done_text(one)),
        ],
        _list("Still open", one.open),
        _list("What moved", [moved_text(each) for each in one.moved]),
        _list("At risk", one.risks),
        _list("Decision", [one.decision] if one.decision else []),
        _list("Notes", one.notes.splitlines()),
    )


def title_text(one: WeeklyReview) -> str:
    """Return "Review of week 3 of 10"."""
    return f"Review of week {one.number} of {one.weeks}"


def done_text(one: WeeklyReview) -> str:
    """Return planned against done: "5 h of 7 h 30 m done, 5 h 20 m logged"."""
    logged = f", {duration(one.logged)} logged" if one.logged else ""
    return f"{duration(one.done)} of {duration(one.planned)} done{logged}"


def moved_text(one: Moved) -> str:
    """Return a criterion with its share before and after."""
    return f"{one.label}: {hours_share(one.before)}, now {hours_share(one.after)}"


def _list(heading: str, texts: Sequence[str]) -> list[str]:
    lines = [part for text in texts for part in row([("-", 1)], text, indent=2)]
    return [heading, *lines] if lines else []
