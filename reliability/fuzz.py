"""Throws spoilt input at every reader: each answer is a value or a sentence, never an exception.

Input number n of a reader is the same in every run with one seed, so --only shows it again.
"""

import argparse
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from traceback import extract_tb
from types import FrameType

from reliability.readers import Reader, readers
from reliability.tally import Tally

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, for a million writes
_MOST_SECONDS = 2.0
"""Of the processor, which does not count what else the machine does."""
_GIVEN_UP = 30.0
"""Seconds of the clock after which an input is left."""
_MOST_ALIKE = 3
"""Faults of one kind in one line that are told; the rest is only counted."""


class _Hangs(BaseException):
    """An input that was given up."""


def main(arguments: Sequence[str] = ()) -> Tally:
    """Throw the inputs, and count what became of them."""
    parser = argparse.ArgumentParser(prog="reliability fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000, help="how many in all")
    parser.add_argument("--seed", type=int, default=1, help="which inputs")
    parser.add_argument("--reader", help="one reader, which gets all of them")
    parser.add_argument("--only", type=int, help="one input of the reader, printed")
    asked = parser.parse_args(arguments)
    tally = Tally("fuzz")
    place = _SHARED_MEMORY if _SHARED_MEMORY.is_dir() else None
    with TemporaryDirectory(prefix="loopready-fuzz-", dir=place) as folder, watch():
        every = readers(Path(folder))
        if asked.reader and asked.reader not in every:
            parser.error(f"{asked.reader} is none of: {', '.join(every)}")
        chosen = {name: one for name, one in every.items() if asked.reader in {None, name}}
        shares = sum(one.share for one in chosen.values())
        for name, reader in chosen.items():
            thrower = Thrower(name, reader, asked.seed, tally)
            if asked.only is not None:
                print(repr(thrower.input(asked.only)))
                thrower.throw(range(asked.only, asked.only + 1))
            else:
                thrower.throw(range(asked.inputs * reader.share // shares))
    return tally


class Thrower:
    """Throws inputs at one reader."""

    def __init__(self, name: str, reader: Reader, seed: int, tally: Tally) -> None:
        """Remember reader, seed and where to count."""
        self._name, self._reader, self._seed, self._tally = name, reader, seed, tally
        self._answers: Counter[str] = Counter()
        self._faults: Counter[str] = Counter()

    def input(self, n: int) -> bytes:
        """Return an input by its number."""
        return self._reader.spoilt(Random(f"{self._seed} {self._name} {n}"))

    def throw(self, numbers: range) -> None:
        """Throw some inputs, and print what the reader answered and how quickly."""
        begin = perf_counter()
        for n in numbers:
            self._throw(n, self.input(n))
        seconds = perf_counter() - begin
        self._tally.count("inputs", len(numbers))
        self._tally.count(f"at {self._name}", len(numbers))
        answers = ", ".join(f"{count:,} {what}" for what, count in self._answers.most_common())
        rate = f"{len(numbers) / seconds:,.0f} a second"
        self._tally.note(f"{self._name}: {len(numbers):,} inputs, {rate}: {answers}")

    def _throw(self, n: int, data: bytes) -> None:
        begin = process_time()
        signal.setitimer(signal.ITIMER_REAL, _GIVEN_UP)
        try:
            self._answers[self._reader.read(data)] += 1
        except (Exception, _Hangs) as error:  # noqa: BLE001 - that is what is looked for
            self._fault(n, data, error)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        took = process_time() - begin
        if took > _MOST_SECONDS:
            self._tally.expect(False, f"{self._name} {n} took {took:.1f} s: {data[:80]!r}")

    def _fault(self, n: int, data: bytes, error: BaseException) -> None:
        last = extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
        self._faults[kind] += 1
        self._answers[f"FAULT {kind}"] += 1
        if self._faults[kind] <= _MOST_ALIKE:
            self._tally.expect(False, f"{self._name} {n}: {kind}: {error!s:.200}: {data[:200]!r}")
        else:
            self._tally.losses.append(f"{self._name} {n}: {kind}")


@contextmanager
def watch() -> Iterator[None]:
    """Let an input that is thought about for ever be given up."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise _Hangs

    before = signal.signal(signal.SIGALRM, give_up)
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, before)
