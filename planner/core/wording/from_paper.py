"""What stops a note from paper, in a sentence, the same in the window and in a terminal."""

from collections.abc import Sequence
from functools import partial

from planner.core.from_paper import Understood
from planner.core.language import translate

_tr = partial(translate, "FromPaper")


def trouble_text(found: Understood) -> str:
    """Return what is unknown, of an earlier plan or named twice; nothing where all is clear."""
    if found.unknown:
        return _tr("The plan has no {codes}.", codes=", ".join(found.unknown))
    if found.earlier:
        return _tr(
            "%n code(s) of an earlier plan (is|are) not planned any more: {codes}. Tick off what "
            "was done by the chapter or the item.",
            n=len(found.earlier),
            codes=", ".join(found.earlier),
        )
    return twice_text(found.doubled)


def twice_text(names: Sequence[str]) -> str:
    """Say which of the names were told twice; nothing where there are none."""
    if not names:
        return ""
    return _tr("{codes} (is|are) named twice.", n=len(names), codes=", ".join(names))
