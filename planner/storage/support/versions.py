"""What the program is made of, in one line; nothing is loaded for it."""

import platform
from importlib.metadata import PackageNotFoundError, version

from planner import __version__
from planner.storage.line import VERSION


def versions() -> str:
    """Return the versions a report of a bug should name, in one line.

    PySide6 bears the version of the Qt it brings.
    """
    qt = _version("PySide6-Essentials")
    return (
        f"Loopready {__version__} · Python {platform.python_version()} · Qt {qt} · "
        f"PySide6 {qt} · pydantic {_version('pydantic')} · store format {VERSION} · "
        f"{platform.system()}"
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not known"
