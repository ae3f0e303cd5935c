"""What a document holds, and what taking it in would change, in words."""

from collections.abc import Callable
from datetime import date
from functools import partial

from planner.core.language import translate
from planner.core.screens.taking import Taking
from planner.core.wording.backups import Row, rows_beside

_tr = partial(translate, "Importing")


def taking_rows(taking: Taking, day: Callable[[date], str]) -> tuple[Row, ...]:
    """Return the figures of now and of afterwards, each with its name; `day` writes a day."""
    return rows_beside(taking.now, taking.after, day)


def taking_text(taking: Taking) -> str:
    """Return in a sentence how much of a document is new."""
    if not taking.new:
        return _tr("All of its %n command(s) are here already.", n=taking.known)
    if not taking.known:
        return _tr("%n command(s) (is|are) new.", n=taking.new)
    return _tr(
        "%n command(s) (is|are) new, {known}.",
        n=taking.new,
        known=_tr("%n (is|are) here already", n=taking.known),
    )


def refused_text(taking: Taking) -> str:
    """Return a sentence on commands that would not count; nothing where all would."""
    if not taking.refused:
        return ""
    return _tr(
        "%n command(s) (does|do) not apply here and would be without effect; loopready check "
        "names such.",
        n=taking.refused,
    )
