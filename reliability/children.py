"""Forks children that do some work and say what was acknowledged, until they are killed."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from traceback import print_exc
from typing import NamedTuple
from zlib import crc32

NONE = -1


class Ack(NamedTuple):
    """What was in the own file when a command was acknowledged, up to the last whole line.

    `mark` is of the state the program showed then, or `NONE`; `kind` what the newest line holds.
    """

    length: int
    check: int
    mark: int
    kind: str


Say = Callable[[Ack], None]
_FELL = 99
"""Exit status of a child that met an exception nobody caught."""


def ack(file: Path, mark: int = NONE, kind: str = "") -> Ack:
    """Return what is in a file now."""
    data = file.read_bytes()
    length = data.rfind(b"\n") + 1
    return Ack(length, crc32(data[:length]), mark, kind)


class Child:
    """A process that works without end; it needs no time to start."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        """Fork, and let the child say its acknowledgements over a pipe."""
        self._pipe, theirs = os.pipe()
        self.id = os.fork()
        if self.id:
            os.close(theirs)
            return
        errors = os.fdopen(os.dup(2), "w")
        try:
            os.close(self._pipe)
            work(lambda said: _send(theirs, said))
        except BaseException:  # noqa: BLE001 - nothing may run on as a second parent
            print_exc(file=errors)
            errors.flush()
        os._exit(_FELL)

    def killed(self) -> tuple[list[Ack], bool]:
        """Kill the child; return what it said, and whether it was still at work."""
        os.kill(self.id, signal.SIGKILL)
        _, status = os.waitpid(self.id, 0)
        with os.fdopen(self._pipe, "rb") as pipe:
            lines = pipe.read().decode().splitlines(keepends=True)
        said = [_read(line) for line in lines if line.endswith("\n")]
        return said, os.WIFSIGNALED(status)


def status_of(work: Callable[[], int]) -> int:
    """Return the exit status of some work that is done by a child, with its output sent nowhere."""
    child = os.fork()
    if not child:
        status = _FELL
        try:
            hush()
            status = work()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def hush() -> None:
    """Send what this process prints nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _send(pipe: int, said: Ack) -> None:
    os.write(pipe, (" ".join(map(str, said)) + "\n").encode())


def _read(line: str) -> Ack:
    length, check, mark, kind = line[:-1].split(" ")
    return Ack(int(length), int(check), int(mark), kind)
