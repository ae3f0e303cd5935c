"""`loopready diagnose`: a report that can be read before it is sent."""

from argparse import Namespace
from pathlib import Path

from planner.cli.output import deliver, tell
from planner.cli.parts import Parts
from planner.core.exchange.words import line
from planner.storage.support.diagnosis import ABOUT, diagnosis
from planner.storage.support.versions import versions

NAME = "loopready-diagnosis.zip"


def diagnose(options: Namespace, parts: Parts) -> None:
    """Write the report, into the folder one is in where no other file is named.

    Raises:
        WrongUsage, Failure: when that is not possible.
    """
    file: Path = options.output or Path(NAME)
    support = parts.support
    deliver(diagnosis(parts.folder, support.log, support.crash, versions()), file)
    tell(f"Written into {line(str(file))}; read it before you send it.\n\n{ABOUT}")
