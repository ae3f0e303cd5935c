"""How the user likes the window: small things that are no part of the plan."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from planner.core.checking import Limits, made, parsed, read, written
from planner.core.values import Value, types_of
from planner.storage.disk import make_folder
from planner.storage.files import write_whole
from planner.storage.known import Known
from planner.storage.trouble import not_saved

Found = Annotated[str, Limits(max_length=300)]


class Preferences(Value, frozen=True):
    """Theme, size of the text in percent, place of the window, and how it was printed last.

    An empty `paper` is the one of the country; of the plan `weeks_a_page` is 0 for as many as fit,
    and a week is printed with the `week_after` it.
    `recent` are the keys of what was found last, the latest first. `version` is that of the
    program that ran last, empty before the first one; `toured` says that the keys were shown.
    `notify` tells on the desktop when the minutes of the focus timer are over, `discreet` gives
    program, files and pages a neutral name.
    """

    theme: Literal["system", "light", "dark"] = "system"
    text_scale: Annotated[int, Limits(ge=80, le=200)] = 100
    geometry: Annotated[str, Limits(pattern=r"^[A-Za-z0-9+/]*={0,2}$", max_length=4_000)] = ""
    paper: Literal["a4", "letter", "a5", "a3", "legal", ""] = ""
    landscape: bool = False
    large_print: bool = False
    discreet_print: bool = False
    weeks_a_page: Annotated[int, Limits(ge=0, le=2)] = 0
    week_after: bool = False
    recent: Annotated[tuple[Found, ...], Limits(max_length=50)] = ()
    version: Annotated[str, Limits(max_length=50)] = ""
    toured: bool = False
    notify: bool = False
    discreet: bool = False


def load_preferences(file: Path, known: Known | None = None) -> Preferences:
    """Return the preferences of a file, or the usual ones. Never raises.

    A broken file is kept beside the new one under the name `….broken`. Fields of a newer program
    are passed over.
    """
    try:
        content = file.read_bytes()
    except OSError:
        return Preferences()
    known = Known() if known is None else known
    preferences = known.recall(Preferences, content)
    if preferences is None:
        try:
            preferences = _checked(content, known)
        except (ValueError, AttributeError):
            with suppress(OSError):
                file.replace(_free_name(file))
            return Preferences()
    return preferences


def _checked(content: bytes, known: Known) -> Preferences:
    try:
        preferences = read(Preferences, content)
    except ValueError:
        names = types_of(Preferences)
        held = {name: one for name, one in parsed(content).items() if name in names}
        return made(Preferences, held)
    known.note(Preferences, content)
    return preferences


def save_preferences(file: Path, preferences: Preferences, known: Known | None = None) -> None:
    """Write the preferences.

    Raises:
        NotSaved: when that failed; the old ones stay.
    """
    try:
        make_folder(file.parent)
    except OSError as error:
        raise not_saved(error, file) from error
    content = json.dumps(written(preferences), indent=2).encode() + b"\n"
    write_whole(file, content)
    if known is not None:
        _checked(content, known)


def _free_name(file: Path) -> Path:
    names = [file.with_name(f"{file.name}.broken{n}") for n in ("", *range(2, 10))]
    return next((name for name in names if not name.exists()), names[-1])
