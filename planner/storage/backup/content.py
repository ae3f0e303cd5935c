"""What a backup holds: its lines as records, and how they differ from those of the store."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from planner.core.commands import Retract
from planner.core.folding import retracted
from planner.core.language import translate
from planner.core.values import Fact
from planner.storage.line import Record, Why, decode
from planner.storage.records import Records
from planner.storage.trouble import BackupError

Key = tuple[str, str]


class Difference(Fact, frozen=True):
    """What a backup has and the store has not, and the other way round.

    `brought` and `taken` count the changes that would count again, and count no more.
    """

    missing: tuple[Record, ...]
    extra: tuple[Record, ...]
    brought: int
    taken: int


class Content(Fact, frozen=True):
    """All commands of a backup in order, their lines, and how many lines could not be read."""

    records: tuple[Record, ...]
    lines: Mapping[Key, bytes]
    unreadable: int = 0

    def against(self, now: Collection[Record]) -> Difference:
        """Return how the backup differs from what the store holds now."""
        known = {_key(one) for one in now}
        then, today = _living(self.records), _living(now)
        missing = tuple(one for one in self.records if _key(one) not in known)
        extra = tuple(one for one in now if _key(one) not in self.lines)
        return Difference(
            missing=missing,
            extra=extra,
            brought=len(then - today),
            taken=len(today - then),
        )

    def lines_of(self, records: Iterable[Record]) -> bytes:
        """Return the lines of some of the records, as the content of a file."""
        return b"".join(self.lines[_key(one)] + b"\n" for one in records)


def content_of(files: Mapping[str, bytes], name: str) -> Content:
    """Return what files hold, whatever they are called; `name` is what to call them all.

    Raises:
        BackupError: when there is no journal, or one of a newer version.
    """
    found = Records()
    lines: dict[Key, bytes] = {}
    wrong: list[Why] = []
    records: list[Record] = []
    for line in _lines(files.values()):
        record = decode(line)
        if isinstance(record, Why):
            wrong.append(record)
        else:
            records.append(record)
            lines[_key(record)] = line
    if Why.NEWER_VERSION in wrong:
        raise BackupError(
            translate("Storage", "It was made by a newer version of Loopready: {name}.", name=name)
        )
    if not records:
        raise BackupError(
            translate("Storage", "It holds no journal that can be read: {name}.", name=name)
        )
    found.add(records)
    return Content(tuple(found.in_order()), lines, len(wrong))


def living(records: Collection[Record]) -> int:
    """Return how many changes count, those that were taken back left out."""
    return len(_living(records))


def _living(records: Collection[Record]) -> set[Key]:
    dead = retracted(tuple(records))
    return {
        _key(one)
        for one in records
        if one.name not in dead and not isinstance(one.command, Retract)
    }


def _lines(files: Iterable[bytes]) -> Iterator[bytes]:
    """Return the lines of all files that hold any of ours."""
    for data in files:
        if b'{"id": "' in data:
            yield from (line for line in data.split(b"\n") if line.strip())


def _key(record: Record) -> Key:
    return record.id, record.sum
