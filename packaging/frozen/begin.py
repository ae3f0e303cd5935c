"""Runs in the built program before anything else: nothing but where Qt's plug-ins lie.

It stands in for the hooks of PyInstaller, which load half of the standard library and Qt itself to
serve programs that ask where their source lies, list their own packages or start processes of
themselves. Loopready does none of that.
"""

import gc
import os
import sys


def _begin() -> None:
    qt = ("PySide6",) if sys.platform == "win32" else ("PySide6", "Qt")
    folder = sys._MEIPASS  # type: ignore[attr-defined]  # noqa: SLF001 - PyInstaller's only word
    os.environ["QT_PLUGIN_PATH"] = os.path.join(folder, *qt, "plugins")  # noqa: PTH118 - no pathlib yet


if hasattr(os, "RTLD_LAZY"):
    sys.setdlopenflags(os.RTLD_LAZY)  # each of Qt's functions is looked for when it is first called
gc.disable()  # as `main` does, and sooner: what a start loads it keeps
_begin()
