"""The loop sheet: for each round what it is judged by, with the stories to tell in it."""

from planner.core.curriculum import Principle, Round
from planner.core.mocks import TECHNICAL, dimensions
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.stories import told_for
from planner.core.values import Fact, Level


class SheetRow(Fact, frozen=True):
    """A principle with the titles of its stories, empty where there is none.

    `told_before` is a title of the two that an earlier round of the sheet begins with already.
    """

    principle: str
    is_critical: bool
    first: str
    second: str
    told_before: str


class SheetRound(Fact, frozen=True):
    """One interview of the loop: its rows, or the dimensions it is judged by."""

    label: str
    round: Round
    rows: tuple[SheetRow, ...]
    dimensions: tuple[str, ...]


class LoopSheet(Fact, frozen=True):
    """The rounds in order, and the principles without any story."""

    level: Level
    rounds: tuple[SheetRound, ...]
    without: tuple[str, ...]


def loop_sheet(state: State) -> LoopSheet:
    """Return the sheet of the chosen level.

    The principles are dealt out among the rounds that ask for stories, the level's five first, so
    that each round has its share. Which principles an interviewer really asks for is not known.

    Raises:
        Refused: while no level is chosen.
    """
    if state.profile is None:
        raise Refused(Refusal.NO_PROFILE)
    level = state.profile.level
    every = [
        (one, number)
        for one in state.curriculum.rounds_at(level)
        if one.in_loop
        for number in range(1, one.count + 1)
    ]
    asking = sum(one.id not in TECHNICAL for one, _ in every)
    ordered = sorted(
        state.curriculum.principles,
        key=lambda one: (0, one.place) if one.critical_for is level else (1, one.number),
    )
    hands = iter([ordered[place::asking] for place in range(asking)])
    told: set[str] = set()
    rounds = []
    for one, number in every:
        label = f"{one.label} {number}" if one.count > 1 else one.label
        if one.id in TECHNICAL:
            names = tuple(dimensions(state.curriculum).values())
            rounds.append(SheetRound(label, one, (), names))
            continue
        dealt = next(hands)
        rows = tuple(_row(state, each, level, told) for each in dealt)
        told |= {first.id for each in dealt if (first := told_for(state, each.id)[0])}
        rounds.append(SheetRound(label, one, rows, ()))
    bare = tuple(one.name for one in ordered if told_for(state, one.id) == (None, None))
    return LoopSheet(level, tuple(rounds), bare)


def _row(state: State, one: Principle, level: Level, told: set[str]) -> SheetRow:
    first, second = told_for(state, one.id)
    before = next((each.title for each in (first, second) if each and each.id in told), "")
    return SheetRow(
        principle=one.name,
        is_critical=one.critical_for is level,
        first=first.title if first else "",
        second=second.title if second else "",
        told_before=before,
    )
