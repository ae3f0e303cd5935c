"""A report that a user can read before sending it: versions, log, trace, the shape of the store.

It holds no title, story, evidence or note: of each journal the number of its lines by their kind.
"""

import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from planner.storage.line import Record, decode
from planner.storage.support.crash import Crash
from planner.storage.support.log import Log

ABOUT = """\
This is what Loopready knows about itself on this computer. It holds no text of yours.

  versions.txt   of the program and of what it is made of
  store.json     how many steps of which kind each journal holds, and what cannot be read
  log/           what the program and Qt had to say, without the words of errors
  crash.txt      where the program stood when it ended by itself, if ever it did
"""
_MOST_BYTES = 64 * 2**20


def diagnosis(store: Path, log: Log, crash: Crash, versions: str) -> bytes:
    """Return the report as a zip. What cannot be read is passed over, and said."""
    content = {
        "README.txt": ABOUT,
        "versions.txt": f"{versions}\n",
        "store.json": json.dumps(shape(store), indent=2) + "\n",
        **{f"log/{one.name}": _text(one) for one in log.files()},
    }
    if crash.last.is_file():
        content["crash.txt"] = _text(crash.last)
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(ZipInfo(name), text.encode("utf-8", "replace"))
    return packed.getvalue()


def shape(store: Path) -> Mapping[str, Any]:
    """Return how large each journal is and what kinds of steps it holds, and other files."""
    try:
        files = sorted(one for one in store.iterdir() if one.is_file())
    except OSError as error:
        return {"unreadable": type(error).__name__}
    journals = [one for one in files if one.suffix == ".jsonl"]
    return {
        "journals": [_journal(one) for one in journals],
        "others": len(files) - len(journals),
    }


def _journal(file: Path) -> Mapping[str, Any]:
    try:
        if file.stat().st_size > _MOST_BYTES:
            return {"bytes": file.stat().st_size}
        data = file.read_bytes()
    except OSError as error:
        return {"unreadable": type(error).__name__}
    kinds = Counter(_kinds(data))
    return {"bytes": len(data), "kinds": dict(sorted(kinds.items()))}


def _kinds(data: bytes) -> Iterator[str]:
    for line in data.splitlines():
        found = decode(line)
        yield found.command.kind if isinstance(found, Record) else f"set aside: {found.value}"


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError as error:
        return f"It could not be read: {type(error).__name__}\n"
