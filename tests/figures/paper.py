"""The figures on paper, as the documents hold them before they are painted."""

from collections.abc import Iterator
from datetime import date

from planner.core.screens.checklist import checklist_screen
from planner.core.state import State
from planner.paper.contents.checklist import checklist_paper
from planner.paper.contents.document import Check, Document, Section, Standing, Task
from planner.paper.contents.document import Figures as Cells
from planner.paper.contents.readiness import readiness_paper
from planner.paper.contents.week import week_document
from planner.paper.contents.whole import plan_document
from tests.figures.values import Figures, Key


def of_paper(state: State, today: date) -> Figures:
    """The whole plan, the weeks, readiness and the checklist."""
    assert state.plan is not None
    whole = plan_document(state, today)
    found = dict(_tasks(whole))
    found["plan", "planned"] = whole.head.beside[1].split(" planned · ")[0]
    for week, section in zip(state.plan.weeks, whole.sections, strict=False):
        found.update(_week(str(week.number), section.heading.right))
    for week in state.plan.weeks:
        alone = week_document(state, week.number, today)
        found.update(_tasks(alone))
        found.update(_week(str(week.number), alone.head.beside[1]))
        days = dict.fromkeys(one.date.isoformat() for one in state.plan.sessions_of(week))
        for day, section in zip(days, alone.sections, strict=bool(days)):
            found["day", day] = section.heading.right.removesuffix(" · actual")
    found.update(_readiness(readiness_paper(state, today)))
    found.update(_checklist(state, checklist_paper(state, today)))
    return found


def _week(number: str, line: str) -> Iterator[tuple[Key, object]]:
    planned, free = line.split(" planned · ")
    yield ("week", "planned", number), planned
    yield ("week", "buffer", number), free.removesuffix(" buffer")


def _tasks(document: Document) -> Iterator[tuple[Key, object]]:
    for section in document.sections:
        for row in section.rows:
            if isinstance(row, Task):
                yield ("session", "minutes", row.code), int(row.minutes.removesuffix(" m"))
                took = row.actual.removesuffix(" m")
                yield ("session", "actual", row.code), int(took) if took else None
                yield ("session", "done", row.code), row.standing is Standing.DONE


def _readiness(document: Document) -> Iterator[tuple[Key, object]]:
    for section in document.sections:
        columns = section.heading.columns
        for row in section.rows:
            if not isinstance(row, Cells):
                continue
            for column, cell in zip(columns, row.cells, strict=True):
                yield _key(column, columns, row.title), cell


def _key(column: str, columns: tuple[str, ...], label: str) -> Key:
    if column == "guarded":
        return "guarded", label
    return "criterion" if "studied" in columns else "round", column, label


def _checklist(state: State, document: Document) -> Iterator[tuple[Key, object]]:
    screen = checklist_screen(state)
    for section, rows in zip(document.sections, screen.sections, strict=True):
        yield ("section", rows.title), section.heading.right.removesuffix(" done")
        yield from _items(section, rows.rows)


def _items(section: Section, rows: object) -> Iterator[tuple[Key, object]]:
    checks = iter([row for row in section.rows if isinstance(row, Check)])
    for row in rows:  # type: ignore[attr-defined]
        check = next(checks)
        assert not check.inset
        if check.right not in {"left out", "skipped"}:
            yield ("item", row.id), check.right
        for unit in row.units:
            inset = next(checks)
            if inset.right:
                yield ("unit", unit.id), inset.right
            yield ("unit", "done", unit.id), inset.standing is Standing.DONE
