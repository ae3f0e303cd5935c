"""A screen without a monitor, and how long a program takes until it is usable on it.

That is seen from outside, alike for everybody's programs: a window counts as usable once it is
mapped, painted, and answers the ping that window managers send.
"""

import ctypes
import os
import select
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = (1600, 1000)
LEAST = (300, 200)
"""Smaller windows are not what was waited for."""
PATIENCE = 120
"""Seconds to wait for a window."""
_MAP_NOTIFY, _CLIENT_MESSAGE = 19, 33
_ABOUT_WINDOWS, _ABOUT_SCREEN = 1 << 19, 1 << 17
_PICTURE, _ALL = 2, ctypes.c_ulong(~0)


class _Event(ctypes.Structure):
    """What the server tells of a window, or one client another."""

    _fields_ = (
        ("kind", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("sender", ctypes.c_ulong),
        ("subject", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("words", ctypes.c_ulong * 17),
    )


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds of a program until its window is usable: by the clock, and of the processor."""

    clock: float
    processor: float


class Screen:
    """An X server of our own, and us as a client of it."""

    def __enter__(self) -> Self:
        """Start the server."""
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
                "{}x{}x24".format(*SIZE),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        told = self._server.stdout
        if told is None:
            raise AssertionError("it was asked for its name")
        self.name = f":{told.readline().decode().strip()}"
        self._x = _x11()
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(self.name.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._protocols = self._x.XInternAtom(self._display, b"WM_PROTOCOLS", 0)
        self._ping = self._x.XInternAtom(self._display, b"_NET_WM_PING", 0)
        wanted = ctypes.c_long(_ABOUT_WINDOWS | _ABOUT_SCREEN)
        self._x.XSelectInput(self._display, self._root, wanted)
        self._x.XSync(self._display, 0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the server."""
        self._x.XCloseDisplay(self._display)
        with self._server as server:
            server.terminate()

    def start(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> Start:
        """Start a program, wait until its window is usable, and ask it to end."""
        list(self._events(0))
        given = {**environment, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}
        begin = time.monotonic()
        program = subprocess.Popen(
            command, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            self._wait(begin + PATIENCE)
            clock = time.monotonic() - begin
            return Start(1000 * clock, _processor(program.pid))
        finally:
            program.terminate()
            with suppress(subprocess.TimeoutExpired):
                program.wait(10)
            program.kill()
            program.wait()

    def _wait(self, until: float) -> None:
        window, asked = 0, False
        while time.monotonic() < until:
            for event in self._events(0.001 if window and not asked else 1):
                if event.kind == _MAP_NOTIFY and not window and self._is_large(event.subject):
                    window = event.subject
                if event.kind == _CLIENT_MESSAGE and asked and self._is_answer(event, window):
                    return
            if window and not asked and self._is_painted(window):
                self._ask(window)
                asked = True
        raise TimeoutError("no window came up that answers")

    def _events(self, seconds: float) -> Iterator[_Event]:
        if not self._x.XPending(self._display):
            select.select([self._x.XConnectionNumber(self._display)], [], [], seconds)
        while self._x.XPending(self._display):
            event = _Event()
            self._x.XNextEvent(self._display, ctypes.byref(event))
            yield event

    def _ask(self, window: int) -> None:
        message = _Event(_CLIENT_MESSAGE, 0, 0, 0, window, self._protocols, 32)
        message.words[0], message.words[2] = self._ping, window
        to = ctypes.c_ulong(window)
        self._x.XSendEvent(self._display, to, 0, ctypes.c_long(0), ctypes.byref(message))
        self._x.XFlush(self._display)

    def _is_answer(self, event: _Event, window: int) -> bool:
        told = (event.subject, event.words[0], event.words[2])
        return told == (self._protocols, self._ping, window)

    def _is_large(self, window: int) -> bool:
        _, _, width, height = self._place(window)
        return width >= LEAST[0] and height >= LEAST[1]

    def _is_painted(self, window: int) -> bool:
        """Say whether the line across its middle is no longer the black of the empty screen."""
        left, top, width, height = self._place(window)
        width = min(width, SIZE[0] - left)
        place = (left, min(top + height // 2, SIZE[1] - 1), width, 1)
        picture = self._x.XGetImage(self._display, self._root, *place, _ALL, _PICTURE)
        if not picture:
            return False
        pixels = ctypes.cast(picture + 16, ctypes.POINTER(ctypes.c_void_p))[0]
        line = ctypes.string_at(pixels or 0, 4 * width)
        self._x.XFree(ctypes.c_void_p(pixels))
        self._x.XFree(ctypes.c_void_p(picture))
        return any(line)

    def _place(self, window: int) -> tuple[int, int, int, int]:
        """Return where a window lies, and its size; none of a window that is gone."""
        root, (left, top) = ctypes.c_ulong(), (ctypes.c_int(), ctypes.c_int())
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        told = map(ctypes.byref, (root, left, top, width, height, border, depth))
        self._x.XGetGeometry(self._display, ctypes.c_ulong(window), *told)
        return left.value, top.value, width.value, height.value


_Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_GO_ON = _Heard(lambda _display, _error: 0)
"""A window that went away is no reason to end."""


def _x11() -> ctypes.CDLL:
    x11 = ctypes.CDLL("libX11.so.6")
    for name in ("XOpenDisplay", "XGetImage"):
        getattr(x11, name).restype = ctypes.c_void_p
    for name in ("XDefaultRootWindow", "XInternAtom"):
        getattr(x11, name).restype = ctypes.c_ulong
    x11.XSetErrorHandler(_GO_ON)
    return x11


def _processor(process: int) -> float:
    """Return the milliseconds of the processor that a process has used so far."""
    threads = Path("/proc", str(process), "task").iterdir()
    used = (int((one / "schedstat").read_text(encoding="ascii").split()[0]) for one in threads)
    return sum(used) / 1e6


def environment_in(home: Path) -> dict[str, str]:
    """Return an environment in which programs keep what is theirs in a folder."""
    homes = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    left = {"PYTHONDONTWRITEBYTECODE", "WAYLAND_DISPLAY"}
    kept = {name: value for name, value in os.environ.items() if name not in left}
    return {**kept, **dict.fromkeys(homes, str(home))}
