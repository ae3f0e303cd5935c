"""Three computers that work and synchronise in any order: all show the same in the end.

Files arrive whole, cut off, late, under other names, or as an older version; clocks are wrong by a
year; the programs run on or are started anew.
"""

import shutil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from planner.workspace import Workspace
from reliability.copies import NAMES
from reliability.deeds import begin, gesture, mark
from reliability.places import memory
from reliability.tally import Tally
from tests.support.stores import Computer

_DEVICES = ("ada", "bob", "cyd")
_STEPS = 40
_JUMPS = (0, 1, 3600, -3600, 365 * 86400, -400 * 86400)
Key = tuple[str, str]


class Device:
    """One of the computers, with a program that runs, and all it was told is safe."""

    def __init__(self, root: Path, name: str) -> None:
        """Begin with an empty folder."""
        self.computer = Computer(root / name, name)
        self.computer.store.mkdir(parents=True)
        self.program = self.computer.workspace()
        self.safe: set[Key] = set()

    def work(self, dice: Random) -> None:
        """Do something, with a clock that may be wrong by a year."""
        self.computer.clock.move(
            seconds=dice.choice((0, 1, 3600, -3600, 365 * 86400, -400 * 86400))
        )
        gesture(self.program, dice)
        own = {(one.id, one.sum) for one in self.program.records if self._is_own(one.id)}
        self.safe |= own if not self.program.unsaved else set()

    def restart(self) -> None:
        """Start the program anew."""
        self.program = self.computer.workspace()

    def receive(self, other: "Device", dice: Random) -> None:
        """Let one of the files of another computer arrive, in one way or another."""
        files = [one for one in other.computer.store.iterdir() if one != self.computer.file]
        if not files:
            return
        file = dice.choice(files)
        data = file.read_bytes()
        target = self.computer.store / file.name
        if target == self.computer.file:
            return
        match dice.randrange(5):
            case 0:
                data = data[: dice.randrange(len(data) + 1)]
            case 1:
                target = self.computer.store / dice.choice(NAMES)(file.stem)
            case _:
                pass
        target.write_bytes(data)

    def see(self) -> Workspace:
        """Let the running program take in what arrived."""
        self.program.refresh()
        return self.program

    def _is_own(self, line: str) -> bool:
        return line.startswith(f"{self.computer.name}-")


def work_together(dice: Random, tally: Tally) -> None:
    """Let three computers work for a while, then give all files to all, and compare."""
    with TemporaryDirectory(prefix="loopready-devices-", dir=memory()) as place:
        devices = [Device(Path(place), name) for name in _DEVICES]
        begin(devices[0].computer)
        devices[0].restart()
        for _ in range(_STEPS):
            one, other = dice.sample(devices, 2)
            match dice.randrange(8):
                case 0:
                    one.restart()
                case 1 | 2:
                    one.receive(other, dice)
                case 3:
                    one.see()
                case _:
                    one.work(dice)
        _join(devices)
        safe = {key for one in devices for key in one.safe}
        shown = set()
        for one in devices:
            running = one.see()
            tally.expect(not running.unsaved, f"{one.computer.name}: {running.unsaved}")
            for program in (running, one.computer.workspace()):
                there = {(record.id, record.sum) for record in program.records}
                tally.expect(safe <= there, f"{len(safe - there)} acknowledged lines are gone")
                shown.add(mark(program.state))
        tally.expect(len(shown) == 1, f"three computers show {len(shown)} states")
        tally.count("interleavings")
        tally.count("acknowledged", len(safe))


def _join(devices: list[Device]) -> None:
    """Give every computer the newest version of the own file of each other."""
    for one in devices:
        for other in devices:
            file = other.computer.file
            if one is not other and file.exists():
                shutil.copy(file, one.computer.store / file.name)
