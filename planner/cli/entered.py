"""Makes a command of what the user entered, or says in one line why that is not possible."""

from typing import TypeVar

from planner.cli.failure import WrongUsage
from planner.core.checking import first_problem, made

T = TypeVar("T")


def entered(kind: type[T], values: object, refusal: str) -> T:
    """Return the command of a kind that the entered values make.

    Args:
        kind: which command
        values: its fields by name
        refusal: the sentence when they make none; `{place}` stands for the field in it, and
            `{why}` for what is wrong there

    Raises:
        WrongUsage: when they make none.
    """
    try:
        return made(kind, values)
    except ValueError as error:
        where, why = first_problem(error)
        place = ".".join(map(str, where))
        raise WrongUsage(refusal.format(place=place, why=why)) from None
