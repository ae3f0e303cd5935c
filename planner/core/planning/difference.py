"""What would change if another plan were accepted."""

from dataclasses import dataclass

from planner.core.plan import Plan, Session


@dataclass(frozen=True, slots=True)
class Difference:
    """Sessions by what happens to them; each pair holds the session before and after.

    `moved` ones go to another day, `shifted` ones begin at another time of the same day, `stayed`
    ones do neither.
    """

    moved: tuple[tuple[Session, Session], ...]
    shifted: tuple[tuple[Session, Session], ...]
    stayed: tuple[Session, ...]
    added: tuple[Session, ...]
    removed: tuple[Session, ...]

    @property
    def is_empty(self) -> bool:
        """Whether every session stays where it is."""
        return not (self.moved or self.shifted or self.added or self.removed)


def compare(before: Plan, after: Plan) -> Difference:
    """Return what differs between two plans, told by the codes of their sessions."""
    pairs = [(one, after.by_code[one.code]) for one in before.sessions if one.code in after.by_code]
    same_day = [(old, new) for old, new in pairs if old.date == new.date]
    return Difference(
        moved=tuple((old, new) for old, new in pairs if old.date != new.date),
        shifted=tuple((old, new) for old, new in same_day if old.start != new.start),
        stayed=tuple(new for old, new in same_day if old.start == new.start),
        added=tuple(one for one in after.sessions if one.code not in before.by_code),
        removed=tuple(one for one in before.sessions if one.code not in after.by_code),
    )
