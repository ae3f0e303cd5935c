"""How long something is, and how much of it is done: one wording for screen, paper and files."""

from functools import partial

from planner.core.language import number, translate
from planner.core.readiness import Share

_tr = partial(translate, "Times")
_ENDS = ".,;:)]"
_BLANK, _DAY = "\u00a0", 2
"""What holds words together, and how many figures a day has at most."""
NOTHING = "–"
"""A share of nothing, where a figure is shown in a column and has no words beside it."""


def duration(minutes: int) -> str:
    """Return minutes as hours and minutes: "1 h 30 m", "2 h", "45 m"."""
    whole, rest = divmod(minutes, 60)
    if whole and rest:
        return _tr("{hours} h {minutes} m", hours=whole, minutes=f"{rest:02d}")
    return _tr("{hours} h", hours=whole) if whole else _tr("{minutes} m", minutes=rest)


def done_of_planned(done: int, planned: int) -> str:
    """Return "4 h 10 m done of 8 h planned", of a week as of the whole plan."""
    return _tr("{done} done of {planned} planned", done=duration(done), planned=duration(planned))


def session_minutes(minutes: int) -> str:
    """Return what a session takes or took, in the unit in which it is entered: "90 m"."""
    return _tr("{minutes} m", minutes=minutes)


def of_hours(done: int, of: int) -> str:
    """Return minutes of minutes in one unit, as they stand beside a bar: "6.5 of 13 h"."""
    return _tr("{done} of {of} h", done=number(done / 60), of=number(of / 60))


def together(text: str) -> str:
    """Return a text in which no line ends within "10 h 05 m", nor between "10" and "May"."""
    units = _units()
    words = text.split(" ")
    said = words[:1]
    for place, word in enumerate(words[1:], start=1):
        before = words[place - 1]
        ends = before[-1:].isdecimal() and word.rstrip(_ENDS) in units
        goes_on = before in units and word.isdecimal() and words[place + 1 : place + 2]
        month = len(before) <= _DAY and before.isdecimal() and word[:1].isupper()
        if ends or month or (goes_on and words[place + 1].rstrip(_ENDS) in units):
            said[-1] += _BLANK + word
        else:
            said.append(word)
    return " ".join(said)


def _units() -> frozenset[str]:
    """Return what stands behind the figures of a duration in the language that is spoken."""
    hours, minutes = _tr("{hours} h", hours=""), _tr("{minutes} m", minutes="")
    return frozenset((hours.strip(), minutes.strip()))


def hours_share(share: Share) -> str:
    """Return a share of minutes in hours: "9 of 13 h"."""
    return of_hours(share.done, share.of) if share.of else NOTHING


def number_share(share: Share) -> str:
    """Return a share of things: "1 of 5"."""
    return _tr("{done} of {of}", done=share.done, of=share.of) if share.of else NOTHING
