"""What is carried by the mouse: the codes of sessions, within this window only."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent

FORMAT = "application/x-loopready-sessions"


def packed(codes: Sequence[str]) -> QMimeData:
    """Return sessions to be carried."""
    load = QMimeData()
    load.setData(FORMAT, "\n".join(codes).encode())
    return load


def carried(event: QDropEvent) -> tuple[str, ...]:
    """Return the sessions that come with an event, none where it is something from elsewhere."""
    if event.source() is None or not event.mimeData().hasFormat(FORMAT):
        return ()
    return tuple(bytes(event.mimeData().data(FORMAT).data()).decode().split("\n"))
