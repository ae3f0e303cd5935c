"""Reads a word that is one of a few."""

from argparse import ArgumentTypeError
from enum import StrEnum
from typing import TypeVar

Word = TypeVar("Word", bound=StrEnum)


def one_of(words: type[Word], text: str, what: str, more: str = "") -> Word:
    """Return one of some words, in capitals or not; `what` says in a word what they are.

    Raises:
        ArgumentTypeError: where it is none, with those there are and `more` behind them.
    """
    try:
        return words(text.lower())
    except ValueError:
        choice = ", ".join(words)
        told = f"there is no {what} “{text}”; choose from {choice}{more}"
        raise ArgumentTypeError(told) from None
