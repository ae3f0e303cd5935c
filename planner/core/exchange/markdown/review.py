"""The review of a week as Markdown."""

from collections.abc import Sequence

from planner.core.exchange.markdown.layout import escaped, page
from planner.core.exchange.words import long_day
from planner.core.screens.weekly_review import WeeklyReview
from planner.core.wording.weekly_review import done_text, moved_text, title_text


def review_markdown(one: WeeklyReview) -> str:
    """Return planned against done, what moved, what is at risk, and what was written."""
    return page(
        [f"# {title_text(one)}"],
        [f"{long_day(one.monday)} to {long_day(one.sunday)}. {escaped(done_text(one))}."],
        *_list("Still open", one.open),
        *_list("What moved", [moved_text(each) for each in one.moved]),
        *_list("At risk", one.risks),
        *_list("Decision", [one.decision] if one.decision else []),
        *_list("Notes", one.notes.splitlines()),
    )


def _list(heading: str, texts: Sequence[str]) -> list[list[str]]:
    lines = [f"- {escaped(text)}" for text in texts if text.strip()]
    return [[f"## {heading}"], lines] if lines else []
