"""`loopready guide`: what the guide says, or what of it holds a word."""

from argparse import Namespace

from planner.cli.commands.store import found, warn
from planner.cli.failure import Failure
from planner.cli.output import tell
from planner.cli.parts import Parts
from planner.core.exchange.text import guide_text
from planner.core.exchange.words import line
from planner.core.screens.guide.finding import matching
from planner.core.screens.guide.parts import guide_screen
from planner.core.state import State


def guide(options: Namespace, parts: Parts) -> None:
    """Print the guide; with a store it also says what the candidate can do about each thing.

    Raises:
        StoreError: when the folder cannot be a store.
        Failure: when nothing of the guide holds the words, or it could not be printed.
    """
    screen = guide_screen(_state(parts))
    words = " ".join(options.words)
    if not matching(screen, words).parts:
        raise Failure(f"Nothing in the guide holds “{line(words)}”.")
    tell(guide_text(screen, words))


def _state(parts: Parts) -> State:
    workspace = found(parts)
    if workspace is None:
        return State(parts.curriculum)
    warn(workspace)
    return workspace.state
