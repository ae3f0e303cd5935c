"""How the user likes the window: small things that are no part of the plan."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError
from pydantic_core import from_json

from planner.core.values import Value
from planner.storage.disk import make_folder
from planner.storage.files import write_whole
from planner.storage.trouble import not_saved


class Preferences(Value, frozen=True):
    """Theme, size of the text in percent, place of the window, paper (empty: by country), page."""

    theme: Literal["system", "light", "dark"] = "system"
    text_scale: Annotated[int, Field(ge=80, le=200)] = 100
    geometry: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]*={0,2}$", max_length=4_000)] = ""
    paper: Literal["a4", "letter", ""] = ""


def load_preferences(file: Path) -> Preferences:
    """Return the preferences of a file, or the usual ones. Never raises.

    A broken file is kept beside the new one under the name `….broken`. Fields of a newer program
    are passed over.
    """
    try:
        content = file.read_bytes()
    except OSError:
        return Preferences()
    try:
        values = from_json(content)
        known = {name: one for name, one in values.items() if name in Preferences.model_fields}
        return Preferences.model_validate(known)
    except (ValueError, AttributeError, ValidationError):
        with suppress(OSError):
            file.replace(_free_name(file))
        return Preferences()


def save_preferences(file: Path, preferences: Preferences) -> None:
    """Write the preferences.

    Raises:
        NotSaved: when that failed; the old ones stay.
    """
    try:
        make_folder(file.parent)
    except OSError as error:
        raise not_saved(error, file) from error
    write_whole(file, preferences.model_dump_json(indent=2).encode() + b"\n")


def _free_name(file: Path) -> Path:
    names = [file.with_name(f"{file.name}.broken{n}") for n in ("", *range(2, 10))]
    return next((name for name in names if not name.exists()), names[-1])
