"""Makes values from JSON that was checked before, without checking it again."""

import json
from collections.abc import Callable, Hashable, Mapping
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from planner.core.checking import Limits, ToldBy, stripped
from planner.core.values import Fact, defaults_of, types_of

T = TypeVar("T", bound=Hashable)
Builder = Callable[[Any], Any]


def trusted(kind: type[T], text: str | bytes) -> T | None:
    """Return the value that stands in JSON which was checked before, or None if it cannot be made.

    It is the value that `checking.read` makes. Of JSON that was never checked it may make values
    that break their bounds.
    """
    try:
        value: T = _builder(kind)(json.loads(text))
    except Exception:  # noqa: BLE001 - whatever is odd about it, the full check will tell
        return None
    return value


def shape(kind: type) -> str:
    """Return what tells a class from what it was in another version: fields, bounds, defaults."""
    lines, classes = [], dict[type[Fact], None]()
    _gather(kind, classes)
    for one in classes:
        defaults = {name: repr(held) for name, held in defaults_of(one).items()}
        held = [f"{name}: {told} = {defaults.get(name)}" for name, told in types_of(one).items()]
        lines.append(f"{one.__module__}.{one.__qualname__} {held}")
    return "\n".join(sorted(lines))


def _gather(annotation: Any, classes: dict[type[Fact], None]) -> None:
    """Add the classes an annotation is made of, each looked into once."""
    if isinstance(annotation, type) and issubclass(annotation, Fact):
        if annotation not in classes:
            classes[annotation] = None
            for told in types_of(annotation).values():
                _gather(told, classes)
        return
    for part in get_args(annotation):
        _gather(part, classes)


@cache
def _builder(kind: Any) -> Builder:
    """Return what makes a value of a kind from what `json.loads` gives."""
    parts = get_args(kind)
    match get_origin(kind):
        case origin if origin is Annotated:
            return _annotated(parts[0], parts[1:])
        case origin if origin is Literal:
            return _plain(type(parts[0]))
        case origin if origin in {Union, UnionType}:
            return _optional(*(part for part in parts if part is not NoneType))
        case origin if origin is tuple:
            return _tuple(_builder(parts[0]))
        case origin if origin is Mapping:
            return _mapping(int if parts[0] is int else _builder(parts[0]), _builder(parts[1]))
    return _plain(kind)


def _plain(kind: Any) -> Builder:
    if kind in {str, int, bool}:
        return _same
    if kind is float:
        return float
    if kind in {date, time}:
        builder: Builder = kind.fromisoformat
        return builder
    if issubclass(kind, Enum):
        return {one.value: one for one in kind}.__getitem__
    return _fields(kind)


def _same(value: Any) -> Any:
    return value


def _annotated(kind: Any, marks: tuple[object, ...]) -> Builder:
    if any(isinstance(mark, ToldBy) for mark in marks):
        return _told_by_kind(get_args(kind))
    if any(isinstance(mark, Limits) and mark.strip for mark in marks):
        return stripped
    return _builder(kind)


def _told_by_kind(kinds: tuple[Any, ...]) -> Builder:
    builders = {kind.kind: _builder(kind) for kind in kinds}
    return lambda values: builders[values["kind"]](values)


def _optional(kind: Any) -> Builder:
    build = _builder(kind)
    return lambda value: None if value is None else build(value)


def _tuple(build: Builder) -> Builder:
    return tuple if build is _same else lambda values: tuple([build(one) for one in values])


def _mapping(key: Builder, build: Builder) -> Builder:
    return lambda values: {key(name): build(one) for name, one in values.items()}


def _fields(kind: Any) -> Builder:
    every = [(name, _builder(told)) for name, told in types_of(kind).items()]
    changed = [(name, build) for name, build in every if build is not _same]
    holding: Builder = kind.holding

    def build_all(values: dict[str, Any]) -> Any:
        for name, build in changed:
            if name in values:
                values[name] = build(values[name])
        return holding(values)

    return build_all
