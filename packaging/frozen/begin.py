"""Runs in the built program before anything else: where Qt's plug-ins lie, and a short way in.

It stands in for the hooks of PyInstaller, which load half of the standard library and Qt itself to
serve programs that ask where their source lies, list their own packages or start processes of
themselves. Loopready does none of that.
"""

import gc
import marshal
import os
import sys
import zlib
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import PathFinder

import pyimod02_importers as frozen  # type: ignore[import-not-found]  # of PyInstaller
from pyimod01_archive import (  # type: ignore[import-not-found]
    PYZ_ITEM_MODULE,
    PYZ_ITEM_PKG,
)


class _ByName:
    """Finds the modules of the archive by their names, and reads each with one call.

    PyInstaller looks into every folder of the path for them, and opens the archive anew for each
    of the three hundred that a window needs. The code of these lies beside it in one piece, too,
    where it need not be unpacked and they share their names.
    """

    def __init__(
        self, archive: "frozen.pyimod01_archive.ZlibArchiveReader", codes: dict[str, object]
    ) -> None:
        self._archive, self._codes = archive, codes
        self._file = os.open(archive._filename, os.O_RDONLY | os.O_CLOEXEC)  # noqa: SLF001
        self._begin = archive._start_offset  # noqa: SLF001
        self._extract = archive.extract
        archive.extract = self.extract

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> object:
        """Return how to load a module of the archive, else nothing."""
        kind, *_ = self._archive.toc.get(name, (None,))
        if kind not in {PYZ_ITEM_MODULE, PYZ_ITEM_PKG}:
            return None
        is_package = kind == PYZ_ITEM_PKG
        loader = frozen.PyiFrozenLoader(name, self._archive, name, is_package)
        spec = ModuleSpec(name, loader, origin=loader.path, is_package=is_package)
        spec.has_location, spec.cached = True, f"{loader.path}c"
        if is_package:
            spec.submodule_search_locations = [loader.path.rpartition(os.sep)[0]]
        return spec

    def extract(self, name: str, raw: bool = False) -> object:
        """Return the code of a module; all else is left to PyInstaller."""
        if not raw and name in self._codes:
            return self._codes.pop(name)
        kind, offset, length = self._archive.toc.get(name, (None, 0, 0))
        if raw or kind not in {PYZ_ITEM_MODULE, PYZ_ITEM_PKG}:
            return self._extract(name, raw)
        return marshal.loads(zlib.decompress(os.pread(self._file, length, self._begin + offset)))


def _begin() -> None:
    qt = ("PySide6",) if sys.platform == "win32" else ("PySide6", "Qt")
    folder = sys._MEIPASS  # type: ignore[attr-defined]  # noqa: SLF001 - PyInstaller's only word
    os.environ["QT_PLUGIN_PATH"] = os.path.join(folder, *qt, "plugins")  # noqa: PTH118 - no pathlib yet
    if hasattr(os, "pread"):
        finders, codes = sys.meta_path, _codes(os.path.join(folder, "start.codes"))  # noqa: PTH118
        finders.insert(finders.index(PathFinder), _ByName(frozen.pyz_archive, codes))


def _codes(file: str) -> dict[str, object]:
    """Return what a start runs, by name; where the file has gone, all of it is in the archive."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - no pathlib yet
            codes: dict[str, object] = marshal.loads(opened.read())
    except Exception:  # noqa: BLE001 - what is damaged raises nearly anything, SystemError as well
        return {}
    return codes


if hasattr(os, "RTLD_LAZY"):
    sys.setdlopenflags(os.RTLD_LAZY)  # each of Qt's functions is looked for when it is first called
gc.disable()  # as `main` does, and sooner: what a start loads it keeps
_begin()
