"""Where the output goes: a terminal, a pipe or a file; always UTF-8, never half a file."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from planner.cli.asked.options import PROGRAM
from planner.cli.failure import Failure, ReaderGone, WrongUsage
from planner.core.exchange.words import line
from planner.storage.files import write_whole
from planner.storage.trouble import NotSaved


def prepare() -> None:
    """Make both streams speak UTF-8, and keep the places of closed ones free of our files.

    A file opened while standard error is closed would get its number, and whatever a library
    complains about would be written into it.
    """
    with suppress(OSError):
        while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004 - the three streams
            pass
        os.close(handle)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(message: str) -> None:
    """Say in one line on standard error what is wrong."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{PROGRAM}: {line(message)}\n")
            sys.stderr.flush()


def tell(text: str) -> None:
    """Print a text.

    Raises:
        ReaderGone: when nobody reads it any more.
        Failure: when it could not be printed.
    """
    _send(text.encode("utf-8", "backslashreplace"))


def deliver(content: bytes, file: Path | None, *, is_text: bool = True) -> None:
    """Write a document into a file, or print it.

    Raises:
        ReaderGone: when nobody reads it any more.
        WrongUsage: when the file cannot be one, or the document is none for a terminal.
        Failure: when it could not be written; a file that was there is as it was.
    """
    if file is not None:
        _write(file, content)
    elif not is_text and sys.stdout is not None and sys.stdout.isatty():
        raise WrongUsage("A PDF is not for a terminal; name a file with --output.")
    else:
        _send(content)


def _write(file: Path, content: bytes) -> None:
    if file.is_dir():
        raise WrongUsage(f"--output wants a file, and {file} is a folder.")
    if not file.parent.is_dir():
        raise WrongUsage(f"The folder {file.parent} is not there.")
    try:
        write_whole(file, content)
    except NotSaved as error:
        raise Failure(str(error)) from error


def _send(content: bytes) -> None:
    if sys.stdout is None:
        raise Failure("The output is closed, so nothing could be printed.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        _hush()
        raise ReaderGone from error
    except (OSError, ValueError) as error:
        _hush()
        reason = getattr(error, "strerror", None) or "it is closed"
        raise Failure(f"The output could not be written: {reason}.") from error


def _hush() -> None:
    """Send what is still waiting nowhere, so that Python does not complain of it at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
