"""Reads every command line; its mistakes are one line each."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from typing import NoReturn

from planner.cli.asked.common import day, folder
from planner.cli.failure import WrongUsage


class Parser(ArgumentParser):
    """A parser that says what is wrong in one line and leaves the exit to its caller."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong as a wish that cannot be met."""
        raise WrongUsage(message.removeprefix("argument "))


def parsed(arguments: Sequence[str]) -> Namespace:
    """Return the options; the parser of all the commands is made where there is one.

    Raises:
        WrongUsage: when they cannot be understood.
        SystemExit: after the help was printed.
    """
    common = _common()
    window = _window(common)
    options, more = window.parse_known_args(arguments, _nothing())
    if more:
        from planner.cli.asked.grammar import with_commands

        options = with_commands(common, window).parse_args(arguments, _nothing())
    return options


def _nothing() -> Namespace:
    return Namespace(command=None, store=None, today=None)


def _window(common: Parser) -> Parser:
    """Return the options that need no command."""
    parser = Parser(add_help=False, parents=[common], allow_abbrev=False)
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("--demo", action="store_true", help="open a made-up candidate's plan")
    parser.add_argument("--self-test", action="store_true", help="check that the program works")
    return parser


def _common() -> Parser:
    """Return the options that may stand before or after the command."""
    parser = Parser(add_help=False)
    parser.add_argument(
        "--store", type=folder, metavar="DIR", default=SUPPRESS, help="folder of the store"
    )
    parser.add_argument("--today", type=day, metavar="DATE", default=SUPPRESS, help="the day it is")
    return parser
