"""The words for own pace, the same on paper, on screen and in a terminal."""

from collections.abc import Iterable

from planner.core.language import number, translate
from planner.core.pace import Pace
from planner.core.wording.names import kind_name


def factor_text(percent: int) -> str:
    """Return a pace as a factor: "×1.2", "×0.85", "×1"."""
    return f"×{number(percent / 100, 2)}"


def pace_text(paces: Iterable[Pace]) -> str:
    """Return "technical ×1.2 (6 items), reading ×0.9 (1 item)", empty while nothing is known."""
    return ", ".join(
        translate(
            "Pace",
            "{subject} {factor} (%n item(s))",
            n=one.items,
            subject=kind_name(one.kind),
            factor=factor_text(one.percent),
        )
        for one in paces
    )
