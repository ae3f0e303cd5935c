"""Keeps Python from looking for garbage while that is dear, or dangerous.

A look goes over every value there is. While a store is opened there are many looks, none of which
finds anything: a third of the time that opening a long journal took. While Qt goes through a list
of all its widgets, a look may free one of them, which ends the program.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for garbage only afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
