"""What the writer of a command had read of all others: tells a correction from a conflict."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from planner.core.apply import Entry

_NOTHING: Mapping[str, int] = {}


class Knowing:
    """Says of two commands of a journal whether either writer knew the other one.

    A device knows its own earlier lines, and of the others what its last `seen` names. Where two
    lines have one id, as a copied device id makes them, its lines from there on are of two
    computers and cannot be told apart: they count as unknown to each other.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take in what each device said it had seen; the order does not matter."""
        self._said: dict[str, list[tuple[int, Mapping[str, int]]]] = {}
        self._forked: dict[str, int] = {}
        ids: set[str] = set()
        for entry in entries:
            if entry.seen:
                self._said.setdefault(entry.device, []).append((entry.n, entry.seen))
            if entry.id in ids:
                device = entry.device
                self._forked[device] = min(entry.n, self._forked.get(device, entry.n))
            ids.add(entry.id)
        for said in self._said.values():
            said.sort(key=_number)

    def apart(self, one: Entry, other: Entry) -> bool:
        """Say whether two commands were written without knowing of each other."""
        return not self.knew(one, other) and not self.knew(other, one)

    def knew(self, one: Entry, other: Entry) -> bool:
        """Say whether the writer of one command had read another one, or wrote it."""
        device = one.device
        if device == other.device:
            forked = self._forked.get(device)
            return other.n < one.n and (forked is None or other.n < forked)
        return other.n <= self._seen(one).get(other.device, -1)

    def _seen(self, entry: Entry) -> Mapping[str, int]:
        """Return what a device had said last when it wrote a line."""
        said: Sequence[tuple[int, Mapping[str, int]]] = self._said.get(entry.device, ())
        place = bisect_right(said, entry.n, key=_number)
        return said[place - 1][1] if place else _NOTHING


def _number(said: tuple[int, Mapping[str, int]]) -> int:
    return said[0]
