"""A store with everything one can do in it, as a version of the program writes it.

`python -m tests.support.saved_store` writes that of the present version anew, which is only right
until the version is released: from then on its folder is test data for ever.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

from planner import __version__
from planner.core import commands as c
from planner.core.assessment import Question, Standing
from planner.core.curriculum import Curriculum
from planner.core.curriculum_news import ids
from planner.core.planning import make_plan
from planner.core.profile import Profile, StudyDay
from planner.core.screens.week import free_days
from planner.core.state import State
from planner.core.story import Role, Version
from planner.core.values import Grade, Level, Priority, Rating, SessionKind, Subject
from planner.resources import resource
from planner.storage.backup.content import content_of
from planner.storage.backup.gathering import gathered
from planner.storage.curriculum import load_curriculum
from planner.workspace import Workspace
from tests.support.stores import Clock, Computer

SAVED = Path(__file__).resolve().parent.parent / "storage" / "saved"
STORE, STATE, IDS = "store", "state.json", "ids.txt"
START = date(2026, 11, 30)
PROFILE = Profile(
    level=Level.L6,
    start=START,
    loop=START + timedelta(weeks=5),
    week=(
        *(StudyDay(minutes=60) for _ in range(5)),
        StudyDay(),
        StudyDay(minutes=180, start=time(9, 15)),
    ),
    ratings={"reading": Rating.STRONG, "l6.ops.monitoring": Rating.NEW},
    place="Łódź, “home” ☕",
    days_off={START + timedelta(days=8): "", START + timedelta(days=25): "Christmas Day"},
    special_weeks={START + timedelta(weeks=2): 120},
    gates={"PS": START + timedelta(days=17)},
    zone="Europe/Warsaw",
)


def told(value: object) -> object:
    """Return a value as JSON knows it; fields that have their default are left out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(told(key)): told(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [told(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        held = {one.name: getattr(value, one.name) for one in fields(value)}
        defaults = {**type(value)._defaults}  # type: ignore[attr-defined]
        return {name: told(one) for name, one in held.items() if one != defaults.get(name, held)}
    return value


def told_state(state: State) -> dict[str, object]:
    """Return a state as JSON knows it, without the curriculum."""
    held = {one.name: getattr(state, one.name) for one in fields(state)}
    return {name: told(one) for name, one in held.items() if one and name != "curriculum"}


def build(folder: Path) -> None:
    """Write the store of the present version into an empty folder, with the state it makes."""
    curriculum = load_curriculum(resource("curriculum"))
    with TemporaryDirectory() as place:
        root = Path(place)
        clock = Clock()
        ada, bob = Computer(root, "ada", clock), Computer(root, "bob-2", clock)
        here, there = ada.workspace(curriculum=curriculum), bob.workspace(curriculum=curriculum)
        _first(here, clock)
        backup = content_of(gathered(ada.store), "backup")
        _more(here, clock)
        there.refresh()
        _elsewhere(there, clock)
        here.do(c.AddEvidence(item="l6.cloud.aws", text="Here: moved two services"))
        here.refresh()
        clock.move(days=-400)  # the clock is set back, the stamps go on
        here.do(c.LogTime(code=_codes(here)[2], minutes=30, on=START))
        here.restore(backup)
        here.undo()
        _lost_and_restored(ada, bob, curriculum)
        _imported(ada, Computer(root / "elsewhere", "cat", clock), curriculum)
        shutil.copytree(ada.store, folder / STORE)
        held = told_state(ada.workspace(curriculum=curriculum).state)
    text = json.dumps(held, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / STATE).write_text(f"{text}\n", encoding="utf-8")
    names = "".join(f"{one}\n" for one in sorted(ids(curriculum)))
    (folder / IDS).write_text(names, encoding="utf-8")


def _lost_and_restored(ada: Computer, bob: Computer, curriculum: Curriculum) -> None:
    """One journal is lost, comes back from a backup, and comes back once more by itself."""
    backup = content_of(gathered(ada.store), "backup")
    away = bob.file.read_bytes()
    bob.file.unlink()
    ada.workspace(curriculum=curriculum).restore(backup)
    bob.file.write_bytes(away)


def _imported(ada: Computer, cat: Computer, curriculum: Curriculum) -> None:
    """What a third computer did for itself is taken in."""
    mine = c.WriteStory(story="story.cat", title="From a third computer")
    cat.workspace(curriculum=curriculum).do(mine)
    ada.workspace(curriculum=curriculum).merge(content_of(gathered(cat.store), "document"))


def _first(workspace: Workspace, clock: Clock) -> None:
    """Profile and plan, each kind of tick, and what belongs to sessions."""
    state = State(workspace.state.curriculum, profile=PROFILE)
    plan = make_plan(state, PROFILE, START)
    workspace.do(c.ChangeProfile(profile=PROFILE), c.AcceptPlan(plan=plan))
    codes = _codes(workspace)
    mock = next(one.code for one in plan.sessions if one.kind is SessionKind.MOCK)
    review = next(one for one in plan.sessions if one.kind is SessionKind.REVIEW)
    for command in (
        c.Tick(target=codes[0], on=START),
        c.Tick(target=codes[1], on=START),
        c.Tick(target=codes[1], done=False, on=START),
        c.Tick(target="read.staff-engineer/overview", on=START),
        c.Tick(target="l6.ops.monitoring", on=START + timedelta(days=1)),
        c.LogTime(code=codes[0], minutes=55, on=START),
        c.LogTime(code=codes[0], minutes=5, on=START),
        c.AddEvidence(item="l6.ops.monitoring", text="Ran the last three reviews – «done» 🚀"),
        c.AddEvidence(item="read.staff-engineer", text="soon withdrawn"),
        c.AddEvidence(item="read.staff-engineer", text=""),
        c.Tick(target=mock, on=START),
        c.ScoreMock(code=mock, score=3),
        c.MoveSession(code=codes[3], to=free_days(workspace.state, codes[3], START)[-1].day),
        c.Tick(target=review.code, on=review.date),
        c.GradeReview(
            code=review.code, grade=Grade.AGAIN, answer="Two “whys” short", on=review.date
        ),
    ):
        clock.move(minutes=1)
        assert workspace.do(command), command


def _more(workspace: Workspace, clock: Clock) -> None:
    """Ratings and estimates, items of one's own, busy hours, stories, and what is undone."""
    title = "Numbers of “Orders”"
    for command in (
        c.RateSkill(group="reading", rating=Rating.WORKING),
        c.RateItem(item="l6.ops.monitoring", rating=Rating.WORKING),
        c.EstimateItem(item="read.staff-engineer", minutes=240),
        c.SkipItem(item="read.elegant-puzzle", reason="read last year"),
        c.AddItem(id="own.1", title="Mine", subject=Subject.TECHNICAL, minutes=90),
        c.AddItem(
            id="own.2",
            title="Mine as well",
            subject=Subject.LEADERSHIP,
            minutes=45,
            priority=Priority.CORE,
            requires=("own.1", "l6.ops.monitoring"),
        ),
        c.ChangeItem(item="own.1", minutes=120, priority=Priority.OPTIONAL),
        c.RenameItem(item="own.2", title=title),
        c.KeepBusy(source="work.ics", times={START: ((540, 600), (660, 720))}),
        c.WriteStory(
            story="story.1", title="Outage", situation="Line one\nline two", role=Role.MANAGER
        ),
        c.WriteStory(story="story.2", title="Hiring", result="Six people", engineers=12),
        c.PlaceStory(principle="ownership", place=1, story="story.1"),
        c.PlaceStory(principle="customer-obsession", place=2, story="story.2"),
        c.TimeStory(story="story.1", version=Version.LONG, seconds=190, on=START),
        c.DropStory(story="story.2"),
        c.AssessLevel(
            on=START,
            answers={Question.SCOPE: Standing.L6, Question.TEAM_SIZE: Standing.L7},
            facts={Question.SCOPE: "Two teams, “Orders” and “Stock”"},
        ),
        c.WriteReview(monday=START, decision="Fewer books", notes="Two evenings lost"),
        _mock(1, notes="Too long on “why”"),
        _mock(2),
        c.DropMock(mock="run.2"),
        c.RateSkill(group="key_technical", rating=Rating.NEW),
    ):
        clock.move(seconds=1)
        assert workspace.do(command), command
    workspace.undo()
    workspace.undo()
    workspace.redo()


def _mock(number: int, notes: str = "") -> c.NoteMock:
    return c.NoteMock(
        mock=f"run.{number}",
        round="BEH",
        level=Level.L6,
        on=START + timedelta(days=number),
        minutes=50,
        scores={"ownership": 3, "customer-obsession": 2},
        notes=notes,
    )


def _elsewhere(workspace: Workspace, clock: Clock) -> None:
    """The other computer knows what was done and goes on."""
    for command in (
        c.SkipItem(item="read.elegant-puzzle", skipped=False),
        c.RateItem(item="l6.ops.monitoring", rating=None),
        c.Tick(target=_codes(workspace)[2], on=START + timedelta(days=2)),
        c.WriteStory(story="story.1", action="Called everybody", setback=True),
        c.AddEvidence(item="l6.cloud.aws", text="There: wrote the runbook"),
    ):
        clock.move(hours=1)
        assert workspace.do(command), command


def _codes(workspace: Workspace) -> list[str]:
    plan = workspace.state.plan
    assert plan is not None
    return [one.code for one in plan.sessions if one.kind is SessionKind.STUDY]


if __name__ == "__main__":
    place = SAVED / __version__
    shutil.rmtree(place, ignore_errors=True)
    build(place)
