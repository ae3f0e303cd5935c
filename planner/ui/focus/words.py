"""What is said about the focus timer."""

from PySide6.QtCore import QCoreApplication

from planner.core.focus import Focus
from planner.core.state import State
from planner.core.values import Fact
from planner.core.wording import duration, item_title, session_title
from planner.core.wording.outward import program_name
from planner.ui.deeds import target_title
from planner.ui.kit.labels import breakable


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
        return _tr("{} over").format(duration(-focus.left))
    return _tr("{} left").format(duration(focus.left))


def line(state: State, focus: Focus) -> str:
    """Return the line at the foot of the window."""
    told = f"{time(focus)} · {breakable(whole_title(state, focus))}"
    return told if focus.is_running else _tr("Paused · {}").format(told)


def spoken(state: State, focus: Focus) -> str:
    """Return the same for a screen reader, with the minutes as a word."""
    left = focus.left
    if left < 0:
        minutes = QCoreApplication.translate("Focus", "%n minutes over", "", -left)
    else:
        minutes = QCoreApplication.translate("Focus", "%n minutes left", "", left)
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


def note(state: State, focus: Focus, *, discreet: bool) -> Note:
    """Return what the desktop is told at the end; a discreet one names nothing of the plan."""
    sender = program_name(discreet=discreet)
    heading = sender if discreet else title(state, focus)
    told = _tr("The planned {} are over").format(duration(focus.minutes))
    return Note(sender, heading, told)


def logged(focus: Focus) -> str:
    """Return what the button that finishes does, for a screen reader."""
    return _tr("Tick it off and log {}").format(duration(focus.worked))


def runs(focus: Focus) -> str:
    """Return that the timer is on already."""
    return _tr("The timer runs already: {}").format(time(focus))


def slept(focus: Focus) -> str:
    """Return why the timer rests although nobody paused it."""
    words = _tr("The timer rests since the computer slept; {} are counted")
    return words.format(duration(focus.worked))


def ended(state: State, focus: Focus) -> str:
    """Return that the timer of an earlier start is here."""
    words = _tr("The timer on “{title}” had counted {time} when the program ended")
    return words.format(title=title(state, focus), time=duration(focus.worked))


def without_place(state: State, focus: Focus) -> str:
    """Return why the minutes cannot be logged."""
    words = _tr("The plan has no session of “{title}” any more, so its {time} cannot be logged")
    return words.format(title=title(state, focus), time=duration(focus.worked))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Focus", text)
