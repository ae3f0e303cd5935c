"""What is said about the focus timer."""

from functools import partial

from planner.core.focus import Focus
from planner.core.language import translate
from planner.core.state import State
from planner.core.wording import duration, item_title, session_title
from planner.ui.deeds import target_title
from planner.ui.kit.labels import breakable

_tr = partial(translate, "Focus")


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
        return _tr("{time} over").format(time=duration(-focus.left))
    return _tr("{time} left").format(time=duration(focus.left))


def line(state: State, focus: Focus) -> str:
    """Return the line at the foot of the window."""
    told = f"{time(focus)} · {breakable(whole_title(state, focus))}"
    return told if focus.is_running else _tr("Paused · {told}").format(told=told)


def spoken(state: State, focus: Focus) -> str:
    """Return the same for a screen reader, with the minutes as a word."""
    left = focus.left
    minutes = _tr("%n minute(s) over", n=-left) if left < 0 else _tr("%n minute(s) left", n=left)
    words = (
        _tr("Focus on {title}, {minutes}")
        if focus.is_running
        else _tr("Focus on {title}, paused, {minutes}")
    )
    return words.format(title=whole_title(state, focus), minutes=minutes)


def over(state: State, focus: Focus) -> str:
    """Return that the minutes that were meant are over."""
    words = _tr("The {time} for “{title}” are over")
    return words.format(time=duration(focus.minutes), title=title(state, focus))


def logged(focus: Focus) -> str:
    """Return what the button that finishes does, for a screen reader."""
    return _tr("Tick it off and log {time}").format(time=duration(focus.worked))


def runs(focus: Focus) -> str:
    """Return that the timer is on already."""
    return _tr("The timer runs already: {time}").format(time=time(focus))


def slept(focus: Focus) -> str:
    """Return why the timer rests although nobody paused it."""
    words = _tr("The timer rests since the computer slept; {time} are counted")
    return words.format(time=duration(focus.worked))


def ended(state: State, focus: Focus) -> str:
    """Return that the timer of an earlier start is here."""
    words = _tr("The timer on “{title}” had counted {time} when the program ended")
    return words.format(title=title(state, focus), time=duration(focus.worked))


def without_place(state: State, focus: Focus) -> str:
    """Return why the minutes cannot be logged."""
    words = _tr("The plan has no session of “{title}” any more, so its {time} cannot be logged")
    return words.format(title=title(state, focus), time=duration(focus.worked))
