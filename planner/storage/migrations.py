"""Lifts lines of older versions of the format to the present one, step by step."""

from collections.abc import Callable, Mapping
from typing import Any

Values = dict[str, Any]
Upgrade = Callable[[Values], Values]

UPGRADES: Mapping[int, Upgrade] = {}
"""For each version of a line that is past, what makes one of the next version of it.

A step takes the values of a line as JSON knows them, `id`, `at`, `seen`, `v` and `command`, and
returns them as the next version writes them; `v` is set here. The line on the disk stays as it is.
"""


def lifted(values: Values, to: int, upgrades: Mapping[int, Upgrade]) -> Values | None:
    """Return the values of an older line as the version `to` would have written them.

    None where there is no way, as for a version that never was.
    """
    version = values["v"]
    if type(version) is not int or version >= to:
        return None
    while version < to:
        upgrade = upgrades.get(version)
        if upgrade is None:
            return None
        version += 1
        values = {**upgrade(values), "v": version}
    return values
