"""Reads what the scores of a mock mean; loaded when a mock is scored."""

from pathlib import Path

from planner.core.checking import read
from planner.core.rubric import Rubric

FILE = "rubric.json"


def load_rubric(folder: Path) -> Rubric:
    """Return the rubric of a folder.

    Raises:
        OSError: when there is none.
        ValueError: when it is none.
    """
    return read(Rubric, (folder / FILE).read_bytes())
