"""The sentence for each reason of the planner, with its arithmetic."""

from collections.abc import Callable, Mapping

from planner.core.plan import LeftOut, Reason, Rule, Session
from planner.core.state import State
from planner.core.wording.titles import duration, item_title


def reason_text(state: State, reason: Reason) -> str:
    """Return a reason as a short clause without a full stop."""
    return _CLAUSES[reason.rule](state, reason)


def left_out_text(state: State, left: LeftOut) -> str:
    """Return why an item is left out, in whole or in part."""
    return reason_text(state, left.why)


def why_texts(state: State, session: Session) -> tuple[str, ...]:
    """Return the reasons of a session in words, the strongest first."""
    return tuple(reason_text(state, reason) for reason in session.why)


def _criterion(state: State, reason: Reason) -> str:
    label = next((one.label for one in state.curriculum.criteria if one.id == reason.about), "")
    if reason.of is None:
        return f"counts towards “{label}”"
    done, whole = duration(reason.minutes or 0), duration(reason.of)
    return f"“{label}” had the least so far, {done} of {whole}"


def _guards(state: State, reason: Reason) -> str:
    label = next((one.label for one in state.curriculum.failures if one.id == reason.about), "")
    return f"guards “{label}”"


def _no_room(_: State, reason: Reason) -> str:
    missing, free = reason.minutes or 0, reason.of or 0
    if free < missing:
        return f"{reason.about}; needs {duration(missing)} and only {duration(free)} stayed free"
    return f"{reason.about}; its {duration(missing)} found no place in time"


def _before(state: State, reason: Reason) -> str:
    week = f" in week {reason.week}" if reason.week else ""
    return f"must stand before {item_title(state, reason.about)}{week}"


_CLAUSES: Mapping[Rule, Callable[[State, Reason], str]] = {
    Rule.ORIENTATION: lambda _s, _r: "part of the orientation",
    Rule.BASELINE: lambda _s, _r: "a first measure to compare later mocks with",
    Rule.PRIORITY: lambda _s, r: f"{r.about} at this level",
    Rule.AFTER: lambda s, r: f"after {item_title(s, r.about)}",
    Rule.BEFORE: _before,
    Rule.CRITERION: _criterion,
    Rule.GUARDS: _guards,
    Rule.CONTINUES: lambda _s, r: (
        f"continues week {r.week}" if r.week else "goes on from earlier this week"
    ),
    Rule.ONE_BOOK: lambda _s, _r: "one book at a time",
    Rule.ROOM: lambda _s, r: f"{duration(r.minutes or 0)} of {duration(r.of or 0)} were free",
    Rule.DEEPER: lambda _s, r: f"second pass: {duration(r.minutes or 0)} come back after a while",
    Rule.MOCK_BLOCK: lambda _s, _r: "the last weeks are for mocks",
    Rule.FULL_LOOP: lambda _s, r: f"the whole loop once, {r.minutes} days before the day",
    Rule.REVIEW_DUE: lambda _s, r: f"closed book; finished in week {r.week}",
    Rule.WEEKLY_REVIEW: lambda _s, _r: "what moved, what slipped, one decision",
    Rule.MOVED: lambda _s, r: f"moved here by you from week {r.week}",
    Rule.SLIPPED: lambda _s, r: f"slipped from week {r.week}",
    Rule.NO_ROOM: _no_room,
    Rule.SHORTENED: lambda _s, r: (
        f"shortened to {duration(r.minutes or 0)} of {duration(r.of or 0)}"
    ),
    Rule.FOUNDATION: lambda _s, _r: "foundation from the level below, which you rated new",
    Rule.PACE: lambda _s, r: (
        f"at your pace {duration(r.minutes or 0)} in all instead of {duration(r.of or 0)}"
    ),
    Rule.YOUR_ESTIMATE: lambda _s, r: (
        f"you gave it {duration(r.minutes or 0)}, our estimate is {duration(r.of or 0)}"
    ),
    Rule.NEEDS: lambda s, r: f"needs {item_title(s, r.about)}, which is left out",
}
