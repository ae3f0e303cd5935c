"""What a document says before it is read: its title, the file it is offered as, who made it."""

from dataclasses import dataclass
from functools import partial

from planner import __version__
from planner.core.language import translate
from planner.core.values import Level
from planner.core.wording.outward import NEUTRAL, PROGRAM, slug

_tr = partial(translate, "Paper")

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
        return Cover(_tr("Study plan: {about}", about=about), f"{head}-{part}.pdf", NEUTRAL)
    title = _tr("{level} study plan: {about}", level=level.value, about=about)
    return Cover(title, f"{head}-{level.lower()}-{part}.pdf")
