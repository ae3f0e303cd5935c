"""Counts the seconds of something that is done against the clock."""

from collections.abc import Callable
from time import monotonic


class Stopwatch:
    """Runs and rests. `clock` counts seconds and knows nothing of midnight or of time zones.

    Where the computer sleeps, most systems let this clock sleep too.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Begin at nothing, at rest."""
        self._clock = clock
        self._kept = 0.0
        self._since: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._since is not None

    @property
    def seconds(self) -> int:
        """The whole seconds it has run; a clock that jumps back takes nothing away."""
        now = 0.0 if self._since is None else self._clock() - self._since
        return int(self._kept + max(now, 0.0))

    def start(self) -> None:
        """Go on counting."""
        if self._since is None:
            self._since = self._clock()

    def pause(self) -> None:
        """Rest, and keep what was counted."""
        if self._since is not None:
            self._kept += max(self._clock() - self._since, 0.0)
            self._since = None

    def reset(self) -> None:
        """Begin at nothing again."""
        self._kept, self._since = 0.0, None
