"""How far each success criterion is covered while the plan grows, and which one lags."""

from collections.abc import Iterable

from planner.core.curriculum import Item
from planner.core.plan import Reason, Rule, because
from planner.core.planning.work import Work
from planner.core.values import Level


class Coverage:
    """Minutes laid of the minutes kept, by criterion, and the share that each still lacks."""

    def __init__(self, works: Iterable[Work], level: Level) -> None:
        """Begin with nothing laid."""
        self._level = level
        self._of: dict[str, int] = {}
        for work in works:
            for criterion in work.item.at[level].criteria:
                self._of[criterion] = self._of.get(criterion, 0) + work.minutes
        self._laid = dict.fromkeys(self._of, 0)
        self._lack = {criterion: 1.0 if of else 0.0 for criterion, of in self._of.items()}

    def add(self, item: Item, minutes: int) -> None:
        """Count minutes of an item towards its criteria."""
        for criterion in item.at[self._level].criteria:
            of = self._of[criterion]
            if of:
                laid = self._laid[criterion] = self._laid[criterion] + minutes
                self._lack[criterion] = 1 - laid / of

    def gain(self, item: Item) -> float:
        """Return how much the least covered of an item's criteria lacks, 0 to 1."""
        return max(map(self._lack.__getitem__, item.at[self._level].criteria), default=0.0)

    def why(self, item: Item) -> tuple[Reason, ...]:
        """Return the reason that speaks of the least covered criterion of an item."""
        criteria = item.at[self._level].criteria
        if not criteria:
            return ()
        least = max(criteria, key=self._lack.__getitem__)
        laid, of = self._laid[least], self._of[least]
        return (because(Rule.CRITERION, least, minutes=laid, of=of),)
