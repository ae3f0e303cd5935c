"""The sentence for each reason of the planner, with its arithmetic."""

from collections.abc import Callable, Mapping
from functools import partial

from planner.core.language import QT_TRANSLATE_NOOP, translate
from planner.core.plan import LeftOut, Reason, Rule, Session
from planner.core.state import State
from planner.core.values import Priority
from planner.core.wording.names import priority_name
from planner.core.wording.times import duration
from planner.core.wording.titles import item_title, round_label, round_name

_tr = partial(translate, "Reasons")


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
    return _brings_back(state, left.back, whole=True)


def why_texts(state: State, session: Session) -> tuple[str, ...]:
    """Return the reasons of a session in words, the strongest first."""
    return tuple(reason_text(state, reason) for reason in session.why)


def _criterion(state: State, reason: Reason) -> str:
    label = next((one.label for one in state.curriculum.criteria if one.id == reason.about), "")
    if reason.of is None:
        return _tr("counts towards “{criterion}”", criterion=label)
    return _tr(
        "“{criterion}” had the least so far, {done} of {whole}",
        criterion=label,
        done=duration(reason.minutes or 0),
        whole=duration(reason.of),
    )


def _guards(state: State, reason: Reason) -> str:
    label = next((one.label for one in state.curriculum.failures if one.id == reason.about), "")
    return _tr("guards against “{failure}”", failure=label)


def _no_room(_: State, reason: Reason) -> str:
    missing, free = reason.minutes or 0, reason.of or 0
    priority, time = _priority(reason), duration(missing)
    if free < missing:
        return _tr(
            "{priority}; needs {time} and only {free} was free for it",
            priority=priority,
            time=time,
            free=duration(free),
        )
    return _tr("{priority}; its {time} found no place in time", priority=priority, time=time)


def _room(_: State, reason: Reason) -> str:
    """Return how much of the week was free when the session was placed."""
    free, whole = reason.minutes or 0, reason.of or 0
    if free >= whole:
        return _tr("nothing else stood in that week yet")
    return _tr("{time} of the week's {of} were still free", time=duration(free), of=duration(whole))


def _mocks(_: State, reason: Reason) -> str:
    return _tr(
        "{priority}; {most} mocks a week are the most, and the weeks for them hold {mocks}",
        priority=_priority(reason),
        most=reason.of,
        mocks=reason.minutes,
    )


def _shortened(_: State, reason: Reason) -> str:
    time, whole = duration(reason.minutes or 0), duration(reason.of or 0)
    if reason.about == Rule.MOCKS:
        return _tr("{time} of {of}, since no week may hold more mocks", time=time, of=whole)
    return _tr("shortened to {time} of {of}", time=time, of=whole)


def _before(state: State, reason: Reason) -> str:
    title = item_title(state, reason.about)
    if not reason.week:
        return _tr("must stand before {title}", title=title)
    return _tr("must stand before {title} in week {week}", title=title, week=reason.week)


def _gate(state: State, reason: Reason) -> str:
    name = round_name(state, reason.about)
    gate = _tr("before {round}", round=name)
    if reason.week:
        gate = _tr("before {round} in week {week}", round=name, week=reason.week)
    return _tr("%n day(s) {gate}", n=reason.minutes, gate=gate) if reason.minutes else gate


def _foundation(state: State, reason: Reason) -> str:
    groups = state.curriculum.groups
    group = next((one.title for one in groups if one.id == reason.about), None)
    title = group or item_title(state, reason.about)
    return _tr("a foundation that is wanted, since {title} is rated new", title=title)


def _brings_back(state: State, reason: Reason, *, whole: bool = False) -> str:
    if reason.minutes == 0:
        if whole:
            return _tr("a plan made today would leave it whole")
        return _tr("a plan made today would bring it back")
    ways = [_tr("{time} more a week", time=duration(reason.minutes))] if reason.minutes else []
    if reason.week and reason.of is None:
        ways.append(_tr("%n week(s) more", n=reason.week))
    instead = item_title(state, reason.about) if reason.about else ""
    if not ways:
        return _swap(instead, whole=whole) if instead else _no_way(reason, whole=whole)
    way = ways[0]
    if ways[1:]:
        way = _tr("{first}, or {second},", first=ways[0], second=ways[1])
    told = _tr("{way} would bring it back", way=way)
    if whole:
        told = _tr("{way} would leave it whole", way=way)
    if not instead:
        return told
    return _tr("{told}; or leave out {title} instead", told=told, title=instead)


def _swap(instead: str, *, whole: bool) -> str:
    if whole:
        return _tr("leaving out {title} instead would leave it whole", title=instead)
    return _tr("leaving out {title} instead would bring it back", title=instead)


