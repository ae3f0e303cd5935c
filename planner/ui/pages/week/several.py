"""What can be done with several sessions at once, each time as one gesture."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from planner.core.commands import Change, MoveSession, SkipItem, Tick
from planner.core.language import translate
from planner.core.plan import Session
from planner.core.progress import is_done
from planner.core.screens.week import FreeDay, can_skip, shared_days
from planner.core.state import State
from planner.ui.pages.week import words
from planner.ui.pages.week.asking import line
from planner.ui.prompts import Prompts


class Several:
    """Some sessions of a plan, in order of time."""

    def __init__(self, state: State, codes: Sequence[str], today: date) -> None:
        self._state, self._today = state, today
        plan = state.plan
        self._sessions = [one for one in plan.sessions if one.code in codes] if plan else []

    def offers(self) -> frozenset[str]:
        """Return what applies to every one of them; nothing where the plan has none of them."""
        if not self._sessions:
            return frozenset()
        state, skipped = self._state, self._state.skipped
        can = {"toggle-done": True}
        can["skip"] = all(
            can_skip(state, one) and one.item not in skipped for one in self._sessions
        )
        can["take-in"] = all(one.item in skipped for one in self._sessions)
        can["move"] = bool(self._days)
        can["move-earlier"] = self._earlier is not None
        can["move-later"] = self._later is not None
        return frozenset(action for action, possible in can.items() if possible)

    def commands(self, action_id: str, prompts: Prompts) -> tuple[Change, ...]:
        """Return the commands of an action that is offered; none where the user gives up."""
        match action_id:
            case "toggle-done":
                return self._toggled()
            case "take-in":
                return tuple(SkipItem(item=item, skipped=False) for item in self._items)
            case "skip":
                return self._skipped(prompts)
            case "move":
                return self._moved(self._asked(prompts))
        return self._moved(self._earlier if action_id == "move-earlier" else self._later)

    @property
    def _done(self) -> list[Session]:
        return [one for one in self._sessions if is_done(self._state, one)]

    @property
    def _items(self) -> Sequence[str]:
        return list(dict.fromkeys(one.item for one in self._sessions))

    @cached_property
    def _days(self) -> Sequence[FreeDay]:
        """The days with room for all of them; what is done stays where it is."""
        codes = () if self._done else [one.code for one in self._sessions]
        return shared_days(self._state, codes, self._today)

    @property
    def _earlier(self) -> date | None:
        first = self._sessions[0].date
        return next((one.day for one in reversed(self._days) if one.day < first), None)

    @property
    def _later(self) -> date | None:
        last = self._sessions[-1].date
        return next((one.day for one in self._days if one.day > last), None)

    def _toggled(self) -> tuple[Change, ...]:
        """Tick off what is open; only where nothing is, take the ticks back."""
        done = self._done
        wanted = len(done) < len(self._sessions)
        changing = [one for one in self._sessions if (one in done) != wanted]
        return tuple(Tick(target=one.code, done=wanted, on=self._today) for one in changing)

    def _skipped(self, prompts: Prompts) -> tuple[Change, ...]:
        title = translate("WeekPage", "Skip %n session(s)", n=len(self._sessions))
        label = translate("WeekPage", "All open sessions of their items are skipped. Why?")
        reason = prompts.text(title, label)
        if reason is None:
            return ()
        return tuple(SkipItem(item=item, reason=line(reason)) for item in self._items)

    def _asked(self, prompts: Prompts) -> date | None:
        title = translate("WeekPage", "Move %n session(s)", n=len(self._sessions))
        later = next((place for place, one in enumerate(self._days) if one.day == self._later), 0)
        options = [words.free_day(day) for day in self._days]
        place = prompts.choice(title, translate("WeekPage", "To which day?"), options, later)
        return None if place is None else self._days[place].day

    def _moved(self, to: date | None) -> tuple[Change, ...]:
        if to is None:
            return ()
        return tuple(MoveSession(code=one.code, to=to) for one in self._sessions if one.date != to)
