"""What each score of a mock means, in words of our own."""

from collections.abc import Mapping
from typing import Annotated

from planner.core.bounds import Id
from planner.core.checking import Limits
from planner.core.mock import HIGHEST
from planner.core.values import Level, Value

Sentence = Annotated[str, Limits(strip=True, min_length=1, max_length=160)]
Scale = Annotated[tuple[Sentence, ...], Limits(min_length=HIGHEST, max_length=HIGHEST)]


class Rubric(Value, frozen=True):
    """A sentence for each score from 1 to 4, by dimension of the matrix and for any principle."""

    dimensions: Mapping[Id, Mapping[Level, Scale]]
    principle: Mapping[Level, Scale]

    def words(self, scored: str, level: Level) -> tuple[str, ...]:
        """Return what the scores of a dimension or a principle mean at a level."""
        return self.dimensions.get(scored, self.principle)[level]
