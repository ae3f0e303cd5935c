"""The words for own pace, the same on paper, on screen and in a terminal."""

from collections.abc import Iterable

from planner.core.language import number, translate
from planner.core.pace import Kind, Pace


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
            subject=_kind_name(one.kind),
            factor=factor_text(one.percent),
        )
        for one in paces
    )


def _kind_name(kind: Kind) -> str:
    """Return what own pace is measured for."""
    return {
        Kind.READING: translate("Names", "reading"),
        Kind.TECHNICAL: translate("Names", "technical"),
        Kind.LEADERSHIP: translate("Names", "leadership"),
        Kind.STORY: translate("Names", "story", "kind of work"),
    }[kind]
