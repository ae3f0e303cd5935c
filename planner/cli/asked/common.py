"""Reads what every command takes: a day, and a place on the disk."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.core.profile import EARLIEST, LATEST

if TYPE_CHECKING:
    from argparse import ArgumentTypeError

_DAY = r"\d{4}-\d{2}-\d{2}"


def day(text: str) -> date:
    """Return a day written like 2027-02-08."""
    try:
        found = date.fromisoformat(text) if re.fullmatch(_DAY, text, re.ASCII) else None
    except ValueError:
        raise _wrong(f"there is no day {text}") from None
    if found is None:
        raise _wrong(f"“{text}” is no day; write it like 2027-02-08")
    if not EARLIEST <= found <= LATEST:
        raise _wrong(f"{text} lies outside the years {EARLIEST.year} to {LATEST.year}")
    return found


def folder(text: str) -> Path:
    """Return a path; an empty one is refused, because it would mean the folder one is in."""
    if not text.strip() or "\0" in text:
        raise _wrong("a path is missing")
    return Path(text).expanduser()


def _wrong(reason: str) -> "ArgumentTypeError":
    """Return what a parser tells of a word; most starts load none."""
    from argparse import ArgumentTypeError

    return ArgumentTypeError(reason)
