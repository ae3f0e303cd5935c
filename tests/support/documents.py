"""Documents of everything made by hand, good ones and bad ones."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from planner.storage.document.form import ABOUT, FORMAT, VERSION
from tests.support.lines import line

HOLDS = {
    "level": None,
    "loop": None,
    **dict.fromkeys(["weeks", "sessions", "ticks", "minutes", "stories", "steps", "computers"], 1),
}
HEADER: Mapping[str, Any] = {
    "format": FORMAT,
    "version": VERSION,
    "about": ABOUT,
    "program": "0.1.0",
    "written": "2026-12-05",
    "holds": HOLDS,
}


def command(**changes: Any) -> dict[str, Any]:
    """Return a tick as a document holds it, with values changed and a true sum."""
    found: dict[str, Any] = json.loads(line(**changes))
    return found


def document(*commands: Any, **changes: Any) -> str:
    """Return a document of commands, by default of one tick; None leaves a field out."""
    held: Sequence[Any] = commands or [command()]
    values = {**HEADER, "count": len(held), "commands": held, **changes}
    return json.dumps({name: one for name, one in values.items() if one is not None})
