"""A desktop for screen readers without a person: a screen, a bus for accessibility, programs.

LOOPREADY_PROGRAM holds the words that start another Loopready than that of the checkout;
`scripts/try-packages` names the installed one.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.accessibility.tree import Node, desktop, wait_for

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "dbus-daemon")
LOOPREADY = shlex.split(os.environ.get("LOOPREADY_PROGRAM", "")) or [
    sys.executable,
    "-m",
    "planner",
]
LAUNCHERS = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
    "/usr/lib/at-spi2/at-spi-bus-launcher",
)


def missing() -> str:
    """Return what this machine lacks for it, or nothing."""
    lacking = [one for one in NEEDED if shutil.which(one) is None]
    if not any(Path(one).exists() for one in LAUNCHERS):
        lacking.append("at-spi2-core")
    return ", ".join(lacking)


class Desk:
    """Starts programs and finds what they show."""

    def __init__(self, folder: Path, display: str, bus: str) -> None:
        self.folder = folder
        self._environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._bus = bus
        self.process = 0
        self.ended: Callable[[], bool] = bool

    @contextmanager
    def running(self, words: Sequence[str], status: int = 0) -> Iterator[Node]:
        """Yield the first window of a program.

        It may end meanwhile, with a status; otherwise it is ended afterwards.
        """
        log = self.folder / "program.log"
        with log.open("w", encoding="utf-8") as out:
            program = subprocess.Popen(
                words,
                cwd=ROOT,
                env=self._environment,
                stdout=out,
                stderr=out,
            )
        self.process, self.ended = program.pid, lambda: program.poll() is not None
        root = None
        try:
            root = wait_for(lambda: desktop(self._bus), "the bus of accessibility", 20)
            yield wait_for(lambda: _window(root, program.pid), "the program", 40)
            assert program.poll() in {None, status}, log.read_text(encoding="utf-8")
        finally:
            end(program)
            if root is not None:
                root.bus.close()

    def ask(self, *arguments: str) -> str:
        """Return what the command line answers."""
        return subprocess.run(
            [*LOOPREADY, *arguments],
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout


@contextmanager
def desk(folder: Path) -> Iterator[Desk]:
    """Yield a desktop; screen and buses end with it."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    environment = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    bus, place = None, f"unix:dir={folder}"
    try:
        display = f":{_first_line(screen)}"
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address={place}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**environment, "DISPLAY": display},
        )
        yield Desk(folder, display, _first_line(bus))
    finally:
        for one in (bus, screen):
            if one is not None:
                end(one)


def end(program: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    """End a program and wait for it."""
    program.terminate()
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    if program.stdout:
        program.stdout.close()


def _first_line(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def _window(root: Node, process: int) -> Node | None:
    for application in root.children:
        to, _ = application.place
        owner = root.bus.call(
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "GetConnectionUnixProcessID",
            "s",
            to,
        )
        if owner == [process]:
            return next(iter(application.children), None)
    return None
