"""Reads JSON that somebody else may have written, and takes nothing that has two meanings."""

import json
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any, NoReturn

from planner.core.checking import parsed

MOST_DIGITS = 18
"""A whole number that is longer fits into no machine's word, and means nothing to us."""


def strict_json(text: str) -> object:
    """Return what stands in JSON.

    No key may stand twice in an object, a number must be one and not of thousands of digits, text
    must be whole characters, and nothing may be nested hundreds deep.

    Raises:
        ValueError: when that is not so; the message says why in a few words.
    """
    complaint = _complaint(text)
    if "recursion" in complaint:
        raise ValueError("it is nested too deeply")
    if "EOF" in complaint:
        raise ValueError("it ends too early, as if it had been cut off")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_without_doubles,
            parse_constant=_no_number,
            parse_int=_whole,
            parse_float=_finite,
        )
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if "hex escape" in complaint:
        raise ValueError("a text holds half a character, a lone surrogate")
    if complaint:
        raise ValueError(complaint)
    return value


def _complaint(text: str) -> str:
    """Return what a reader with a fixed bound of depth finds wrong with it; it forgives doubles."""
    try:
        parsed(text.encode())
    except ValueError as error:
        return str(error)
    return ""


def _without_doubles(pairs: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key “{double}” stands twice in one object")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS + digits.startswith("-"):
        raise ValueError(f"a number has more than {MOST_DIGITS} digits")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError("a number is too large")
    return number
