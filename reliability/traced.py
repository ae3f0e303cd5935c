"""A forked child whose system calls fail, lie or kill it when strace says so.

strace is laid on a child of the loaded program, so that only the calls of one piece of work are
counted, and a try takes a few hundredths of a second.
"""

import os
import re
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from reliability.children import hush
from reliability.report import Report
from reliability.scenes.scene import Told

CALLS = (
    *("openat", "read", "pread64", "write", "pwrite64", "fsync", "fdatasync", "close", "lseek"),
    *("rename", "renameat2", "link", "unlink", "rmdir", "mkdir", "ftruncate", "chmod", "fchmod"),
    *("access", "flock", "newfstatat", "statx", "getdents64", "utimensat", "copy_file_range"),
    "sendfile",
)
"""All that a program asks of the disk."""
_READY = "getppid"
"""A call that nothing else makes: the child repeats it until strace is seen to write it down."""
_TRACED = f"--trace={','.join((_READY, *CALLS))}"
_WHOLE = 1 << 24
"""Bytes of each text that are written down."""
_PATIENCE = 20.0
_TRIES = 3
_LONGEST = 30
"""Seconds after which work that hangs is ended, and a loss."""


class Ending(NamedTuple):
    """How a try ended. `told` is nothing where the child was killed or fell."""

    told: Told | None
    fell: str
    killed: bool
    fired: bool
    calls: Mapping[str, int]
    lines: Sequence[str] = ()


class Untraceable(Exception):  # noqa: N818 - it says what is the matter
    """strace cannot be laid on a process here."""


def attempt(work: Callable[[], Told], fault: str = "") -> Ending:
    """Do some work in a child under a fault, such as `write:error=ENOSPC:when=3+`.

    Raises:
        Untraceable: when that cannot be done here.
    """
    return _tried(work, [f"--inject={fault}"] if fault else [])


def recorded(work: Callable[[], Told], also: Sequence[str]) -> Ending:
    """Do some work in a child, and write down whole what it asks of the disk; `also` other calls.

    Raises:
        Untraceable: when that cannot be done here.
    """
    return _tried(work, ["-xx", f"-s{_WHOLE}", f"{_TRACED},{','.join(also)}"])


def _tried(work: Callable[[], Told], options: Sequence[str]) -> Ending:
    for _ in range(_TRIES):
        with suppress(Untraceable):  # on a busy machine it may come too late once
            return _attempt(work, options)
    raise Untraceable("strace cannot be laid on a process here")


def _attempt(work: Callable[[], Told], options: Sequence[str]) -> Ending:
    report = Report()
    child = os.fork()
    if not child:
        _work(work, report)
    with NamedTemporaryFile(prefix="loopready-strace-") as log:
        tracer = subprocess.Popen(
            [*("strace", "-qq", "-f", "-o", log.name, "-p", str(child), _TRACED), *options],
            stderr=subprocess.DEVNULL,
        )
        try:
            _await(Path(log.name), tracer)
            report.may_begin = True
            _, status = os.waitpid(child, 0)
        except Untraceable:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise
        finally:
            tracer.wait(_PATIENCE)
        lines = Path(log.name).read_text(errors="replace").splitlines()
    names = [name[0] for line in lines if (name := re.findall(r"^\d+ +(\w+)\(", line))]
    told, fell = report.read()
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    fired = killed or any("INJECTED" in line or "DELAYED" in line for line in lines)
    counts = Counter(name for name in names if name != _READY)
    return Ending(told, fell, killed, fired, counts, lines)


def _await(log: Path, tracer: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _PATIENCE
    while _READY not in log.read_text(errors="replace"):
        if tracer.poll() is not None or time.monotonic() > end:
            raise Untraceable
        time.sleep(0.002)


def _work(work: Callable[[], Told], report: Report) -> None:
    """Do the work in the child, once strace is laid on it."""
    try:
        hush()
        while not report.may_begin:
            os.getppid()
            time.sleep(0.001)
        signal.alarm(_LONGEST)
        report.fill(work)
    finally:
        os._exit(0)
