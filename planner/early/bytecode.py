"""Keeps the bytecode of a start's modules in one file, so that none is looked for by itself.

For each module Python goes through the folders, asks when the source was changed, and opens the
bytecode beside it. The two hundred and more of a window take a tenth of its start that way. The
file lies where Python keeps bytecode and is believed like the rest of it: a module whose source
has another size or time since then is loaded as always.
"""

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source
from types import CodeType, ModuleType

_FLAGS, _STAMP, _HEAD = slice(4, 8), slice(8, 16), 16
"""What a .pyc says before its code: flags, then time and size of the source, four bytes each."""
_BY_TIME = bytes(4)

Entry = tuple[str, str, bool, bytes, bytes]
"""Source, bytecode, whether it is a package, time and size of the source, and the code."""


def kept_for(package: str) -> str:
    """Return the file that is kept for a package, beside the bytecode of its modules."""
    return cache_from_source(os.path.join(package, "start.py")).removesuffix("c") + "s"


class Bytecode:
    """The modules that are loaded from now on, as they were when they were kept last."""

    def __init__(self, file: str) -> None:
        """Remember what is loaded already, which no file can make quicker."""
        self._file = file
        self._before = frozenset(sys.modules)

    def recall(self) -> None:
        """Find them in the file from now on, where there is one of this Python."""
        with suppress(OSError, ValueError, TypeError, EOFError), open(self._file, "rb") as opened:
            magic, file, held = marshal.loads(opened.read())
            if (magic, file) == (MAGIC_NUMBER, self._file):
                sys.meta_path.insert(0, _Finder(held))

    def keep(self) -> None:
        """Write what is loaded by now to the file, if some of it was not found there."""
        modules = [one for one in list(sys.modules.values()) if self._is_new(one)]
        is_known = all(isinstance(one.__loader__, _Loader) for one in modules)
        if is_known or sys.dont_write_bytecode:
            return
        entries = dict(filter(None, map(_entry, modules)))
        with suppress(OSError):  # the next start takes longer, that is all
            _write(self._file, marshal.dumps((MAGIC_NUMBER, self._file, entries)))

    def _is_new(self, module: ModuleType) -> bool:
        loader = getattr(module, "__loader__", None)
        return isinstance(loader, SourceFileLoader) and module.__name__ not in self._before


def _entry(module: ModuleType) -> tuple[str, Entry] | None:
    """Return a module by its name, or nothing where Python keeps no bytecode that tells its age."""
    spec = module.__spec__
    if spec is None or spec.origin is None or spec.cached is None:
        return None
    with suppress(OSError), open(spec.cached, "rb") as file:
        data = file.read()
        if data.startswith(MAGIC_NUMBER) and data[_FLAGS] == _BY_TIME:
            is_package = spec.submodule_search_locations is not None
            return spec.name, (spec.origin, spec.cached, is_package, data[_STAMP], data[_HEAD:])
    return None


def _write(file: str, data: bytes) -> None:
    """Write it whole: a file that is there is one that was finished."""
    part = f"{file}.{os.getpid()}"
    try:
        with open(part, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(part, file)
    except OSError:
        with suppress(OSError):
            os.unlink(part)
        raise


class _Finder:
    """Finds modules in the file, as long as their sources are those they were made of."""

    def __init__(self, held: Mapping[str, Entry]) -> None:
        self._held = held

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load a module, or nothing where the file does not know it as it is."""
        if name not in self._held:
            return None
        source, cached, is_package, stamp, code = self._held[name]
        try:
            seen = os.stat(source)
        except OSError:
            return None
        if stamp != _stamp(int(seen.st_mtime), seen.st_size):
            return None
        spec = ModuleSpec(name, _Loader(name, source, code), origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, cached
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec


class _Loader(SourceFileLoader):
    """Runs a module whose code is there already; for all else it is Python's own."""

    def __init__(self, name: str, source: str, code: bytes) -> None:
        super().__init__(name, source)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        """Return the code of the module."""
        code: CodeType = marshal.loads(self._code)
        return code


def _stamp(seconds: int, size: int) -> bytes:
    return b"".join((one & 0xFFFFFFFF).to_bytes(4, "little") for one in (seconds, size))
