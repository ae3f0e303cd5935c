"""Finds a session another place: a free one, or one that something less important gives up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from planner.core.plan import Session
from planner.core.planning.repair.bounds import earliest, importance, latest, may_stand
from planner.core.planning.repair.timetable import Timetable
from planner.core.planning.work import LEAST
from planner.core.values import GRAIN, SessionKind, Subject

MOST_WAYS = 12
"""So many sessions are asked to make way before another idea is tried."""
MOST_PIECES = 4
MOST_PUSHED = 6
PUSHED_DAYS = 4
MOST_DEEP = 3
_LOOSE = frozenset({Subject.TECHNICAL, Subject.LEADERSHIP})


@dataclass(slots=True)
class Seeker:
    """Looks for places on a timetable, always in the same order: the next day first.

    `peers` says that work that matters as much may move as well. What is dropped on the way, a
    review that finds no room, stands on no day afterwards.
    """

    table: Timetable
    peers: bool = False

    def free(self, code: str, *, after: date | None = None) -> bool:
        """Give a session the next free place in its turn, from a day on.

        Where parts of its item stand before that, all of them move on by one place.
        """
        table, one = self.table, self.table.sessions[code]
        first = earliest(table, one)
        for day in table.days_ahead(max(first, after or first), latest(table, one, parts=False)):
            if table.room(day) <= 0:
                continue
            moves = self._along(one, day)
            if moves and self._may_all(moves) and table.attempt(moves):
                return True
        return False

    def out_of_turn(self, code: str) -> bool:
        """Give a session the next free place, whatever the order of the topics of its item.

        Chapters of a book and rounds of a mock keep theirs.
        """
        one = self.table.sessions[code]
        item = self.table.state.item(one.item)
        if item is None or item.subject not in _LOOSE or not one.units:
            return False
        self.table.ties.loosen(one.item)
        return self.free(code)

    def _along(self, one: Session, day: date) -> Mapping[str, date]:
        """Return the moves that put a session on a day, or on one of a part that then goes there.

        The parts keep their order, and none comes earlier than it was. Nothing, where the days
        of the parts and this one do not hold them all.
        """
        table = self.table
        later = [
            code
            for code in table.ties.parts(one.item)
            if table.is_open(code)
            and code not in table.firm
            and table.ties.precedes(one, table.sessions[code])
        ]
        if not later:
            return {one.code: day}
        later.sort(key=lambda code: (table.ties.place(table.sessions[code]), table.days[code]))
        slots = sorted({*(table.days[code] for code in later), day})
        room = dict.fromkeys(slots, 0)
        for slot in slots:
            own = (code for code in later if table.days[code] == slot)
            room[slot] = table.room(slot) + sum(table.sessions[code].minutes for code in own)
        moves: dict[str, date] = {}
        at = 0
        for code in (one.code, *later):
            minutes = table.sessions[code].minutes
            while at < len(slots) and (
                slots[at] < table.days.get(code, slots[0]) or room[slots[at]] < minutes
            ):
                at += 1
            if at == len(slots):
                return {}
            room[slots[at]] -= minutes
            moves[code] = slots[at]
        return {code: there for code, there in moves.items() if table.days.get(code) != there}

    def _may_all(self, moves: Mapping[str, date]) -> bool:
        return all(may_stand(self.table, self.table.sessions[c], day) for c, day in moves.items())

    def in_exchange(self, code: str, depth: int = 1, *, drops: bool = False) -> bool:
        """Give a session the place of a less important one, which finds itself another later on.

        With `drops`, a review that finds none is given up.
        """
        table = self.table
        for victim in self._ways(table.sessions[code]):
            before = table.snapshot()
            there = table.days[victim]
            along = self._along(table.sessions[code], there)
            if not along or not self._may_all(along) or not table.attempt({**along, victim: None}):
                continue
            is_review = table.sessions[victim].kind is SessionKind.REVIEW
            if self.free(victim, after=there) or (drops and is_review):
                return True
            if depth > 1 and self.in_exchange(victim, depth - 1):
                return True
            table.restore(before)
        return False

    def in_company(self, code: str) -> bool:
        """Give a session the place of one or two that matter no more and find a free one later.

        So what waits for it does not have to move on.
        """
        table, one = self.table, self.table.sessions[code]
        own = importance(table, one)
        before = table.snapshot()
        for day in table.days_ahead(earliest(table, one), latest(table, one)):
            if own < 0 or not may_stand(table, one, day):
                continue
            there = [
                other
                for other in table.on(day)
                if other not in table.firm
                and table.sessions[other].item != one.item
                and importance(table, table.sessions[other]) >= own
            ]
            need = one.minutes - table.room(day)
            for others in chain(combinations(there, 1), combinations(there, 2)):
                if sum(table.sessions[other].minutes for other in others) < need:
                    continue
                moves = {code: day, **dict.fromkeys(others)}
                if table.attempt(moves) and all(self.free(other, after=day) for other in others):
                    return True
                table.restore(before)
        return False

    def _ways(self, one: Session) -> Iterator[str]:
        """Yield what could make way, the least important first."""
        table = self.table
        own = importance(table, one)
        first, last = earliest(table, one), latest(table, one, parts=False)
        found = []
        for code, day in table.days.items():
            other = table.sessions[code]
            rank = importance(table, other)
            less = rank > own or (self.peers and rank == own > 0)
            if code in table.firm or not first <= day <= last or other.item == one.item:
                continue
            if less and other.minutes + table.room(day) >= one.minutes:
                found.append((-rank, day, code))
        for _, day, code in sorted(found)[:MOST_WAYS]:
            if may_stand(table, one, day):
                yield code

    def in_pieces(self, code: str) -> bool:
        """Part a session where no day has room for all of it.

        The first piece keeps the code; the others are new sessions of the same units.
        """
        table, one = self.table, self.table.sessions[code]
        pieces = self._cut(one)
        if not pieces:
            return False
        before = table.snapshot()
        rest = [
            one.evolve(code=table.new_code(day), minutes=minutes) for day, minutes in pieces[1:]
        ]
        table.add(one.evolve(minutes=pieces[0][1]))
        for piece in rest:
            table.add(piece)
        names = [code, *(piece.code for piece in rest)]
        if table.attempt({name: day for name, (day, _) in zip(names, pieces, strict=True)}):
            return True
        table.restore(before)
        return False

    def _cut(self, one: Session) -> list[tuple[date, int]]:
        """Return days and minutes that hold a session in pieces, or nothing."""
        table, left = self.table, one.minutes
        pieces: list[tuple[date, int]] = []
        if one.kind is not SessionKind.STUDY:
            return []
        for day in table.days_ahead(earliest(table, one), latest(table, one)):
            piece = min(table.room(day) // GRAIN * GRAIN, left)
            if 0 < left - piece < LEAST:
                piece = left - LEAST
            if piece < LEAST or not may_stand(table, one, day):
                continue
            pieces.append((day, piece))
            left -= piece
            if not left:
                return pieces
            if len(pieces) == MOST_PIECES:
                break
        return []

    def pushing(self, code: str, depth: int = MOST_DEEP) -> bool:
        """Give a session a free place behind what waits for it, and move that further on."""
        table, one = self.table, self.table.sessions[code]
        tried = 0
        for day in table.days_ahead(earliest(table, one), table.last):
            along = self._along(one, day) if table.room(day) > 0 else {}
            if not along or not self._may_all(along):
                continue
            until = max(along.values())
            early = [
                other
                for other in table.ties.waiting(one)
                if table.is_open(other) and table.days[other] <= until
            ]
            if len(early) > MOST_PUSHED or any(other in table.firm for other in early):
                return False
            early.sort(key=lambda other: (table.days[other], other))
            before = table.snapshot()
            if not table.attempt({**along, **dict.fromkeys(early)}):
                continue
            if all(self.somewhere(other, depth - 1) for other in early):
                return True
            table.restore(before)
            tried += 1
            if tried == PUSHED_DAYS:
                break
        return False

    def somewhere(self, code: str, depth: int = MOST_DEEP) -> bool:
        """Give a session a place by whatever means: the fewer others move, the better."""
        return (
            self.free(code)
            or self.out_of_turn(code)
            or self.in_exchange(code)
            or self.in_pieces(code)
            or self.in_exchange(code, 2, drops=True)
            or (depth == MOST_DEEP and self.in_company(code))
            or (depth > 0 and self.pushing(code, depth))
        )
