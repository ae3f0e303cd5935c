"""What the program does where no window can open: it says so, and prints the plan."""

from datetime import timedelta

from planner.cli.commands.store import (
    EXAMPLE_HOURS,
    EXAMPLE_WEEKS,
    found,
    init_line,
    next_monday,
    warn,
)
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.entry import spread_hours
from planner.core.exchange.text import plan_text
from planner.core.exchange.text.layout import page, paragraph
from planner.core.planning import make_plan
from planner.core.profile import Profile
from planner.core.state import State
from planner.core.values import Level

_NO_DISPLAY = (
    "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."
)


def print_plan(parts: Parts) -> None:
    """Print the plan of the store, or an example and how to make one's own.

    Raises:
        StoreError: when the folder cannot be a store.
        ReaderGone, Failure: when it could not be printed.
    """
    state = _stored(parts)
    if state is not None and state.plan is not None:
        tell(
            page(
                [*paragraph(_NO_DISPLAY), *paragraph(f"This is the plan of {parts.folder}.")],
                [plan_text(state, parts.today, progress=True).rstrip()],
            )
        )
    else:
        tell(_example(parts))


def _stored(parts: Parts) -> State | None:
    workspace = found(parts)
    if workspace is None:
        return None
    warn(workspace)
    return workspace.state


def _example(parts: Parts) -> str:
    """Return a plan of nobody, marked as such, and the line that makes a real one."""
    monday = next_monday(parts.today)
    profile = Profile(
        level=Level.L6,
        start=monday,
        loop=monday + timedelta(weeks=EXAMPLE_WEEKS),
        week=spread_hours(EXAMPLE_HOURS * 60),
    )
    state = State(parts.curriculum, profile=profile)
    state = state.evolve(plan=make_plan(state, profile, parts.today))
    init = init_line(parts.today)
    return page(
        [
            *paragraph(_NO_DISPLAY),
            *paragraph(
                f"There is no plan in {parts.folder} yet. To make one, with your own level, day "
                "and hours:"
            ),
        ],
        [f"  {init}"],
        ["EXAMPLE of what it makes; nothing of this is stored:"],
        [plan_text(state, parts.today).rstrip()],
        ["This was an example. To make your own plan:"],
        [f"  {init}"],
        ["In a checkout, .venv/bin/python -m planner stands for loopready."],
    )
