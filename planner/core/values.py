"""The base of every value, and the small vocabularies the whole program shares."""

from collections.abc import Callable, KeysView, Mapping
from datetime import time
from enum import StrEnum
from operator import attrgetter
from typing import Annotated, Any, ClassVar, NoReturn, Self, dataclass_transform

from planner.core.checking import Limits, is_stripped, stripped

_NEW, _SET = object.__new__, object.__setattr__
_COPIED: dict[type, Callable[[Any], object]] = {list: tuple, dict: dict}
"""What is copied into a value."""


class _Fields:
    """Makes a dataclass of a class once somebody asks what its fields are; a start does not."""

    def __get__(self, _: object, kind: type["Fact"]) -> object:
        from dataclasses import dataclass, field  # noqa: PLC0415 - seldom needed

        for name, one in defaults_of(kind).items():
            if type(one) is dict and name in vars(kind):
                setattr(kind, name, field(default_factory=dict))
        dataclass(init=False, repr=False, eq=False)(kind)
        return vars(kind)["__dataclass_fields__"]


_FIELDS = _Fields()


@dataclass_transform(frozen_default=True)
class Fact:
    """Something small that never changes; two facts with the same fields are equal.

    Each class is a dataclass without methods of its own, and only for those who ask: Python would
    compile them, and look through the fields, for every class at each start.
    """

    __dataclass_fields__: ClassVar[Any]
    _types: ClassVar[dict[str, Any]] = {}
    _keys: ClassVar[KeysView[str]]
    _defaults: ClassVar[dict[str, object]] = {}
    _held: ClassVar["attrgetter[Any]"]
    _check: ClassVar[Callable[[Any], None] | None] = None

    def __init_subclass__(cls, *, frozen: bool, kw_only: bool = False) -> None:
        """Learn the fields of the class.

        `frozen` tells the reader what every one is, `kw_only` the type checker that its own
        fields are given by name.
        """
        del kw_only
        if not frozen:
            raise TypeError(f"{cls.__name__} is not frozen")
        annotated = vars(cls).get("__annotations__", {})
        types = {name: one for name, one in annotated.items() if not _is_of_class(one)}
        own = {name: one for name, one in vars(cls).items() if name in types}
        cls.__dataclass_fields__ = _FIELDS
        cls._check = vars(cls).get("__post_init__", cls._check)
        cls._types = {**cls._types, **types}
        cls._keys = cls._types.keys()
        cls._defaults = {**cls._defaults, **own}
        if cls._types:
            cls._held = attrgetter(*cls._types)

    def __init__(self, *places: Any, **given: Any) -> None:
        """Take the fields, and see that they go together."""
        if places:
            if len(places) > len(self._types):
                raise TypeError(f"{type(self).__name__} is made of other fields, and fewer")
            given.update(zip(self._types, places, strict=False))
        self._hold(given)

    @classmethod
    def holding(cls, given: dict[str, Any]) -> Self:
        """Return the fact of some fields, which nothing else holds: they are taken as they are.

        Raises:
            ValueError: when they do not go together.
        """
        new = _NEW(cls)
        if cls._check is None and given.keys() == cls._keys:
            _SET(new, "__dict__", given)
        else:
            new._hold(given)  # noqa: SLF001 - of this very class
        return new

    def _hold(self, given: dict[str, Any]) -> None:
        held = given if given.keys() == self._keys else self._defaults | given
        if held.keys() != self._keys:
            wrong = ", ".join(sorted(held.keys() ^ self._keys))
            raise TypeError(f"{type(self).__name__} is made of other fields: {wrong}")
        _SET(self, "__dict__", held)
        if self._check is not None:
            self._check()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change: {name}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or self._held(self) == self._held(other)

    def __hash__(self) -> int:
        return hash(self._held(self))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._types)
        return f"{type(self).__name__}({told})"

    def evolve(self, **changes: Any) -> Self:
        """Return a copy with some fields changed.

        Raises:
            ValueError: when they do not go together any more.
        """
        mine = vars(self)
        held = {name: mine[name] for name in self._types}
        held.update(changes)
        return type(self)(**held)


def _is_of_class(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) is ClassVar


def types_of(kind: type[Fact]) -> Mapping[str, Any]:
    """Return the annotations of the fields of a class, by name and in order."""
    return kind._types  # noqa: SLF001 - ours


def defaults_of(kind: type[Fact]) -> Mapping[str, object]:
    """Return what the fields of a class hold when nothing else is given, by name."""
    return kind._defaults  # noqa: SLF001 - ours


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Value(Fact, frozen=True):
    """A fact that may come from outside; its fields are given by name.

    The bounds in their annotations are checked by `planner.core.checking`, where values come in.
    What several fields must keep together stands in `__post_init__` and holds for every value
    that is made. Lists and mappings are copied, so that it does not change with them.
    """

    __pydantic_config__ = {"extra": "forbid", "revalidate_instances": "always"}  # noqa: RUF012
    _stripped: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls, *, frozen: bool) -> None:
        """Find out which texts lose the space around them."""
        super().__init_subclass__(frozen=frozen)
        cls._stripped = tuple(name for name, one in cls._types.items() if is_stripped(one))

    def __init__(self, **given: Any) -> None:
        """Copy what could change, and take the fields."""
        if not _COPIED.keys().isdisjoint(map(type, given.values())):
            for name, one in given.items():
                copied = _COPIED.get(type(one))
                given[name] = one if copied is None else copied(one)
        for name in self._stripped:
            if name in given:
                given[name] = stripped(given[name])
        self._hold(given)


def _without_zone(moment: time) -> time:
    if moment.tzinfo is not None:
        raise ValueError("a time of day has no time zone")
    return moment


TimeOfDay = Annotated[time, Limits(rule=_without_zone)]
"""One with a time zone could not be compared with one without."""


class Level(StrEnum):
    """The level the candidate interviews for."""

    L6 = "L6"
    L7 = "L7"


class Rating(StrEnum):
    """How far a skill group (or a book) is today."""

    NEW = "new"
    WORKING = "working"
    STRONG = "strong"


class Grade(StrEnum):
    """How a review went."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"


class Priority(StrEnum):
    """How much an item matters at a level; trimming goes from the last to the first."""

    CORE = "core"
    IMPORTANT = "important"
    OPTIONAL = "optional"

    @property
    def rank(self) -> int:
        """0 for core, 1 for important, 2 for optional."""
        return _RANKS[self]


_RANKS = {Priority.CORE: 0, Priority.IMPORTANT: 1, Priority.OPTIONAL: 2}


class Subject(StrEnum):
    """What a piece of work is about: it decides the word and the colour on screen."""

    ORIENTATION = "orientation"
    READING = "reading"
    TECHNICAL = "technical"
    LEADERSHIP = "leadership"
    MOCK = "mock"
    REVIEW = "review"


class SessionKind(StrEnum):
    """What one does in a session."""

    STUDY = "study"
    REVIEW = "review"
    MOCK = "mock"
    WEEKLY_REVIEW = "weekly-review"


class Phase(StrEnum):
    """The part of the plan a week belongs to."""

    ORIENTATION = "orientation"
    BUILD = "build"
    MOCK = "mock"
    TAPER = "taper"


GRAIN = 5
"""Minutes are planned in steps of five."""
