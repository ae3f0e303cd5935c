"""What a child says of its work, in shared memory, so that no broken disk can keep it from that."""

import json
import mmap
import os
import signal
import struct
from collections.abc import Callable, Sequence

from reliability.children import hush
from reliability.scenes.scene import Told

_ROOM = 1 << 16
_LENGTH = struct.Struct("<I")


class Report:
    """Written by a child, read by its parent; both hold it from before the fork."""

    def __init__(self) -> None:
        """Make room for it."""
        self._shared = mmap.mmap(-1, _ROOM)

    @property
    def may_begin(self) -> bool:
        """Whether the parent has said that the work may begin."""
        return bool(self._shared[0])

    @may_begin.setter
    def may_begin(self, is_so: bool) -> None:
        self._shared[0] = is_so

    def fill(self, work: Callable[[], Told]) -> None:
        """Do some work, and write down what it told, or with what it fell."""
        try:
            said: Sequence[object] = ("told", *work())
        except BaseException as error:  # noqa: BLE001 - that is what is looked for
            said = ("fell", f"{type(error).__name__}: {error}")
        text = json.dumps(said).encode()
        self._shared[8 : 8 + len(text)] = text
        self._shared[4:8] = _LENGTH.pack(len(text))

    def read(self) -> tuple[Told | None, str]:
        """Return what was told, or nothing and with what the work fell."""
        (length,) = _LENGTH.unpack(self._shared[4:8])
        if not length:
            return None, "it ended without a word"
        how, *rest = json.loads(self._shared[8 : 8 + length])
        return (Told(*rest), "") if how == "told" else (None, rest[0])


def told_by_child(
    work: Callable[[], Told], first: Callable[[], object] = lambda: None
) -> tuple[Told | None, str]:
    """Do some work in a child that does something else `first`, such as limiting itself."""
    report = Report()
    child = os.fork()
    if not child:
        try:
            hush()
            signal.alarm(60)
            first()
            report.fill(work)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    return report.read()
