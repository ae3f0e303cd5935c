"""Lets every system call of a piece of work fail: once, for good, and as the last one ever.

SQLite's loop: the first call of a kind fails, then the second one, until none is left that could.
After each, files and state are whole, and the program has told what it did not do.
"""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from reliability.scenes import SCENES
from reliability.scenes.scene import Scene
from reliability.tally import Tally
from reliability.traced import Ending, Untraceable, attempt

_ERRORS = {
    "openat": ("EACCES", "EMFILE", "EIO", "ENOSPC"),
    "read": ("EIO",),
    "write": ("ENOSPC", "EIO", "EDQUOT"),
    "fsync": ("EIO",),
    "rename": ("EACCES", "EXDEV", "EIO"),
    "mkdir": ("EACCES", "ENOSPC", "EROFS"),
    "ftruncate": ("EIO",),
    "flock": ("ENOLCK",),
    "access": ("EACCES",),
    "newfstatat": ("EACCES", "EIO"),
}
_ANY_ERROR = ("EIO",)
_LIES = {"write": ("retval=10",), "fsync": ("delay_enter=300000",)}
"""Answers that are no errors: a write that took less than it says, and a slow disk."""
_LOOKS = {"read", "pread64", "lseek", "newfstatat", "statx", "access", "getdents64"}
"""What changes nothing, so that a kill in between is no other than one before or after."""
_FEW = 200
"""Where a piece of work makes more calls than that, only a thorough run disturbs the looks."""


def main(arguments: Sequence[str] = ()) -> Tally:
    """Run the loop for every scene, or for one."""
    parser = argparse.ArgumentParser(prog="reliability calls", description=__doc__)
    parser.add_argument("--scene", choices=SCENES, help="only one of them")
    parser.add_argument("--thorough", action="store_true", help="every error at every call")
    asked = parser.parse_args(arguments)
    tally = Tally("calls")
    for name in [asked.scene] if asked.scene else SCENES:
        with TemporaryDirectory(prefix="loopready-calls-") as place:
            stage = Stage(name, SCENES[name], Path(place), tally)
            if not stage.can_be_traced():
                return tally
            stage.disturb(thorough=asked.thorough)
    return tally


class Stage:
    """A scene with the folder it begins in, copied anew for every try."""

    def __init__(self, name: str, scene: Scene, place: Path, tally: Tally) -> None:
        """Make the folder ready once, and do the work once, so that all modules are loaded."""
        self._name, self._scene, self._tally = name, scene, tally
        self._ready, self._root = place / "ready", place / "root"
        self._ready.mkdir()
        scene.prepare(self._ready)
        self._set()
        scene.work(self._root)

    def can_be_traced(self) -> bool:
        """Say whether strace works here, and see that without a fault nothing is wrong."""
        self._set()
        try:
            ending = attempt(lambda: self._scene.work(self._root))
        except (OSError, Untraceable) as error:
            self._tally.skip(self._name, str(error))
            return False
        self._calls = ending.calls
        saved = ending.told is not None and ending.told.saved
        self._tally.expect(saved, f"{self._name}: not saved on a good disk: {ending}")
        self._check(ending, "no fault")
        return True

    def disturb(self, *, thorough: bool) -> None:
        """Let each call fail until no fault fires."""
        begun = self._tally.tried["faults"]
        looks = thorough or sum(self._calls.values()) <= _FEW
        for call in self._calls if looks else self._calls.keys() - _LOOKS:
            for fault in _faults(call, thorough=thorough):
                for n in count(1):
                    if not self.does_fire(f"{call}:{fault}:when={n}"):
                        break
                    if "signal" not in fault and "delay" not in fault:
                        self.does_fire(f"{call}:{fault}:when={n}+")
        calls = sum(self._calls.values())
        faults = self._tally.tried["faults"] - begun
        self._tally.note(f"{self._name}: {calls} calls, {faults} faults fired")

    def does_fire(self, fault: str) -> bool:
        """Do the work under a fault, and say whether the fault fired."""
        self._set()
        ending = attempt(lambda: self._scene.work(self._root), fault)
        if ending.fired:
            self._tally.count("faults")
            self._tally.count("kills" if ending.killed else "told" if _is_told(ending) else "saved")
            self._check(ending, fault)
        return ending.fired

    def _check(self, ending: Ending, fault: str) -> None:
        where = f"{self._name}, {fault}"
        if not ending.killed:
            self._tally.expect(ending.told is not None, f"{where}: {ending.fell or 'gone'}")
        if _is_told(ending):
            self._tally.expect(bool(ending.told and ending.told.sentence), f"{where}: untold")
            left = [*self._root.rglob(".~loopready-*")] if "unlink" not in fault else []
            self._tally.expect(not left, f"{where}: a temporary file is left")
        try:
            for wrong in self._scene.wrong(self._root, ending.told):
                self._tally.expect(False, f"{where}: {wrong}")
        except Exception as error:  # noqa: BLE001 - a store that cannot be opened is a loss
            self._tally.expect(False, f"{where}: afterwards {type(error).__name__}: {error}")

    def _set(self) -> None:
        shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(self._ready, self._root)


def _is_told(ending: Ending) -> bool:
    return ending.told is not None and not ending.told.saved


def _faults(call: str, *, thorough: bool) -> Iterator[str]:
    errors = _ERRORS.get(call, _ANY_ERROR)
    few = 1 if call in _LOOKS else 2
    yield from (f"error={error}" for error in (errors if thorough else errors[:few]))
    yield from _LIES.get(call, ())
    if thorough or call not in _LOOKS:
        yield "signal=KILL"
