"""What a made-up candidate does with the small plan of the tests, one gesture after the other."""

from dataclasses import fields
from datetime import timedelta
from random import Random
from zlib import crc32

from planner.core import commands as c
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.values import Priority, Rating, Subject
from planner.workspace import Workspace
from tests.support import study
from tests.support.stores import Computer

TEXTS = ("led a review", "Łódź – “home”", "\u202egnihton", "😀" * 60, "x" * 500, "")
_TARGETS = (*study.CODES, study.BOOK, *study.CHAPTERS, study.SKILL)
_ITEMS = (study.BOOK, study.SKILL)


def begin(computer: Computer) -> Workspace:
    """Return the workspace of a new store that holds a profile and the small plan."""
    workspace = computer.workspace()
    workspace.do(c.ChangeProfile(profile=study.PROFILE), c.AcceptPlan(plan=study.PLAN))
    return workspace


def deed(dice: Random) -> c.Change:
    """Return a command that may or may not be refused."""
    on = study.TODAY + timedelta(days=dice.randrange(10))
    makers = (
        lambda: c.Tick(target=dice.choice(_TARGETS), done=dice.random() < 0.7, on=on),
        lambda: c.LogTime(code=dice.choice(study.CODES), minutes=dice.randint(1, 90), on=on),
        lambda: c.AddEvidence(item=dice.choice(_ITEMS), text=dice.choice(TEXTS)),
        lambda: c.ScoreMock(code="W2-01", score=dice.choice((None, 1, 2, 3, 4))),
        lambda: c.RateItem(item=study.BOOK, rating=dice.choice((None, *Rating))),
        lambda: c.SkipItem(item=study.SKILL, skipped=dice.random() < 0.5, reason="later"),
        lambda: c.MoveSession(code=dice.choice(study.CODES), to=on),
        lambda: c.EstimateItem(item=study.BOOK, minutes=dice.choice((None, 90, 240))),
        lambda: c.AddItem(
            id=f"own.n{dice.randrange(10**6)}",
            title=dice.choice(TEXTS)[:200] or "mine",
            subject=Subject.TECHNICAL,
            minutes=60,
            priority=dice.choice(list(Priority)),
        ),
        lambda: c.AcceptPlan(plan=study.PLAN),
        lambda: c.WriteStory(
            story=f"story.{dice.randrange(4)}",
            title="Moved a team",
            action=dice.choice(TEXTS),
            result=f"{dice.randrange(10**6)} saved",
        ),
        lambda: c.DropStory(story=f"story.{dice.randrange(4)}", dropped=dice.random() < 0.5),
    )
    made: c.Change = dice.choice(makers)()
    return made


def gesture(workspace: Workspace, dice: Random) -> bool:
    """Do something, undo or redo, and say whether that changed anything."""
    what = dice.random()
    if what < 0.1:
        return workspace.undo() is not None
    if what < 0.15:
        return workspace.redo() is not None
    try:
        return workspace.do(*(deed(dice) for _ in range(dice.choice((1, 1, 1, 2, 5)))))
    except Refused:
        return False


def mark(state: State) -> int:
    """Return what tells two states apart, on every computer alike."""
    held = (getattr(state, one.name) for one in fields(state) if one.name != "curriculum")
    plain = [sorted(one.items()) if isinstance(one, dict) else one for one in held]
    return crc32(repr(plain).encode("utf-8", "backslashreplace"))
