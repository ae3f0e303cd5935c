"""`loopready backup` and `loopready restore`: a copy of the whole store, and the way back to it."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from planner.cli.commands.store import ensure_saved, ensure_writable, is_there, warn
from planner.cli.failure import Failure, WrongUsage
from planner.cli.output import deliver, tell
from planner.cli.parts import Parts
from planner.core.exchange.text.layout import page
from planner.core.exchange.words import count, line
from planner.core.wording.backups import change_text, figures, kind_text, unreadable_text
from planner.storage.backup.keeping import Backup, Backups, Kind
from planner.storage.backup.packing import read_backup
from planner.storage.backup.preview import preview
from planner.storage.trouble import BackupError, NotSaved
from planner.workspace import Workspace


def backup(options: Namespace, parts: Parts) -> None:
    """Copy the store into a zip, in a file of one's own or beside the other backups.

    Raises:
        WrongUsage: when there is no store.
        NotSaved, Failure: when it could not be done, or lacks what could not be read.
    """
    if not is_there(parts.folder):
        raise WrongUsage(f"There is no store in {parts.folder}.")
    backups = parts.open_backups()
    if options.output:
        deliver(backups.copy(), options.output, is_text=False)
        tell(f"Backed up into {line(str(options.output))}\n")
        _ensure_whole(backups)
        return
    taken = backups.take(Kind.BY_HAND)
    if taken is None:
        raise Failure(f"There is no journal in {parts.folder}, so there is nothing to back up.")
    tell(f"Backed up into {line(str(taken.file))}\n")
    _ensure_whole(backups)


def _ensure_whole(backups: Backups) -> None:
    if backups.lacking:
        raise Failure(backups.lacking)


def restore(options: Namespace, parts: Parts) -> None:
    """List the backups, or go back to one of them as one step that can be undone.

    Raises:
        WrongUsage: when there is no such backup, or it cannot be used.
        NotSaved, Failure: when it could not be done.
    """
    backups = parts.open_backups()
    workspace = parts.open_workspace()
    warn(workspace)
    if options.list or options.name is None:
        tell(_listed(backups, workspace))
        return
    file = _found(options.name, backups)
    if not workspace.not_there:
        ensure_writable(workspace)
    try:
        content = read_backup(file)
    except BackupError as error:
        raise WrongUsage(f"{error} Nothing was changed.") from error
    looked = preview(content, workspace.state, workspace.records)
    if looked.changes_nothing and not workspace.not_there:
        tell(f"{change_text(looked)}\n")
        return
    try:
        backups.take(Kind.BEFORE_RESTORE)
        workspace.restore(content)
    except NotSaved as trouble:
        raise Failure(f"Nothing was restored. {trouble}") from trouble
    ensure_saved(workspace)
    told = [f"Restored {line(str(file))}", f"  {figures(looked.then, date.isoformat)}"]
    tell("\n".join([*told, *_remarks(unreadable_text(looked)), _WAY_BACK]) + "\n")


def damaged(backups: Backups) -> Iterator[str]:
    """Say in a line each which backups cannot be used."""
    for one in backups.all():
        try:
            read_backup(one.file)
        except BackupError as error:
            yield str(error)


def newest(backups: Backups) -> str:
    """Return a line on where the backups are, and of when the newest is."""
    known = backups.all()
    if not known:
        return f"There is no backup yet; they are kept in {backups.place}"
    when = f"{known[0].moment.astimezone():%Y-%m-%d %H:%M}"
    return f"{count(len(known), 'backup')}, the newest of {when}, in {backups.place}"


_WAY_BACK = "To take this back: loopready undo"


def _listed(backups: Backups, workspace: Workspace) -> str:
    known = backups.all()
    if not known:
        return f"{line(newest(backups))}\n"
    blocks = [_block(one, workspace) for one in known]
    return page(
        *blocks,
        [f"They are kept in {line(str(backups.place))}", "To go back: loopready restore NAME"],
    )


def _block(one: Backup, workspace: Workspace) -> Sequence[str]:
    when = one.moment.astimezone()
    head = f"{one.file.stem}  {when:%Y-%m-%d %H:%M}, {kind_text(one.kind)}"
    try:
        looked = preview(read_backup(one.file), workspace.state, workspace.records)
    except BackupError as error:
        return [head, f"  {line(str(error))}"]
    told = [figures(looked.then, date.isoformat), change_text(looked)]
    return [head, *(f"  {text}" for text in (*told, *_remarks(unreadable_text(looked))))]


def _remarks(text: str) -> Iterator[str]:
    if text:
        yield text


def _found(name: str, backups: Backups) -> Path:
    """Return the file of a backup by the beginning of its name, or any other file by its path.

    Of several that begin alike the newest is taken where they are of one day.
    """
    alike = [one for one in backups.all() if name and one.file.name.startswith(name)]
    if len({one.moment.date() for one in alike}) == 1:
        return alike[0].file
    if alike:
        raise WrongUsage(f"{len(alike)} backups begin with {name}; write more of the name.")
    file = Path(name).expanduser()
    if not file.exists():
        raise WrongUsage(f"There is no backup {name}; loopready restore --list names them.")
    return file
