"""Takes from the program what it needs: room, names, permission, descriptors, memory.

What was there stays, the program says what it could not do, and once there is enough again the same
work succeeds.
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reliability.report import told_by_child
from reliability.scenes import SCENES
from reliability.scenes.scene import Scene
from reliability.tally import Tally
from reliability.troubles import TROUBLES, CannotBe, Trouble

_SORTS = 3
"""Where there are no more degrees than that, none is worse than another."""


def main(arguments: Sequence[str] = ()) -> Tally:
    """Do every piece of work in every trouble, from the worst degree on until it succeeds."""
    parser = argparse.ArgumentParser(prog="reliability full", description=__doc__)
    parser.add_argument("--trouble", choices=TROUBLES, help="only one of them")
    parser.add_argument("--scene", choices=SCENES, help="only one piece of work")
    asked = parser.parse_args(arguments)
    tally = Tally("full")
    for name in [asked.scene] if asked.scene else SCENES:
        with TemporaryDirectory(prefix="loopready-ready-") as ready:
            scene = SCENES[name]
            scene.prepare(Path(ready))
            _warm(scene, Path(ready))
            for trouble in [asked.trouble] if asked.trouble else TROUBLES:
                _suffer(f"{name}, {trouble}", scene, Path(ready), TROUBLES[trouble], tally)
    return tally


def _warm(scene: Scene, ready: Path) -> None:
    """Do the work once in this process, so that a child has nothing left to load."""
    with TemporaryDirectory(prefix="loopready-warm-") as place:
        shutil.copytree(ready, place, dirs_exist_ok=True)
        scene.work(Path(place))


def _suffer(where: str, scene: Scene, ready: Path, trouble: Trouble, tally: Tally) -> None:
    for degree in trouble.degrees:
        try:
            with trouble.place() as root:
                saved = _try(f"{where} ({degree})", scene, ready, root, trouble, degree, tally)
        except CannotBe as error:
            tally.skip(where, str(error))
            return
        if saved and len(trouble.degrees) > _SORTS:
            return


def _try(
    where: str,
    scene: Scene,
    ready: Path,
    root: Path,
    trouble: Trouble,
    degree: int,
    tally: Tally,
) -> bool:
    """Do the work in trouble; look when it is over; say whether it was saved all the same."""
    work = root / "work"
    shutil.copytree(ready, work)
    with trouble.bad(root, degree):
        told, fell = told_by_child(lambda: scene.work(work), trouble.first(degree))
    tally.count("tries")
    tally.expect(told is not None or trouble.may_end, f"{where}: {fell}")
    tally.count("saved" if told and told.saved else "told" if told else "ended by the system")
    if told and not told.saved:
        tally.expect(bool(told.sentence), f"{where}: nothing was told")
        left = [*root.rglob(".~loopready-*")]
        tally.expect(not left, f"{where}: a temporary file is left")
    try:
        for wrong in scene.wrong(work, told):
            tally.expect(False, f"{where}: {wrong}")
    except Exception as error:  # noqa: BLE001 - a store that cannot be opened is a loss
        tally.expect(False, f"{where}: afterwards {type(error).__name__}: {error}")
    return bool(told and told.saved)
