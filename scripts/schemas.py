"""Writes docs/schema: what a document of everything may look like.

    python -m scripts.schemas

The schema is made of the very classes that read, and tests/architecture/test_schemas.py holds it.
It says less than the reader checks: sums, real days, and what several fields must keep together
stand in no schema.
"""

import json
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

from planner.core.checking import checker
from planner.storage.document.form import Document
from planner.storage.pack import Pack

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KINDS: Mapping[str, tuple[Hashable, str]] = {
    "pack.json": (Pack, "A curriculum for another company or role"),
    "everything.json": (Document, "Everything of one candidate, as Loopready writes it"),
}


def schemas() -> Mapping[str, str]:
    """Return the text of each schema by the name of its file."""
    return {name: _text(kind, title) for name, (kind, title) in _KINDS.items()}


def _text(kind: Hashable, title: str) -> str:
    made = {"$schema": _DIALECT, **checker(kind).json_schema()}
    return json.dumps(_plain(made) | {"title": title}, ensure_ascii=False, indent=2) + "\n"


def _plain(part: Mapping[str, Any]) -> dict[str, Any]:
    """Return a part without titles that only repeat its name, and with each sentence in a line."""
    found: dict[str, Any] = {}
    for name, one in part.items():
        if isinstance(one, dict):
            found[name] = _plain(one)
        elif isinstance(one, list):
            found[name] = [_plain(each) if isinstance(each, dict) else each for each in one]
        elif name == "description":
            found[name] = " ".join(one.split())
        elif name != "title":
            found[name] = one
    return found


def main() -> None:
    """Write the files, and remove what no longer has a kind."""
    FOLDER.mkdir(exist_ok=True)
    made = schemas()
    for file in FOLDER.iterdir():
        if file.name not in made:
            file.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"wrote docs/schema/{name}")


if __name__ == "__main__":
    main()
