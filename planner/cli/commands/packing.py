"""`loopready pack`: check, use, export or drop a curriculum for another company or role."""

from argparse import Namespace
from pathlib import Path

from planner.cli.failure import WrongUsage
from planner.cli.output import deliver, tell
from planner.cli.parts import Parts
from planner.core.curriculum import Curriculum
from planner.core.exchange.words import count
from planner.storage.pack import book_of, drop_pack, load_pack, name_of, pack_in, packed, use_pack


def pack(options: Namespace, parts: Parts) -> None:
    """Do what the word after `pack` says.

    Raises:
        CurriculumError, WrongUsage, NotSaved: when the pack is wrong, or could not be written.
    """
    _DEEDS[options.deed](options, parts)


def _check(options: Namespace, _: Parts) -> None:
    curriculum = load_pack(_file(options))
    tell(f"{name_of(_file(options))}: {_holds(curriculum)}. It can be used.\n")


def _use(options: Namespace, parts: Parts) -> None:
    curriculum = use_pack(parts.folder, _file(options))
    name = name_of(_file(options))
    tell(
        f"{name}: {_holds(curriculum)}. This store uses it now.\n"
        "Ticks of other items stay; to plan with it: loopready init. Back: loopready pack drop\n"
    )


def _export(options: Namespace, parts: Parts) -> None:
    used = pack_in(parts.folder)
    curriculum = load_pack(used) if used else parts.curriculum
    name = name_of(used) if used else curriculum.guide.title
    book = book_of(used) if used else parts.closed_book()
    deliver(packed(curriculum, options.name or name, book), options.output, is_text=True)


def _drop(_: Namespace, parts: Parts) -> None:
    if not drop_pack(parts.folder):
        raise WrongUsage("This store uses no pack.")
    tell("This store uses the guide again; the pack stays beside it, unused.\n")


_DEEDS = {"check": _check, "use": _use, "export": _export, "drop": _drop}


def _file(options: Namespace) -> Path:
    file: Path | None = options.file
    if file is None:
        raise WrongUsage(f"Name the file: loopready pack {options.deed} FILE")
    return file


def _holds(curriculum: Curriculum) -> str:
    parts = (
        count(len(curriculum.items), "item"),
        count(len(curriculum.rounds), "round"),
        "1 criterion" if len(curriculum.criteria) == 1 else f"{len(curriculum.criteria)} criteria",
    )
    return ", ".join(parts)
