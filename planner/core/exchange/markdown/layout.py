"""Headings, task lists and tables of Markdown, in which every text stays plain text."""

import re
from collections.abc import Sequence

from planner.core.exchange.words import line

_MEANING = re.compile(r"([\\`*_\[\]<>#|~&!$])")
"""Signs that mean something in the middle of a line of Markdown."""


def escaped(text: str) -> str:
    """Return a text as one line that Markdown shows as it is."""
    return _MEANING.sub(r"\\\1", line(text))


def task(text: str, *, done: bool, level: int = 0) -> str:
    """Return a line of a task list; the text is Markdown already."""
    return f"{'  ' * level}- [{'x' if done else ' '}] {text}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def page(*blocks: Sequence[str]) -> str:
    """Return blocks of lines as a text, an empty line between two blocks."""
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
