"""What others can read of the program in passing: its name, and the names of the files it offers.

Discreet names say nothing of companies, levels and interviews.
"""

PROGRAM, NEUTRAL = "Loopready", "Study plan"


def program_name(*, discreet: bool) -> str:
    """Return the name of the program."""
    return NEUTRAL if discreet else PROGRAM


def slug(*, discreet: bool) -> str:
    """Return the name of the program as names of files begin with it."""
    return program_name(discreet=discreet).lower().replace(" ", "-")


def file_name(name: str, *, discreet: bool) -> str:
    """Return the name a file is offered by, given the usual one."""
    usual = slug(discreet=False)
    begins = discreet and name.startswith(usual)
    return slug(discreet=True) + name.removeprefix(usual) if begins else name
