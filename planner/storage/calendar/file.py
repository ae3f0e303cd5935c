"""Opens a calendar file, or says in a sentence why it is none."""

import re
import stat
from pathlib import Path

from planner.core.language import translate

MOST_BYTES = 10 * 1024 * 1024


class CalendarError(Exception):
    """A calendar file that cannot be used; the message is one sentence for the user."""


def text_of(path: Path) -> str:
    """Return the text of a calendar file, whatever its encoding.

    Raises:
        CalendarError: when it cannot be read, is too large, or is no calendar.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise CalendarError(translate("Storage", "{path} is no file.", path=path))
        if found.st_size > MOST_BYTES:
            raise CalendarError(
                translate(
                    "Storage",
                    "{path} is larger than {megabytes} MB; export fewer months.",
                    path=path,
                    megabytes=MOST_BYTES // 1024**2,
                )
            )
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise CalendarError(translate("Storage", "There is no file {path}.", path=path)) from error
    except (OSError, ValueError) as error:
        raise CalendarError(translate("Storage", "{path} cannot be read.", path=path)) from error
    wide = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    text = content.decode("utf-16" if wide else "utf-8-sig", errors="replace").replace("\0", "")
    if not re.match(r"\s*BEGIN:VCALENDAR\s", text, re.IGNORECASE):
        page = text.lstrip()[:1] == "<"
        why = "it is a web page, perhaps one to sign in" if page else "it does not begin like one"
        raise CalendarError(
            translate("Storage", "{path} is no calendar file: {why}.", path=path, why=why)
        )
    return text
