"""Runs a command, and turns whatever ends it early into one line and an exit status."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.failure import DONE, PROBLEM, WRONG_USAGE, Failure, ReaderGone
from planner.cli.output import complain
from planner.cli.parts import Parts
from planner.core.refusal import Refused
from planner.core.wording import refusal_text
from planner.storage.curriculum import CurriculumError
from planner.storage.trouble import NotSaved, StoreError

if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED = 130


def run(options: "Namespace", parts: Parts) -> int:
    """Run the command that the options name, and return 0; see `guarded` for what it raises."""
    from planner.cli.commands.table import COMMANDS

    COMMANDS[options.command](options, parts)
    return DONE


def guarded(work: Callable[[], int]) -> int:
    """Do some work and return its exit status; what goes wrong is one line on standard error."""
    try:
        return work()
    except ReaderGone:
        return DONE
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - no user is to meet a traceback
        status, message = _told(error)
        complain(message)
        return status


def _told(error: Exception) -> tuple[int, str]:
    """Return the exit status and the sentence for an error."""
    match error:
        case Failure():
            return error.status, str(error)
        case Refused() | StoreError() | CurriculumError():
            told = refusal_text(error) if isinstance(error, Refused) else str(error)
            return WRONG_USAGE, told
        case NotSaved():
            return PROBLEM, str(error)
        case OSError() if error.filename:
            return PROBLEM, f"{error.strerror}: {error.filename}"
        case ImportError():
            return PROBLEM, _missing_part(str(error))
    from traceback import extract_tb

    place = extract_tb(error.__traceback__)[-1]
    return PROBLEM, (
        f"This is a mistake in the program, please report it: {type(error).__name__}: {error} "
        f"({Path(place.filename).name}, line {place.lineno})"
    )


def _missing_part(told: str) -> str:
    """Name the system library that Qt cannot be loaded without."""
    library = re.match(r"(?:\S*/)?(\S+\.so[.\d]*): ", told)
    if library is None:
        return f"A part of the program is missing: {told}"
    return f"Qt needs the library {library[1]}, and this system lacks it."
