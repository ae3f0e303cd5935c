"""Codes of sessions where two computers took plans without knowing of each other.

Both plans may give one code to different sessions. A command names the session of the plan that
its writer had, so it must not fall on what the code means in the plan that holds.
"""

from collections.abc import Sequence

from planner.core import commands as c
from planner.core.apply import Entry
from planner.core.knowing import Knowing
from planner.core.plan import Plan
from planner.core.refusal import Refusal, Refused
from planner.core.state import State
from planner.core.ticking import ticked

OfSession = c.Tick | c.LogTime | c.ScoreMock | c.MoveSession | c.NoteMock


class Divided:
    """Says what a command about a session comes to in the plan that holds."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Take in the living commands, in order."""
        self._plans: list[Entry] = []
        self._before: dict[str, int] = {}
        for one in entries:
            if isinstance(one.command, c.AcceptPlan):
                self._plans.append(one)
            self._before[one.name] = len(self._plans)
        self._knowing = Knowing(entries)

    def meant(self, state: State, entry: Entry, command: OfSession) -> Sequence[c.Change]:
        """Return the command, or what of it holds whatever the code means now.

        Of a tick those are the chapters or the item that it completed.

        Raises:
            Refused: when nothing of it holds; then it is told, not done to another session.
        """
        had, now = self._had(entry), state.plan
        code = command.target if isinstance(command, c.Tick) else command.code
        if code is None or had is None or now is None or not _differ(had, now, code):
            return (command,)
        if isinstance(command, c.NoteMock):
            return (command.evolve(code=None),)
        if not isinstance(command, c.Tick):
            raise Refused(Refusal.UNKNOWN_CODE, code)
        mine = {key: on for key, on in state.ticks.items() if not _differ(had, now, key)}
        then = ticked(state.evolve(plan=had, ticks=mine), code, done=command.done, on=command.on)
        parts = sorted(key for key in then.keys() ^ mine.keys() if key not in had.by_code)
        if not parts:
            raise Refused(Refusal.UNKNOWN_CODE, code)
        return tuple(c.Tick(target=key, done=command.done, on=command.on) for key in parts)

    def _had(self, entry: Entry) -> Plan | None:
        """Return the last plan before a command that its writer knew of."""
        for place in reversed(range(self._before[entry.name])):
            one = self._plans[place]
            if isinstance(one.command, c.AcceptPlan) and self._knowing.knew(entry, one):
                return one.command.plan
        return None


def _differ(had: Plan, now: Plan, code: str) -> bool:
    """Say whether a code means a session in one plan that it does not mean in the other."""
    one, other = had.by_code.get(code), now.by_code.get(code)
    if one is None:
        return False
    return other is None or (one.item, one.kind) != (other.item, other.kind)
