"""What can go wrong with files, each in one plain sentence."""

import errno
from pathlib import Path

from planner.core.language import Table, translate

_SENTENCES = Table(
    "Storage",
    {
        errno.ENOSPC: "The disk is full",
        errno.EDQUOT: "The disk quota is used up",
        errno.EROFS: "The disk is read-only",
        errno.EACCES: "There is no permission to write",
        errno.EPERM: "There is no permission to write",
        errno.ENOENT: "The folder is not there",
        errno.ENOTDIR: "Part of the path is a file, not a folder",
        errno.EISDIR: "There is a folder of that name",
        errno.EIO: "The disk reports an error",
        errno.EMFILE: "Too many files are open",
        errno.ENFILE: "Too many files are open",
        errno.EFBIG: "The file has grown too large for this disk",
        errno.ENAMETOOLONG: "The name is too long",
    },
)


class StoreError(Exception):
    """The store cannot be opened; the message is one sentence for the user."""


class UnreadableStore(StoreError):  # noqa: N818 - a store that is there
    """The store may be there and cannot be looked into; the message is one sentence."""


class BackupError(Exception):
    """A backup that cannot be used; the message is one sentence for the user."""


class DocumentError(Exception):
    """A document that cannot be written or used; the message is one sentence for the user."""


class NotSaved(Exception):  # noqa: N818 - it says what happened, in the words of the title bar
    """Something could not be written; the message is one sentence for the user."""


def not_saved(error: OSError, path: Path) -> NotSaved:
    """Return what to tell of an error while a file was written."""
    return NotSaved(f"{_reason(error)}: {path}.")


def cannot_list(error: OSError, folder: Path) -> str:
    """Return what to tell of a store whose folder cannot be looked into."""
    if isinstance(error, FileNotFoundError):
        return translate("Storage", "The store is not there: {folder}.", folder=folder)
    if isinstance(error, NotADirectoryError):
        return translate(
            "Storage", "The store must be a folder, and this is none: {folder}.", folder=folder
        )
    if isinstance(error, PermissionError):
        return translate(
            "Storage", "There is no permission to read the store: {folder}.", folder=folder
        )
    return translate(
        "Storage",
        "The store cannot be read, {reason}: {folder}.",
        reason=error.strerror,
        folder=folder,
    )


def _reason(error: OSError) -> str:
    known = _SENTENCES.get(error.errno or 0)
    return known or (error.strerror or type(error).__name__).capitalize()
