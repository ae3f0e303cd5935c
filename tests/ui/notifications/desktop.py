"""A desktop that shows notifications, as far as a program can tell: prints what it was asked.

    python -m tests.ui.notifications.desktop body,body-markup

With the ability "hangs" it never answers.
"""

import json
import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusArgument, QDBusConnection, QDBusMessage, QDBusVirtualObject

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
HANGS, THERE = "hangs", "there"
MOST_MS = 60_000
_IN = "".join(
    f'<arg type="{one}" direction="in"/>' for one in ("s", "u", "s", "s", "s", "as", "a{sv}", "i")
)
_SHAPE = f"""<interface name="{NAME}">
<method name="Notify">{_IN}<arg type="u" direction="out"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
</interface>"""


class Desktop(QDBusVirtualObject):
    """Answers with its abilities, and takes notifications."""

    def __init__(self, abilities: list[str]) -> None:
        super().__init__()
        self._abilities = abilities

    def introspect(self, _path: str) -> str:
        return _SHAPE

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
        if message.member() == "GetCapabilities":
            if self._abilities != [HANGS]:
                bus.send(message.createReply(_strings(self._abilities)))
            return True
        if message.member() != "Notify":
            return False
        sender, _, icon, heading, text, actions, _, _ = message.arguments()
        told = {"signature": message.signature(), "sender": sender, "icon": icon}
        _say({**told, "heading": heading, "text": text, "actions": actions})
        bus.send(message.createReply([1]))
        return True


def _strings(texts: list[str]) -> QDBusArgument:
    """Return texts as a list of strings on the bus; as they are they would be variants."""
    return QDBusArgument() << texts


def _say(told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Serve until the end of the test."""
    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    desktop = Desktop(sys.argv[1].split(","))
    bus.registerVirtualObject(PATH, desktop)
    bus.registerService(NAME)
    _say(THERE)
    QTimer.singleShot(MOST_MS, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
