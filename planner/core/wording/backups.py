"""What a backup holds, and what going back to it would change, in words."""

from collections.abc import Callable
from datetime import date

from planner.core.screens.holding import Holding, Preview
from planner.core.wording.titles import counted, duration

Row = tuple[str, str, str]

KINDS = {
    "daily": "first of the day",
    "by-hand": "made by hand",
    "before-restore": "before a restore",
    "before-import": "before an import",
    "before-update": "before a new version",
}


def preview_rows(preview: Preview, day: Callable[[date], str]) -> tuple[Row, ...]:
    """Return the figures of a backup and of now, each with its name; `day` writes a day."""
    then, now = figures_by_name(preview.then, day), figures_by_name(preview.now, day)
    return tuple((name, then[name], now[name]) for name in then)


def figures(held: Holding, day: Callable[[date], str]) -> str:
    """Return what is held in one line."""
    found = figures_by_name(held, day)
    level, loop = found["Level"], found["Loop"]
    first = f"{level}, loop {loop}" if held.loop else level
    ticks, steps = counted(held.ticks, "tick"), counted(held.steps, "step")
    return f"{first} · {found['Plan']} · {ticks} · {found['Logged']} logged · {steps}"


def change_text(preview: Preview) -> str:
    """Return in a sentence what going back would change."""
    if preview.changes_nothing:
        return "The store holds just that already."
    taken, brought = counted(preview.taken, "step"), counted(preview.brought, "step")
    if not preview.brought:
        return f"Going back takes back {taken} made since."
    if not preview.taken:
        return f"Going back brings back {brought}."
    return f"Going back takes back {taken} made since and brings back {brought}."


def unreadable_text(preview: Preview) -> str:
    """Return a sentence on what cannot be read in a backup; nothing where all can."""
    if not preview.unreadable:
        return ""
    return f"{counted(preview.unreadable, 'line')} of it cannot be read and will stay out."


def figures_by_name(held: Holding, day: Callable[[date], str]) -> dict[str, str]:
    """Return the figures of what is held by their names; `day` writes a day."""
    weeks, sessions = counted(held.weeks, "week"), counted(held.sessions, "session")
    return {
        "Level": held.level.value if held.level else "not chosen",
        "Loop": day(held.loop) if held.loop else "–",
        "Plan": f"{weeks}, {sessions}" if held.weeks else "no plan",
        "Ticks": str(held.ticks),
        "Logged": duration(held.minutes),
        "Stories": str(held.stories),
        "Steps": str(held.steps),
        "Computers": str(held.computers),
    }
