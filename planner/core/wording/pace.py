"""The words for own pace, the same on paper, on screen and in a terminal."""

from collections.abc import Iterable

from planner.core.pace import Pace


def factor_text(percent: int) -> str:
    """Return a pace as a factor: "×1.2", "×0.85", "×1"."""
    return f"×{percent / 100:g}"


def pace_text(paces: Iterable[Pace]) -> str:
    """Return "technical ×1.2 (6 items), reading ×0.9 (1 item)", empty while nothing is known."""
    return ", ".join(
        f"{one.kind.value} {factor_text(one.percent)} "
        f"({one.items} {'item' if one.items == 1 else 'items'})"
        for one in paces
    )
