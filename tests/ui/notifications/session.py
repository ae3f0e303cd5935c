"""Sends one notification on a bus of its own, and prints what became of it.

dbus-run-session -- python -m tests.ui.notifications.session [ABILITIES]
"""

import json
import subprocess
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner.ui.focus.notifying import Notifier
from planner.ui.focus.words import Note

NOTE = Note("Study plan", "<b>Design</b> & more", "45 m are over & <i>out</i>")
LATER_MS, MOST_MS = 100, 30_000


class Caller(Notifier):
    """Says where a notification went, and ends."""

    ways: list[str]

    def _send_over_bus(self, note: Note, *, has_markup: bool) -> bool:
        went = super()._send_over_bus(note, has_markup=has_markup)
        if went:
            self.ways.append("bus")
            QTimer.singleShot(LATER_MS, QApplication.quit)
        return went

    def _send_from_tray(self, note: Note) -> None:
        super()._send_from_tray(note)
        self.ways.append("tray")
        QTimer.singleShot(LATER_MS, QApplication.quit)


def main() -> None:
    """Send it to the desktop with the abilities that are named, or to none."""
    desktop = None
    if sys.argv[1:]:
        command = [sys.executable, "-m", "tests.ui.notifications.desktop", sys.argv[1]]
        desktop = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert desktop.stdout
        desktop.stdout.readline()
    app = QApplication([])
    caller = Caller()
    caller.ways = []
    caller.send(NOTE)
    QTimer.singleShot(0, lambda: caller.ways.append("went on"))
    QTimer.singleShot(MOST_MS, app.quit)
    app.exec()
    shown = []
    if desktop:
        desktop.terminate()
        shown = [json.loads(line) for line in desktop.communicate()[0].splitlines()]
    sys.stdout.write(json.dumps({"ways": caller.ways, "shown": shown}))


if __name__ == "__main__":
    main()
