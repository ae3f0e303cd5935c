"""Keeps the bytecode of a start's modules in one file, so that none is looked for by itself.

For each module Python goes through the folders, asks when the source was changed, and opens the
bytecode beside it. The two hundred and more of a window take a tenth of its start that way. The
file lies where Python keeps bytecode and is believed like the rest of it: a module whose source
has another size or time since then is loaded as always. So are all of them where Python would look
in other folders, as another environment or another release of it does.
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

Entry = tuple[str, str, bool, bytes]
"""Source, bytecode, whether it is a package, time and size of the source."""


def kept_for(package: str) -> str:
    """Return the file that is kept for a package: what removes the package takes it along.

    Its name is that of the bytecode of `kept.py`, a module that is never loaded.
    """
    return cache_from_source(os.path.join(package, "early", "kept.py"))


class Bytecode:
    """The modules that are loaded from now on, as they were when they were kept last."""

    def __init__(self, file: str) -> None:
        """Remember what is loaded already, which no file can make quicker."""
        self._file = file
        self._before = frozenset(sys.modules)
        self._about = (MAGIC_NUMBER, file, tuple(map(str, sys.path)))
        self._held: Mapping[str, Entry] = {}

    def recall(self) -> None:
        """Find them in the file from now on, where one is there of this Python and its path."""
        with suppress(Exception):  # what is damaged raises nearly anything, SystemError as well
            with open(self._file, "rb") as opened:
                about, held, codes = marshal.loads(opened.read())
            if about == self._about:
                self._held = held
                sys.meta_path.insert(0, _Finder(held, codes))

    def keep(self) -> None:
        """Write what is loaded by now to the file, if some of it was not found there."""
        modules = [one for one in list(sys.modules.values()) if self._is_new(one)]
        is_known = all(isinstance(one.__loader__, _Loader) for one in modules)
        if is_known or sys.dont_write_bytecode:
            return
        if not os.access(os.path.dirname(self._file), os.W_OK):
            return  # before all of them are read for nothing
        held, codes = dict[str, Entry](), dict[str, CodeType]()
        for module in modules:
            source, cached, stamp, code = _read(module)
            if code:
                is_package = hasattr(module, "__path__")
                held[module.__name__] = (source, cached, is_package, stamp)
                codes[module.__name__] = marshal.loads(code)
        if held == self._held:
            return  # the others tell no age
        with suppress(OSError):  # the next start takes longer, that is all
            _write(self._file, marshal.dumps((self._about, held, codes)))

    def _is_new(self, module: ModuleType) -> bool:
        loader = getattr(module, "__loader__", None)
        return isinstance(loader, SourceFileLoader) and module.__name__ not in self._before


def _read(module: ModuleType) -> tuple[str, str, bytes, bytes]:
    """Return source, bytecode and what that says; no code where it does not tell its age."""
    source, cached = module.__file__ or "", module.__cached__ or ""
    with suppress(OSError), open(cached, "rb") as file:
        data = file.read()
        if data.startswith(MAGIC_NUMBER) and data[_FLAGS] == _BY_TIME:
            return source, cached, data[_STAMP], data[_HEAD:]
    return source, cached, b"", b""


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

    def __init__(self, held: Mapping[str, Entry], codes: dict[str, CodeType]) -> None:
        self._held, self._codes = held, codes

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load a module, or nothing where the file does not know it as it is."""
        if name not in self._held:
            return None
        source, cached, is_package, stamp = self._held[name]
        try:
            seen = os.stat(source)
        except OSError:
            return None
        if stamp != _stamp(int(seen.st_mtime), seen.st_size):
            return None
        spec = ModuleSpec(name, _Loader(name, source, self._codes), origin=source)
        spec.has_location, spec.cached = True, cached
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec


class _Loader(SourceFileLoader):
    """Runs a module whose code was kept; for all else, and a second time, it is Python's own."""

    def __init__(self, name: str, source: str, codes: dict[str, CodeType]) -> None:
        super().__init__(name, source)
        self._codes = codes

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module, and keep it no longer.

        Python corrects what was compiled in another folder than it lies in.
        """
        code = self._codes.pop(fullname, None)
        if code is not None and code.co_filename == self.path:
            return code
        return super().get_code(fullname)


def _stamp(seconds: int, size: int) -> bytes:
    return b"".join((one & 0xFFFFFFFF).to_bytes(4, "little") for one in (seconds, size))
