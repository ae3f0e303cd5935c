"""What stops a note from paper, in a sentence, the same in the window and in a terminal."""

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
    if found.doubled:
        return _tr("{codes} is named twice.", codes=", ".join(found.doubled))
    return ""
