"""What would change if another plan were accepted."""

from dataclasses import dataclass

from planner.core.plan import Plan, Session


@dataclass(frozen=True, slots=True)
class Difference:
    """Sessions by what happens to them; each pair holds the session before and after."""

    moved: tuple[tuple[Session, Session], ...]
    stayed: tuple[Session, ...]
    added: tuple[Session, ...]
    removed: tuple[Session, ...]


def compare(before: Plan, after: Plan) -> Difference:
    """Return what differs between two plans, told by the codes of their sessions."""
    pairs = [(one, after.by_code[one.code]) for one in before.sessions if one.code in after.by_code]
    return Difference(
        moved=tuple((old, new) for old, new in pairs if _place(old) != _place(new)),
        stayed=tuple(new for old, new in pairs if _place(old) == _place(new)),
        added=tuple(one for one in after.sessions if one.code not in before.by_code),
        removed=tuple(one for one in before.sessions if one.code not in after.by_code),
    )


def _place(session: Session) -> tuple[object, ...]:
    return (session.date, session.start)
