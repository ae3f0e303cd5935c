"""Puts days off, holidays, other hours, rounds and calendars into the profile of a candidate."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from planner.cli.asked.entries import NONE
from planner.cli.failure import WrongUsage
from planner.cli.output import complain
from planner.core.commands import KeepBusy
from planner.core.curriculum import Curriculum
from planner.core.free_time import horizon, with_holidays
from planner.core.gates import gate_problem, gates_at
from planner.core.profile import MOST_DAYS_OFF, Profile
from planner.core.refusal import Refusal, Refused
from planner.core.state import State

LONGEST_SOURCE = 120
Key = TypeVar("Key")
Known = TypeVar("Known")
SYSTEM = "system"


def with_free_time(
    options: Namespace,
    profile: Profile,
    gates: Mapping[str, date],
    curriculum: Curriculum,
    today: date,
) -> Profile:
    """Return the profile with what the options say of free time; `gates` are those of before.

    Raises:
        WrongUsage: when a country or a zone is not known.
        Refused: when it is impossible.
    """
    gates = _known({**gates_at(curriculum, profile.level, gates), **dict(options.gate)})
    problem = gate_problem(curriculum, profile.level, gates, profile.start, profile.loop)
    if problem is not None:
        raise problem
    weeks = _known({**profile.special_weeks, **dict(options.week_hours)})
    profile = profile.evolve(
        gates=gates,
        special_weeks=dict(sorted(weeks.items())),
        zone=profile.zone if options.zone is None else _zone(options.zone),
        days_off=_days_off(options, profile),
    )
    if options.holidays is None:
        return profile
    return with_holidays(profile, _holidays(options.holidays, profile, today))


def busy_times(options: Namespace, before: State, profile: Profile, today: date) -> list[KeepBusy]:
    """Return the commands that keep the busy hours of the calendars that are named.

    Raises:
        WrongUsage: when a file is no calendar that can be read.
    """
    gone = [KeepBusy(source=source) for source in before.busy] if None in options.busy else []
    files = [file for file in options.busy if file is not None]
    return [*gone, *_read(files, profile, today)]


def _read(files: list[Path], profile: Profile, today: date) -> Iterator[KeepBusy]:
    if not files:
        return
    from planner.storage.calendar.file import CalendarError
    from planner.storage.calendar.reading import read_busy
    from planner.storage.calendar.zones import ZoneError, zone_named

    first, last = horizon(profile, today)
    for file in files:
        try:
            found = read_busy(file, first, last, zone_named(profile.zone))
        except (CalendarError, ZoneError) as error:
            raise WrongUsage(str(error)) from error
        for note in found.notes:
            complain(f"{file.name}: {note}")
        yield KeepBusy(source=file.name[-LONGEST_SOURCE:], times=found.times)


def _known(values: Mapping[Key, Known | None]) -> dict[Key, Known]:
    """Return what is not taken back."""
    return {key: value for key, value in values.items() if value is not None}


def _days_off(options: Namespace, profile: Profile) -> Mapping[date, str]:
    named = [day for days in options.day_off for day in days or ()]
    old = profile.days_off
    if None in options.day_off:
        old = {day: name for day, name in old.items() if name}
    days = {**old, **dict.fromkeys(named, "")}
    if len(days) > MOST_DAYS_OFF:
        raise Refused(Refusal.TOO_MANY_DAYS_OFF, str(MOST_DAYS_OFF))
    return dict(sorted(days.items()))


def _holidays(place: str, profile: Profile, today: date) -> Mapping[date, str]:
    if place == NONE:
        return {}
    from planner.storage.public_holidays import HolidayError, public_holidays

    try:
        return public_holidays(place, *horizon(profile, today))
    except HolidayError as error:
        raise WrongUsage(str(error)) from error


def _zone(name: str) -> str:
    if name == SYSTEM:
        return ""
    from planner.storage.calendar.zones import ZoneError, zone_named

    try:
        zone_named(name)
    except ZoneError as error:
        raise WrongUsage(str(error)) from error
    return name
