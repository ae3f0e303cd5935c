"""A curriculum for another company or role, as one file that lies in the store's folder."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any, Literal

from planner.core.bounds import Label
from planner.core.checking import Limits, read, written
from planner.core.closed_book import ClosedBook, Prompts
from planner.core.curriculum import ContradictionError, Curriculum
from planner.core.guide import Guide
from planner.core.values import Level
from planner.storage.curriculum import LISTS, CurriculumError, Part, first_of, parsed
from planner.storage.disk import make_folder
from planner.storage.files import write_whole
from planner.storage.known import Known
from planner.storage.paths import PACK
from planner.storage.trouble import not_saved

FORM: Literal[1] = 1
MOST_BYTES = 20_000_000
MOST_ITEMS = 2_000
HEADINGS = (
    "foundation",
    "covers",
    "ladder",
    "scope",
    "differentiators",
    "focus",
    "competencies",
    "technical",
    "leadership",
    "process",
    "evaluation",
    "matrix",
    "principles",
    "success",
    "failures",
    "resources",
    "reading",
    "key-skills",
    "key-technical",
    "key-leadership",
    "next-steps",
    "tip",
    "level",
    "competency",
    "dimension",
)
LEVEL_HEADINGS = (
    "level",
    "requirements",
    "leadership",
    "process",
    "loop",
    "matrix",
    "critical",
    "success",
    "failures",
)
"""The parts of the Guide page, which a pack names in its own words."""


class Pack(Part, frozen=True):
    """What stands in the file: the fields of a curriculum, and what it is called."""

    pack: Literal[1]
    name: Label
    version: Annotated[int, Limits(ge=1)] = 1
    prompts: tuple[Prompts, ...] = ()


def pack_in(folder: Path) -> Path | None:
    """Return the pack of a store's folder, or None where it uses the program's own curriculum."""
    file = folder / PACK
    return file if file.is_file() else None


def load_pack(file: Path, known: Known | None = None) -> Curriculum:
    """Return the curriculum of a pack, checked as a whole.

    Raises:
        CurriculumError: when it cannot be read, is no pack, or does not hold together; the
            sentence names the line where that is known.
    """
    known = Known() if known is None else known
    data = _content(file)
    pack = known.recall(Pack, data)
    text, document = parsed(file, data)
    if pack is None:
        try:
            pack = read(Pack, text)
        except ValueError as error:
            reason = first_of(error, document)
            raise CurriculumError(file, f"is wrong{_line(text, reason)}: {reason}") from error
    curriculum = _curriculum(file, pack, text)
    known.note(Pack, data)
    return curriculum


def book_of(file: Path) -> ClosedBook:
    """Return the closed-book prompts of a pack that was checked; it may have none."""
    return ClosedBook(prompts=read(Pack, file.read_text(encoding="utf-8-sig")).prompts)


def name_of(file: Path) -> str:
    """Return what a pack that was checked is called."""
    return str(json.loads(file.read_bytes())["name"])


def packed(curriculum: Curriculum, name: str, book: ClosedBook) -> bytes:
    """Return a curriculum with its prompts as the content of a pack."""
    lists = {one.name: getattr(curriculum, one.name) for one in fields(Part)}
    pack = Pack(pack=FORM, name=name, version=curriculum.version, prompts=book.prompts, **lists)
    values = {"pack": FORM, "name": name, "version": pack.version, **written(pack, short=True)}
    return _spread(values)


def use_pack(folder: Path, file: Path) -> Curriculum:
    """Check a pack and let a store use it from the next start on.

    Raises:
        CurriculumError: when it is wrong; the store stays as it is.
        NotSaved: when it could not be written.
    """
    curriculum = load_pack(file)
    try:
        make_folder(folder)
    except OSError as error:
        raise not_saved(error, folder) from error
    write_whole(folder / PACK, _spread(json.loads(file.read_bytes())))
    return curriculum


def drop_pack(folder: Path) -> bool:
    """Let a store use the program's own curriculum again; say whether it used a pack.

    The pack stays beside it under a name that nothing has yet.

    Raises:
        NotSaved: when it could not be put away.
    """
    file = pack_in(folder)
    if file is None:
        return False
    names = (file.with_name(f"{PACK}.unused{n}") for n in ("", *range(2, 10_000)))
    try:
        file.rename(next(name for name in names if not name.exists()))
    except OSError as error:
        raise not_saved(error, file) from error
    return True


def _spread(values: dict[str, Any]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _content(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise CurriculumError(file, "is no file" if file.exists() else "is missing")
        if file.stat().st_size > MOST_BYTES:
            raise CurriculumError(file, f"is larger than {MOST_BYTES // 1_000_000} MB")
        return file.read_bytes()
    except OSError as error:
        raise CurriculumError(file, f"cannot be read: {error.strerror}") from error


def _curriculum(file: Path, pack: Pack, text: str) -> Curriculum:
    if pack.guide is None:
        raise CurriculumError(file, "has no guide")
    for problem in (*_of_guide(pack.guide), *_of_items(pack)):
        raise CurriculumError(file, problem)
    lists = {name: getattr(pack, name) for name in LISTS}
    try:
        return Curriculum(version=pack.version, guide=pack.guide, **lists)
    except ContradictionError as error:
        reason = str(error)
        raise CurriculumError(
            file, f"does not hold together{_line(text, reason)}: {reason}"
        ) from error


def _of_guide(guide: Guide) -> Iterator[str]:
    """Yield what the Guide page would miss."""
    yield from (f"has no heading “{one}”" for one in HEADINGS if one not in guide.headings)
    for level in Level:
        if level not in guide.levels:
            yield f"says nothing of {level.value} in its guide"
            return
        known = guide.levels[level].headings
        missing = (one for one in LEVEL_HEADINGS if one not in known)
        yield from (f"has no heading “{one}” for {level.value}" for one in missing)
        rows = (row for row in guide.rows if level not in row.at)
        yield from (f"says nothing of {level.value} in the row {row.id}" for row in rows)


def _of_items(pack: Pack) -> Iterator[str]:
    if not 0 < len(pack.items) <= MOST_ITEMS:
        yield f"has {len(pack.items)} items; 1 to {MOST_ITEMS} can be used"
    known = {one.id for one in pack.items} | {unit.id for one in pack.items for unit in one.units}
    for asked in pack.prompts:
        if asked.about not in known:
            yield f"asks about the unknown {asked.about}"


def _line(text: str, reason: str) -> str:
    """Return the line of the first thing of the file that a reason names by its id."""
    for word in re.findall(r"[A-Za-z0-9][A-Za-z0-9._-]*", reason):
        parts = word.split(".")
        for name in (".".join(parts[:count]) for count in range(len(parts), 0, -1)):
            found = re.search(rf'"id"\s*:\s*"{re.escape(name)}"', text)
            if found is not None:
                return f" at line {text.count(chr(10), 0, found.start()) + 1}"
    return ""
