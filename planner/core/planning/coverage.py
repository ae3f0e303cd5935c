"""How far each success criterion is covered while the plan grows, and which one lags."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from planner.core.plan import Reason, Rule, because
from planner.core.planning.work import Work
from planner.core.values import Level


@dataclass(slots=True)
class _Criterion:
    """Minutes laid of the minutes kept for a criterion, and the share that it still lacks."""

    name: str
    of: int = 0
    laid: int = 0
    lack: float = 1.0


_criterion = partial(because, Rule.CRITERION)


class Coverage:
    """What is laid for each criterion, by the items that count towards it."""

    def __init__(self, works: Iterable[Work], level: Level) -> None:
        """Begin with nothing laid."""
        known: dict[str, _Criterion] = {}
        self._of: dict[str, list[_Criterion]] = {}
        for work in works:
            found = self._of[work.id] = []
            for name in work.item.at[level].criteria:
                criterion = known.get(name) or known.setdefault(name, _Criterion(name))
                criterion.of += work.minutes
                found.append(criterion)

    def add(self, work: Work, minutes: int) -> None:
        """Count minutes of an item towards its criteria."""
        for one in self._of[work.id]:
            one.laid += minutes
            one.lack = 1 - one.laid / one.of

    def gain(self, work: Work) -> float:
        """Return how much the least covered of an item's criteria lacks, 0 to 1."""
        most = 0.0
        for one in self._of[work.id]:
            most = max(most, one.lack)
        return most

    def why(self, work: Work) -> tuple[Reason, ...]:
        """Return the reason that speaks of the least covered criterion of an item."""
        criteria = self._of[work.id]
        if not criteria:
            return ()
        least = max(criteria, key=lambda one: one.lack)
        return (_criterion(least.name, minutes=least.laid, of=least.of),)
