"""Reads the curriculum from its JSON files, and says in one line what is wrong with them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

from planner.core.checking import Limits, first_problem, read
from planner.core.curriculum import (
    ContradictionError,
    Criterion,
    Curriculum,
    FailurePoint,
    Group,
    Item,
    Principle,
    Problem,
    Round,
)
from planner.core.guide import Guide
from planner.core.succession import Renamed, RetiredUnit
from planner.core.values import Value, types_of
from planner.storage.known import Known
from planner.storage.strict import strict_json

INDEX = "curriculum.json"

FileName = Annotated[str, Limits(pattern=r"^[a-z0-9][a-z0-9-]*\.json$")]
AnyValue = TypeVar("AnyValue", bound=Value)


class CurriculumError(Exception):
    """A curriculum that cannot be used; its text is one sentence with the file and the reason."""

    def __init__(self, file: Path, reason: str) -> None:
        """Join file and reason to a single line."""
        super().__init__(" ".join(f"The curriculum file {file} {reason}".split()))


class Index(Value, frozen=True):
    """The file that names the others, in the order in which their lists are put together.

    The file of the `prompts` is read when they are wanted.
    """

    version: Annotated[int, Limits(ge=1)]
    files: Annotated[tuple[FileName, ...], Limits(min_length=1)]
    prompts: FileName | None = None


class Part(Value, frozen=True):
    """One of the other files: any of the fields of the curriculum, whole or in part."""

    guide: Guide | None = None
    groups: tuple[Group, ...] = ()
    items: tuple[Item, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    failures: tuple[FailurePoint, ...] = ()
    rounds: tuple[Round, ...] = ()
    principles: tuple[Principle, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    retired: tuple[Item, ...] = ()
    retired_units: tuple[RetiredUnit, ...] = ()


LISTS = tuple(name for name in types_of(Part) if name != "guide")


def load_curriculum(folder: Path, known: Known | None = None) -> Curriculum:
    """Return the curriculum that lies in a folder, checked as a whole.

    Files that are known were checked before.

    Raises:
        CurriculumError: when a file is missing or wrong, or the files contradict one another.
    """
    known = Known() if known is None else known
    index = read_file(folder / INDEX, Index, known)
    parts = {folder / name: read_file(folder / name, Part, known) for name in index.files}
    guides = {file: part.guide for file, part in parts.items() if part.guide is not None}
    if len(guides) != 1:
        raise CurriculumError(folder / INDEX, f"names {len(guides)} files with a guide, not one")
    lists: dict[str, Any] = {
        name: tuple(one for part in parts.values() for one in getattr(part, name)) for name in LISTS
    }
    try:
        return Curriculum(version=index.version, guide=guides.popitem()[1], **lists)
    except ContradictionError as error:
        file = _file_of(error.problem, parts)
        raise CurriculumError(file, f"does not hold together: {error}") from error


def read_file(file: Path, kind: type[AnyValue], known: Known) -> AnyValue:
    """Return what a JSON file holds, checked; one that is known was checked before.

    Raises:
        CurriculumError: when the file is missing or wrong.
    """
    data = _content(file)
    value = known.recall(kind, data)
    if value is not None:
        return value
    text, document = parsed(file, data)
    try:
        value = read(kind, text)
    except ValueError as error:
        raise CurriculumError(file, f"is wrong: {first_of(error, document)}") from error
    known.note(kind, data)
    return value


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise CurriculumError(file, "is missing") from error
    except OSError as error:
        raise CurriculumError(file, f"cannot be read: {error.strerror}") from error


def parsed(file: Path, data: bytes) -> tuple[str, object]:
    """Return a file as text and as JSON; the second reading finds what pydantic lets pass."""
    try:
        text = data.decode("utf-8-sig")
        return text, strict_json(text)
    except UnicodeDecodeError as error:
        raise CurriculumError(file, f"is not UTF-8 at byte {error.start}") from error
    except ValueError as error:
        raise CurriculumError(file, f"is not JSON as it should be: {error}") from error


def first_of(error: ValueError, document: object) -> str:
    """Return the first problem in a line: the way to it from the nearest id, and the reason."""
    steps, reason = first_problem(error)
    place, here = "", document
    for step in steps:
        place = f"{place}.{step}" if place else str(step)
        if isinstance(here, Mapping):
            here = here.get(step)
        elif isinstance(here, Sequence) and isinstance(step, int):
            here = here[step] if step < len(here) else None  # it may be too short a list
        if isinstance(here, Mapping) and isinstance(here.get("id"), str):
            place = here["id"]
    return f"{place}: {reason}" if place else reason


def _file_of(problem: Problem, parts: Mapping[Path, Part]) -> Path:
    """Return the file that holds the place a problem was found at."""
    if problem.field == "guide":
        return next(file for file, part in parts.items() if part.guide is not None)
    owners = [file for file, part in parts.items() for _ in getattr(part, problem.field)]
    return owners[problem.place]
