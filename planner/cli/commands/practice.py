"""`loopready practice` and `loopready mock`: rounds and mocks, and how one of them went."""

from argparse import Namespace
from collections.abc import Sequence

from planner.cli.asked.forms import form_of
from planner.cli.asked.scores import Scored
from planner.cli.commands import documents
from planner.cli.commands.store import ensure_writable, kept, opened
from planner.cli.entered import entered
from planner.cli.failure import WrongUsage
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.commands import Change, DropMock, NoteMock
from planner.core.exchange.text.practice import mock_text
from planner.core.exchange.words import line
from planner.core.fixes import fix_commands, unplaced
from planner.core.mocks import held, usual_minutes
from planner.core.refusal import Refusal, Refused
from planner.core.screens.practice import practice_screen
from planner.core.state import State

UNDO = "To take this back: loopready undo"


def show(options: Namespace, parts: Parts) -> None:
    """Write the rounds with their mocks.

    Raises:
        Refused, WrongUsage, Failure, StoreError: when that is not possible.
    """
    form = form_of(options)
    state = opened(parts).state
    screen = practice_screen(state)
    if screen is None:
        raise Refused(Refusal.NO_PROFILE)
    documents.write(documents.practice(state, screen), form, options)


def note(options: Namespace, parts: Parts) -> None:
    """Note how a mock went, and plan its fixes, as one step; or drop one.

    Raises:
        Refused, WrongUsage, Failure: when something is unknown, or was not saved.
    """
    workspace = opened(parts)
    ensure_writable(workspace)
    if options.drop:
        if options.round not in workspace.state.mocks:
            raise Refused(Refusal.UNKNOWN_MOCK, options.round)
        kept(workspace, DropMock(mock=options.round))
        tell(f"{options.round} dropped\n{UNDO}\n")
        return
    command = _noted(workspace.state, options, parts)
    fixes = [(f"own.{parts.new_id()}", title) for title in options.fix]
    more = fix_commands(workspace.state, command.round, fixes, parts.today)
    kept(workspace, *more, *held(command))
    mock = workspace.state.mocks[command.mock]
    lines = [f"{mock.id}  {mock_text(parts.curriculum, mock)}", *_planned(workspace.state, more)]
    tell("\n".join([*lines, UNDO]) + "\n")


def _noted(state: State, options: Namespace, parts: Parts) -> NoteMock:
    if state.profile is None:
        raise Refused(Refusal.NO_PROFILE)
    level = state.profile.level
    values = {
        "mock": f"run.{parts.new_id()}",
        "round": options.round,
        "level": level,
        "on": options.on or parts.today,
        "minutes": options.minutes or usual_minutes(state.curriculum, level, options.round),
        "scores": _scores(options.score),
        "judge": options.judge,
        "notes": options.notes,
        "code": options.code,
    }
    return entered(NoteMock, values, "The mock was not noted; {place}: {why}.")


def _scores(given: Sequence[Scored]) -> dict[str, int]:
    if not given:
        raise WrongUsage("Score at least one thing, such as --score depth=3.")
    names = [one.name for one in given]
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise WrongUsage(f"{', '.join(double)} is scored twice; nothing was noted.")
    return {one.name: one.score for one in given}


def _planned(state: State, more: Sequence[Change]) -> list[str]:
    lines = [
        f"{session.code}  {session.date.isoformat()}, {line(item.title)}"
        for item in state.own.values()
        if any(getattr(one, "id", "") == item.id for one in more)
        for session in (state.plan.by_item.get(item.id, ()) if state.plan else ())
    ]
    waiting = [f"{line(title)} waits for the next replanning" for title in unplaced(more)]
    return [*lines, *waiting]
