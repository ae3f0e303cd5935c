"""Loads PySide6 without what only its tools, its help texts and its error messages want.

Half the time of loading it goes into modules that write stubs and read signatures. They are
compiled at every start, and a window that works never asks them anything. Each of them still
answers: it is run when something of it is first wanted. So is what they bring along.
"""

import builtins
import sys
from _thread import RLock
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from planner.ui.enums import make_quickly

_PACKAGE = "shibokensupport"
_FEATURES, _MAPPING = f"{_PACKAGE}.feature", f"{_PACKAGE}.signature.mapping"
LATE = frozenset(
    {
        *(_FEATURES, _MAPPING),
        *(f"{_PACKAGE}.signature.{one}" for one in ("errorhandler", "layout", "parser")),
        *(f"{_PACKAGE}.signature.lib.{one}" for one in ("enum_sig", "pyi_generator", "tool")),
    }
)
UNUSED = frozenset({"tempfile", "traceback"})
"""What PySide6 imports of Python's library and does not use as it is loaded."""


def load_qt() -> None:
    """Load PySide6; where it was loaded before, only make `import` plain again.

    PySide6 puts a function in the place of `import` which reads the whole source of each module
    that is loaded, to see whether that wants other names for Qt's methods. None of ours does.
    """
    make_quickly()
    if "PySide6" not in sys.modules:
        _load()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _load() -> None:
    plain, postponing = builtins.__import__, _Postponing()

    def until_support(name: str, *rest: Any, **more: Any) -> ModuleType:
        """Import; be there first when PySide6 has made its own finder the first one."""
        if name.partition(".")[0] == _PACKAGE:
            builtins.__import__ = plain
            sys.meta_path.remove(postponing)
            sys.meta_path.insert(0, postponing)
        return plain(name, *rest, **more)

    sys.meta_path.insert(0, postponing)
    builtins.__import__ = until_support
    try:
        import PySide6  # noqa: F401 - the others of its modules find it loaded
    finally:
        sys.meta_path.remove(postponing)
        if builtins.__import__ is until_support:
            builtins.__import__ = plain


class _Postponing:
    """Finds what is late wherever the other finders find it."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in LATE and name not in UNUSED:
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = next(filter(None, (one.find_spec(name, path, target) for one in others)), None)
        if found is None:
            return None
        spec = ModuleSpec(name, _Late(found), origin=found.origin)  # type: ignore[arg-type]
        spec.has_location, spec.cached = found.has_location, found.cached
        return spec


class _Late:
    """Runs a module when it is first asked for a name; other threads wait for all of it.

    One lock is for all of them, since they ask each other.
    """

    _lock = RLock()

    def __init__(self, found: ModuleSpec) -> None:
        self._found = found
        self._is_begun = False
        self._update: Callable[[], object] = _no_feature

    def create_module(self, _spec: ModuleSpec) -> None:
        """Leave it to Python to make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Give it only what runs it, and what PySide6 takes from its names without asking it."""
        names = vars(module)

        def wanted(name: str) -> object:
            if name.startswith("__"):
                raise AttributeError(name)
            self._run(module, name)
            return getattr(module, name)

        def update_mapping() -> object:
            """Let other threads wait: the real one says that it is done before it is."""
            with self._lock:
                self._run(module, "update_mapping")
                if names["update_mapping"] is not update_mapping:
                    self._update, names["update_mapping"] = names["update_mapping"], update_mapping
                return self._update()

        names["__getattr__"] = wanted
        if module.__name__ == _MAPPING:
            names["update_mapping"] = update_mapping
        elif module.__name__ == _FEATURES:
            names["feature_import"] = names["feature_imported"] = _no_feature

    def _run(self, module: ModuleType, name: str) -> None:
        """Run it under its first name: PySide6 has published it under another one since."""
        with self._lock:
            loader, published = self._found.loader, module.__spec__
            if loader is None or "__getattr__" not in vars(module):
                return
            if self._is_begun:  # it asks itself for what it has not
                raise AttributeError(name)
            self._is_begun = True
            module.__spec__ = self._found
            try:
                loader.exec_module(module)
                del vars(module)["__getattr__"]
            finally:
                module.__spec__ = published
                self._is_begun = False


def _no_feature(*_: object, **__: object) -> None:
    """Say of an import that it wants none of the features, so that Python itself does it."""
