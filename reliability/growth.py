"""Opens stores of very different sizes, beside json.loads of the same bytes, and adds to them.

Once as after an update, when each line is checked, and once as every day, when they are known.

Times are the least processor time of some turns, so that other programs do not count. They are
printed and are no verdict; a store that does not hold what was written to it is a loss.
"""

import argparse
import gc
import json
import tempfile
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.fold import GESTURE, history, opened
from planner.core.commands import Change
from planner.storage.journal import Journal
from planner.storage.known import Known
from planner.workspace import Workspace
from reliability.shell import curriculum
from reliability.tally import Tally

SIZES = (1_000, 10_000, 100_000)
TARGET = 3.0


def main(arguments: Sequence[str] = ()) -> Tally:
    """Print for each size how long it takes to open the store and to add one command."""
    parser = argparse.ArgumentParser(prog="reliability scale", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many commands")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    asked = parser.parse_args(arguments)
    tally = Tally("scale")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="loopready-scale-") as place:
            _measure(Path(place), size, asked.rounds, tally)
    return tally


def _measure(root: Path, size: int, rounds: int, tally: Tally) -> None:
    begun = history(curriculum())
    commands = [*begun[:2], *islice(cycle(begun[2:]), size - 2)]
    _write(opened(root), commands)
    (file,) = root.glob("store/*.jsonl")
    lines = file.read_bytes().splitlines()
    known = Known(root / "known")
    Workspace(curriculum(), opened(root, known))
    known.save()
    found: list[tuple[float, float, float]] = []
    gc.collect()
    gc.freeze()  # what this measuring holds is not to be looked through by what it measures
    for _ in range(rounds):
        parsing = _seconds(lambda: [json.loads(line) for line in lines])
        opening = _seconds(lambda: Workspace(curriculum(), opened(root)))
        again = _seconds(lambda: Workspace(curriculum(), opened(root, Known(root / "known"))))
        found.append((parsing, opening, again))
    journal = opened(root)
    there = len(journal.catch_up())
    adding = median(_waited(lambda: journal.append([commands[-1]])) for _ in range(50))
    tally.expect(there == size, f"{there} of {size} commands are there")
    tally.count("commands", size)
    gc.unfreeze()
    parsing, first, later = (min(times) for times in zip(*found, strict=True))
    tally.note(
        f"{size:7,} commands, {file.stat().st_size / 1e6:5.1f} MB: opened in "
        f"{1000 * later:6.0f} ms, {later / parsing:.1f} x json.loads, and "
        f"{first / parsing:.1f} x where all is checked (target {TARGET:.0f}); "
        f"one more takes {1000 * adding:.2f} ms"
    )


def _write(journal: Journal, commands: Sequence[Change]) -> None:
    for begin in range(0, len(commands), GESTURE):
        journal.append(commands[begin : begin + GESTURE])


def _seconds(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin


def _waited(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin
