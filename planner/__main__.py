"""Starts the program; before its modules are loaded, what makes that quicker for a window."""

import gc
import os
import sys
from collections.abc import Callable, Sequence

from planner.early.bytecode import Bytecode, kept_for
from planner.early.libraries import load_beforehand
from planner.early.words import has_display, opens_window


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program, and return its exit status: 0 done, 1 problem found, 2 wrong usage.

    What a start makes it keeps, so Python does not look through it for what nobody uses; a window
    lets it do so again.
    """
    words = sys.argv[1:] if arguments is None else arguments
    gc.disable()
    try:
        keep = begin(words)
        from planner.program import run

        return run(words, keep)
    finally:
        gc.enable()


def begin(words: Sequence[str]) -> Callable[[], None]:
    """Begin what a window would wait for; return what makes the next start quicker, once it stands.

    A command waits for none of it.
    """
    bytecode = Bytecode(kept_for(os.path.dirname(__file__)))
    if opens_window(words) and has_display():
        load_beforehand()
        bytecode.recall()
        from planner.early.interrupt import end_at_once

        end_at_once()
    return bytecode.keep


if __name__ == "__main__":
    sys.exit(main())
