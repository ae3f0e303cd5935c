"""What was noted on paper: codes and minutes as people write them, and what they come to."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from planner.core.apply import apply
from planner.core.commands import MOST_LOGGED, Change, LogTime, Tick
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.values import Fact

CODE = re.compile(r"W0*([1-9]\d{0,2})-0*(\d{1,3})", re.ASCII | re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9./_-]*", re.ASCII)
_SIGN = re.compile(r"\s*[=:]\s*|\s+")
_TIME = re.compile(
    r"(?:(?P<hours>\d{1,2}(?:\.\d{1,2})?)\s*(?:hours?|h)"
    r"(?:\s*(?P<rest>[0-5]?\d)\s*(?:minutes?|mins?|m)?)?"
    r"|0*(?P<minutes>\d{1,4})\s*(?:minutes?|mins?|m)?)(?=[\s,;]|$)",
    re.ASCII | re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,;]*")
_LONGEST_NAME, _SHOWN = 120, 40


class Noted(Fact, frozen=True):
    """Something that was done, and the minutes it took where they were noted."""

    target: str
    minutes: int | None = None


class UnclearNoteError(ValueError):
    """A note that cannot be read; the message is a clause that says why."""


def read_notes(text: str) -> tuple[Noted, ...]:
    """Return what a note says, as in "W3-04 45m, W3-06" or "w3-4=1h30; read.dora".

    Codes and minutes stand apart by spaces, commas, semicolons or lines; the name of an item or a
    chapter can stand for a code, without minutes.

    Raises:
        UnclearNoteError: when it says something else, or nothing.
    """
    found = tuple(_notes(text))
    if not found:
        raise UnclearNoteError("nothing is noted; write it like W3-04 45m, W3-06")
    return found


def code_or_text(text: str) -> str:
    """Return the code of a session as it is printed, however it is typed, or the text as it is."""
    code = CODE.fullmatch(text)
    return f"W{code[1]}-{int(code[2]):02d}" if code else text


def _notes(text: str) -> Iterator[Noted]:
    place = _end(_BETWEEN, text, 0)
    while place < len(text):
        name = _NAME.match(text, place)
        if name is None or len(name[0]) > _LONGEST_NAME:
            raise UnclearNoteError(f"“{_word(text, place)}” is no code; write it like W3-04 45m")
        sign = _SIGN.match(text, name.end())
        time = _TIME.match(text, sign.end()) if sign else None
        is_said = sign is not None and sign[0].strip() != ""
        if (is_said or time) and not CODE.fullmatch(name[0]):
            raise UnclearNoteError(f"minutes belong to the code of a session, not to {name[0]}")
        if is_said and sign and time is None:
            raise UnclearNoteError(
                f"“{_word(text, sign.end())}” is no time; write it like {code_or_text(name[0])} 45m"
            )
        yield Noted(code_or_text(name[0]), _minutes(name[0], time) if time else None)
        after = time.end() if time else name.end()
        place = _end(_BETWEEN, text, after)
        if place == after < len(text):
            raise UnclearNoteError(f"“{_word(text, name.start())}” is no code")


def _minutes(name: str, time: re.Match[str]) -> int:
    if time["hours"]:
        found = round(float(time["hours"]) * 60) + int(time["rest"] or 0)
    else:
        found = int(time["minutes"])
    if not 1 <= found <= MOST_LOGGED:
        raise UnclearNoteError(
            f"{code_or_text(name)} cannot take {time[0].strip()}; "
            f"a session takes 1 to {MOST_LOGGED} minutes"
        )
    return found


def _word(text: str, place: int) -> str:
    found = _WORD.match(text, place)
    return found[0][:_SHOWN] if found else ""


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place


class Understood(Fact, frozen=True):
    """What a note comes to, each in its order; what is named below stops it all.

    Codes of `earlier` plans were given once, but what they meant is planned otherwise by now.
    """

    notes: tuple[Noted, ...]
    doubled: tuple[str, ...]
    unknown: tuple[str, ...]
    earlier: tuple[str, ...]
    commands: tuple[Change, ...]

    @property
    def is_clear(self) -> bool:
        """Whether all of it can be done."""
        return not (self.doubled or self.unknown or self.earlier)


def understood(state: State, notes: Sequence[Noted], today: date) -> Understood:
    """Return what notes come to in a state, as one gesture.

    Minutes that were logged before are not added a second time, so that a page can be entered
    again, also where a power cut left the minutes of a session and not its tick.
    """
    names = [one.target for one in notes]
    missing = [one.target for one in notes if not _is_known(state, one, today)]
    earlier = [name for name in missing if _was_given(state, name)]
    return Understood(
        notes=tuple(notes),
        doubled=tuple(sorted({name for name in names if names.count(name) > 1})),
        unknown=tuple(name for name in missing if name not in earlier),
        earlier=tuple(earlier),
        commands=tuple(change for one in notes for change in _changes(state, one, today)),
    )


def _is_known(state: State, one: Noted, today: date) -> bool:
    try:
        apply(state, Tick(target=one.target, on=today))
    except Refused:
        return False
    return True


def _was_given(state: State, name: str) -> bool:
    """Say whether a code was given by this plan or one before it."""
    code = CODE.fullmatch(name)
    given = state.plan.issued if state.plan and code else {}
    return code is not None and 1 <= int(code[2]) <= given.get(int(code[1]), 0)


def _changes(state: State, one: Noted, today: date) -> Iterator[Change]:
    yield Tick(target=one.target, on=today)
    logged = state.minutes.get(one.target)
    was_told = logged is not None and (one.target in state.ticks or logged == one.minutes)
    if one.minutes is not None and not was_told:
        yield LogTime(code=one.target, minutes=one.minutes, on=today)
