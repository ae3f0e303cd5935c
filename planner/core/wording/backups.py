"""What a backup holds, and what going back to it would change, in words."""

from collections.abc import Callable
from datetime import date
from functools import partial

from planner.core.language import Table, translate
from planner.core.screens.holding import Holding, Preview
from planner.core.wording.times import duration

_tr = partial(translate, "Backups")

Row = tuple[str, str, str]

_KINDS = Table(
    "Backups",
    {
        "daily": "first of the day",
        "by-hand": "made by hand",
        "before-restore": "before a restore",
        "before-import": "before an import",
        "before-update": "before a new version",
    },
)


def kind_text(kind: str) -> str:
    """Return why a backup was made."""
    return _KINDS[kind]


def preview_rows(preview: Preview, day: Callable[[date], str]) -> tuple[Row, ...]:
    """Return the figures of a backup and of now, each with its name; `day` writes a day."""
    return rows_beside(preview.then, preview.now, day)


def rows_beside(one: Holding, other: Holding, day: Callable[[date], str]) -> tuple[Row, ...]:
    """Return the figures of two holdings side by side, each with its name."""
    pairs = zip(_figures(one, day), _figures(other, day), strict=True)
    return tuple((name, first, second) for (name, first), (_, second) in pairs)


def figures(held: Holding, day: Callable[[date], str]) -> str:
    """Return what is held in one line."""
    level = _level(held)
    parts = (
        _tr("{level}, loop {day}", level=level, day=day(held.loop)) if held.loop else level,
        _plan(held),
        _tr("%n tick(s)", n=held.ticks),
        _tr("{time} logged", time=duration(held.minutes)),
        _tr("%n step(s)", n=held.steps),
    )
    return " · ".join(parts)


def change_text(preview: Preview) -> str:
    """Return in a sentence what going back would change."""
    if preview.changes_nothing:
        return _tr("The store holds just that already.")
    if not preview.brought:
        return _tr("Going back takes back %n step(s) made since.", n=preview.taken)
    if not preview.taken:
        return _tr("Going back brings back %n step(s).", n=preview.brought)
    return _tr(
        "Going back takes back %n step(s) made since and brings back {steps}.",
        n=preview.taken,
        steps=_tr("%n step(s)", n=preview.brought),
    )


def unreadable_text(preview: Preview) -> str:
    """Return a sentence on what cannot be read in a backup; nothing where all can."""
    if not preview.unreadable:
        return ""
    return _tr("%n line(s) of it cannot be read and will stay out.", n=preview.unreadable)


def _figures(held: Holding, day: Callable[[date], str]) -> tuple[tuple[str, str], ...]:
    return (
        (_tr("Level"), _level(held)),
        (_tr("Loop"), day(held.loop) if held.loop else "–"),
        (_tr("Plan"), _plan(held)),
        (_tr("Ticks"), str(held.ticks)),
        (_tr("Logged"), duration(held.minutes)),
        (_tr("Stories"), str(held.stories)),
        (_tr("Steps"), str(held.steps)),
        (_tr("Computers"), str(held.computers)),
    )


def _level(held: Holding) -> str:
    return held.level.value if held.level else _tr("not chosen")


def _plan(held: Holding) -> str:
    if not held.weeks:
        return _tr("no plan")
    weeks, sessions = _tr("%n week(s)", n=held.weeks), _tr("%n session(s)", n=held.sessions)
    return _tr("{weeks}, {sessions}", weeks=weeks, sessions=sessions)
