"""Reads the closed-book prompts of a curriculum when they are first wanted."""

from pathlib import Path

from planner.core.closed_book import ClosedBook, problems
from planner.core.curriculum import Curriculum
from planner.storage.curriculum import INDEX, CurriculumError, Index, read_file
from planner.storage.known import Known


def load_closed_book(
    folder: Path, curriculum: Curriculum, known: Known | None = None
) -> ClosedBook:
    """Return the prompts that lie beside a curriculum; none where it names no file of them.

    Raises:
        CurriculumError: when the file is missing or wrong, or does not go with the curriculum.
    """
    known = Known() if known is None else known
    name = read_file(folder / INDEX, Index, known).prompts
    if name is None:
        return ClosedBook()
    book = read_file(folder / name, ClosedBook, known)
    for problem in problems(book, curriculum):
        raise CurriculumError(folder / name, problem)
    return book