def _no_way(reason: Reason, *, whole: bool) -> str:
    tried = [_tr("{time} more a week", time=duration(reason.of))] if reason.of else []
    if reason.week:
        tried.append(_tr("%n week(s) more", n=reason.week))
    if not tried:
        if whole:
            return _tr("no more time would leave it whole")
        return _tr("no more time would bring it back")
    way = tried[0] if not tried[1:] else _tr("{first} or {second}", first=tried[0], second=tried[1])
    if whole:
        return _tr("not even {way} would leave it whole", way=way)
    return _tr("not even {way} would bring it back", way=way)


def _priority(reason: Reason) -> str:
    """Return the priority a reason is about; plans of old may hold another word."""
    known = {one.value: one for one in Priority}
    return priority_name(known[reason.about]) if reason.about in known else reason.about


def _continues(_: State, reason: Reason) -> str:
    if not reason.week:
        return _tr("goes on from earlier this week")
    return _tr("continues week {week}", week=reason.week)


def _moved(_: State, reason: Reason) -> str:
    if not reason.week:
        return _tr("moved here by you")
    return _tr("moved here by you from week {week}", week=reason.week)


def _times(text: str) -> Callable[[State, Reason], str]:
    """Return what tells a clause of its minutes and of those they are compared with."""
    return lambda _, reason: translate(
        "Reasons", text, time=duration(reason.minutes or 0), of=duration(reason.of or 0)
    )


def _plain(text: str) -> Callable[[State, Reason], str]:
    """Return what tells a clause that is always the same."""
    return lambda _state, _reason: translate("Reasons", text)


def _of_week(text: str) -> Callable[[State, Reason], str]:
    """Return what tells a clause of a week."""
    return lambda _, reason: translate("Reasons", text, week=reason.week)


def _of_item(text: str) -> Callable[[State, Reason], str]:
    """Return what tells a clause of an item."""
    return lambda state, reason: translate("Reasons", text, title=item_title(state, reason.about))


_CLAUSES: Mapping[Rule, Callable[[State, Reason], str]] = {
    Rule.ORIENTATION: _plain(QT_TRANSLATE_NOOP("Reasons", "part of the orientation")),
    Rule.BASELINE: _plain(
        QT_TRANSLATE_NOOP("Reasons", "a first measure to compare later mocks with")
    ),
    Rule.PRIORITY: lambda _s, r: _tr("{priority} at this level", priority=_priority(r)),
    Rule.AFTER: _of_item(QT_TRANSLATE_NOOP("Reasons", "after {title}")),
    Rule.BEFORE: _before,
    Rule.CRITERION: _criterion,
    Rule.GUARDS: _guards,
    Rule.CONTINUES: _continues,
    Rule.ONE_BOOK: _plain(QT_TRANSLATE_NOOP("Reasons", "one book at a time")),
    Rule.ROOM: _room,
    Rule.DEEPER: lambda _s, r: _tr(
        "second pass: {time} come back after a while", time=duration(r.minutes or 0)
    ),
    Rule.MOCK_BLOCK: _plain(QT_TRANSLATE_NOOP("Reasons", "the last weeks are for mocks")),
    Rule.FULL_LOOP: lambda _s, r: _tr(
        "the whole loop once, %n day(s) before the day", n=r.minutes or 0
    ),
    Rule.REVIEW_DUE: _of_week(QT_TRANSLATE_NOOP("Reasons", "closed book; finished in week {week}")),
    Rule.WEEKLY_REVIEW: _plain(
        QT_TRANSLATE_NOOP("Reasons", "what moved, what slipped, one decision")
    ),
    Rule.MOVED: _moved,
    Rule.SLIPPED: _of_week(QT_TRANSLATE_NOOP("Reasons", "slipped from week {week}")),
    Rule.NO_ROOM: _no_room,
    Rule.MOCKS: _mocks,
    Rule.SHORTENED: _shortened,
    Rule.YOUR_ESTIMATE: _times(
        QT_TRANSLATE_NOOP("Reasons", "you gave it {time}, our estimate is {of}")
    ),
    Rule.NEEDS: _of_item(QT_TRANSLATE_NOOP("Reasons", "needs {title}, which is left out")),
    Rule.GATE: _gate,
    Rule.FOUNDATION: _foundation,
    Rule.PACE: _times(QT_TRANSLATE_NOOP("Reasons", "your pace makes it {time} instead of {of}")),
    Rule.PINNED: _plain(QT_TRANSLATE_NOOP("Reasons", "you put it here")),
    Rule.KEPT: _plain(QT_TRANSLATE_NOOP("Reasons", "stays where it stood")),
    Rule.BRINGS_BACK: _brings_back,
    Rule.FIX: lambda s, r: _tr("a fix from your mock: {round}", round=round_label(s, r.about)),
}
