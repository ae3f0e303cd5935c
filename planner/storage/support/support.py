"""Everything that helps to mend the program, for as long as it runs."""

from collections.abc import Callable
from functools import partial

from planner.core.language import translate
from planner.core.values import Fact
from planner.storage.support.crash import Crash
from planner.storage.support.log import Log

_tr = partial(translate, "Support")


class Support(Fact, frozen=True):
    """The log, and the trace of a crash."""

    log: Log
    crash: Crash

    def begin(self, tell: Callable[[str], object], *, crashed: bool) -> None:
        """Open the log, and say where the program stopped when it `crashed` the last time."""
        self.log.open()
        if crashed:
            told = _tr(
                "Loopready ended by itself the last time; nothing that was saved is lost. "
                "“loopready diagnose” writes what helps to mend it."
            )
            tell(told)

    def end(self) -> None:
        """Close both."""
        self.log.close()
        self.crash.end()
