"""What a document says before it is read: its title, the file it is offered as, who made it."""

from dataclasses import dataclass

from planner import __version__
from planner.core.values import Level
from planner.core.wording.outward import NEUTRAL, PROGRAM, slug

MADE_BY = f"{PROGRAM} {__version__}"


@dataclass(frozen=True, slots=True)
class Cover:
    """The title, the name of the file without its folder, and the program."""

    title: str
    name: str
    creator: str = MADE_BY


def cover(level: Level, about: str, part: str, *, discreet: bool) -> Cover:
    """Return the cover of a part of the study plan; a discreet one names neither level nor program.

    `about` is what the part is called in the title, `part` in the name of the file.
    """
    head = slug(discreet=discreet)
    if discreet:
        return Cover(f"{NEUTRAL}: {about}", f"{head}-{part}.pdf", NEUTRAL)
    return Cover(f"{level} study plan: {about}", f"{head}-{level.lower()}-{part}.pdf")
