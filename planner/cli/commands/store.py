"""Opens the store for a command, and says what is wrong with it without stopping the work."""

from datetime import date, timedelta
from pathlib import Path

from planner.cli.failure import Failure, WrongUsage
from planner.cli.output import complain
from planner.cli.parts import Parts
from planner.core.commands import Change
from planner.storage.trouble import StoreError
from planner.workspace import Workspace

EXAMPLE_WEEKS, EXAMPLE_HOURS = 10, 10

_WAYS_ON = (
    "Nothing was changed; loopready restore goes back to a backup, "
    "and loopready init --start-new begins anew."
)


def init_line(today: date) -> str:
    """Return a line that makes a plan, with a loop day ten weeks from the next Monday on."""
    loop = next_monday(today) + timedelta(weeks=EXAMPLE_WEEKS)
    return f"loopready init --level L6 --loop {loop.isoformat()} --hours {EXAMPLE_HOURS}"


def next_monday(today: date) -> date:
    """Return today when it is a Monday, else the Monday that comes."""
    return today + timedelta(days=-today.weekday() % 7)


def opened(parts: Parts) -> Workspace:
    """Return the workspace of a store that has to be there.

    Raises:
        StoreError: when the folder cannot be a store.
        WrongUsage: when there is none.
    """
    workspace = found(parts)
    if workspace is None:
        raise WrongUsage(
            f"There is no store in {parts.folder} yet; {init_line(parts.today)} makes one."
        )
    warn(workspace)
    return workspace


def found(parts: Parts) -> Workspace | None:
    """Return the workspace of a store that is there, or was at an earlier time; else None.

    Raises:
        StoreError: when the folder cannot be a store.
    """
    if is_there(parts.folder):
        return parts.open_workspace()
    try:
        workspace = parts.open_workspace()
    except StoreError:
        return None
    return workspace if workspace.not_there else None


def is_there(folder: Path) -> bool:
    """Say whether there is something to open; what cannot be looked at is told when opened."""
    try:
        return folder.exists()
    except OSError:
        return True


def opened_with_plan(parts: Parts) -> Workspace:
    """Return the workspace of a store that has to hold a plan.

    Raises:
        StoreError: when the folder cannot be a store.
        WrongUsage: when there is no store or no plan in it.
    """
    workspace = opened(parts)
    if workspace.state.plan is None:
        raise WrongUsage(
            f"There is no plan in {parts.folder} yet; {init_line(parts.today)} makes one."
        )
    return workspace


def warn(workspace: Workspace) -> None:
    """Say in a line what is not there, or could not be used."""
    told = " ".join(filter(None, (workspace.not_there, workspace.findings)))
    if told:
        complain(told)


def ensure_writable(workspace: Workspace) -> None:
    """Refuse to go on where nothing could be kept.

    Raises:
        WrongUsage: when the store is read-only.
    """
    if workspace.not_there:
        raise WrongUsage(f"{workspace.not_there} {_WAYS_ON}")
    if workspace.read_only:
        raise WrongUsage(f"{workspace.read_only} Nothing was changed.")


def kept(workspace: Workspace, *commands: Change) -> bool:
    """Carry out commands as one step, and say whether that changed anything.

    Raises:
        Refused: when the rules do not allow it.
        Failure: when it is not on the disk.
    """
    before = workspace.notices
    changed = workspace.do(*commands)
    ensure_saved(workspace)
    for notice in workspace.notices[len(before) :]:
        complain(notice)
    return changed


def ensure_saved(workspace: Workspace) -> None:
    """Refuse to call something done that is not on the disk.

    Raises:
        Failure: when the disk did not take it.
    """
    if workspace.unsaved:
        raise Failure(f"Nothing was saved. {workspace.unsaved}")
