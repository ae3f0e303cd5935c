"""Where the program keeps things, and how a store is opened."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from planner.core.language import translate
from planner.storage.device import Device
from planner.storage.hold import Hold
from planner.storage.journal import Journal
from planner.storage.known import Known
from planner.storage.lock import TurnLock
from planner.storage.places import place_of
from planner.storage.remembered.copies import Copies
from planner.storage.remembered.given import Giving
from planner.storage.sums import sha256
from planner.storage.trouble import StoreError, UnreadableStore

PACK = "curriculum-pack.json"
"""The name a curriculum for another company has in a store's folder. It is written with a line
for each field, so no line of it can be taken for one of a journal."""
_LONGEST_ADDRESS = 90
"""Bytes; a socket has 104 on macOS, and Qt makes it under a longer name at first."""


def has_pack(folder: Path) -> bool:
    """Say whether a store has a curriculum of its own; what cannot be looked at has none."""
    try:
        return (folder / PACK).is_file()
    except OSError:
        return False


def store_folder() -> Path:
    """Return the folder of the journals. On some systems all places are one, hence its own name."""
    return place_of("data") / "store"


def state_folder() -> Path:
    """Return the folder of what belongs to this computer alone and must never be synchronised."""
    return place_of("state")


def backups_folder(store: Path, state: Path | None = None) -> Path:
    """Return the folder of the backups of a store."""
    return (state or state_folder()) / "backups" / _name_of(store.absolute())


def window_hold(store: Path, state: Path | None = None) -> Hold:
    """Return the lock of the one window on a store, whose address only this user can reach."""
    keep, name = state or state_folder(), _name_of(store.absolute())
    socket = keep / f"window-{name}.socket"
    if sys.platform == "win32" or len(os.fsencode(socket)) > _LONGEST_ADDRESS:
        return Hold(keep / f"window-{name}.lock", f"loopready-{_name_of(keep)}-{name}")
    return Hold(keep / f"window-{name}.lock", str(socket))


def rescue_folder(store: Path, state: Path | None = None) -> Path:
    """Return the folder of what a store did not take."""
    return (state or state_folder()) / "rescued" / _name_of(store.absolute())


def focus_file(store: Path, state: Path | None = None) -> Path:
    """Return the file of the focus timer that runs for a store."""
    return (state or state_folder()) / f"focus-{_name_of(store.absolute())}.json"


def preferences_file() -> Path:
    """Return the file of the preferences."""
    return place_of("config") / "preferences.json"


def open_store(
    store: Path | None,
    *,
    now: Callable[[], datetime],
    new_id: Callable[[], str],
    state: Path | None = None,
    known: Known | None = None,
    unreadable: bool = False,
) -> Journal:
    """Return the journal of a folder, by default the user's own. Nothing is read or made yet.

    `known` is what was checked at earlier starts, by default nothing. A store of which there are
    copies opens always: they stand in for what is not there.

    Raises:
        StoreError: when the folder is none, cannot be read, or could never be made.
    """
    folder = (store or store_folder()).absolute()
    keep = state or state_folder()
    name = _name_of(folder)
    copies = Copies(keep / "copies" / name)
    if not copies.names:
        try:
            _check(folder)
        except UnreadableStore:
            if not unreadable:
                raise
    return Journal(
        folder,
        Device(keep / "device", new_id),
        TurnLock(keep / f"append-{name}.lock"),
        now,
        Known() if known is None else known,
        copies,
        Giving(keep / f"given-{name}.json"),
    )


def _name_of(folder: Path) -> str:
    """Return what tells a store from the others of this computer."""
    return sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]


def _check(folder: Path) -> None:
    try:
        if folder.is_dir():
            with os.scandir(folder):
                return
        if folder.exists() or folder.is_symlink():
            raise StoreError(
                translate(
                    "Storage",
                    "The store must be a folder, and this is none: {folder}.",
                    folder=folder,
                )
            )
        above = next(one for one in folder.parents if one.exists())
        can_be_made = above.is_dir() and os.access(above, os.W_OK | os.X_OK)
    except PermissionError as error:
        raise UnreadableStore(
            translate(
                "Storage", "There is no permission to read the store: {folder}.", folder=folder
            )
        ) from error
    except OSError as error:
        raise UnreadableStore(
            translate(
                "Storage",
                "The store cannot be read, {reason}: {folder}.",
                reason=error.strerror,
                folder=folder,
            )
        ) from error
    if not can_be_made:
        raise StoreError(
            translate(
                "Storage", "The store is not there and cannot be made: {folder}.", folder=folder
            )
        )
