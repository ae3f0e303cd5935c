"""What is worked out once for each key, when it is first asked for."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V]):
    """Values by their keys; one that is not there yet is made.

    Asking it costs no call, unlike a function that remembers.
    """

    def __init__(self, make: Callable[[K], V]) -> None:
        """Begin with nothing."""
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        """Make what is asked for."""
        found = self[key] = self._make(key)
        return found
