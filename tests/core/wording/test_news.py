from datetime import date
from typing import get_args

from planner.core import commands as c
from planner.core.wording.news import _WORDS, news

TODAY = date(2026, 12, 16)
TICK = c.Tick(target="W1-01", on=TODAY)
LINE = c.AddEvidence(item="l6.data.ml", text="I built it.")


def test_what_came_in_is_counted_by_kind() -> None:
    told = news([TICK, LINE, TICK, TICK.evolve(done=False), TICK], from_here=False)
    assert told == "From another computer: 3 ticks, 1 evidence line, 1 untick."
    assert news([TICK], from_here=True) == "From another program: 1 tick."


def test_a_return_to_a_backup_is_called_one() -> None:
    back = c.Retract(ids=("ada-1", "ada-2"), purpose="restore")
    assert news([back], from_here=True) == "From another program: 1 return to a backup."


def test_the_rarest_kinds_are_only_counted() -> None:
    commands: list[c.Change | c.Retract] = [
        *([TICK] * 5),
        *([LINE] * 4),
        *([c.SkipItem(item="a")] * 3),
        *([c.SkipItem(item="a", skipped=False)] * 2),
        c.Retract(ids=("ada-1",)),
        c.DropStory(story="story.1", dropped=False),
    ]
    assert news(commands, from_here=False) == (
        "From another computer: 5 ticks, 4 evidence lines, 3 skipped items, "
        "2 items taken in again, 2 more."
    )


def test_every_command_has_words() -> None:
    assert set(_WORDS) == {*get_args(c.Change), c.Retract}
