"""What stands in a document that holds everything; the schema of docs/schema is made of it."""

from typing import Annotated, Final, Literal

from planner.core.checking import Limits
from planner.core.commands import Line
from planner.core.profile import Day
from planner.core.screens.holding import Holding
from planner.core.values import Value
from planner.storage.line import Record

FORMAT: Final = "loopready-everything"
VERSION: Final = 1
MOST_BYTES = 64 * 2**20
"""A hundred thousand steps are a third of it."""
MOST_COMMANDS = 250_000

ABOUT = (
    "Every step of one candidate, with the figures they make. To take it into a store: "
    "loopready import FILE"
)


class Header(Value, frozen=True):
    """What a person wants to know of a document, and how many commands follow.

    `program` is the version of Loopready that wrote it, `holds` the figures of then; they are for
    the reader alone, since the commands make them.
    """

    format: Literal["loopready-everything"]
    version: Literal[1]
    about: Line = ABOUT
    program: Annotated[str, Limits(max_length=40)]
    written: Day
    holds: Holding
    count: Annotated[int, Limits(ge=0, le=MOST_COMMANDS)]


class Document(Header, frozen=True):
    """A header and all commands, each as its line in the journal has it, sum included."""

    commands: Annotated[tuple[Record, ...], Limits(max_length=MOST_COMMANDS)]
