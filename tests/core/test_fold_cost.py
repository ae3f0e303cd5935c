"""What several computers wrote costs as much as there is of it, and not its square."""

import sys
from collections.abc import Callable

import pytest

from planner.core import commands as c
from planner.core.apply import Entry
from planner.core.folding import fold
from tests.support import study

START = study.STATE
LOG = c.LogTime(code="W1-01", minutes=1, on=study.TODAY)


def numbered(device: str, *commands: c.Change | c.Retract) -> list[Entry]:
    return [Entry(f"{device}-{n}", command) for n, command in enumerate(commands, 1)]


def write(story: int) -> c.WriteStory:
    return c.WriteStory(story=f"story.n{story}", title="Outage")


def note(number: int) -> c.AddEvidence:
    return c.AddEvidence(item=study.SKILL, text=str(number))


def restored_and_gone_on_elsewhere(size: int) -> list[Entry]:
    """Many stories that a backup did not hold, and much other work since."""
    written = [write(n) for n in range(size)]
    back = c.Retract(ids=tuple(f"ada-{n}" for n in range(1, size + 1)), purpose="restore")
    return numbered("ada", *written, back, *map(note, range(size)))


def restored_and_written_again(size: int) -> list[Entry]:
    """One story that was written on for long, before a backup was restored and after it."""
    back = c.Retract(ids=tuple(f"ada-{n}" for n in range(1, size + 1)), purpose="restore")
    return numbered("ada", *[write(1)] * size, back, *[write(1)] * size)


def dropped(size: int) -> list[Entry]:
    """Many stories that one computer dropped, and much that another one wrote."""
    drops = [c.DropStory(story=f"story.n{n}") for n in range(size)]
    first = numbered("ada", *(write(n) for n in range(size)), *drops)
    return [*first, *numbered("bob", *map(note, range(size)))]


def planned_again_and_again(size: int) -> list[Entry]:
    """Two computers that took turns with many plans."""
    days = (LOG, LOG, LOG, c.AcceptPlan(plan=study.PLAN)) * (size // 2)
    pairs = zip(numbered("ada", *days), numbered("bob", *days), strict=True)
    return [one for pair in pairs for one in pair]


def calls_of(entries: list[Entry]) -> int:
    """Return how many calls of functions it takes to fold a journal."""
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        fold(START, entries)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "journal",
    [
        restored_and_gone_on_elsewhere,
        restored_and_written_again,
        dropped,
        planned_again_and_again,
    ],
)
def test_twice_the_journal_costs_twice_the_work(journal: Callable[[int], list[Entry]]) -> None:
    fold(START, journal(4))  # what is loaded once does not count
    assert calls_of(journal(160)) < 2.5 * calls_of(journal(80))
