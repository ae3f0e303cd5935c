"""Every label of the guide's tables, lists and code blocks, as written there, by its heading."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("guide_labels.txt")


@cache
def labels() -> Mapping[str, Sequence[str]]:
    """The labels of each section, in the order of the guide. A diagram is a section of its own."""
    found: dict[str, list[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found[line.removeprefix("## ")] = []
        elif line:
            found[list(found)[-1]].append(line)
    return found
