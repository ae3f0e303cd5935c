"""Counts what was tried and what was lost, and says so in the same way for every proof."""

from collections import Counter
from collections.abc import Sequence
from time import perf_counter

_MOST_TOLD = 20
"""Losses that are printed one by one; all are counted."""


class Tally:
    """What one proof found. A loss is anything that a promise rules out."""

    def __init__(self, name: str) -> None:
        """Begin with nothing tried and nothing lost."""
        self.name = name
        self.tried: Counter[str] = Counter()
        self.losses: list[str] = []
        self.skipped: dict[str, str] = {}
        self._begin = perf_counter()

    def count(self, what: str, by: int = 1) -> None:
        """Add to one of the figures."""
        self.tried[what] += by

    def expect(self, is_so: bool, otherwise: str) -> bool:
        """Note a loss where something is not as promised, and say whether it is."""
        if not is_so:
            self.losses.append(otherwise)
            if len(self.losses) <= _MOST_TOLD:
                print(f"LOST  {self.name}: {otherwise}", flush=True)
        return is_so

    def skip(self, what: str, why: str) -> None:
        """Note what could not be tried on this machine."""
        self.skipped[what] = why
        print(f"      {self.name}: skipped {what}: {why}", flush=True)

    def note(self, text: str) -> None:
        """Print a line that is no verdict."""
        print(f"      {self.name}: {text}", flush=True)

    def line(self) -> str:
        """Return all figures in one line."""
        figures = ", ".join(f"{number:,} {what}" for what, number in self.tried.items())
        skipped = f", {len(self.skipped)} skipped" if self.skipped else ""
        seconds = perf_counter() - self._begin
        return f"{self.name:<10} {len(self.losses)} lost  {figures}{skipped}  ({seconds:.0f} s)"


def table(lines: Sequence[str]) -> str:
    """Return the closing table."""
    rule = "-" * max(map(len, lines), default=0)
    return "\n".join([rule, *lines, rule])
