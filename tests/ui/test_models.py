"""Every model of every page keeps the rules of Qt while the candidate works."""

from datetime import timedelta

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView

from planner.core.commands import (
    AcceptPlan,
    AddItem,
    Change,
    DropStory,
    MoveSession,
    PlaceStory,
    SkipItem,
    Tick,
    WriteStory,
)
from planner.core.planning import make_plan
from planner.core.values import Subject
from planner.ui.pages.table import PAGES
from tests.ui.house import TODAY, House

LEAST_MODELS = 8
"""Two of the Plan, of the Stories and of Practice, and one each of the week, list and guide."""


def steps(house: House) -> list[tuple[Change, ...]]:
    """Return gestures that bring rows, take them away, change and move them."""
    state = house.workspace.state
    plan, profile = state.plan, state.profile
    assert plan is not None
    assert profile is not None
    ahead = [one for one in plan.sessions if one.date > TODAY and one.code not in state.ticks]
    item = next(one.id for one in state.items() if one.units)
    later = make_plan(state, profile.evolve(loop=plan.loop + timedelta(weeks=3)), TODAY)
    story = next(iter(state.stories))
    return [
        (Tick(target=ahead[0].code, on=TODAY),),
        (Tick(target=item, on=TODAY), Tick(target=ahead[1].code, on=TODAY)),
        (AddItem(id="own.x", title="Mine", subject=Subject.READING, minutes=60),),
        (SkipItem(item=ahead[2].item),),
        (MoveSession(code=ahead[-1].code, to=ahead[-1].date + timedelta(days=0)),),
        (WriteStory(story="story.new", title="The bill"),),
        (PlaceStory(principle="frugality", place=1, story="story.new"),),
        (DropStory(story=story),),
        (AcceptPlan(plan=later),),
    ]


def test_every_model_keeps_the_rules(house: House) -> None:
    window = house.window
    testers: list[QAbstractItemModelTester] = []
    for name in PAGES:
        window.turn_to(name)
        for view in window.stack.findChildren(QAbstractItemView):
            known = {tester.model() for tester in testers}
            if view.model() is not None and view.model() not in known:
                mode = QAbstractItemModelTester.FailureReportingMode.Warning
                testers.append(QAbstractItemModelTester(view.model(), mode, view))
    assert len(testers) >= LEAST_MODELS
    commands = steps(house)
    for name in PAGES:
        window.turn_to(name)
        done = sum(house.workspace.do(*gesture) for gesture in commands)
        assert done >= len(commands) - 1, name
        for _ in range(done):
            window.run("undo")
