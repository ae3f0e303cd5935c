"""Where temporary stores lie."""

from pathlib import Path

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - where thousands of stores cost no disk


def memory() -> Path | None:
    """Return a folder in memory, where there is one, for what is not about disks."""
    return _SHARED_MEMORY if _SHARED_MEMORY.is_dir() else None
