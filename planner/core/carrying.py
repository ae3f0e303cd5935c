"""Carries commands of earlier curricula over to the ids that things have now."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from planner.core import commands as c
from planner.core.plan import LeftOut, Plan, Reason, Session
from planner.core.profile import Profile

Name = Callable[[str], str]
T = TypeVar("T")

_NAMES = ("target", "item", "group", "principle", "round")
_LISTS = ("requires", "criteria")


def in_todays_names(command: c.Change | c.Retract, name: Name) -> c.Change | c.Retract:
    """Return a command as it would be given today; `name` says what an id is called now.

    What a user wrote is never touched, even where it reads like an id.
    """
    changes: dict[str, Any] = {}
    for field in _NAMES:
        if hasattr(command, field):
            changes[field] = name(getattr(command, field))
    for field in _LISTS:
        if getattr(command, field, None):
            changes[field] = _each(getattr(command, field), name)
    if isinstance(command, c.NoteMock):
        changes["scores"] = _keys(command.scores, name)
    if isinstance(command, c.ChangeProfile):
        changes["profile"] = _profile(command.profile, name)
    if isinstance(command, c.AcceptPlan):
        changes["plan"] = _plan(command.plan, name)
    changed = {field: one for field, one in changes.items() if one != getattr(command, field)}
    return command.evolve(**changed) if changed else command


def _profile(profile: Profile, name: Name) -> Profile:
    ratings, gates = _keys(profile.ratings, name), _keys(profile.gates, name)
    return profile.evolve(ratings=ratings, gates=gates)


def _plan(plan: Plan, name: Name) -> Plan:
    return plan.evolve(
        sessions=tuple(_session(one, name) for one in plan.sessions),
        left_out=tuple(_left_out(one, name) for one in plan.left_out),
        efforts=_keys(plan.efforts, name),
        estimates=_keys(plan.estimates, name),
    )


def _session(session: Session, name: Name) -> Session:
    why = tuple(_reason(one, name) for one in session.why)
    return session.evolve(item=name(session.item), units=_each(session.units, name), why=why)


def _left_out(one: LeftOut, name: Name) -> LeftOut:
    back = one.back and _reason(one.back, name)
    return one.evolve(item=name(one.item), why=_reason(one.why, name), back=back)


def _reason(reason: Reason, name: Name) -> Reason:
    about = name(reason.about)
    return reason if about == reason.about else reason.evolve(about=about)


def _each(names: tuple[str, ...], name: Name) -> tuple[str, ...]:
    now = tuple(map(name, names))
    return names if now == names else tuple(dict.fromkeys(now))


def _keys(mapping: Mapping[str, T], name: Name) -> Mapping[str, T]:
    return {name(key): one for key, one in mapping.items()}
