"""The packaged program beside a packaged bare window and beside Anki: start, size, download."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.measure import ROUNDS, tell
from benchmarks.screen import Screen, Start, environment_in
from benchmarks.window_child import TODAY, stored

ROOT = Path(__file__).resolve().parents[1]
PROGRAM, DOWNLOADS = ROOT / "dist" / "loopready", ROOT / "dist" / "packages"
BUILT = ROOT / "build" / "benchmark"
BUILDER, ANKI = ROOT / ".venv-build" / "bin" / "python", ROOT / ".venv-anki"
INSIDE = "_internal"
MEGABYTE = 1e6


def main(arguments: Sequence[str] = ()) -> None:
    """Print the ratios of one run, started by turns; without the built program, how to get it."""
    parser = argparse.ArgumentParser(prog="benchmarks packaged", description=__doc__)
    parser.add_argument(
        "--anki", action="store_true", help="install Anki (600 MB), and start it too"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="starts of each")
    asked = parser.parse_args(arguments)
    if not (PROGRAM.exists() and BUILDER.exists() and shutil.which("Xvfb")):
        print("The packaged program is left out: it takes Xvfb and dist/loopready (make binary)")
        return
    bare = _bare()
    _sizes(bare)
    _reading()
    _starts(bare / bare.name, asked.rounds, with_anki=asked.anki)


def _starts(bare: Path, rounds: int, *, with_anki: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, Screen() as screen:
        home = Path(folder)
        stored(home / "store")
        environment = environment_in(home)
        store = ("--store", str(home / "store"), "--today", TODAY.isoformat())
        commands: dict[str, Sequence[str | Path]] = {
            "ours": (PROGRAM / PROGRAM.name, *store),
            "bare": (bare,),
        }
        if with_anki:
            commands["anki"] = _anki(home)
            # Chromium's sandbox is for users who are not root.
            environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        for command in commands.values():  # the user has started it before
            screen.start(command, environment)
        starts: dict[str, list[Start]] = {name: [] for name in commands}
        for _round in range(rounds):
            for name, command in commands.items():
                starts[name].append(screen.start(command, environment))
    _compare(starts["ours"], starts["bare"], "a packaged bare window", "<= 1.5 x")
    if with_anki:
        _compare(starts["ours"], starts["anki"], "Anki", "<= 0.4 x")


def _compare(ours: Sequence[Start], others: Sequence[Start], name: str, target: str) -> None:
    clock, beside = (median(one.clock for one in some) for some in (ours, others))
    spent, their = (median(one.processor for one in some) for some in (ours, others))
    ratio = f"{clock / beside:.2f} x {name} ({beside:.0f} ms)"
    tell("packaged start to usable window", clock, target, ratio)
    tell("  of the processor alone", spent, "", f"{spent / their:.2f} x ({their:.0f} ms)")


def _sizes(bare: Path) -> None:
    ours, beside = _megabytes(PROGRAM), _megabytes(bare)
    ratio = f"{ours / beside:.2f} x a packaged bare window ({beside:.0f} MB)"
    tell("size of the folder", ours, "<= 1.15 x", ratio, "MB")
    for file in sorted((*DOWNLOADS.glob("*.deb"), *DOWNLOADS.glob("*.tar.xz"))):
        tell("download", file.stat().st_size / MEGABYTE, "< 60 MB", file.name, "MB")


def _megabytes(folder: Path) -> float:
    return sum(one.lstat().st_size for one in folder.rglob("*") if one.is_file()) / MEGABYTE


def _reading() -> None:
    """Print how long a packaged Python takes to read the curriculum at another start."""
    folder = _built("reading_program", f"--add-data={ROOT / 'resources'}:resources")
    with tempfile.TemporaryDirectory() as state:
        told = [
            subprocess.run(
                [folder / folder.name, Path(state, "known")],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for _ in range(ROUNDS + 1)
        ]
    clock, processor = zip(*(map(float, one.split()) for one in told[1:]), strict=True)
    beside = f"of the processor alone {median(processor):.2f} ms"
    tell("curriculum read, packaged", median(clock), "< 10 ms", beside)


def _bare() -> Path:
    """Return a bare window packaged with the modules of Qt that ours has, and no other library."""
    modules = sorted((PROGRAM / INSIDE / "PySide6").glob("Qt*.*"))
    wanted = [f"--hidden-import=PySide6.{one.name.partition('.')[0]}" for one in modules]
    folder = _built("bare_program", *wanted)
    inside, ours = folder / INSIDE, PROGRAM / INSIDE
    for one in inside.rglob("*"):
        place = one.relative_to(inside)
        if not one.is_dir() and not (ours / place).is_file():
            one.unlink()
    return folder


def _built(name: str, *options: str) -> Path:
    """Return the folder of a program of benchmarks, made as PyInstaller makes it when let alone."""
    script = ROOT / "benchmarks" / f"{name}.py"
    where = [f"--distpath={BUILT}", f"--workpath={BUILT / 'work'}", f"--specpath={BUILT}"]
    told = ["--noconfirm", "--log-level=ERROR", "--strip", f"--paths={ROOT}", f"--name={name}"]
    words: list[str | Path] = [BUILDER, "-m", "PyInstaller", *where, *told, *options, script]
    subprocess.run(words, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    return BUILT / name


def _anki(home: Path) -> Sequence[str | Path]:
    """Return what starts Anki on a folder of its own, which it does not need to ask for."""
    subprocess.run([ROOT / "scripts" / "virtual-environment", ANKI, "anki"], cwd=ROOT, check=True)
    folder = home / "anki"
    subprocess.run(
        [ANKI / "bin" / "python", ROOT / "benchmarks" / "anki_profile.py", folder],
        env={**environment_in(home), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return [ANKI / "bin" / "anki", "-b", folder, "-p", "User 1"]


if __name__ == "__main__":
    main(sys.argv[1:])
