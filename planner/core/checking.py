"""Checks values where they come in from outside: journals, files, what a user enters.

This module alone knows pydantic, which is loaded when something is checked for the first time.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T", bound=Hashable)

_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What is white space to Unicode; Python takes some control characters for it, too."""

_PLAINER = {
    "unexpected_keyword_argument": "Extra inputs are not permitted",
    "missing": "Field required",
    "dataclass_type": "Input should be an object",
}


class Limits:
    """Bounds of a field, as a part of its annotation.

    `bounds` are those of numbers (`ge`, `gt`, `le`) and of texts and lists (`min_length`,
    `max_length`, `pattern`). `strip` takes the space around a text away, `rule` is a function
    that returns the value or raises a ValueError.
    """

    __is_annotated_types_grouped_metadata__ = True

    def __init__(
        self, *, strip: bool = False, rule: Callable[[Any], Any] | None = None, **bounds: Any
    ) -> None:
        """Remember the bounds."""
        self.strip = strip
        self._rule = rule
        self._bounds = bounds

    def __repr__(self) -> str:
        """Return what tells these bounds from others, the same in every run."""
        rule = self._rule and self._rule.__qualname__
        return f"Limits({self.strip}, {rule}, {sorted(self._bounds.items())})"

    def __iter__(self) -> Iterator[object]:
        """Return the bounds in the words of pydantic."""
        from pydantic import AfterValidator, Field, StringConstraints

        if self.strip:
            yield from StringConstraints(strip_whitespace=True)
        yield from Field(**self._bounds).metadata
        if self._rule is not None:
            yield AfterValidator(self._rule)


def stripped(text: T) -> T:
    """Return a text without the space around it, as a journal is read; no text stays as it is."""
    return text.strip(_SPACE) if isinstance(text, str) else text  # type: ignore[return-value]


def is_stripped(annotation: object) -> bool:
    """Say whether the texts of a field, where there are any, lose the space around them."""
    marks = [
        mark
        for one in (annotation, *get_args(annotation))
        for mark in getattr(one, "__metadata__", ())
    ]
    return any(isinstance(mark, Limits) and mark.strip for mark in marks)


class ToldBy:
    """Says which field tells the members of a union apart, as a part of its annotation."""

    __is_annotated_types_grouped_metadata__ = True

    def __init__(self, name: str) -> None:
        """Remember the name of the field."""
        self.name = name

    def __repr__(self) -> str:
        """Return what tells it from others, the same in every run."""
        return f"ToldBy({self.name})"

    def __iter__(self) -> Iterator[object]:
        """Return it in the words of pydantic."""
        from pydantic import Discriminator

        yield Discriminator(self.name)


@cache
def checker(kind: Hashable) -> "TypeAdapter[Any]":
    """Return what reads, checks and writes values of a kind."""
    from pydantic import TypeAdapter

    wanted: Any = kind
    return TypeAdapter(wanted)


def read(kind: type[T], text: str | bytes) -> T:
    """Return the value that stands in JSON.

    Raises:
        ValueError: when it is none of this kind, or breaks a rule of it.
    """
    value: T = checker(kind).validator.validate_json(text, strict=True)
    return value


def parsed(text: bytes) -> Any:
    """Return what stands in JSON, whatever it is.

    Raises:
        ValueError: when it is no JSON; “EOF” in its text says that it is not to its end.
    """
    from pydantic_core import from_json

    return from_json(text)


def checked(value: T) -> T:
    """Return a value as it would be read back, with every bound of its fields checked.

    Raises:
        ValueError: when it breaks one.
    """
    return made(type(value), value)


def made(kind: type[T], values: object) -> T:
    """Return the value of a kind that some fields make.

    Raises:
        ValueError: when they make none, or it breaks a rule.
    """
    value: T = checker(kind).validate_python(values)
    return value


def written(value: Hashable, *, short: bool = False) -> dict[str, Any]:
    """Return a value as what JSON knows; `short` leaves out what equals its default.

    Raises:
        ValueError: when a text cannot be written.
    """
    values: dict[str, Any] = checker(type(value)).dump_python(
        value, mode="json", exclude_defaults=short
    )
    return values


def first_problem(error: ValueError) -> tuple[Sequence[int | str], str]:
    """Return where a value is wrong, as the way to the place, and why."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return (), str(error)
    first = error.errors(include_url=False)[0]
    message = _PLAINER.get(first["type"], first["msg"])
    return first["loc"], message.removeprefix("Value error, ")
