"""Tells of something in the way of the desktop, without a sound; loaded when it is wanted."""

from html import escape

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QObject, Qt, QTimer
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from planner.ui.focus.words import Note

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
PATIENCE_MS = 3000
SETTLE_MS, TRAY_MS = 800, 15_000
"""A tray icon has to find its place before its message can point at it, and goes with that."""

_HINTS = '<annotation name="org.qtproject.QtDBus.QtTypeName.In6" value="QVariantMap"/>'
_TYPES = ("s", "u", "s", "s", "s", "as", "a{sv}", "i")


class Shape(QDBusVirtualObject):
    """Tells Qt how `Notify` is called, in its own types.

    A message made in Python holds no number without sign, which `Notify` wants, but a method
    called by its name does. Qt asks for the shape of an interface once and keeps it for all who
    have it; most desktops leave out that the hints are a map, so it asks here first.
    """

    def introspect(self, path: str) -> str:
        arguments = "".join(f'<arg type="{one}" direction="in"/>' for one in _TYPES)
        method = (
            f'<method name="Notify">{arguments}{_HINTS}<arg type="u" direction="out"/></method>'
        )
        return f'<interface name="{SERVICE}">{method}</interface>'

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        return False


class Notifier(QObject):
    """Asks the desktop over D-Bus; where nobody answers, shows a message from the tray.

    Where there is neither, nothing comes of it. A desktop that hangs holds nothing up: it is
    asked what it can do first, which need not be waited for.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._note: Note | None = None
        self._tray: QSystemTrayIcon | None = None
        self._shape: Shape | None = None

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
        can = answer[0] if answer and isinstance(answer[0], list) else []
        has_markup = "body-markup" in can
        if watcher.isError() or not self._send_over_bus(self._note, has_markup=has_markup):
            self._send_from_tray(self._note)

    def _send_over_bus(self, note: Note, *, has_markup: bool) -> bool:
        """Call `Notify`, and return whether it was heard."""
        bus = QDBusConnection.sessionBus()
        if self._shape is None:
            self._shape = Shape(self)
            bus.registerVirtualObject(PATH, self._shape)
            QDBusInterface(bus.baseService(), PATH, SERVICE, bus)
        desktop = QDBusInterface(SERVICE, PATH, SERVICE, bus)
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
        QTimer.singleShot(SETTLE_MS, self, self._show_from_tray)
        QTimer.singleShot(SETTLE_MS + TRAY_MS, self._tray, self._tray.hide)

    def _show_from_tray(self) -> None:
        if self._tray is not None and self._note is not None:
            icon = QApplication.windowIcon()
            self._tray.showMessage(self._note.heading, self._note.text, icon, TRAY_MS)
