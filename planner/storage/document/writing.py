"""Writes all commands of a store as one JSON document that a person can look into."""

import json
from collections.abc import Sequence
from datetime import date

from planner import __version__
from planner.core.checking import written
from planner.core.language import translate
from planner.core.screens.holding import holding
from planner.core.state import State
from planner.storage.backup.content import living
from planner.storage.document.form import FORMAT, MOST_BYTES, MOST_COMMANDS, VERSION, Header
from planner.storage.line import Record, spelled
from planner.storage.trouble import DocumentError


def everything(records: Sequence[Record], state: State, today: date) -> bytes:
    """Return the document that holds all records, which make the state.

    Each command is a line of its own. None looks like a line of a journal, so that a document
    that lies in the folder of a store is not taken for one.

    Raises:
        DocumentError: when it would be larger than what can be imported.
    """
    if len(records) > MOST_COMMANDS:
        raise DocumentError(
            translate(
                "Storage",
                "The store has more than %n command(s).",
                n=MOST_COMMANDS,
            )
        )
    header = Header(
        format=FORMAT,
        version=VERSION,
        program=__version__,
        written=today,
        holds=holding(state, living(records), len({one.device for one in records})),
        count=len(records),
    )
    head = json.dumps(written(header), ensure_ascii=False, indent=2).removesuffix("\n}")
    lines = ",\n".join(f"    {_compact(one)}" for one in records)
    commands = f"[\n{lines}\n  ]" if lines else "[]"
    content = f'{head},\n  "commands": {commands}\n}}\n'.encode()
    if len(content) > MOST_BYTES:
        raise DocumentError(
            translate(
                "Storage",
                "The store makes a document of more than {megabytes} MB.",
                megabytes=MOST_BYTES // 2**20,
            )
        )
    return content


def _compact(record: Record) -> str:
    values = json.loads(spelled(record.id, record.at, record.seen, record.command, record.of))
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
