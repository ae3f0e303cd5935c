"""What a document holds, and what taking it in would change, in words."""

from collections.abc import Callable
from datetime import date

from planner.core.screens.taking import Taking
from planner.core.wording.backups import Row, figures_by_name
from planner.core.wording.titles import counted


def taking_rows(taking: Taking, day: Callable[[date], str]) -> tuple[Row, ...]:
    """Return the figures of now and of afterwards, each with its name; `day` writes a day."""
    now, after = figures_by_name(taking.now, day), figures_by_name(taking.after, day)
    return tuple((name, now[name], after[name]) for name in now)


def taking_text(taking: Taking) -> str:
    """Return in a sentence how much of a document is new."""
    if not taking.new:
        return f"All of its {counted(taking.known, 'command')} are here already."
    is_or_are = "is" if taking.new == 1 else "are"
    here = "is" if taking.known == 1 else "are"
    known = f", {taking.known} {here} here already" if taking.known else ""
    return f"{counted(taking.new, 'command')} {is_or_are} new{known}."


def refused_text(taking: Taking) -> str:
    """Return a sentence on commands that would not count; nothing where all would."""
    if not taking.refused:
        return ""
    does = "does" if taking.refused == 1 else "do"
    return (
        f"{counted(taking.refused, 'command')} {does} not apply here and would be without effect; "
        "loopready check names such."
    )
