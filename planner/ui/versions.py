"""What the program is made of, in one line."""

import PySide6
from PySide6.QtCore import qVersion

from planner import __version__


def versions() -> str:
    """Return the versions a report of a bug should name, in one line."""
    import platform

    from pydantic import VERSION

    return (
        f"Loopready {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"PySide6 {PySide6.__version__} · pydantic {VERSION} · {platform.system()}"
    )
