"""Medians, and the line in which a figure is printed."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

ROUNDS = 10


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of some work in milliseconds, after one round that is not counted."""
    work()
    times = []
    for _ in range(rounds):
        begin = perf_counter()
        work()
        times.append(perf_counter() - begin)
    return 1000 * median(times)


def processor_milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the least processor time of some work in milliseconds: others do not disturb it."""
    times = []
    for _ in range(rounds):
        begin = process_time()
        work()
        times.append(process_time() - begin)
    return 1000 * min(times)


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of some work: the median by the clock, and the least of the processor."""

    clock: float
    processor: float


def timed(
    work: Callable[[], object], rounds: int = ROUNDS, before: Callable[[], object] = bool
) -> Timed:
    """Return how long some work takes; what comes `before` each round is not counted."""
    clock, processor = [], []
    for _ in range(rounds):
        before()
        begin, used = perf_counter(), process_time()
        work()
        clock.append(perf_counter() - begin)
        processor.append(process_time() - used)
    return Timed(1000 * median(clock), 1000 * min(processor))


def parse_time(document: object) -> float:
    """Return the median time of `json.loads` of a document: the yardstick of this machine."""
    text = json.dumps(document)
    return milliseconds(lambda: json.loads(text), rounds=50)


def tell(what: str, figure: float, target: str, beside: str, unit: str = "ms") -> None:
    """Print one figure with its target and what it is compared with."""
    sys.stdout.write(f"{what:<44} {figure:8.2f} {unit:<4} target {target:<12} {beside}\n")
    sys.stdout.flush()
