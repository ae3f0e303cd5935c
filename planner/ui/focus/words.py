"""What is said about the focus timer."""

from functools import partial

from planner.core.focus import Focus
from planner.core.language import translate
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording import duration, item_title, session_title
from planner.core.wording.outward import program_name
from planner.ui.deeds import target_title
from planner.ui.kit.words.labels import breakable

_tr = partial(translate, "Focus")


class Note(Fact, frozen=True):
    """A notification: whose it is, its heading, and its text."""

    sender: str
    heading: str
    text: str


def title(state: State, focus: Focus) -> str:
    """Return what is worked on, short enough for a sentence."""
    session = focus.session(state)
    return target_title(state, session.code if session else focus.item)


def whole_title(state: State, focus: Focus) -> str:
    """Return what is worked on, at length."""
    session = focus.session(state)
    return session_title(state, session) if session else item_title(state, focus.item)


def time(focus: Focus) -> str:
    """Return "23 m left", or "3 m over" beyond the end."""
    if focus.left < 0:
        return _tr("{time} over", time=duration(-focus.left))
    return _tr("{time} left", time=duration(focus.left))


def line(state: State, focus: Focus) -> str:
    """Return the line at the foot of the window."""
    left, named = time(focus), breakable(whole_title(state, focus))
    if focus.is_running:
        return f"{left} · {named}"
    return _tr("Paused · {left} · {title}", left=left, title=named)


def spoken(state: State, focus: Focus) -> str:
    """Return the same for a screen reader, with the minutes as a word."""
    left, named = focus.left, whole_title(state, focus)
    beyond, ahead = _tr("%n minute(s) over", n=-left), _tr("%n minute(s) left", n=left)
    minutes = beyond if left < 0 else ahead
    if focus.is_running:
        return _tr("Focus on {title}, {minutes}", title=named, minutes=minutes)
    return _tr("Focus on {title}, paused, {minutes}", title=named, minutes=minutes)


def over(state: State, focus: Focus) -> str:
    """Return that the minutes that were meant are over."""
    named = title(state, focus)
    return _tr("The time for “{title}” is over: {time}", title=named, time=duration(focus.minutes))


def note(state: State, focus: Focus, *, discreet: bool) -> Note:
    """Return what the desktop is told at the end; a discreet one names nothing of the plan."""
    sender = program_name(discreet=discreet)
    heading = sender if discreet else title(state, focus)
    return Note(sender, heading, _tr("The time is over: {time}", time=duration(focus.minutes)))


def logged(focus: Focus) -> str:
    """Return what the button that finishes does, for a screen reader."""
    return _tr("Tick it off and log {time}", time=duration(focus.worked))


def runs(focus: Focus) -> str:
    """Return that the timer is on already."""
    return _tr("The timer runs already: {left}", left=time(focus))


def slept(focus: Focus) -> str:
    """Return why the timer rests although nobody paused it."""
    counted = duration(focus.worked)
    return _tr("The timer rests since the computer slept, with {time} counted", time=counted)


def ended(state: State, focus: Focus) -> str:
    """Return that the timer of an earlier start is here."""
    return _tr(
        "The timer on “{title}” had counted {time} when the program ended",
        title=title(state, focus),
        time=duration(focus.worked),
    )


def without_place(state: State, focus: Focus) -> str:
    """Return why the minutes cannot be logged."""
    return _tr(
        "The plan has no session of “{title}” any more, so its {time} cannot be logged",
        title=title(state, focus),
        time=duration(focus.worked),
    )
