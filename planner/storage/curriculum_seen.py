"""Remembers which curriculum was there at the last start, so that a change can be told once."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from planner.core.apply import Entry
from planner.core.curriculum_news import ids, news
from planner.core.refusal import Refused
from planner.core.state import State
from planner.core.wording.curriculum import news_text
from planner.storage.files import write_whole
from planner.storage.trouble import NotSaved


def tell_news(
    file: Path,
    state: State,
    refused: Iterable[tuple[Entry, Refused]],
    tell: Callable[[str], object],
) -> None:
    """Tell in a sentence what changed since the last time, and only once.

    `file` holds the ids of the curriculum that was seen last. Where there is none, or none that
    can be read, nothing is told.
    """
    now = "".join(f"{one}\n" for one in sorted(ids(state.curriculum)))
    try:
        seen = file.read_text(encoding="ascii")
    except (OSError, ValueError):
        seen = ""
    if seen == now:
        return
    if file.parent.is_dir():
        with suppress(NotSaved):  # then it is told again
            write_whole(file, now.encode())
    text = news_text(news(seen.split(), state, refused)) if seen else ""
    if text:
        tell(text)
