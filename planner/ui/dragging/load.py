"""What is carried by the mouse: the codes of sessions, within this window only."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent, QGuiApplication

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


def is_let_go() -> bool:
    """Say whether no button is held, so that what leaves a place was let go there in vain."""
    return not QGuiApplication.mouseButtons().value
