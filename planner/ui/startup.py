"""Says in one sentence why Qt cannot start, where it would crash."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_COULD_NOT_START = 1
_PLATFORM_LOG = "qt.qpa."


def explain_failures(program: str) -> None:
    """Until the window stands, turn the end that Qt makes of the program into one sentence."""
    qInstallMessageHandler(_Listener(program).hear)


class _Listener:
    """Keeps what Qt says about its platform, which is the reason of the end that may follow."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._said: list[str] = []

    def hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            self._leave()
        category = context.category or ""
        if category.startswith(_PLATFORM_LOG):
            self._said.append(" ".join(message.split()))
        elif sys.stderr is not None:
            sys.stderr.write(f"{message}\n")

    def _leave(self) -> NoReturn:
        """End the program before Qt does, which would leave a core file behind."""
        reason = missing_library() or next(iter(self._said), "Qt found no way to show it")
        if sys.stderr is not None:
            sys.stderr.write(f"{self._program}: The window cannot open: {reason}\n")
            sys.stderr.flush()
        os._exit(_COULD_NOT_START)


def missing_library() -> str:
    """Return the library that the plug-in for the wanted platform lacks, or nothing."""
    import ctypes

    from PySide6.QtCore import QLibraryInfo

    wanted = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    name = wanted or ("xcb" if os.environ.get("DISPLAY") else "wayland")
    try:
        ctypes.CDLL(str(plugins / f"libq{name}.so"))
    except OSError as error:
        library = str(error).split(":")[0]
        known = library.startswith(str(plugins))
        return "" if known else f"the library {Path(library).name} is missing"
    return ""
