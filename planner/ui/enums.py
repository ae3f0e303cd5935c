"""Makes the classes of Qt's names in a fraction of the time that Python takes for each.

A window needs two hundred of them, with three thousand names: PySide6 makes all of a class of Qt
when that is first used. It asks Python's `enum` for each by its name and a list of names and
numbers. What the classes share is looked up for every one of them there, and a name passes through
twenty checks; here each is a copy of what `enum` itself makes of no names at all, and is given the
names. Whatever else is asked for, `enum` makes as ever.
"""

import sys
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache
from typing import Any, TypeGuard, cast

made_by_python = vars(EnumType)["_create_"]


def make_quickly() -> None:
    """From now on make classes of names quickly, on a Python whose way of making is known."""
    if is_known():
        EnumType._create_ = made  # type: ignore[attr-defined]


def is_known() -> bool:
    """Say whether `enum` makes classes as it is done here: Python 3.11.2 did otherwise."""
    return sys.version_info[:2] == (3, 11) and hasattr(Flag, "_singles_mask_")


def made(
    kind: type[Enum], name: str, names: object, *, module: str | None = None, **more: object
) -> type[Enum]:
    """Return a new class of names, the very same that `enum` would make."""
    if module is None:
        module = _caller()
    asked = more.get("qualname"), more.get("type"), more.get("boundary")
    if module and kind in _KINDS and asked == (None, None, KEEP):
        pattern = _pattern(kind)
        if pattern.fits(names):
            return pattern.with_names(name, names, module)
    other: type[Enum] = made_by_python(kind, name, names, module=module, **more)
    return other


def _caller() -> str | None:
    """Return the module that wants a class; between it and `made` is the call of the kind."""
    try:
        return sys._getframe(3).f_globals.get("__name__")  # noqa: SLF001 - as `enum` does it
    except ValueError:
        return None


class _Pattern:
    """What all classes of a kind have in common."""

    def __init__(self, kind: type[Enum]) -> None:
        empty: Any = made_by_python(kind, "Empty", [], boundary=KEEP)
        self._shared = dict(vars(empty))
        for own in ("__dict__", "__weakref__"):  # each class gets these by itself
            self._shared.pop(own, None)
        self._maker = self._shared.pop("__new__")  # which a class that is begun with it would wrap
        self._tables = [key for key, value in self._shared.items() if type(value) in (list, dict)]
        above: tuple[type, ...] = empty.__mro__ + EnumType.__mro__
        self._taken = {""}.union(*map(vars, above))
        self._bases = empty.__bases__
        self._is_flag = issubclass(kind, Flag)

    def fits(self, names: object) -> TypeGuard[list[tuple[str, int]]]:
        """Say whether these are pairs of a name that means nothing else and a whole number."""
        if type(names) is not list or {*map(type, names)} != {tuple} or {*map(len, names)} != {2}:
            return False
        keys, values = zip(*names, strict=True)
        if {*map(type, keys)} != {str} or {*map(type, values)} != {int}:
            return False
        own = {*keys}
        is_new = len(own) == len(keys) and own.isdisjoint(self._taken)
        return is_new and not any(key[0] == "_" for key in keys)

    def with_names(self, name: str, names: list[tuple[str, int]], module: str) -> type[Enum]:
        """Return a class with names; one whose number was there before is another word for it."""
        tables = {key: type(self._shared[key])() for key in self._tables}
        parts = {**self._shared, **tables, "__module__": module}
        kind: Any = type.__new__(EnumType, name, self._bases, parts)
        by_name, by_value = kind._member_map_, kind._value2member_map_
        listed, new, is_number = kind._member_names_, kind._new_member_, kind._use_args_
        is_flag, put = self._is_flag, type.__setattr__
        put(kind, "__new__", self._maker)
        for key, value in names:
            member = by_value.get(value)
            if member is None:
                member = by_value[value] = new(kind, value) if is_number else new(kind)
                place = len(listed)
                vars(member).update(
                    _value_=value, _name_=key, __objclass__=kind, _sort_order_=place
                )
                if not is_flag or _is_one_bit(value):
                    listed.append(key)
            by_name[key] = member
            put(kind, key, member)
        if is_flag:
            for part, known in _bits(kind).items():
                put(kind, part, known)
        return cast("type[Enum]", kind)


def _bits(flag: Any) -> dict[str, object]:  # noqa: ANN401 - what `enum` keeps to itself
    """Return what a class of flags knows of all its bits."""
    mask = singles = 0
    for value in flag._value2member_map_:
        mask |= value
        singles |= value if _is_one_bit(value) else 0
    bits = {"_flag_mask_": mask, "_singles_mask_": singles}
    bits["_all_bits_"] = 2 ** mask.bit_length() - 1
    values = [flag._member_map_[key]._value_ for key in flag._member_names_]
    in_order = {} if values == sorted(values) else {"_iter_member_": flag._iter_member_by_def_}
    return bits | in_order


def _is_one_bit(value: int) -> bool:
    return value != 0 and not value & (value - 1)


_KINDS = (Enum, IntEnum, Flag, IntFlag)
_pattern = cache(_Pattern)
