"""A session of a page of the window as a task on paper."""

from planner.core.language import translate
from planner.core.screens.week import SessionRow, WeekScreen
from planner.core.wording import session_minutes
from planner.paper.contents.document import Standing, Task


def task(row: SessionRow, *, day: str = "", notes: bool = True) -> Task:
    """Return a session as a task, with its note or only with what must not be missed."""
    said = [translate("Paper", "skipped")] if row.skipped and not row.done else []
    if notes and row.note:
        said.append(row.note)
    return Task(
        code=row.code,
        title=row.title,
        minutes=session_minutes(row.minutes),
        note="; ".join(said),
        actual="" if row.actual is None else session_minutes(row.actual),
        standing=_standing(row),
        day=day,
    )


def open_only(screen: WeekScreen) -> WeekScreen:
    """Return a week without what is done or skipped, and without the days that it fills."""
    found = ((block, tuple(row for row in block.rows if _is_open(row))) for block in screen.days)
    days = (
        block.evolve(rows=rows, minutes=sum(row.minutes for row in rows))
        for block, rows in found
        if rows
    )
    return screen.evolve(days=tuple(days))


def _is_open(row: SessionRow) -> bool:
    return not (row.done or row.skipped)


def _standing(row: SessionRow) -> Standing:
    if row.done:
        return Standing.DONE
    return Standing.SKIPPED if row.skipped else Standing.OPEN
