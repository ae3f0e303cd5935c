"""Journal lines made by hand, good ones and bad ones."""

import json
import zlib
from collections.abc import Mapping
from typing import Any

from planner.core import commands as c
from planner.core.checking import written
from planner.storage.line import Why, encode
from tests.support import study

AT = "2026-12-15T19:30:00.123Z/0001"
TICK = c.Tick(target="W1-01", on=study.TODAY)
TICKED = written(TICK)


def line(**changes: Any) -> bytes:
    """Return the line of a tick with some values changed, or left out, and a true sum."""
    values = {"id": "ada-1", "at": AT, "v": 1, "command": TICKED} | changes
    return summed({key: value for key, value in values.items() if value is not None})


def summed(values: Mapping[str, Any]) -> bytes:
    body = json.dumps(values, ensure_ascii=False).encode()[:-1]
    return body + b', "sum": "%08x"}' % zlib.crc32(body)


def tick(n: int, code: str = study.SKILL, device: str = "ada", at: int | None = None) -> bytes:
    """Return a whole line of a device's own file, newline included."""
    command = c.Tick(target=code, done=n % 2 == 1, on=study.TODAY)
    return encode(f"{device}-{n}", f"2026-12-01T19:30:00.000Z/{at or n:04}", {}, command)[0]


BAD = {
    Why.TORN: line(id="ada-2")[:50],
    Why.ZEROS: b"\0" * 300,
    Why.NOT_JSON: b"remember the milk",
    Why.BAD_SUM: line(id="ada-2").replace(b"W1-01", b"W1-02"),
    Why.UNKNOWN_KIND: line(id="ada-2", command={"kind": "fly"}),
    Why.NEWER_VERSION: line(id="ada-2", v=2),
    Why.BROKEN_VALUE: line(id="ada-2", command=TICKED | {"on": "2027-02-30"}),
}
"""One line of each sort that has to be set aside."""
