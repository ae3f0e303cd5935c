"""Reads the curriculum from its JSON files, and says in one line what is wrong with them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from planner.core.curriculum import (
    ContradictionError,
    Criterion,
    Curriculum,
    FailurePoint,
    Group,
    Guide,
    Item,
    Principle,
    Problem,
    Round,
)
from planner.core.values import Value

INDEX = "curriculum.json"

FileName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*\.json$")]
AnyValue = TypeVar("AnyValue", bound=Value)


class CurriculumError(Exception):
    """A curriculum that cannot be used; its text is one sentence with the file and the reason."""

    def __init__(self, file: Path, reason: str) -> None:
        """Join file and reason to a single line."""
        super().__init__(" ".join(f"The curriculum file {file} {reason}".split()))


class Index(Value, frozen=True):
    """The file that names the others, in the order in which their lists are put together."""

    version: Annotated[int, Field(ge=1)]
    files: Annotated[tuple[FileName, ...], Field(min_length=1)]


class Part(Value, frozen=True):
    """One of the other files: any of the fields of the curriculum, whole or in part."""

    guide: Guide | None = None
    groups: tuple[Group, ...] = ()
    items: tuple[Item, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    failures: tuple[FailurePoint, ...] = ()
    rounds: tuple[Round, ...] = ()
    principles: tuple[Principle, ...] = ()


LISTS = tuple(name for name in Part.model_fields if name != "guide")


def load_curriculum(folder: Path) -> Curriculum:
    """Return the curriculum that lies in a folder, checked as a whole.

    Raises:
        CurriculumError: when a file is missing or wrong, or the files contradict one another.
    """
    index = _read(folder / INDEX, Index)
    parts = {folder / name: _read(folder / name, Part) for name in index.files}
    guides = {file: part.guide for file, part in parts.items() if part.guide is not None}
    if len(guides) != 1:
        raise CurriculumError(folder / INDEX, f"names {len(guides)} files with a guide, not one")
    lists: dict[str, Any] = {
        name: tuple(one for part in parts.values() for one in getattr(part, name)) for name in LISTS
    }
    try:
        return Curriculum(version=index.version, guide=guides.popitem()[1], **lists)
    except ValidationError as error:
        cause: ContradictionError = error.errors()[0]["ctx"]["error"]
        file = _file_of(cause.problem, parts)
        raise CurriculumError(file, f"does not hold together: {cause}") from error


def _read(file: Path, kind: type[AnyValue]) -> AnyValue:
    text, document = _parsed(file)
    try:
        return kind.model_validate_json(text, strict=True)
    except ValidationError as error:
        raise CurriculumError(file, f"is wrong: {_first_of(error, document)}") from error


def _parsed(file: Path) -> tuple[str, object]:
    """Return a file as text and as JSON; the second reading finds what pydantic lets pass."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        return text, json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_no_number)
    except FileNotFoundError as error:
        raise CurriculumError(file, "is missing") from error
    except OSError as error:
        raise CurriculumError(file, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CurriculumError(file, f"is not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise CurriculumError(file, f"is not JSON as it should be: {error}") from error


def _without_doubles(pairs: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key “{double}” stands twice in one object")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def _first_of(error: ValidationError, document: object) -> str:
    """Return the first problem in a line: the way to it from the nearest id, and the reason."""
    first = error.errors(include_url=False)[0]
    place, here = "", document
    for step in first["loc"]:
        place = f"{place}.{step}" if place else str(step)
        if isinstance(here, Mapping):
            here = here.get(step)
        elif isinstance(here, Sequence) and isinstance(step, int):
            here = here[step]
        if isinstance(here, Mapping) and isinstance(here.get("id"), str):
            place = here["id"]
    reason = first["msg"].removeprefix("Value error, ")
    return f"{place}: {reason}" if place else reason


def _file_of(problem: Problem, parts: Mapping[Path, Part]) -> Path:
    """Return the file that holds the place a problem was found at."""
    owners = [file for file, part in parts.items() for _ in getattr(part, problem.field)]
    return owners[problem.place]
