"""The options of the program itself; the parser of all the others comes with their first use."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from planner.cli.asked.common import day, folder
from planner.cli.failure import WrongUsage

if TYPE_CHECKING:  # loaded where there is more to understand than what a window is told
    from argparse import Namespace

PROGRAM = "loopready"

_ALONE = ("demo", "self_test", "version")
"""Options that go with no command and, since they need none of the user's, with no store."""
_OF_A_WINDOW: dict[str, Callable[[str], object]] = {"store": folder, "today": day}


def parse(arguments: Sequence[str]) -> "Namespace":
    """Return the options of a command line.

    Raises:
        WrongUsage: when it cannot be understood.
        SystemExit: after the help was printed.
    """
    options = plain(arguments)
    if options is None:
        from planner.cli.asked.parser import parsed

        options = parsed(arguments)
    alone = [f"--{word.replace('_', '-')}" for word in _ALONE if getattr(options, word)]
    if len(alone) > 1 or (alone and (options.command or options.store)):
        raise WrongUsage(
            f"{alone[0]} opens on its own and takes no command; leave one of them out."
        )
    return options


def plain(arguments: Sequence[str]) -> "Namespace | None":
    """Return what a window is told, or nothing where that wants a parser: it takes 4 ms.

    A window starts without a word, or with `--store DIR` and `--today DATE`.
    """
    found: dict[str, object] = dict.fromkeys(("command", *_OF_A_WINDOW))
    words = iter(arguments)
    for word in words:
        name, value = word.removeprefix("--"), next(words, "-")
        if word == name or name not in _OF_A_WINDOW or value.startswith("-"):
            return None
        try:
            found[name] = _OF_A_WINDOW[name](value)
        except Exception:  # noqa: BLE001 - the parser tells what is wrong with it
            return None
    return cast("Namespace", SimpleNamespace(**found, **dict.fromkeys(_ALONE, False)))
