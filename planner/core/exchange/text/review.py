"""The review of a week as text for a terminal."""

from collections.abc import Sequence

from planner.core.exchange.text.layout import page, paragraph, row
from planner.core.exchange.words import long_day
from planner.core.screens.weekly_review import WeeklyReview
from planner.core.wording.weekly_review import done_text, moved_text, title_text


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


def _list(heading: str, texts: Sequence[str]) -> list[str]:
    lines = [part for text in texts for part in row([("-", 1)], text, indent=2)]
    return [heading, *lines] if lines else []
