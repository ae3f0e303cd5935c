"""What the palette finds besides actions: items, sessions, stories, weeks, rows of the guide."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from planner.core.curriculum import Curriculum
from planner.core.finding import Entry
from planner.core.progress import is_done
from planner.core.screens.guide.parts import guide_screen
from planner.core.screens.guide.values import Line, Part
from planner.core.screens.subjects import session_subject
from planner.core.state import State
from planner.core.stories import living
from planner.core.values import Phase, Priority, Subject
from planner.core.wording.titles import session_title

LONGEST_SHOWN = 100
"""Letters of what stands beside each other in a title of the guide."""


class Kind(StrEnum):
    """What a thing is, which says where it leads."""

    ACTION = "action"
    ITEM = "item"
    SESSION = "session"
    STORY = "story"
    WEEK = "week"
    GUIDE = "guide"


class Thing(Entry, frozen=True):
    """Something that can be gone to, or done.

    `target` is what it leads to: the id of an action, an item or a story, the code of a session,
    the number of a week, or a part of the guide, with "/" and the number of a row in it.
    `day` is that of a session, or the Monday of a week. `keys` are those that run an action, and
    `why_not` says why it cannot be run now.
    """

    kind: Kind = Kind.ACTION
    target: str = ""
    subject: Subject | None = None
    priority: Priority | None = None
    day: date | None = None
    phase: Phase | None = None
    minutes: int = 0
    done: bool = False
    keys: str = ""
    why_not: str = ""


def thing(kind: Kind, target: str, title: str, more: str = "", **said: Any) -> Thing:
    """Return a thing, whose key is made of what it is and where it leads."""
    return Thing(f"{kind.value} {target}", title, more, kind=kind, target=target, **said)


def things(state: State, today: date) -> Iterator[Thing]:
    """Yield items, sessions (those of today and later first), stories and weeks."""
    for item in state.items():
        at = item.at.get(state.profile.level) if state.profile else None
        priority = at.priority if at else None
        said = {"subject": item.subject, "priority": priority}
        yield thing(Kind.ITEM, item.id, item.title, item.label, **said)
    plan = state.plan
    if plan is not None:
        for one in sorted(plan.sessions, key=lambda one: one.date < today):
            yield thing(
                Kind.SESSION,
                one.code,
                session_title(state, one),
                one.code,
                subject=session_subject(state, one),
                day=one.date,
                minutes=one.minutes,
                done=is_done(state, one),
            )
    for story in living(state):
        told = (
            one.name
            for one in state.curriculum.principles
            if story.id in state.places.get(one.id, ())
        )
        yield thing(Kind.STORY, story.id, story.title, " ".join(story.tags), also=" ".join(told))
    for week in plan.weeks if plan else ():
        yield thing(Kind.WEEK, str(week.number), "", day=week.monday, phase=week.phase)


def guide_things(curriculum: Curriculum) -> Iterator[Thing]:
    """Yield the parts of the guide, and what stands in them; nothing depends on a candidate."""
    for part in guide_screen(State(curriculum)).parts:
        yield thing(Kind.GUIDE, part.id, part.title, part.chapter)
        for place, line in enumerate(part.lines):
            yield from _of_line(part, place, line)


def _of_line(part: Part, place: int, line: Line) -> Iterator[Thing]:
    """Yield a labelled row as one thing, and the cells of any other one by one.

    Whole sentences beside a label find it, but do not stand in its title.
    """
    target = f"{part.id}/{place}"
    if line.label:
        cells = _joined(*(cell.label or cell.text for cell in line.cells))
        yield _short(target, line.label, cells, part.title)
        return
    for cell in line.cells:
        if cell.label or cell.text:
            level = cell.level.value if cell.level else ""
            first, rest = (cell.label, cell.text) if cell.label else (cell.text, "")
            yield _short(target, first, rest, _joined(part.title, level))


def _short(target: str, label: str, rest: str, more: str) -> Thing:
    title = _joined(label, rest)
    if len(title) <= LONGEST_SHOWN:
        return thing(Kind.GUIDE, target, title, more)
    return thing(Kind.GUIDE, target, label, more, also=rest)


def _joined(*said: str) -> str:
    return " · ".join(filter(None, said))
