"""The union of all records that were read, without doubles, in the order of the stamps."""

from collections.abc import Iterable, Mapping, Sequence

from planner.storage.line import Record

Order = tuple[str, str, int, str]

_NOTHING: tuple[int, Mapping[str, int]] = 0, {}


class Records:
    """All records known of one store. It only grows: a file that vanishes takes nothing along.

    Two different lines of one id, as a copied device id makes them, both stay.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._by_id: dict[str, Record] = {}
        self._twins: set[tuple[str, str]] = set()
        self._in_order: list[Record] = []
        self._read: dict[str, int] = {}
        self._named: dict[str, int] = {}
        self._doubled: set[str] = set()
        self._seen: dict[str, tuple[int, Mapping[str, int]]] = {}
        self._awaited = ""

    def add(self, records: Iterable[Record]) -> list[Record]:
        """Take records in, and return those that were not there yet, in order."""
        fresh: list[tuple[Order, Record]] = []
        by_id, read = self._by_id, self._read
        for record in records:
            if record.id not in by_id:
                by_id[record.id] = record
            elif not self._is_twin(record):
                continue
            order = record.order
            fresh.append((order, record))
            _, device, n, _ = order
            if n > read.get(device, 0):
                read[device] = n
            if record.seen and n > self._seen.get(device, _NOTHING)[0]:
                self._seen[device] = n, record.seen
        fresh.sort()  # no two have one order
        added = [record for _, record in fresh]
        self._put_in_order(added)
        return added

    def name(self, names: Iterable[tuple[str, int]]) -> None:
        """Note devices and numbers of lines that cannot be read, so that none is given again."""
        for device, n in names:
            self._named[device] = max(n, self._named.get(device, 0))

    def await_all(self, records: Iterable[Record]) -> None:
        """Note numbers and stamps of records that are still to come, as if they were here."""
        for one in records:
            self.name([(one.device, one.n)])
            self._awaited = max(self._awaited, one.at)

    def in_order(self) -> Sequence[Record]:
        """Return all records as they are folded."""
        return tuple(self._in_order)

    def last_stamp(self) -> str:
        """Return the greatest stamp, or nothing."""
        last = self._in_order[-1].at if self._in_order else ""
        return max(last, self._awaited)

    def last_number(self, device: str) -> int:
        """Return the highest number any line of a device has."""
        return max(self._named.get(device, 0), self._read.get(device, 0))

    def last_read(self, device: str) -> int:
        """Return the highest number of the lines of a device that could be read."""
        return self._read.get(device, 0)

    def sum_of(self, line_id: str) -> str:
        """Return the checksum of a line, or nothing when it is not there."""
        found = self._by_id.get(line_id)
        return found.sum if found else ""

    def has_doubles(self, device: str) -> bool:
        """Say whether two different lines of a device have one id."""
        return device in self._doubled

    def latest(self) -> Record | None:
        """Return the record with the greatest stamp."""
        return self._in_order[-1] if self._in_order else None

    def seen(self) -> Mapping[str, int]:
        """Return the last number read of each device."""
        return dict(self._read)

    def unsaid(self, device: str, seen: Mapping[str, int]) -> Mapping[str, int]:
        """Return what is seen of the devices but this one, or nothing if that was said before."""
        others = {other: n for other, n in sorted(seen.items()) if other != device}
        said = self._seen.get(device, _NOTHING)[1]
        return {} if others == said else others

    def _put_in_order(self, fresh: list[Record]) -> None:
        """Add records at the end, which costs the same however many there are, or wherever else."""
        late = self._in_order[-1:]
        self._in_order += fresh
        if late and fresh and fresh[0].order < late[0].order:
            self._in_order.sort(key=_order)

    def _is_twin(self, record: Record) -> bool:
        """Say whether a record is another one than those of its id that are here."""
        key = record.id, record.sum
        if key in self._twins or self._by_id[record.id].sum == record.sum:
            return False
        self._twins.add(key)
        self._doubled.add(record.device)
        return True


def _order(record: Record) -> Order:
    return record.order
