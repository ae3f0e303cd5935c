"""What ends a command early: each is one line for the user, and an exit status."""

DONE, PROBLEM, WRONG_USAGE = 0, 1, 2


class Failure(Exception):  # noqa: N818 - it tells the user what happened, not the programmer
    """Something that a command could not do although it was asked rightly."""

    status = PROBLEM


class WrongUsage(Failure):
    """A wish that cannot be met: a word, a date, a code or a place that does not fit."""

    status = WRONG_USAGE


class ReaderGone(Exception):  # noqa: N818 - nothing went wrong
    """Whoever reads the output has seen enough, as `head` has."""
