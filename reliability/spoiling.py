"""Spoils what is sound: bytes anywhere, values of JSON where they stand, lines of a calendar."""

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

WORDS = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\xaf", "\u202e\u200d".encode()),
    *(b"[", b"{", b"]", b"}", b'"', b"\\", b",", b":", b"\n", b"\r\n", b" ", b"\t", b"//"),
    *(b"[" * 3_000, b'{"a":' * 3_000, b"9" * 5_000, b"1e999", b"-0", b"NaN", b"-Infinity", b"1.0"),
    *(rb'"\ud800"', rb"\u0000", b"null", b"true", b'"id": 1, ', b'"kind": "tick", ', b"<b>x</b>"),
)
"""What readers have stumbled over, here or elsewhere."""

_ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 7, 10**9, 10**30, -(10**17), 1.5, 1e308, float("nan")),
    *(float("inf"), "", " ", "x", "x" * 600, "\0", "\ud800", "\u202e", "e" + "\u0301" * 50),
    *("2026-02-30", "9999-12-31", "0000-01-01", "1700000000", "P1000000000D", "24:00", "23:59:60"),
    *("2026-12-31T23:59:59-14:00", "<b>x</b>", "%s {0} ${x}", "../../x", "ada-1", "own.a", "L6"),
    *([], {}, [[]], [None], {"": None}, [[[[[[[[[[]]]]]]]]]], ["x"] * 60),
)

Spoil = Callable[[Random, bytes], bytes]


def bytes_anywhere(dice: Random, data: bytes) -> bytes:
    """Return bytes with some of them flipped, cut out, doubled, moved, or words put between."""
    held = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 2, 4, 8))):
        start = dice.randrange(len(held) + 1)
        end = min(len(held), start + dice.choice((1, 2, 4, 16, 200)))
        match dice.randrange(6):
            case 0 if start < len(held):
                held[start] ^= 1 << dice.randrange(8)
            case 1:
                del held[start:end]
            case 2:
                held[start:start] = held[start:end]
            case 3:
                held[start:start] = dice.choice(WORDS)
            case 4:
                held[start:end] = dice.choice(WORDS)
            case _:
                del held[dice.choice((start, len(held))) :]
    return bytes(held)


def a_value(dice: Random, value: Any) -> Any:  # noqa: ANN401 - it is any JSON
    """Change JSON in place where the dice fall, and return it."""
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        place = _a_place(dice, value)
        if place is None:
            return _odd(dice)
        held, key = place
        match dice.randrange(7):
            case 0:
                del held[key]
            case 1 if isinstance(held, dict):
                held[dice.choice((*held, "surplus"))] = held.pop(key)
            case 2 if isinstance(held, dict):
                held[key] = dice.choice(list(held.values()))
            case 2 | 3 if isinstance(held, list):
                held.insert(dice.randrange(len(held) + 1), held[key])
            case 4 | 5:
                held[key] = _near(dice, held[key])
            case _:
                held[key] = _odd(dice)
    return value


def json_text(dice: Random, value: Any) -> bytes:  # noqa: ANN401 - it is any JSON
    """Return JSON in one of the ways to spell it; what no text may hold is spelled as well."""
    text = json.dumps(value, ensure_ascii=dice.random() < 0.3)
    return text.encode("utf-8", "surrogatepass")


def in_json(dice: Random, data: bytes) -> bytes:
    """Return JSON with a value changed."""
    return json_text(dice, a_value(dice, json.loads(data)))


def in_lines(words: Sequence[str]) -> Spoil:
    """Return what changes a text by its lines; words are put in as values or as lines."""

    def spoil(dice: Random, data: bytes) -> bytes:
        lines = data.decode().split("\r\n")
        for _ in range(dice.choice((1, 1, 2, 3, 6))):
            place = dice.randrange(len(lines))
            word = dice.choice(words)
            match dice.randrange(6):
                case 0:
                    del lines[place : place + dice.choice((1, 1, 3))]
                    lines = lines or [""]
                case 1:
                    lines.insert(dice.randrange(len(lines)), lines[place])
                case 2:
                    lines.insert(place, word)
                case 3:
                    lines[place] = f"{lines[place].partition(':')[0]}:{word.rpartition(':')[2]}"
                case 4:
                    lines[place] = word
                case _:
                    lines += lines[place : place + dice.choice((1, 6, 40))]
        return dice.choice(("\r\n", "\r\n", "\r\n", "\n")).join(lines).encode()

    return spoil


def _odd(dice: Random) -> Any:  # noqa: ANN401
    """Return an odd value of its own, which may be changed."""
    return deepcopy(dice.choice(_ODD))


def _a_place(dice: Random, value: Any) -> tuple[Any, Any] | None:  # noqa: ANN401
    """Return an object or list and one of its keys, each depth as likely as the next."""
    found = None
    while isinstance(value, dict | list) and value:
        key = dice.choice(list(value)) if isinstance(value, dict) else dice.randrange(len(value))
        found = value, key
        value = value[key]
        if dice.random() < 0.25:
            break
    return found


def _near(dice: Random, value: Any) -> Any:  # noqa: ANN401
    """Return a value like another one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return dice.choice((value + 1, value - 1, -value, value * 10, str(value), float(value)))
    if isinstance(value, str) and value:
        at = dice.randrange(len(value))
        return value[:at] + dice.choice("0aZ-/.:\n\0é\u0301\U0001f600") + value[at + 1 :]
    if isinstance(value, list):
        return dice.choice((value * 2, value[::-1], value[1:]))
    return _odd(dice)
