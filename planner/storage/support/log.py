"""The log of the program: a few small files that hold no word of the user's."""

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from planner.storage.disk import make_folder

if TYPE_CHECKING:  # loaded when the log is opened
    import logging
    from logging.handlers import RotatingFileHandler

NAME = "loopready.log"
_LOGGERS = ("planner", "qt")
_BYTES, _FILES = 256 * 1024, 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class Log:
    """The log in a folder, which is made with the first line. What it cannot write it lets go."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder."""
        self.file = folder / NAME
        self._handler: RotatingFileHandler | None = None

    def open(self) -> None:
        """Write from now on what the program and Qt have to say."""
        import logging  # noqa: PLC0415 - with what writes the log it costs a start 10 ms
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415

        with suppress(OSError):
            make_folder(self.file.parent)
        logging.raiseExceptions = False  # a full disk must not trouble the program
        handler = RotatingFileHandler(
            self.file, maxBytes=_BYTES, backupCount=_FILES - 1, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter(_FORMAT))
        for name in _LOGGERS:
            logger(name).addHandler(handler)
            logger(name).setLevel(logging.INFO)
        self._handler = handler

    def close(self) -> None:
        """Write no more."""
        if self._handler is None:
            return
        for name in _LOGGERS:
            logger(name).removeHandler(self._handler)
        self._handler.close()
        self._handler = None

    def files(self) -> list[Path]:
        """Return the files there are, the newest first."""
        return [one for one in self._all() if one.is_file()]

    def _all(self) -> list[Path]:
        older = (self.file.with_name(f"{NAME}.{number}") for number in range(1, _FILES))
        return [self.file, *older]


def logger(name: str) -> "logging.Logger":
    """Return what takes the lines of a part of the program, loaded when there is one to write."""
    import logging  # noqa: PLC0415 - most starts have nothing to say

    return logging.getLogger(name)


def log_error(error: Exception) -> None:
    """Write what went wrong and where, as `where` tells it."""
    logger("planner").error("%s", where(type(error), error.__traceback__))


def where(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what went wrong and where, without the words of the error: those can be the user's."""
    from traceback import extract_tb  # noqa: PLC0415 - most starts have nothing to say

    frames = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in extract_tb(trace)]
    return " < ".join([kind.__name__, *reversed(frames)])
