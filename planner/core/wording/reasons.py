"""The sentence for each reason of the planner, with its arithmetic."""

from collections.abc import Callable, Mapping

from planner.core.plan import LeftOut, Reason, Rule, Session
from planner.core.state import State
from planner.core.wording.titles import counted, duration, item_title, round_label, round_name


def reason_text(state: State, reason: Reason) -> str:
    """Return a reason as a short clause without a full stop."""
    return _CLAUSES[reason.rule](state, reason)


def left_out_text(state: State, left: LeftOut) -> str:
    """Return why an item is left out, in whole or in part."""
    return reason_text(state, left.why)


def back_text(state: State, left: LeftOut) -> str:
    """Return what would bring an item back, or leave it whole; nothing where that is not known."""
    if left.back is None:
        return ""
    if left.back.rule is not Rule.BRINGS_BACK or left.why.rule is not Rule.SHORTENED:
        return reason_text(state, left.back)
    return _brings_back(state, left.back, "leave it whole")


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


def _gate(state: State, reason: Reason) -> str:
    week = f" in week {reason.week}" if reason.week else ""
    gate = f"before {round_name(state, reason.about)}{week}"
    return f"{counted(reason.minutes, 'day')} {gate}" if reason.minutes else gate


def _foundation(state: State, reason: Reason) -> str:
    groups = state.curriculum.groups
    group = next((one.title for one in groups if one.id == reason.about), None)
    title = group or item_title(state, reason.about)
    return f"a foundation that is wanted, since {title} is rated new"


def _brings_back(state: State, reason: Reason, deed: str = "bring it back") -> str:
    if reason.minutes == 0:
        return f"a plan made today would {deed}"
    ways = [f"{duration(reason.minutes)} more a week"] if reason.minutes else []
    if reason.week and reason.of is None:
        ways.append(f"{counted(reason.week, 'week')} more")
    instead = item_title(state, reason.about) if reason.about else ""
    if not ways:
        return f"leaving out {instead} instead would {deed}" if instead else _no_way(reason, deed)
    swap = f"; or leave out {instead} instead" if instead else ""
    return f"{', or '.join(ways)}{',' if len(ways) > 1 else ''} would {deed}{swap}"


def _no_way(reason: Reason, deed: str) -> str:
    tried = [f"{duration(reason.of)} more a week"] if reason.of else []
    if reason.week:
        tried.append(f"{counted(reason.week, 'week')} more")
    return f"not even {' or '.join(tried)} would {deed}" if tried else f"no more time would {deed}"


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
    Rule.YOUR_ESTIMATE: lambda _s, r: (
        f"you gave it {duration(r.minutes or 0)}, our estimate is {duration(r.of or 0)}"
    ),
    Rule.NEEDS: lambda s, r: f"needs {item_title(s, r.about)}, which is left out",
    Rule.GATE: _gate,
    Rule.FOUNDATION: _foundation,
    Rule.PACE: lambda _s, r: (
        f"your pace makes it {duration(r.minutes or 0)} instead of {duration(r.of or 0)}"
    ),
    Rule.PINNED: lambda _s, _r: "you put it here",
    Rule.KEPT: lambda _s, _r: "stays where it stood",
    Rule.BRINGS_BACK: _brings_back,
    Rule.FIX: lambda s, r: f"a fix from your mock: {round_label(s, r.about)}",
}
