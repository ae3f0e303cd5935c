"""Tells of something in the way of the desktop, without a sound; loaded when it is wanted."""

from html import escape

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QObject, Qt, QTimer
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusPendingCallWatcher,
)
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from planner.ui.focus.words import Note

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
PATIENCE_MS = 3000
TRAY_MS = 15_000
"""A tray icon is there for as long as its message may be."""


class Notifier(QObject):
    """Asks the desktop over D-Bus; where nobody answers, shows a message from the tray.

    Where there is neither, nothing comes of it. A desktop that hangs holds nothing up: it is
    asked what it can do first, which need not be waited for.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._note: Note | None = None
        self._tray: QSystemTrayIcon | None = None

    def send(self, note: Note) -> None:
        """Show a notification."""
        self._note = note
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            self._send_from_tray(note)
            return
        question = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "GetCapabilities")
        watcher = QDBusPendingCallWatcher(bus.asyncCall(question, PATIENCE_MS), self)
        watcher.finished.connect(self._on_answered)

    def _on_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        watcher.deleteLater()
        if self._note is None:
            return
        answer = watcher.reply().arguments()
        failed = watcher.isError() or not answer
        if failed or not self._send_over_bus(self._note, has_markup="body-markup" in answer[0]):
            self._send_from_tray(self._note)

    def _send_over_bus(self, note: Note, *, has_markup: bool) -> bool:
        """Call `Notify`, and return whether it was heard.

        By its name and not by a message, because only so a number without sign can be given.
        """
        desktop = QDBusInterface(SERVICE, PATH, SERVICE, QDBusConnection.sessionBus())
        if not desktop.isValid():
            return False
        desktop.setTimeout(PATIENCE_MS)
        try:
            QMetaObject.invokeMethod(
                desktop,
                "Notify",
                Qt.ConnectionType.DirectConnection,
                Q_RETURN_ARG("uint"),
                Q_ARG("QString", note.sender),
                Q_ARG("uint", 0),
                Q_ARG("QString", ""),
                Q_ARG("QString", note.heading),
                Q_ARG("QString", escape(note.text) if has_markup else note.text),
                Q_ARG("QStringList", []),
                Q_ARG("QVariantMap", {"suppress-sound": True}),
                Q_ARG("int", -1),
            )
        except RuntimeError:
            return False
        return not desktop.lastError().isValid()

    def _send_from_tray(self, note: Note) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
        self._tray.setToolTip(note.sender)
        self._tray.show()
        self._tray.showMessage(note.heading, note.text, QApplication.windowIcon(), TRAY_MS)
        QTimer.singleShot(TRAY_MS, self._tray, self._tray.hide)
