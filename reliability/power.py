"""Cuts the power at every moment of a piece of work, and starts on every disk that may be left.

strace writes down what the program asks of the disk. That is done again on a model of one, which
keeps for certain only what was flushed. After each step all that it may hold is laid out as files,
and the program is started on them: what it had called saved is there, what was a whole file is
one, and work goes on.
"""

import argparse
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from reliability.disks import Disk, State
from reliability.places import memory
from reliability.recording import ALSO, Replay, Unmodelled, calls_in
from reliability.scenes import SCENES
from reliability.scenes.day import Day
from reliability.scenes.scene import Scene, Told
from reliability.tally import Tally
from reliability.traced import Ending, Untraceable, recorded

GESTURES = 10
_MOST = 4_000
"""Disks of one moment that are started on; of more, the first ones."""
Judge = Callable[[Path, int, Told | None], Iterator[str]]
"""Says what is wrong on a disk, given how many lines were acknowledged, and what was told."""


def main(arguments: Sequence[str] = ()) -> Tally:
    """Cut the power during a day of work, and during all scenes."""
    parser = argparse.ArgumentParser(prog="reliability power", description=__doc__)
    parser.add_argument("--scene", choices=["day", *SCENES], help="only one of them")
    parser.add_argument("--gestures", type=int, default=GESTURES, help="those of the day")
    parser.add_argument("--seed", type=int, default=1, help="which gestures")
    asked = parser.parse_args(arguments)
    tally = Tally("power")
    day = Day(asked.gestures, asked.seed, tally)
    works: Mapping[str, tuple[Scene, Judge]] = {
        "day": (day, day.judge),
        **{name: (scene, partial(_wrong, scene)) for name, scene in SCENES.items()},
    }
    for name in [asked.scene] if asked.scene else works:
        with TemporaryDirectory(prefix="loopready-power-", dir=memory()) as place:
            Cuts(name, *works[name], Path(place), tally).make()
    return tally


class Cuts:
    """One piece of work, and all the disks that cuts of the power during it may leave."""

    def __init__(self, name: str, scene: Scene, judge: Judge, place: Path, tally: Tally) -> None:
        """Make the folder ready in which the work begins."""
        self._name, self._scene, self._judge, self._tally = name, scene, judge, tally
        self._ready, self._root = place / "ready", place / "root"
        self._ready.mkdir()
        scene.prepare(self._ready)
        self._seen: set[tuple[int, Told | None, int]] = set()

    def make(self) -> None:
        """Do the work once, then start on each disk."""
        self._begin()
        self._scene.work(self._root)  # so that all modules are loaded
        self._begin()
        disk = Disk(self._root)
        try:
            ending = recorded(lambda: self._scene.work(self._root), ALSO)
        except (OSError, Untraceable) as error:
            self._tally.skip(self._name, str(error))
            return
        if ending.told is None or not ending.told.saved:
            self._expect(False, f"not saved on a good disk: {ending.fell or ending.told}")
            return
        if isinstance(self._scene, Day):
            self._scene.note(self._root)
        try:
            self._cut(disk, ending)
        except Unmodelled as error:
            self._expect(False, str(error))

    def _cut(self, disk: Disk, ending: Ending) -> None:
        real = dict(_files(self._root))
        replay = Replay(disk, str(self._root))
        moments = 0
        for call in calls_in(ending.lines):
            if replay.take(call):
                moments += 1
                self._start_on_all(disk, replay.acknowledged, None)
        self._expect(_plain(disk.now()) == real, "the model does not end as the folder did")
        self._start_on_all(disk, replay.acknowledged, ending.told)
        self._tally.note(f"{self._name}: {moments} moments, {len(self._seen)} disks")
        self._tally.count("moments", moments)
        self._tally.count("disks", len(self._seen))

    def _start_on_all(self, disk: Disk, acknowledged: int, told: Told | None) -> None:
        states = disk.states()
        for state in islice(states, _MOST):
            key = acknowledged, told, hash(frozenset(state.items()))
            if key not in self._seen:
                self._seen.add(key)
                self._start_on(state, acknowledged, told)
        if next(states, None) is not None:
            self._tally.count("moments with more disks")

    def _start_on(self, state: State, acknowledged: int, told: Told | None) -> None:
        lay_out(state, self._root)
        try:
            for wrong in self._judge(self._root, acknowledged, told):
                self._expect(False, f"{wrong} [{_told(state)}]")
        except Exception as error:  # noqa: BLE001 - a store that cannot be opened is a loss
            self._expect(False, f"{type(error).__name__}: {error} [{_told(state)}]")

    def _begin(self) -> None:
        shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(self._ready, self._root)

    def _expect(self, is_so: bool, otherwise: str) -> None:
        self._tally.expect(is_so, f"{self._name}: {otherwise}")


def lay_out(state: State, root: Path) -> None:
    """Make a folder hold just what a disk does."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    for path, content in sorted(state.items()):
        if content is None:
            (root / path).mkdir()
        else:
            (root / path).write_bytes(content)


def _wrong(scene: Scene, root: Path, _acknowledged: int, told: Told | None) -> Iterator[str]:
    yield from scene.wrong(root, told)


def _files(root: Path) -> Iterator[tuple[str, bytes | None]]:
    for path in root.rglob("*"):
        yield str(path.relative_to(root)), None if path.is_dir() else path.read_bytes()


def _plain(state: State) -> dict[str, bytes | None]:
    return {str(path): content for path, content in state.items()}


def _told(state: State) -> str:
    return ", ".join(f"{path} {len(content)}" for path, content in state.items() if content)
