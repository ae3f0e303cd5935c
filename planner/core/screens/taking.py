"""What taking a document into a store would make of it."""

from planner.core.screens.holding import Holding
from planner.core.values import Fact


class Taking(Fact, frozen=True):
    """What a person wants to know before a document is taken in.

    `new` and `known` count its commands, `refused` those that the rules would not let count.
    """

    new: int
    known: int
    now: Holding
    after: Holding
    refused: int = 0
