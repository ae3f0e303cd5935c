"""Reads what every command takes: a day, and a place on the disk."""

import re
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from planner.core.profile import EARLIEST, LATEST

_DAY = r"\d{4}-\d{2}-\d{2}"


def day(text: str) -> date:
    """Return a day written like 2027-02-08."""
    try:
        found = date.fromisoformat(text) if re.fullmatch(_DAY, text, re.ASCII) else None
    except ValueError:
        raise ArgumentTypeError(f"there is no day {text}") from None
    if found is None:
        raise ArgumentTypeError(f"“{text}” is no day; write it like 2027-02-08")
    if not EARLIEST <= found <= LATEST:
        raise ArgumentTypeError(f"{text} lies outside the years {EARLIEST.year} to {LATEST.year}")
    return found


def folder(text: str) -> Path:
    """Return a path; an empty one is refused, because it would mean the folder one is in."""
    if not text.strip() or "\0" in text:
        raise ArgumentTypeError("a path is missing")
    return Path(text).expanduser()
