"""What the rounds before the loop ask for, and the days before them that are for review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from planner.core.curriculum import Curriculum
from planner.core.gates import gates_at
from planner.core.planning.work import Work
from planner.core.profile import Profile

QUIET = 2
"""So many days before a round nothing but reviews is planned."""
NO_DATE = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The rounds that are still to come, by the items they ask for, and the days they take.

    `rounds` are the first such round of each item and its day. Nothing is planned on `taken` days,
    and nothing but reviews on `quiet` ones.
    """

    rounds: Mapping[str, tuple[str, date]] = field(default_factory=dict)
    taken: frozenset[date] = frozenset()
    quiet: frozenset[date] = frozenset()

    def due(self, item: str) -> int:
        """Return the day before which an item is to be finished, as a number to compare."""
        known = self.rounds.get(item)
        return NO_DATE if known is None else known[1].toordinal()


def deadlines(
    curriculum: Curriculum, profile: Profile, works: Sequence[Work], today: date
) -> Deadlines:
    """Return what the booked rounds before the loop ask for."""
    gates = {
        gate: day
        for gate, day in gates_at(curriculum, profile.level, profile.gates).items()
        if day >= today
    }
    if not gates:
        return Deadlines()
    rounds = {}
    for work in works:
        asked = [(gates[one], one) for one in work.item.at[profile.level].rounds if one in gates]
        if asked:
            day, gate = min(asked)
            rounds[work.id] = (gate, day)
    taken = frozenset(gates.values())
    before = {day - timedelta(days=one) for day in taken for one in range(1, QUIET + 1)}
    return Deadlines(rounds, taken, frozenset(before - taken))
